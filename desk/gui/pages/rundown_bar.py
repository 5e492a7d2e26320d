"""Above and below a rundown: whose event, for whom, what can be done, how much time is left."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desk.gui.models.event_words import event_time
from desk.gui.widgets.button import Button
from desk.gui.widgets.card import Separator
from desk.gui.widgets.check_box import CheckBox
from desk.gui.widgets.icon_button import IconButton
from desk.gui.widgets.label import ElidedLabel, Label
from desk.gui.widgets.labeled_field import Sign
from desk.gui.widgets.number_field import NumberField
from desk.gui.widgets.page import FilterBar, PageHeader
from desk.gui.widgets.segmented_buttons import SegmentedButtons
from desk.locale import _, current_language, ngettext
from desk.locale.formats import long_date
from desk.model.rows.events import EventRow
from desk.model.rows.rundown import RundownFinding
from desk.services.rundown_words import Balance, minutes_words

OFFICE, GUESTS = "office", "guests"


class RundownHead(QWidget):
    """The event with its day and place; the readers; copy and print."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.back = IconButton("arrow-left", _("Back to the programme"))
        self.header = PageHeader(_("Rundown"), " ")
        self.readers = SegmentedButtons(
            [(OFFICE, _("Internal")), (GUESTS, _("For guests"))],
            name=_("Whose view"),
            current=OFFICE,
        )
        self.copy = IconButton("whatsapp-logo", _("Copy for WhatsApp"))
        self.print = Button(_("Print"), "printer", "primary")
        self.header.add_before(self.back)
        for widget in (self.readers, self.copy, self.print):
            self.header.add_action(widget)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 12, 20, 12)
        row.addWidget(self.header)

    def show_event(self, event: EventRow | None) -> None:
        """Say whose rundown it is."""
        if event is None:
            self.header.set_words(_("This is not there any more"), _("It can be restored."))
            return
        day = long_date(event.starts.date(), current_language())
        place = ", ".join(part for part in (event.place, event.city) if part)
        parts = (day, event_time(event), place)
        title = _("Rundown: {title}").format(title=event.title)
        self.header.set_words(title, " · ".join(part for part in parts if part))


class RundownBar(FilterBar):
    """Add, copy, move what follows; `ripple_asked` carries minutes."""

    ripple_asked = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.add = Button(_("Add a row"), "plus", tip=_("Add a row behind this one (Ins)"))
        self.from_other = Button(_("Copy from…"), "copy", tip=_("Copy from another event…"))
        self.follow = CheckBox(_("Rows that follow give way"), True)
        self.follow.setToolTip(_("A longer, moved or new row pushes the rows behind it"))
        self._label = ElidedLabel(_("Move what follows"), "note", "text2")
        self._label.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.earlier = IconButton("caret-left", _("Rows that follow earlier (Alt+Page Up)"))
        self.minutes = NumberField(5, least=1, most=600, name=_("Minutes"))
        self.minutes.setFixedWidth(48)
        self.later = IconButton("caret-right", _("Rows that follow later (Alt+Page Down)"))
        self.side = IconButton("layout", _("Hide the common rows"))
        for widget in (self.add, self.from_other):
            self.row.addWidget(widget)
        self.row.addWidget(Separator(vertical=True))
        self.row.addWidget(self.follow)
        self.row.addStretch(1)
        self.row.addWidget(self._label, 4)
        for widget in (self.earlier, self.minutes, self.later, self.side):
            self.row.addWidget(widget)
        self.earlier.clicked.connect(self._on_earlier_clicked)
        self.later.clicked.connect(self._on_later_clicked)

    @property
    def step(self) -> int:
        """By how many minutes what follows is moved."""
        return self.minutes.value or 1

    def show_rows(self, some: bool, *, internal: bool) -> None:
        """What makes sense with rows, and without any."""
        self.follow.setEnabled(some)
        for widget in (self.earlier, self.later, self.minutes, self._label):
            widget.setVisible(some and internal)

    def show_current(self, some: bool) -> None:
        """Whether a row is stood on."""
        self.earlier.setEnabled(some)
        self.later.setEnabled(some)

    def show_marked(self, count: int) -> None:
        """Say what the arrows move: several marked rows, else those behind the one stood on."""
        words = ngettext("Move {count} marked row", "Move {count} marked rows", count)
        self._label.setText(words.format(count=count) if count > 1 else _("Move what follows"))

    def _on_earlier_clicked(self) -> None:
        self.minutes.take_typed()
        self.ripple_asked.emit(-self.step)

    def _on_later_clicked(self) -> None:
        self.minutes.take_typed()
        self.ripple_asked.emit(self.step)


class RundownFoot(QWidget):
    """How much is planned and left, and how many things are to be looked at."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedHeight(36)
        self.balance = Label("", "row_title")
        self.left = Label("", "note", "text2")
        self._sign = Sign("warning-circle", "warn", 16)
        self.findings = ElidedLabel("", "note", "warn")
        self.hidden = Label("", "note", "text2")
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 0, 20, 0)
        row.setSpacing(8)
        row.addWidget(self.balance)
        row.addWidget(self.left)
        row.addSpacing(8)
        row.addWidget(self._sign)
        row.addWidget(self.findings, 1)
        row.addWidget(self.hidden)
        self.show_nothing()

    def show_nothing(self) -> None:
        """The event is gone."""
        for label in (self.balance, self.left, self.findings, self.hidden):
            label.setText("")
        self._sign.hide()

    def show_balance(
        self, balance: Balance, findings: Sequence[RundownFinding], *, hidden: int
    ) -> None:
        """Say what is planned of the event, and what to look at."""
        self.balance.setText(
            _("{planned} planned of {length}").format(
                planned=minutes_words(balance.planned), length=minutes_words(balance.length)
            )
        )
        left = minutes_words(balance.left)
        if balance.left < 0:
            self.left.setText(_("{count} past the end").format(count=left))
        else:
            self.left.setText(_("{count} left at the end").format(count=left))
        self.left.set_tone("warn" if balance.left < 0 else "text2")
        self._sign.setVisible(bool(findings))
        self.findings.setText(_finding_words(findings))
        words = ngettext("{count} internal row hidden", "{count} internal rows hidden", hidden)
        self.hidden.setText(words.format(count=hidden) if hidden else "")


def _finding_words(findings: Sequence[RundownFinding]) -> str:
    counts = {code: sum(1 for f in findings if f.code == code) for code in ("overlap", "gap")}
    parts: list[str] = []
    if count := counts["overlap"]:
        parts.append(ngettext("{count} overlap", "{count} overlaps", count).format(count=count))
    if count := counts["gap"]:
        parts.append(ngettext("{count} gap", "{count} gaps", count).format(count=count))
    if any(finding.code == "over_end" for finding in findings):
        parts.append(_("past the end of the event"))
    return " · ".join(parts)
