"""A document before it is printed: the pages, and how they are to look."""

from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QFileDialog, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from desk.gui.context import Context, Target
from desk.gui.pages.page import Page
from desk.gui.printing import print_pages, printer_names
from desk.gui.theme.application import current_theme
from desk.gui.widgets.button import Button
from desk.gui.widgets.combo_box import ComboBox
from desk.gui.widgets.finding_box import FindingBox
from desk.gui.widgets.icon_button import IconButton
from desk.gui.widgets.label import ElidedLabel, Label
from desk.gui.widgets.labeled_field import LabeledField
from desk.gui.widgets.number_field import NumberField
from desk.gui.widgets.page import ScrollColumn
from desk.gui.widgets.paper_view import PaperView
from desk.locale import _, current_language
from desk.model.rows.documents import DocumentDraft
from desk.services import documents

LANGUAGE_NAMES = {
    "id": "Bahasa Indonesia",
    "en": "English",
    "ru": "Русский",
    "kk": "Қазақша",
}
"""Each language in its own words."""


class PreviewBar(QFrame):
    """What stands above the pages."""


class PrintPane(QFrame):
    """The choices at the right of the pages."""


class PrintPreviewPage(Page):
    """The frame of every preview; a document adds its title, its choices and its draft."""

    tables = frozenset({"visit", "event", "participation", "person", "office", "venue", "setting"})

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._row_id: int | None = None
        self._visit_id: int | None = None
        self._draft: DocumentDraft | None = None
        self._fitted_for = 0.0
        self._findings = QVBoxLayout()
        self._build()
        self._connect()

    def open(self, target: Target) -> None:
        """Show the document of another event or visit."""
        self._row_id = target.row_id
        self.refresh()
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def refresh(self) -> None:
        """Set the document anew."""
        subject = self.describe(self._row_id) if self._row_id is not None else None
        if subject is None:
            self._draft = None
            self.view.show_pages(())
            self._say([("warn", _("This is not there any more"), _("It can be restored."))])
            return
        self._subtitle.setText(subject)
        self._draft = self.context.attempt(self._make_draft)
        if self._draft is not None:
            self._show(self._draft)

    def commands(self) -> frozenset[str]:
        return frozenset({"print"})

    def run(self, command: str) -> None:
        if command == "print":
            self._print()

    def describe(self, row_id: int) -> str | None:
        """What the document is about, for the line beside the title; None when that is gone."""
        raise LookupError(row_id)

    def draft(self, row_id: int) -> DocumentDraft:
        """The document as it is to look now. Raises UserError."""
        raise LookupError(row_id)

    def title(self) -> str:
        """What sort of document it is."""
        return ""

    def add_choices(self, body: QVBoxLayout) -> None:
        """Add the fields that only this document has."""

    @property
    def row_id(self) -> int | None:
        """The event or visit whose document is shown."""
        return self._row_id

    def remember_visit(self, visit_id: int | None) -> None:
        """Where Back leads to."""
        self._visit_id = visit_id

    def _make_draft(self) -> DocumentDraft:
        return self.draft(self._row_id or 0)

    def _show(self, draft: DocumentDraft) -> None:
        pages = self.context.attempt(lambda: documents.preview(self.context.desk, draft))
        if pages is None:
            return
        self.view.show_pages(pages)
        if self.view.widest != self._fitted_for:
            # Another paper: seen whole at first, whatever the width of the window.
            self._fitted_for = self.view.widest
            QTimer.singleShot(0, self.view.fit_width)
        paper = self.context.attempt(lambda: documents.set_document(self.context.desk, draft))
        found: list[tuple[str, str, str]] = []
        if draft.replaces:
            what = _("Print {number} replaces print {earlier}").format(
                number=draft.number, earlier=draft.number - 1
            )
            found.append(("info", what, _changed_words(draft)))
        if paper is not None and paper.missing:
            found.append(
                (
                    "warn",
                    _("Some letters cannot be printed"),
                    _("The fonts have no letters for: {letters}").format(
                        letters=" ".join(paper.missing)
                    ),
                )
            )
        if paper is not None and not paper.missing:
            found.append(
                (
                    "ok",
                    _("All letters are there"),
                    _("Restricted data and reasons are not printed."),
                )
            )
        self._say(found)

    def _say(self, found: list[tuple[str, str, str]]) -> None:
        while self._findings.count():
            item = self._findings.takeAt(0)
            old = item.widget() if item is not None else None
            if old is not None:
                old.hide()
                old.deleteLater()
        for kind, what, why in found:
            self._findings.addWidget(FindingBox(kind, what, why))  # type: ignore[arg-type]

    def _save(self) -> None:
        draft = self._draft
        if draft is None:
            return
        chosen, _filter = QFileDialog.getSaveFileName(
            self, _("Save PDF"), str(Path.home() / draft.file_name), "PDF (*.pdf)"
        )
        if chosen:
            self.save_to(Path(chosen))

    def save_to(self, path: Path) -> None:
        """Write the PDF there and note it."""
        draft = self._draft
        if draft is None:
            return
        target = path if path.suffix else path.with_suffix(".pdf")
        paper = self.context.attempt(lambda: documents.produce(self.context.desk, draft, target))
        if paper is not None:
            self.context.tell(_("Saved: {path}").format(path=target))
            self.refresh()

    def _print(self) -> None:
        draft = self._draft
        if draft is None or not self.view.pages:
            return
        sent = self.context.attempt(lambda: self._send(draft))
        if sent:
            self.context.tell(_("Sent to the printer {name}").format(name=self.printer.value))
            self.refresh()

    def _send(self, draft: DocumentDraft) -> bool:
        print_pages(
            self.view.renderers(),
            printer_name=self.printer.value or "",
            copies=self.copies.value or 1,
            title=draft.title,
        )
        documents.note_print(self.context.desk, draft, pages=self.view.pages)
        return True

    def _build(self) -> None:
        theme = current_theme()
        self.view = PaperView()
        left = QVBoxLayout()
        left.setSpacing(0)
        left.addWidget(self._bar())
        left.addWidget(self.view, 1)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(left, 1)
        pane = self._pane()
        pane.setFixedWidth(theme.width.detail)
        layout.addWidget(pane)
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(200)

    def _bar(self) -> QWidget:
        bar = PreviewBar()
        bar.setFixedHeight(current_theme().height.toolbar)
        row = QHBoxLayout(bar)
        row.setContentsMargins(12, 0, 12, 0)
        row.setSpacing(8)
        self._back = Button(_("Back"), "arrow-left", "quiet")
        self._back.setShortcut("Esc")
        self._subtitle = ElidedLabel("", "note", "text2")
        self._closer = IconButton("magnifying-glass-plus", _("Larger"))
        self._farther = IconButton("magnifying-glass-minus", _("Smaller"))
        self._scale = Label("80 %", "note")
        self._before = IconButton("caret-left", _("Page before"))
        self._after = IconButton("caret-right", _("Page after"))
        self._page = Label("", "note")
        row.addWidget(self._back)
        row.addWidget(Label(self.title(), "row_title"))
        row.addWidget(self._subtitle, 1)
        for widget in (
            self._farther,
            self._scale,
            self._closer,
            self._before,
            self._page,
            self._after,
        ):
            row.addWidget(widget)
        return bar

    def _pane(self) -> QWidget:
        pane = PrintPane()
        self.language = ComboBox(list(LANGUAGE_NAMES.items()))
        self.language.set_value(current_language())
        names = printer_names()
        self.printer = ComboBox([(name, name) for name in names], placeholder=_("No printer found"))
        self.printer.setEnabled(bool(names))
        if names:
            self.printer.set_value(names[0])
        self.copies = NumberField(1, least=1, most=99)
        self._save_button = Button(_("Save PDF"), "file-pdf", "normal" if names else "primary")
        self._print_button = Button(_("Print"), "printer", "primary" if names else "normal")
        self._print_button.setEnabled(bool(names))
        body = ScrollColumn()
        body.column.addWidget(Label(_("Print settings"), "section"))
        body.column.addWidget(LabeledField(_("Language"), self.language))
        self.add_choices(body.column)
        row = QHBoxLayout()
        row.addWidget(LabeledField(_("Printer"), self.printer), 3)
        row.addWidget(LabeledField(_("Copies"), self.copies), 1)
        body.column.addLayout(row)
        self._findings.setSpacing(12)
        body.column.addLayout(self._findings)
        body.column.addStretch(1)
        foot = QHBoxLayout()
        foot.setContentsMargins(16, 12, 16, 12)
        foot.setSpacing(8)
        foot.addWidget(self._save_button)
        foot.addStretch(1)
        foot.addWidget(self._print_button)
        column = QVBoxLayout(pane)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(body, 1)
        column.addLayout(foot)
        return pane

    def _connect(self) -> None:
        self._back.clicked.connect(self._on_back_clicked)
        self._closer.clicked.connect(self._on_closer_clicked)
        self._farther.clicked.connect(self._on_farther_clicked)
        self._before.clicked.connect(self._on_before_clicked)
        self._after.clicked.connect(self._on_after_clicked)
        self.view.page_changed.connect(self._on_view_page_changed)
        self.language.value_changed.connect(self.refresh_soon)
        self._later.timeout.connect(self.refresh)
        self._save_button.clicked.connect(self._save)
        self._print_button.clicked.connect(self._print)

    def refresh_soon(self, *_value: object) -> None:
        """A choice changed: set the document anew once the hand rests."""
        self._later.start()

    def _on_back_clicked(self) -> None:
        self.go_back()

    def go_back(self) -> None:
        """Where Back leads: to the visit, else to the calendar."""
        if self._visit_id is not None:
            self.context.go("visit", self._visit_id)
        else:
            self.context.go("calendar")

    def _on_closer_clicked(self) -> None:
        self.view.zoom(True)

    def _on_farther_clicked(self) -> None:
        self.view.zoom(False)

    def _on_before_clicked(self) -> None:
        self.view.go_to(self.view.page - 1)

    def _on_after_clicked(self) -> None:
        self.view.go_to(self.view.page + 1)

    def _on_view_page_changed(self, page: int, pages: int) -> None:
        self._scale.setText(f"{round(self.view.scale * 100)} %")
        self._page.setText(
            _("{page} of {pages}").format(page=page + 1, pages=pages) if pages else ""
        )
        self._before.setEnabled(page > 0)
        self._after.setEnabled(page + 1 < pages)
        self._closer.setEnabled(self.view.scale < 2.0)
        self._farther.setEnabled(self.view.scale > 0.5)


def _changed_words(draft: DocumentDraft) -> str:
    """What changed since the print before, in the language of the screen.

    The draft says it in the document's language, as its foot does.
    """
    if not draft.changed:
        return _("Nothing changed since. This note is printed at the foot of the page.")
    if draft.language != current_language():
        return _("What changed since is printed at the foot of the page.")
    return _("Changed: {what}. This note is printed at the foot of the page.").format(
        what=", ".join(draft.changed)
    )
