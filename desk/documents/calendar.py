"""A view of the calendar on paper: a day or a week by the hour, a month, the plan of the venues.

What a screen says with colour, paper says with hatching, strokes and dashes, and every sheet of it
explains them: these are printed in black and white.
"""

from dataclasses import dataclass
from typing import Literal

from desk.documents.foot import foot_lines
from desk.documents.text import for_column, one_line
from desk.locale import said, to_be_said
from desk.model.choices import Status

GRID_TEMPLATE = "calendar_grid.typ"
MONTH_TEMPLATE = "calendar_month.typ"
ROOMS_TEMPLATE = "calendar_rooms.typ"

PaperSize = Literal["a4", "a3"]

_STATUS_WORDS = {
    Status.IDEA: to_be_said("proposed"),
    Status.TENTATIVE: to_be_said("tentative"),
    Status.CANCELLED: to_be_said("cancelled"),
    Status.POSTPONED: to_be_said("postponed"),
}


@dataclass(frozen=True, slots=True)
class Sheet:
    """What every view has: whose calendar, of which days, by which clocks.

    `period` is the heading, `visits` a line for each visit of the period. `prepared` says when it
    was made and by whom.
    """

    language: str
    letterhead: tuple[str, ...]
    title: str
    period: str
    zones: str
    visits: tuple[str, ...] = ()
    prepared: str = ""
    replaces: str | None = None
    changes: str | None = None
    paper: PaperSize = "a4"


@dataclass(frozen=True, slots=True)
class PaperEvent:
    """One event, ready to print; `time` without its zone, which the sheet says once."""

    time: str
    title: str
    place: str
    status: Status = Status.CONFIRMED
    clash: bool = False
    guest_time: str = ""
    hosts: str = ""


@dataclass(frozen=True, slots=True)
class Block:
    """An event in the grid of one day: minutes of that day, and its lane among its neighbours."""

    event: PaperEvent
    starts: int
    ends: int
    lane: int = 0
    lanes: int = 1


@dataclass(frozen=True, slots=True)
class GridDay:
    """One column: weekday and date, what lasts all day, and the blocks."""

    weekday: str
    day: str
    heading: str
    rests: bool
    all_day: tuple[PaperEvent, ...]
    blocks: tuple[Block, ...]
    events: tuple[PaperEvent, ...]
    """Everything of the day again, in full, for the list behind the grid."""


@dataclass(frozen=True, slots=True)
class Hour:
    """A line of the grid: minutes of the day, and what the clocks say."""

    minute: int
    clock: str
    guest_clock: str = ""


@dataclass(frozen=True, slots=True)
class MonthDay:
    """One cell of a month."""

    number: str
    outside: bool
    rests: bool
    events: tuple[PaperEvent, ...]


@dataclass(frozen=True, slots=True)
class MonthWeek:
    """Seven days from Monday, with the ISO number of their week."""

    number: str
    days: tuple[MonthDay, ...]


@dataclass(frozen=True, slots=True)
class Bar:
    """A booking of a venue: minutes of the day, the preparation around it, its lane."""

    event: PaperEvent
    starts: int
    ends: int
    prepared_from: int
    prepared_until: int
    lane: int = 0
    next: int = 0
    """The minute at which the next bar of the lane begins, or the sheet ends."""


@dataclass(frozen=True, slots=True)
class Closed:
    """Minutes of the day in which a venue cannot be had, and why."""

    starts: int
    ends: int
    reason: str


@dataclass(frozen=True, slots=True)
class RoomRow:
    """One venue on one day."""

    name: str
    detail: str
    bars: tuple[Bar, ...]
    closed: tuple[Closed, ...] = ()
    lanes: int = 1


@dataclass(frozen=True, slots=True)
class RoomDay:
    """All venues on one day."""

    heading: str
    rows: tuple[RoomRow, ...]


def grid_data(
    sheet: Sheet, days: tuple[GridDay, ...], hours: tuple[Hour, ...], *, zone: str, guest_zone: str
) -> dict[str, object]:
    """A day or a week as calendar_grid.typ reads it."""
    language = sheet.language
    return {
        **_sheet(sheet),
        "zone": one_line(zone),
        "guest_zone": one_line(guest_zone),
        "hours": [
            {"minute": hour.minute, "clock": hour.clock, "guest": hour.guest_clock}
            for hour in hours
        ],
        "words": {
            **_words(language),
            "all_day": said(language, "All day"),
            "list": said(language, "All events in full"),
        },
        "columns": {
            "time": said(language, "Time"),
            "event": said(language, "Event and place"),
            "hosts": said(language, "Hosts"),
        },
        "days": [
            {
                "weekday": one_line(day.weekday),
                "day": one_line(day.day),
                "heading": for_column(day.heading),
                "rests": day.rests,
                "all_day": [_event(event, language) for event in day.all_day],
                "blocks": [
                    {
                        **_event(block.event, language),
                        "starts": block.starts,
                        "ends": block.ends,
                        "lane": block.lane,
                        "lanes": block.lanes,
                    }
                    for block in day.blocks
                ],
                "events": [_event(event, language) for event in day.events],
            }
            for day in days
        ],
    }


