"""Everybody the desk knows."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from desk.gui.context import Context, Target
from desk.gui.models.people import (
    COUNTRY,
    LANGUAGE,
    MAILBOX,
    NAME,
    OFFICE,
    PAGE,
    PeopleModel,
    people_columns,
)
from desk.gui.pages.section_page import SectionPage
from desk.gui.widgets.button import Button
from desk.gui.widgets.cells import Mark, MarkCell, TextCell, TwoLineCell
from desk.gui.widgets.empty_state import EmptyState
from desk.gui.widgets.table import Table
from desk.locale import _, current_language, ngettext
from desk.locale.formats import number
from desk.model.changes import Changes
from desk.model.rows.people import PersonRow
from desk.services import people

ROW_HEIGHT = 42
FEW = 2 * PAGE
"""Up to so many rows are simply read again."""
_MANY = 50


class PeoplePage(SectionPage):
    """A table that stays quick with tens of thousands: it reads what comes into sight."""

    tables = frozenset({"person", "office", "organisation"})
    kind = "person"

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, _("People"), parent)
        self.model = PeopleModel(people_columns(_mailbox_cell), self._load, self)
        self.table = Table(self.model, name=_("People"), row_height=ROW_HEIGHT)
        self.table.set_cell(NAME, TwoLineCell("row_title"))
        self.table.set_cell(OFFICE, TwoLineCell())
        self.table.set_cell(COUNTRY, TextCell("note"))
        self.table.set_cell(MAILBOX, MarkCell())
        self.table.set_cell(LANGUAGE, TextCell("note", "text2"))
        self.new_button = Button(_("New person…"), "user-plus", "primary")
        self.same_button = Button(_("Same person?"), "users", "quiet", dense=True)
        self.header.add_action(self.same_button)
        self.header.add_action(self.filter)
        self.header.add_action(self.new_button)
        self.filter.setPlaceholderText(_("Name, office or organisation, in any script"))
        self.filter.setAccessibleName(_("Filter people"))
        empty = EmptyState(
            "users",
            _("Nobody is known yet"),
            _("Add the first person; a delegation brings the others."),
            primary=_("New person…"),
            primary_icon="user-plus",
        )
        self.set_list(self.table, empty)
        self._filtered_by = ""
        empty.primary_chosen.connect(self._on_new_asked)
        self.new_button.clicked.connect(self._on_new_asked)
        self.same_button.clicked.connect(self._on_same_button_clicked)
        self.table.row_activated.connect(self._on_table_row_activated)
        self.table.row_chosen.connect(self._on_table_row_chosen)

    def open(self, target: Target) -> None:
        """Show everybody, standing on one when the target names them."""
        if target.row_id is not None:
            self.filter.clear()
        self._read(self.table.currentIndex().row() + 1)
        if target.row_id is not None:
            self.table.select_key(target.row_id)

    def refresh(self) -> None:
        """Read what is shown anew."""
        self._read(self.model.rowCount())

    def on_committed(self, changes: Changes) -> None:
        """Show what changed; among thousands only that is read again."""
        touched = _people_in(changes)
        if self.model.rowCount() <= FEW or self.filter_words or touched is None:
            super().on_committed(changes)
        elif touched:
            desk = self.context.desk
            self.model.change({row_id: people.get_person(desk, row_id) for row_id in touched})
            self._say_count()

    def _read(self, rows: int) -> None:
        self._filter_timer.stop()
        words = self.filter_words
        self.model.reload(rows if words == self._filtered_by else 0)
        self._filtered_by = words
        self._say_count()
        self._say_empty()
        self.show_list(self.model.rowCount() > 0)

    def _load(self, offset: int, limit: int) -> Sequence[PersonRow]:
        desk, words = self.context.desk, self.filter_words
        if not words:
            return people.list_people(desk, limit=limit, offset=offset)
        # A search gives its best hits at once; whoever wants more writes more.
        return [] if offset else people.list_people(desk, containing=words, limit=limit)

    def _say_count(self) -> None:
        language = current_language()
        if self.filter_words:
            count = self.model.rowCount()
            words = ngettext("{count} found", "{count} found", count)
        else:
            count = people.count_people(self.context.desk)
            words = ngettext("{count} person", "{count} people", count)
        self.header.set_words(_("People"), words.format(count=number(count, language)))

    def _say_empty(self) -> None:
        if self.empty is None:
            return
        if self.filter_words:
            title, sentence = self.nothing_found()
            self.empty.set_words(title, sentence)
        else:
            self.empty.set_words(
                _("Nobody is known yet"), _("Add the first person; a delegation brings the others.")
            )

    def chosen_id(self) -> int | None:
        row: PersonRow | None = self.table.current_row()
        return None if row is None else row.id

    def commands(self) -> frozenset[str]:
        own = {"filter"}
        if self.chosen_id() is not None:
            own |= {"edit", "delete"}
        return frozenset(own)

    def run(self, command: str) -> None:
        {"filter": self.run_filter, "edit": self.edit, "delete": self.delete}[command]()

    def delete(self) -> None:
        """Delete the person stood on; the notice offers to take it back."""
        row_id = self.chosen_id()
        if row_id is not None:
            self.do(lambda: people.delete_person(self.context.desk, row_id), _("Person deleted"))

    def _on_new_asked(self) -> None:
        self.context.run_command("new_person")

    def _on_same_button_clicked(self) -> None:
        self.context.run_command("show_same_person")

    def _on_table_row_activated(self, _row: PersonRow) -> None:
        self.show_chosen()

    def _on_table_row_chosen(self, row: PersonRow | None) -> None:
        if row is not None:
            self.follow()


def _mailbox_cell(row: PersonRow) -> Mark:
    if row.email:
        return Mark("envelope-simple", "text2")
    return Mark("warning-circle", "warn", "warn")


def _people_in(changes: Changes) -> set[int] | None:
    """The people a commit touched; None when it may have touched the names of many."""
    found: set[int] = set()
    for row in changes.rows:
        if row.table == "organisation":
            return None
        if row.table == "person":
            found.add(row.row_id)
        elif row.table == "office":
            for image in (row.before, row.after):
                person_id = (image or {}).get("person_id")
                if isinstance(person_id, int):
                    found.add(person_id)
    return found if len(found) <= _MANY else None
