"""The rows of a rundown: what stands in each column and what one types there."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from desk.gui.models.editable_rows import EditableRows
from desk.gui.models.rows import Column
from desk.locale import _, current_language
from desk.locale.formats import clock_time, guest_times
from desk.locale.languages import language_names
from desk.model.rows.events import EventRow
from desk.model.rows.rundown import ItemRow, RundownFinding

START, LENGTH, ITEM, PLACE, LEADER, IN_CHARGE, LANGUAGE, DRESS, NOTES, LOCKED, INTERNAL = range(11)

FIELDS: Mapping[int, str] = {
    START: "starts",
    LENGTH: "minutes",
    ITEM: "title",
    PLACE: "place",
    LEADER: "leader",
    IN_CHARGE: "in_charge",
    LANGUAGE: "language",
    DRESS: "dress",
    NOTES: "notes",
    LOCKED: "locked",
    INTERNAL: "internal",
}
"""The column of the table to the field that it writes."""

WIDTHS: Mapping[int, int] = {
    START: 72,
    PLACE: 100,
    LEADER: 108,
    LANGUAGE: 76,
    DRESS: 70,
}
"""Widths beside the columns of the office."""

GUEST_WIDTHS: Mapping[int, int] = {
    START: 156,
    PLACE: 170,
    LEADER: 170,
    LANGUAGE: 140,
    DRESS: 120,
}
"""Widths of the same columns in the guests' view, which has fewer of them."""

OFFICE_ONLY = (IN_CHARGE, NOTES, LOCKED, INTERNAL)
"""Columns that guests do not read."""


@dataclass(frozen=True, slots=True)
class RundownRow:
    """One row with what is to be known about it."""

    item: ItemRow
    guest_time: str = ""
    second_time: str = ""
    """Below the start: its end, or for guests the same by their own clock."""
    findings: tuple[RundownFinding, ...] = ()

    @property
    def id(self) -> int:
        """The id of the row."""
        return self.item.id

    @property
    def title(self) -> str:
        """What it is called, also while nobody has said so."""
        return self.item.title or _("Untitled row")


def rundown_rows(
    event: EventRow, items: Sequence[ItemRow], findings: Sequence[RundownFinding], *, guests: bool
) -> list[RundownRow]:
    """The rows as the office or as the `guests` read them, with their findings."""
    rows: list[RundownRow] = []
    for item in items:
        guest_time = _guest_time(event, item)
        end = until_words(item.starts, item.ends)
        own = tuple(finding for finding in findings if finding.item_id == item.id)
        rows.append(RundownRow(item, guest_time, guest_time if guests and guest_time else end, own))
    return rows


def rundown_model() -> EditableRows[RundownRow]:
    """An empty model with all columns."""
    language = current_language()
    columns: list[Column[RundownRow]] = [
        Column(
            _("Start"),
            lambda row: clock_time(row.item.starts, language),
            second=lambda row: row.second_time,
            tip=lambda row: row.guest_time,
            width=WIDTHS[START],
        ),
        Column(_("Min."), lambda row: str(row.item.minutes), align="right", width=48),
        Column(
            _("Item"),
            lambda row: row.title,
            second=finding_words,
            cell=lambda row: row,
            tip=lambda row: "\n".join(f"{f.title}. {f.why}" for f in row.findings),
            width=220,
        ),
        Column(
            _("Place"),
            lambda row: row.item.place,
            tip=lambda row: row.item.place,
            width=WIDTHS[PLACE],
        ),
        Column(
            _("Led by"),
            lambda row: row.item.leader,
            tip=lambda row: row.item.leader,
            width=WIDTHS[LEADER],
        ),
        Column(
            _("In charge"),
            lambda row: row.item.in_charge,
            tip=lambda row: row.item.in_charge,
            width=100,
        ),
        Column(_("Language"), language_words, tip=language_words, width=WIDTHS[LANGUAGE]),
        Column(
            _("Dress"),
            lambda row: row.item.dress,
            tip=lambda row: row.item.dress,
            width=WIDTHS[DRESS],
        ),
        Column(_("Note"), lambda row: row.item.notes, tip=lambda row: row.item.notes, width=94),
        Column(
            _("Locked"),
            lambda row: _("Time locked") if row.item.locked else "",
            checked=lambda row: row.item.locked,
            tip=lambda _row: _("Keeps its time when the rows before it are moved"),
            width=58,
        ),
        Column(
            _("Internal"),
            lambda row: _("Internal") if row.item.internal else "",
            checked=lambda row: row.item.internal,
            tip=lambda _row: _("Only the office reads it"),
            width=78,
        ),
    ]
    return EditableRows(
        columns,
        edits={
            START: lambda row: clock_time(row.item.starts, language),
            LENGTH: lambda row: str(row.item.minutes),
            ITEM: lambda row: row.item.title,
            PLACE: lambda row: row.item.place,
            LEADER: lambda row: row.item.leader,
            IN_CHARGE: lambda row: row.item.in_charge,
            LANGUAGE: language_words,
            DRESS: lambda row: row.item.dress,
            NOTES: lambda row: row.item.notes,
        },
        can_move=lambda row: not row.item.locked,
    )


def until_words(starts: datetime, ends: datetime) -> str:
    """The end of a row below its start; nothing for a moment."""
    if ends == starts:
        return ""
    return f"–{clock_time(ends, current_language())}"


def language_words(row: RundownRow) -> str:
    """The languages that are spoken."""
    return language_names(row.item.language, current_language())


def finding_words(row: RundownRow) -> str:
    """What is wrong with the row, in one line."""
    return " · ".join(finding.title for finding in row.findings)


def _guest_time(event: EventRow, item: ItemRow) -> str:
    if not event.guest_zone:
        return ""
    ends = item.ends if item.minutes else None
    found = guest_times(
        item.starts,
        ends,
        event.zone,
        event.guest_zone,
        current_language(),
        fold=event.starts_fold,
    )
    return found or ""