def month_data(
    sheet: Sheet, weekdays: tuple[str, ...], weeks: tuple[MonthWeek, ...]
) -> dict[str, object]:
    """A month as calendar_month.typ reads it."""
    language = sheet.language
    return {
        **_sheet(sheet),
        "words": _words(language),
        "week": said(language, "Week no."),
        "weekdays": [one_line(name) for name in weekdays],
        "weeks": [
            {
                "number": week.number,
                "days": [
                    {
                        "number": day.number,
                        "outside": day.outside,
                        "rests": day.rests,
                        "events": [_event(event, language) for event in day.events],
                    }
                    for day in week.days
                ],
            }
            for week in weeks
        ],
    }


def rooms_data(
    sheet: Sheet, days: tuple[RoomDay, ...], hours: tuple[Hour, ...], *, zone: str, guest_zone: str
) -> dict[str, object]:
    """The plan of the venues as calendar_rooms.typ reads it."""
    language = sheet.language
    legend = [
        {"kind": "prepared", "words": said(language, "set-up and clear-down")},
        {"kind": "closed", "words": said(language, "not available")},
    ]
    base = _sheet(sheet)
    return {
        **base,
        "legend": [*_legend(language), *legend],
        "zone": one_line(zone),
        "guest_zone": one_line(guest_zone),
        "venue": said(language, "Venue"),
        "hours": [
            {"minute": hour.minute, "clock": hour.clock, "guest": hour.guest_clock}
            for hour in hours
        ],
        "words": _words(language),
        "days": [
            {
                "heading": for_column(day.heading),
                "rows": [_room(row, language) for row in day.rows],
            }
            for day in days
        ],
    }


def _room(row: RoomRow, language: str) -> dict[str, object]:
    return {
        "name": for_column(row.name),
        "detail": for_column(row.detail),
        "lanes": row.lanes,
        "closed": [
            {"starts": each.starts, "ends": each.ends, "reason": for_column(each.reason)}
            for each in row.closed
        ],
        "bars": [
            {
                **_event(bar.event, language),
                "starts": bar.starts,
                "ends": bar.ends,
                "from": bar.prepared_from,
                "until": bar.prepared_until,
                "lane": bar.lane,
                "next": bar.next,
            }
            for bar in row.bars
        ],
    }


def _sheet(sheet: Sheet) -> dict[str, object]:
    language = sheet.language
    title = one_line(sheet.title)
    return {
        "language": language,
        "author": [one_line(line) for line in sheet.letterhead[:1]],
        "document": f"{title}, {one_line(sheet.period)}",
        "letterhead": [for_column(line) for line in sheet.letterhead],
        "title": for_column(title),
        "period": for_column(sheet.period),
        "zones": for_column(sheet.zones),
        "visits": [for_column(line) for line in sheet.visits],
        "running": for_column(f"{title} · {sheet.period}"),
        "day": for_column(sheet.zones),
        "paper": sheet.paper,
        "legend": _legend(language),
        "page": said(language, "Page {page} of {pages}"),
        "footer": foot_lines(language, sheet.prepared, sheet.replaces, sheet.changes),
    }


def _words(language: str) -> dict[str, str]:
    return {
        "clash": said(language, "clash"),
        "nothing": said(language, "Nothing is planned."),
    }


def _legend(language: str) -> list[dict[str, str]]:
    return [
        {"kind": "firm", "words": said(language, "confirmed")},
        {"kind": "tentative", "words": said(language, "tentative or proposed")},
        {"kind": "off", "words": said(language, "cancelled or postponed")},
        {"kind": "clash", "words": said(language, "clash")},
    ]


def _event(event: PaperEvent, language: str) -> dict[str, object]:
    word = _STATUS_WORDS.get(event.status)
    off = event.status in (Status.CANCELLED, Status.POSTPONED)
    return {
        "time": for_column(event.time),
        "guest_time": for_column(event.guest_time),
        "title": for_column(event.title),
        "place": for_column(event.place),
        "hosts": for_column(event.hosts),
        "status": said(language, word) if word else "",
        "state": "off" if off else "firm" if event.status.is_firm else "tentative",
        "clash": event.clash,
    }
