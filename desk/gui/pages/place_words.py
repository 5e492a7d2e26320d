"""The week of a place as a list by day, and its year in numbers."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from desk.gui.models.choice_words import event_colour, status_mark
from desk.gui.models.event_words import event_sentence, event_state
from desk.gui.models.rows import Column, Group
from desk.gui.widgets.row_list import NoteRowLook
from desk.gui.widgets.year_heat import Square
from desk.locale import _, current_language, ngettext
from desk.locale.formats import clock_span, long_date, month_names, number, weekday_day_month
from desk.locale.zones import wall_time, zone_label
from desk.model.rows.events import EventRow
from desk.model.rows.places import ClosedRow, DayUse, MonthUse, YearUse
from desk.rules.opening_hours import Hours
from desk.services.opening_words import span_words

_DAY = timedelta(days=1)
_USUAL_DAY = 10 * 60
"""Minutes that fill a day where no opening hours are noted."""

_ICONS = {
    "meet": "handshake",
    "travel": "airplane-landing",
    "meal": "fork-knife",
    "in": "users",
    "other": "calendar-blank",
}


@dataclass(frozen=True)
class PlaceLine:
    """An event or a closed time on one day of the week; the same one may be there on several."""

    day: date
    starts: datetime
    ends: datetime
    zone: str
    event: EventRow | None = None
    closed: ClosedRow | None = None

    @property
    def id(self) -> tuple[str, int, date]:
        """What tells lines apart."""
        if self.event is not None:
            return "event", self.event.id, self.day
        assert self.closed is not None
        return "closed", self.closed.id, self.day


def week_lines(
    monday: date,
    zone: str,
    hours: Hours | None,
    events: Iterable[EventRow],
    closed: Iterable[ClosedRow],
) -> list[PlaceLine | Group]:
    """Seven days with what lies on each; `hours` is None where no opening hours are kept."""
    lines: dict[date, list[PlaceLine]] = {monday + number * _DAY: [] for number in range(7)}
    spans = [
        *((row.starts_at, row.ends_at, row, None) for row in events),
        *((row.starts_at, row.ends_at, None, row) for row in closed),
    ]
    for starts_at, ends_at, event, shut in spans:
        starts, ends = wall_time(starts_at, zone), wall_time(ends_at, zone)
        for day, own in lines.items():
            midnight = datetime.combine(day, time.min)
            if starts < midnight + _DAY and midnight < ends:
                own.append(PlaceLine(day, starts, ends, zone, event, shut))
    language = current_language()
    found: list[PlaceLine | Group] = []
    for day, own in lines.items():
        title = weekday_day_month(day, language)
        found.append(Group(day.isoformat(), title, note=_day_note(day, hours, own)))
        found += sorted(own, key=lambda line: (line.starts, line.event is None))
    return found


def _day_note(day: date, hours: Hours | None, lines: Sequence[PlaceLine]) -> str:
    parts: list[str] = []
    if hours:
        span = hours.get(str(day.isoweekday()))
        parts.append(_("open {hours}").format(hours=span_words(span)) if span else _("not open"))
    if not lines:
        parts.append(_("nothing planned"))
    return " · ".join(parts)


def line_look(line: PlaceLine) -> NoteRowLook:
    """Title and status at the left, the time at the right."""
    language = current_language()
    time_words = clock_span(line.starts, line.ends, language)
    zone = zone_label(line.zone, line.starts, language)
    if line.event is None:
        assert line.closed is not None
        return NoteRowLook(
            line.closed.reason,
            _("Closed"),
            icon="prohibit",
            tone="warn",
            right=time_words,
            right_second=zone,
        )
    event = line.event
    second = " · ".join(
        part for part in (status_mark(event.status).words, event.visit_title) if part
    )
    return NoteRowLook(
        event.title,
        second,
        icon=_ICONS[event_colour(event.kind)],
        right=time_words,
        right_second=zone,
        struck=event_state(event) == "cancelled",
    )


def line_sentence(line: PlaceLine) -> str:
    """The line for whoever listens."""
    if line.event is not None:
        return event_sentence(line.event, False)
    look = line_look(line)
    return ", ".join((look.second, look.title, look.right, look.right_second))


# The year


def hours_words(minutes: int) -> str:
    """Minutes as hours, whole or with a half: "12", "7.5"."""
    hours = minutes / 60
    whole = abs(hours - round(hours)) < 0.05
    return number(hours, current_language(), 0 if whole else 1)


def share_words(share: float | None) -> str:
    """A share in per cent; a dash where there is none to speak of."""
    if share is None:
        return "–"
    percent = share * 100
    # So little is said with a decimal: a room that is hardly used is not an unused one.
    decimals = 1 if 0 < percent < 10 else 0
    return f"{number(percent, current_language(), decimals)}\u00a0%"


def month_columns() -> list[Column[MonthUse]]:
    """Month, events, hours, share of the opening hours."""
    names = month_names(current_language())
    return [
        Column(_("Month"), lambda row: names[row.month - 1], stretches=True),
        Column(
            _("Events"), lambda row: str(row.events) if row.events else "–", align="right", width=84
        ),
        Column(
            _("Hours"),
            lambda row: hours_words(row.minutes) if row.minutes else "–",
            align="right",
            width=84,
        ),
        Column(_("Share"), lambda row: share_words(row.share), align="right", width=112),
    ]


def year_squares(use: YearUse) -> list[Square]:
    """Each day as a square of the year, with its sentence."""
    return [
        Square(
            day.day,
            _fullness(day),
            closed=day.open_minutes == 0,
            words=_day_sentence(day),
        )
        for day in use.days
    ]


def _fullness(day: DayUse) -> float:
    """How full a day is; without opening hours ten hours fill it."""
    return min(1.0, day.minutes / (day.open_minutes or _USUAL_DAY))


def _day_sentence(day: DayUse) -> str:
    words = [long_date(day.day, current_language())]
    if day.events:
        count = ngettext("{count} event", "{count} events", day.events).format(count=day.events)
        words += [count, _("{hours} h").format(hours=hours_words(day.minutes))]
    elif day.open_minutes == 0:
        words.append(_("closed"))
    else:
        words.append(_("nothing planned"))
    if day.share is not None and day.events:
        words.append(_("{share} of the opening hours").format(share=share_words(day.share)))
    return ", ".join(words)


def year_sentence(use: YearUse) -> str:
    """The year in one sentence, for whoever listens."""
    count = ngettext("{count} event", "{count} events", use.events).format(count=use.events)
    words = [str(use.year), count, _("{hours} h").format(hours=hours_words(use.minutes))]
    if use.share is not None:
        words.append(_("{share} of the opening hours").format(share=share_words(use.share)))
    return ", ".join(words)
