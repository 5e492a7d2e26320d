"""The door of an event on the day itself: type a name, press Enter, they are in."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desk.gui.context import Context, Target
from desk.gui.dialogs.new_person import add_person
from desk.gui.models.rows import Column, Group, RowModel
from desk.gui.pages.page import Page
from desk.gui.widgets.button import Button
from desk.gui.widgets.card import Separator
from desk.gui.widgets.cells import TwoLineCell
from desk.gui.widgets.empty_state import EmptyState
from desk.gui.widgets.label import Label
from desk.gui.widgets.page import PageHeader
from desk.gui.widgets.search_field import SearchField
from desk.gui.widgets.table import Table
from desk.locale import _, current_language, ngettext
from desk.locale.formats import clock_time, medium_date
from desk.model.choices import Side
from desk.model.rows.door import DoorRow
from desk.rules.list_numbers import list_numbers
from desk.services import door, programme
from desk.services.choice_words import choice_words

_ROW = 48
_WIDEST = 16777215
_MOVES = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}


class _DoorField(SearchField):
    """Arrows walk the list below; plus and minus count when nothing is typed."""

    moved = Signal(int)
    counted = Signal(int)

    def event(self, event: QEvent) -> bool:
        # With nothing typed, Ctrl+Z takes back the last check-in and not some letters.
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and not self.text()
            and (event.matches(QKeySequence.StandardKey.Undo) or event.matches(_REDO))
        ):
            event.ignore()
            return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = _MOVES.get(Qt.Key(event.key()))
        if step is not None:
            self.moved.emit(step)
        elif not self.text() and event.text() in ("+", "-"):
            self.counted.emit(1 if event.text() == "+" else -1)
        else:
            super().keyPressEvent(event)


_REDO = QKeySequence.StandardKey.Redo


class DoorPage(Page):
    """Opened for an event: `target.row_id`. The field always has the keyboard."""

    tables = frozenset({"event", "participation", "person", "delegation_member", "office"})

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.setProperty("ground", "surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._event_id: int | None = None
        self._visit_id: int | None = None
        self._rows: list[DoorRow] = []
        self._listed: list[DoorRow] | None = None
        """Whom the typed numbers of the printed list name; None while a name is typed."""
        self.header = PageHeader(_("Door"))
        self.back = Button(_("Back to the visit"), "caret-left", "quiet")
        self.field = _DoorField(_("Type a name or numbers of the printed list, then Enter"))
        self.field.setMaximumWidth(_WIDEST)
        self.counts = Label("", "row_title")
        self.said = Label("", "body", "text2", wraps=True)
        self.table = Table(
            RowModel[DoorRow](_columns()), name=_("Door"), row_height=_ROW, header=False
        )
        self.table.set_cell(0, TwoLineCell("row_title"))
        self.nobody = EmptyState(
            "users", _("Nobody found"), _("Add the person as a walk-in, or clear what is typed.")
        )
        self.enter = Button(_("Check in"), "check", "primary")
        self.fewer = Button(_("One less"), "minus")
        self.more = Button(_("One more"), "plus")
        self.not_here = Button(_("Not here after all"), "x", "quiet")
        self.walk_in = Button(_("Walk-in…"), "user-plus")
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        self.header.add_action(self.back)
        head = QVBoxLayout()
        head.setContentsMargins(20, 14, 20, 12)
        head.setSpacing(10)
        head.addWidget(self.header)
        head.addWidget(self.field)
        head.addWidget(self.counts)
        head.addWidget(self.said)
        foot = QHBoxLayout()
        foot.setContentsMargins(20, 10, 20, 12)
        foot.setSpacing(8)
        for button in (self.enter, self.fewer, self.more, self.not_here):
            foot.addWidget(button)
        foot.addStretch(1)
        foot.addWidget(self.walk_in)
        room = QWidget()
        inside = QVBoxLayout(room)
        inside.setContentsMargins(20, 20, 20, 20)
        inside.addWidget(self.nobody)
        inside.addStretch(1)
        self._nobody = room
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(Separator())
        column.addWidget(self.table, 1)
        column.addWidget(room, 1)
        column.addWidget(Separator())
        column.addLayout(foot)

    def _connect(self) -> None:
        self.back.clicked.connect(self._on_back_clicked)
        self.field.textChanged.connect(self._show_rows)
        self.field.returnPressed.connect(self._on_enter_asked)
        self.field.moved.connect(self._on_field_moved)
        self.field.counted.connect(self._count)
        self.table.row_chosen.connect(self._on_table_row_chosen)
        self.table.row_activated.connect(self._on_enter_asked)
        self.enter.clicked.connect(self._on_enter_asked)
        self.fewer.clicked.connect(lambda: self._count(-1))
        self.more.clicked.connect(lambda: self._count(1))
        self.not_here.clicked.connect(self._on_not_here_clicked)
        self.walk_in.clicked.connect(self._on_walk_in_clicked)

    def open(self, target: Target) -> None:
        """Show the door of the event that the target names."""
        if target.row_id is not None and target.row_id != self._event_id:
            self._event_id = target.row_id
            self.field.clear()
            self.said.setText("")
        self.refresh()
        self.focus_list()

    def refresh(self) -> None:
        """Read everybody anew."""
        if self._event_id is None:
            return
        event = programme.get_event(self.context.desk, self._event_id)
        if event is None:
            self.context.go("visits")
            return
        self._visit_id = event.visit_id
        if not self.field.text():
            # What was said of the last one may have been taken back meanwhile.
            self.said.setText("")
        language = current_language()
        when = f"{medium_date(event.starts.date(), language)}, {clock_time(event.starts, language)}"
        self.header.set_words(event.title, " · ".join(part for part in (when, event.place) if part))
        self.setAccessibleName(f"{_('Door')}: {event.title}")
        self._rows = door.door_list(self.context.desk, self._event_id)
        sides = door.count_sides(self._rows)
        self.counts.setText(
            "     ".join(
                _("{side}: {came} of {expected} in, {walked_in} walk-ins").format(
                    side=choice_words(side),
                    came=count.came,
                    expected=count.expected,
                    walked_in=count.walked_in,
                )
                for side, count in sides.items()
                if count.expected or count.came
            )
        )
        self._show_rows()

    def focus_list(self) -> None:
        """Put the keyboard into the field."""
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_rows(self) -> None:
        typed = self.field.text()
        self._listed = self._read_numbers(typed)
        found = door.matching(self._rows, typed) if self._listed is None else self._listed
        shown: list[DoorRow | Group] = []
        for side in Side:
            own = [row for row in found if row.side is side]
            if own:
                shown.append(Group(f"side/{side.value}", choice_words(side), str(len(own))))
                shown += own
        self.table.rows.show(shown)
        self.table.setVisible(bool(found))
        self._nobody.setVisible(not found)
        if found and (typed.strip() or self.table.current_row() is None):
            # Who is still awaited comes first: of two of a name, one may be in already.
            awaited = [row for row in found if not row.attended]
            ordered = awaited or found
            chosen = self.table.current_row()
            if chosen is None or chosen.id not in {row.id for row in ordered}:
                self.table.select_key(ordered[0].id)
        self._on_table_row_chosen(self.table.current_row())

    def _read_numbers(self, typed: str) -> list[DoorRow] | None:
        numbers = list_numbers(typed)
        if numbers is None or self._event_id is None:
            return None
        on_paper = door.paper_numbers(self.context.desk, self._event_id)
        chosen = {on_paper[number] for number in numbers if number in on_paper}
        unknown = [str(number) for number in numbers if number not in on_paper]
        words = ngettext(
            "{count} line of the printed list: Enter notes that they came.",
            "{count} lines of the printed list: Enter notes that they came.",
            len(chosen),
        ).format(count=len(chosen))
        if unknown:
            missing = _("Not on the list: {numbers}").format(numbers=_few(unknown))
            words = f"{words} {missing}" if chosen else missing
        self.said.setText(words)
        return [row for row in self._rows if row.id in chosen]

    def _mark_listed(self, rows: list[DoorRow]) -> None:
        ids = [row.id for row in rows]
        marked = self.context.write(lambda: door.mark_came(self.context.desk, ids))
        if marked is not None:
            self._finish()
            words = ngettext("{count} line noted as come.", "{count} lines noted as come.", marked)
            self.said.setText(words.format(count=marked))

    def _on_table_row_chosen(self, row: DoorRow | None) -> None:
        group = row is not None and row.is_group
        self.enter.setVisible(not group)
        self.enter.setEnabled(row is not None)
        self.fewer.setVisible(group)
        self.more.setVisible(group)
        self.not_here.setEnabled(row is not None and row.attended is not False)

    def _on_field_moved(self, step: int) -> None:
        rows: list[DoorRow] = self.table.rows.rows()
        row: DoorRow | None = self.table.current_row()
        if rows:
            place = rows.index(row) + step if row in rows else 0
            self.table.select_key(rows[max(0, min(place, len(rows) - 1))].id)

    def _on_enter_asked(self) -> None:
        if self._listed is not None:
            if self._listed:
                self._mark_listed(self._listed)
            return
        row: DoorRow | None = self.table.current_row() if self.table.isVisible() else None
        if row is None:
            if self.field.text().strip():
                self.said.setText(_("Nobody of that name is on the list."))
            return
        if row.is_group:
            self._count(1)
            return
        came = self.context.write(lambda: door.check_in(self.context.desk, row.id))
        if came is None:
            return
        self._finish()
        now = next((one for one in self._rows if one.id == row.id), row)
        time = "" if now.arrived is None else clock_time(now.arrived, current_language())
        words = _("{name}: in at {time}.") if came else _("{name} is already in since {time}.")
        self.said.setText(words.format(name=row.name, time=time))

    def _count(self, by: int) -> None:
        row: DoorRow | None = self.table.current_row() if self.table.isVisible() else None
        if row is None or not row.is_group or not row.came + by >= 0:
            return
        count = self.context.write(lambda: door.count_group(self.context.desk, row.id, by))
        if count is not None:
            self._finish()
            self.said.setText(_("{name}: {count} in.").format(name=row.name, count=count))

    def _on_not_here_clicked(self) -> None:
        row: DoorRow | None = self.table.current_row()
        if row is None:
            return

        def write() -> bool:
            door.not_here(self.context.desk, row.id)
            return True

        if self.context.write(write):
            self._finish()
            self.said.setText(_("{name}: not here after all.").format(name=row.name))

    def _on_walk_in_clicked(self) -> None:
        event_id = self._event_id
        if event_id is None:
            return
        person_id = add_person(self.context, self.window(), self.field.text().strip())
        if person_id is not None and self.context.write(
            lambda: door.walk_in(self.context.desk, event_id, person_id)
        ):
            self._finish()
            self.said.setText(_("Walk-in added."))

    def _on_back_clicked(self) -> None:
        self.context.go("visits" if self._visit_id is None else "visit", self._visit_id)

    def _finish(self) -> None:
        self.field.clear()
        self.refresh()
        self.focus_list()


def _few(numbers: list[str]) -> str:
    """The first of them, so that a long span does not fill the page."""
    return ", ".join(numbers[:8]) + (" …" if len(numbers) > 8 else "")


def _columns() -> list[Column[DoorRow]]:
    return [
        Column(_("Name"), _name, second=_office, stretches=True),
        Column(_("Arrived"), _state, width=220, align="right"),
    ]


def _name(row: DoorRow) -> str:
    if row.stand_in:
        return _("{name}, represented by {other}").format(name=row.name, other=row.stand_in)
    return row.name


def _office(row: DoorRow) -> str:
    walked_in = _("Walk-in") if row.walked_in else ""
    return ", ".join(part for part in (walked_in, row.office, row.organisation) if part)


def _state(row: DoorRow) -> str:
    if row.is_group:
        return _("{came} of {expected}").format(came=row.came, expected=row.expected or "?")
    if row.attended is False:
        return _("Not here")
    if row.arrived is not None:
        return clock_time(row.arrived, current_language())
    return _("Came") if row.attended else ""
