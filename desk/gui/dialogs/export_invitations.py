"""Writing invitation files: who gets what is shown before anything is written."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from desk.gui.context import Context
from desk.gui.models.person_words import language_words
from desk.gui.models.rows import Column, RowModel
from desk.gui.tasks import Task, run_task
from desk.gui.widgets.button import Button
from desk.gui.widgets.cells import ChipCell, TwoLineCell
from desk.gui.widgets.check_box import CheckBox
from desk.gui.widgets.chip import ChipLook
from desk.gui.widgets.combo_box import ComboBox
from desk.gui.widgets.dialog import Dialog
from desk.gui.widgets.label import Label
from desk.gui.widgets.labeled_field import LabeledField
from desk.gui.widgets.readiness_bar import ReadinessBar
from desk.gui.widgets.table import Table
from desk.gui.widgets.text_field import TextField
from desk.locale import _, ngettext
from desk.model.errors import UserError
from desk.model.progress import Progress
from desk.model.rows.invitations import InvitationRow, InvitationState, WrittenFile
from desk.services import invitations

LANGUAGE_NAMES = {
    "id": "Bahasa Indonesia",
    "en": "English",
    "ru": "Русский",
    "kk": "Қазақша",
}
_OWN = "own"
_NEEDED = (InvitationState.TO_INVITE, InvitationState.TO_UPDATE, InvitationState.TO_WITHDRAW)


@dataclass(frozen=True, slots=True)
class GuestLine:
    """One guest with how many files of each sort."""

    id: str
    name: str
    mailbox: str
    language: str
    states: tuple[tuple[InvitationState, int], ...]

    def count(self, *wanted: InvitationState) -> int:
        """How many of the guest's invitations stand so."""
        return sum(count for state, count in self.states if state in wanted)


def guest_lines(rows: Sequence[InvitationRow]) -> list[GuestLine]:
    """The plan guest by guest, in the order of the plan."""
    by_guest: dict[str, list[InvitationRow]] = {}
    for row in rows:
        by_guest.setdefault(f"{row.mailbox.casefold()}|{row.name}", []).append(row)
    return [
        GuestLine(
            key,
            found[0].name,
            found[0].mailbox,
            found[0].language,
            tuple(Counter(row.state for row in found).items()),
        )
        for key, found in by_guest.items()
    ]


def state_chips(line: GuestLine) -> tuple[ChipLook, ...]:
    """What is due for a guest, in words and numbers."""
    words: dict[InvitationState, tuple[str, str, str]] = {
        InvitationState.TO_INVITE: (_("{count} new"), "info", "envelope-simple"),
        InvitationState.TO_UPDATE: (_("{count} to update"), "warn", "arrows-clockwise"),
        InvitationState.TO_WITHDRAW: (_("{count} to withdraw"), "bad", "prohibit"),
        InvitationState.CURRENT: (_("{count} current"), "ok", "check-circle"),
        InvitationState.NO_MAILBOX: (_("No mailbox"), "warn", "warning-circle"),
    }
    looks: list[ChipLook] = []
    for state, (text, kind, icon) in words.items():
        if count := line.count(state):
            looks.append(ChipLook(text.format(count=count), kind, icon))  # type: ignore[arg-type]
    return tuple(looks)


