"""People as the table shows them, read page by page."""

from bisect import insort
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from PySide6.QtCore import QObject

from desk.gui.models.person_words import language_words
from desk.gui.models.rows import AnyIndex, Column, RowModel
from desk.locale import _, current_language
from desk.locale.countries import country_name, usual_language
from desk.model.rows.people import PersonRow

PAGE = 500
"""Rows read at once; the next ones come as somebody scrolls."""

NAME, OFFICE, COUNTRY, MAILBOX, LANGUAGE = range(5)

Load = Callable[[int, int], Sequence[PersonRow]]
"""`load(offset, limit)`: people in their order from an offset on."""


def people_columns(mailbox_cell: Callable[[PersonRow], Any]) -> list[Column[PersonRow]]:
    """Name, office with its body, country, mailbox, language."""
    return [
        Column(
            _("Name"),
            lambda row: row.name_with_titles,
            second=lambda row: row.original_script,
            tip=lambda row: row.name_with_titles,
            width=230,
            roomy=260,
        ),
        Column(
            _("Office and organisation"),
            lambda row: row.office,
            second=lambda row: row.organisation,
            tip=lambda row: "\n".join(part for part in (row.office, row.organisation) if part),
            stretches=True,
        ),
        Column(_("Country"), country_words, width=116, tip=country_words),
        Column(
            _("Mailbox"), mailbox_words, cell=mailbox_cell, width=220, roomy=290, tip=mailbox_words
        ),
        Column(_("Language"), written_in, width=110),
    ]


def country_words(row: PersonRow) -> str:
    """The country's name, empty for none."""
    return country_name(row.country, current_language()) if row.country else ""


def mailbox_words(row: PersonRow) -> str:
    """The mailbox, or that there is none."""
    return row.email or _("No mailbox")


def written_in(row: PersonRow) -> str:
    """The language invitations are written in; the usual one of the country in brackets."""
    if row.language:
        return language_words(row.language)
    if not row.country:
        return ""
    usual = language_words(usual_language(row.country))
    return _("({language})").format(language=usual)


class PeopleModel(RowModel[PersonRow]):
    """Reads the first page, and further ones as they come into sight."""

    def __init__(
        self, columns: Sequence[Column[PersonRow]], load: Load, parent: QObject | None = None
    ) -> None:
        super().__init__(columns, parent=parent)
        self._load = load
        self._more = False

    def reload(self, rows: int) -> None:
        """Read anew, in whole pages, at least that many rows from the top."""
        pages = max(1, -(-rows // PAGE))
        read = self._load(0, pages * PAGE)
        self._more = len(read) == pages * PAGE
        self.show(read)

    def change(self, people: Mapping[int, PersonRow | None]) -> None:
        """Show these people anew, each in their place by name; None for those that are gone.

        Spares reading thousands of rows again because one of them changed.
        """
        rows = [row for row in self.rows() if row.id not in people]
        last = _order(rows[-1]) if rows else ""
        for row in people.values():
            # Beyond what was read so far it comes with its own page.
            if row is not None and not (self._more and _order(row) > last):
                insort(rows, row, key=_order)
        self.show(rows)

    def canFetchMore(self, parent: AnyIndex) -> bool:
        return self._more and not parent.isValid()

    def fetchMore(self, parent: AnyIndex) -> None:
        if not self.canFetchMore(parent):
            return
        before = self.rows()
        following = self._load(len(before), PAGE)
        self._more = len(following) == PAGE
        there = {row.id for row in before}
        self.show([*before, *(row for row in following if row.id not in there)])


def _order(row: PersonRow) -> str:
    """What people are ordered by, as the database does it."""
    return row.name.lower()