class ExportInvitationsDialog(Dialog):
    """For a visit, or for one event of it."""

    def __init__(
        self,
        context: Context,
        parent: QWidget | None = None,
        *,
        visit_id: int | None = None,
        event_id: int | None = None,
    ) -> None:
        super().__init__(
            _("Export invitations"),
            _("One calendar file for each guest and event, in the guest's language and zone."),
            width=860,
            parent=parent,
        )
        self._context = context
        self._visit_id = visit_id
        self._event_id = event_id
        self._task: Task | None = None
        self.written: list[WrittenFile] = []
        self.opens_folder = True
        """Whether the folder is shown once the files are there."""
        self._build()
        self._export = self.add_button("", "export", "primary")
        self._connect()
        self.show_plan()

    @property
    def chosen_language(self) -> str | None:
        """The one language for everybody, or None for each guest's own."""
        return None if self.language.value == _OWN else self.language.value

    def show_plan(self) -> None:
        """Read anew who gets what."""
        rows = self._context.attempt(
            lambda: invitations.plan(
                self._context.desk,
                visit_id=self._visit_id,
                event_id=self._event_id,
                language=self.chosen_language,
            )
        )
        self._plan = rows or []
        self._model.show(guest_lines(self._plan))
        self._count_files()

    def export_to(self, folder: Path) -> None:
        """Write the files there, with progress and Cancel."""
        self._show_busy(True)
        self._task = run_task(
            self,
            lambda: invitations.export(
                self._context.desk,
                folder,
                visit_id=self._visit_id,
                event_id=self._event_id,
                language=self.chosen_language,
                only_needed=self.only_needed.isChecked(),
                with_programme=self.with_programme.isChecked(),
            ),
            self._on_task_progressed,
            self._on_task_done,
            self._on_task_failed,
            self._on_task_cancelled,
        )

    def reject(self) -> None:
        """Cancel what runs; when nothing runs, close."""
        if self._task is not None:
            self._task.cancel()
            return
        super().reject()

    def _build(self) -> None:
        columns: list[Column[GuestLine]] = [
            Column(
                _("Guest"),
                lambda line: line.name,
                second=lambda line: line.mailbox or _("Enter the mailbox of an aide"),
                stretches=True,
            ),
            Column(_("Language"), lambda line: language_words(line.language), width=130),
            Column(
                _("To do"),
                lambda line: ", ".join(look.text for look in state_chips(line)),
                cell=state_chips,
                width=350,
            ),
        ]
        self._model = RowModel[GuestLine](columns)
        self._table = Table(self._model, name=_("Who gets what"), row_height=42)
        self._table.set_cell(0, TwoLineCell("row_title", "second_line"))
        self._table.set_cell(2, ChipCell())
        self._table.setMinimumHeight(260)
        self.body.addWidget(self._table, 1)
        self.folder = TextField(str(Path.home() / "Pandurata"))
        self._browse = Button(_("Choose…"), "folder-open")
        where = QHBoxLayout()
        where.setSpacing(8)
        self._folder_field = LabeledField(_("Folder"), self.folder)
        where.addWidget(self._folder_field, 1)
        self.language = ComboBox([(_OWN, _("Each guest's own")), *LANGUAGE_NAMES.items()])
        self.language.set_value(_OWN)
        where.addWidget(LabeledField(" ", self._browse))
        where.addWidget(LabeledField(_("Language"), self.language))
        self.body.addLayout(where)
        self.only_needed = CheckBox(_("Leave out guests who hold the current version"), True)
        self.with_programme = CheckBox(
            _("Also the whole programme as one file to look at"), self._event_id is None
        )
        self.with_programme.setVisible(self._event_id is None and self._visit_id is not None)
        ticks = QVBoxLayout()
        ticks.setSpacing(0)
        ticks.addWidget(self.only_needed)
        ticks.addWidget(self.with_programme)
        self.body.addLayout(ticks)
        self._note = Label("", "note", "text2", wraps=True)
        self.body.addWidget(self._note)
        self._progress = ReadinessBar(_("Writing"))
        self._progress.hide()
        self.body.addWidget(self._progress)

    def _connect(self) -> None:
        self._browse.clicked.connect(self._on_browse_clicked)
        self._export.clicked.connect(self._on_export_clicked)
        self.language.value_changed.connect(self._on_language_changed)
        self.only_needed.toggled.connect(self._count_files)
        self.with_programme.toggled.connect(self._count_files)

    def _count_files(self, *_checked: object) -> None:
        states = Counter(row.state for row in self._plan)
        count = sum(states[state] for state in _NEEDED)
        if not self.only_needed.isChecked():
            count += states[InvitationState.CURRENT]
        if self.with_programme.isChecked():
            count += 1
        self._export.setText(
            ngettext("Export {count} file", "Export {count} files", count).format(count=count)
        )
        self._export.setEnabled(count > 0)
        unreachable = len({r.name for r in self._plan if r.state is InvitationState.NO_MAILBOX})
        note = (
            ngettext(
                "{count} guest or group has no mailbox and gets no file.",
                "{count} guests or groups have no mailbox and get no file.",
                unreachable,
            ).format(count=unreachable)
            if unreachable
            else _("Nothing is sent: the files are for attaching to a mail.")
        )
        if not count:
            note = _("Everybody holds the current version.")
        self._note.setText(note)

    def _show_busy(self, busy: bool) -> None:
        self._progress.setVisible(busy)
        for widget in (
            self._export,
            self.folder,
            self._browse,
            self.language,
            self.only_needed,
            self.with_programme,
        ):
            widget.setEnabled(not busy)
        if not busy:
            self._task = None

    def _on_browse_clicked(self) -> None:
        chosen = QFileDialog.getExistingDirectory(
            self, _("Folder for the invitations"), self.folder.value
        )
        if chosen:
            self.folder.set_value(chosen)

    def _on_export_clicked(self) -> None:
        if not self.folder.value:
            self._folder_field.set_error(_("Choose a folder."))
            return
        self._folder_field.set_error("")
        self.export_to(Path(self.folder.value).expanduser())

    def _on_language_changed(self, _language: object) -> None:
        self.show_plan()

    def _on_task_progressed(self, progress: Progress) -> None:
        words = _("{done} of {total}").format(done=progress.done, total=progress.total)
        self._progress.show_progress(progress.done, progress.total, words)

    def _on_task_done(self, written: list[WrittenFile]) -> None:
        self._show_busy(False)
        self.written = written
        folder = Path(self.folder.value).expanduser()
        self._context.tell(
            ngettext("{count} file in {folder}", "{count} files in {folder}", len(written)).format(
                count=len(written), folder=folder
            )
        )
        if self.opens_folder:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))
        self.accept()

    def _on_task_failed(self, problem: Exception) -> None:
        self._show_busy(False)
        if not isinstance(problem, UserError):
            raise problem
        self._folder_field.set_error(problem.message)

    def _on_task_cancelled(self) -> None:
        self._show_busy(False)
        self._note.setText(_("Stopped; no file was kept and nothing was noted."))
