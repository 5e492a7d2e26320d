"""A view of the calendar, drafted for paper: a day, a week, a month, the plan of the venues."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any, Literal

from sqlmodel import Session, col, select

from desk.documents.calendar import (
    GRID_TEMPLATE,
    MONTH_TEMPLATE,
    ROOMS_TEMPLATE,
    PaperSize,
    Sheet,
    grid_data,
    month_data,
    rooms_data,
)
from desk.locale import _, current_language, said
from desk.locale.formats import (
    date_range,
    day_month,
    long_date,
    month_and_year,
    short_date_range,
    weekday_names,
)
from desk.locale.zones import zone_label
from desk.model.choices import DocumentKind, Status
from desk.model.rows.documents import DocumentDraft
from desk.model.rows.events import EventRow
from desk.model.tables import ProducedDocument, Visit
from desk.rules.days import Holiday
from desk.services import checks
from desk.services.assembly.events import event_rows
from desk.services.assembly.visits import visit_rows
from desk.services.calendar_days import holidays_between
from desk.services.calendar_sheets import Shown, grid_days, hours_of, month_weeks
from desk.services.desk import Desk
from desk.services.prints import known_language, what_changed, when_printed
from desk.services.programme import overlapping
from desk.services.room_sheets import room_days
from desk.services.scheduling import day_begins
from desk.services.settings import settings_in
from desk.services.special_days import OFFICE_COUNTRY
from desk.services.visits import LONGEST_VISIT, visits_between

View = Literal["day", "week", "month", "rooms"]
VIEWS: tuple[View, ...] = ("day", "week", "month", "rooms")
ROOM_DAYS = (1, 3, 7)
"""How many days the plan of the venues shows."""

_OFF = (Status.CANCELLED, Status.POSTPONED)
_A_DAY = timedelta(days=1)
_PRINTS_LOOKED_AT = 200


@dataclass(frozen=True, slots=True)
class Scope:
    """Which view of which days; `day` is any day of the period."""

    view: View
    day: date
    days: int = 1
    """Only the plan of the venues shows more than one day from `day` on."""

    @property
    def first(self) -> date:
        """The first day that is printed; of a month the Monday of its first week."""
        if self.view == "week":
            return self.day - timedelta(days=self.day.weekday())
        if self.view == "month":
            begins = self.day.replace(day=1)
            return begins - timedelta(days=begins.weekday())
        return self.day

    @property
    def last(self) -> date:
        """The last day that is printed."""
        if self.view == "week":
            return self.first + timedelta(days=6)
        if self.view == "month":
            ends = (self.day.replace(day=28) + timedelta(days=4)).replace(day=1) - _A_DAY
            return ends + timedelta(days=6 - ends.weekday())
        return self.day + timedelta(days=self.days - 1)

    @property
    def words(self) -> str:
        """The scope as a tab of the page names it: "week:2026-12-06", "rooms:2026-12-06+3"."""
        more = f"+{self.days}" if self.days > 1 else ""
        return f"{self.view}:{self.day.isoformat()}{more}"


@dataclass(frozen=True, slots=True)
class CalendarChoices:
    """How a view is to look on paper."""

    language: str
    paper: PaperSize = "a4"
    show_cancelled: bool = True
    only_booked: bool = False
    """Of the venues only those in which something is held."""


def scope_of(words: str) -> Scope | None:
    """The scope that a tab names, such as "week:2026-12-06"; None for anything else."""
    name, _colon, rest = words.partition(":")
    day, _plus, days = rest.partition("+")
    if name not in VIEWS or (days and not days.isdigit()):
        return None
    try:
        return Scope(name, date.fromisoformat(day), int(days or 1))
    except ValueError:
        return None


def paper_tab(view: str, first: date, last: date) -> str:
    """The tab for what a view of the calendar shows; a view without paper of its own gets one."""
    if view == "rooms":
        asked = (last - first).days + 1
        days = max((count for count in ROOM_DAYS if count <= asked), default=1)
        return Scope("rooms", first, days).words
    if view == "month":
        # The first day shown may belong to the month before.
        return Scope("month", first + (last - first) // 2).words
    if view == "overview":
        return Scope("month", first).words
    return Scope("day" if view == "day" else "week", first).words


def calendar_draft(desk: Desk, scope: Scope, choices: CalendarChoices) -> DocumentDraft:
    """A view of the calendar, ready to be set. Raises UserError."""
    language = known_language(choices.language)
    since, until = day_begins(scope.first, desk.zone), day_begins(scope.last + _A_DAY, desk.zone)
    clashing = _clashing(desk, since, until)
    countries = {row.country for row in visits_between(desk, scope.first, scope.last)}
    country = countries.pop() if len(countries) == 1 else ""
    holidays = holidays_between(desk, scope.first, scope.last, country=country)
    with desk.read() as session:
        rows = event_rows(session, overlapping(session, since, until), language)
        if not choices.show_cancelled:
            rows = [row for row in rows if row.status not in _OFF]
        # A month says no second clock: its cells hold a start and a title.
        guest_zone = "" if scope.view == "month" else _guest_zone(rows, desk.zone)
        resting = frozenset(
            day
            for day, found in holidays.items()
            if any(h.country == OFFICE_COUNTRY for h in found)
        )
        shown = Shown(tuple(rows), frozenset(clashing), desk.zone, guest_zone, language, resting)
        content = _content(shown)
        earlier = _latest(session, scope, language)
        number = earlier.number + 1 if earlier else 1
        changed = what_changed(earlier.content, content, language) if earlier else ()
        replaces = (
            said(language, "print {number} of {when}").format(
                number=earlier.number, when=when_printed(desk, earlier.produced_at, language)
            )
            if earlier
            else ""
        )
        sheet = Sheet(
            language=language,
            letterhead=settings_in(session).letterhead_lines,
            title=_title(scope, language),
            period=period_words(scope, language),
            zones=_zones(shown, scope.first),
            visits=(
                *_visits(session, scope, language, choices),
                *_holiday_line(holidays, language),
            ),
            prepared=said(language, "Print {number}, {when}").format(
                number=number, when=when_printed(desk, desk.now(), language)
            ),
            replaces=replaces or None,
            changes=", ".join(changed) or None,
            paper=choices.paper,
        )
        template, data = _laid_out(session, sheet, scope, shown, choices)
    return DocumentDraft(
        kind=DocumentKind.CALENDAR,
        template=template,
        data=data,
        title=_screen_title(scope),
        file_name=f"{scope.view}_{scope.first.isoformat()}_{language}.pdf",
        language=language,
        event_id=None,
        visit_id=None,
        content={"scope": _key(scope), **content},
        number=number,
        replaces=replaces,
        changed=changed,
    )


def _laid_out(
    session: Session, sheet: Sheet, scope: Scope, shown: Shown, choices: CalendarChoices
) -> tuple[str, dict[str, object]]:
    language = sheet.language
    zone = zone_label(shown.zone, _noon(scope.first), language)
    guests = zone_label(shown.guest_zone, _noon(scope.first), language) if shown.guest_zone else ""
    if scope.view == "month":
        weeks = month_weeks(shown, scope.first, scope.last, scope.day)
        return MONTH_TEMPLATE, month_data(sheet, weekday_names(language), weeks)
    days = [
        scope.first + timedelta(days=number)
        for number in range((scope.last - scope.first).days + 1)
    ]
    hours = hours_of(shown, days)
    if scope.view == "rooms":
        rooms = room_days(session, shown, days, hours, only_booked=choices.only_booked)
        return ROOMS_TEMPLATE, rooms_data(sheet, rooms, hours, zone=zone, guest_zone=guests)
    return GRID_TEMPLATE, grid_data(
        sheet, grid_days(shown, days), hours, zone=zone, guest_zone=guests
    )


def _clashing(desk: Desk, since: datetime, until: datetime) -> set[int]:
    """The events of which somebody has to say that they clash."""
    return {
        event_id
        for finding in checks.clash_findings_between(desk, since, until)
        if not finding.accepted
        for event_id in (finding.event_id, finding.other_event_id)
        if event_id is not None
    }


def _guest_zone(rows: Sequence[EventRow], zone: str) -> str:
    """The second clock of the sheet: the guests' own, as long as all guests have the same."""
    zones = {row.guest_zone for row in rows if row.guest_zone and row.guest_zone != zone}
    return zones.pop() if len(zones) == 1 else ""


def _noon(day: date) -> datetime:
    return datetime.combine(day, datetime.min.time()).replace(hour=12)


def _title(scope: Scope, language: str) -> str:
    if scope.view == "rooms":
        return said(language, "Venue plan")
    return said(language, "Calendar")


def _screen_title(scope: Scope) -> str:
    return {
        "day": _("Calendar, day"),
        "week": _("Calendar, week"),
        "month": _("Calendar, month"),
        "rooms": _("Venue plan"),
    }[scope.view]


def period_words(scope: Scope, language: str) -> str:
    """The days of a scope as a heading."""
    if scope.view == "month":
        return month_and_year(scope.day, language)
    if scope.view == "week":
        week = said(language, "Week {number}").format(number=scope.first.isocalendar().week)
        return f"{week}, {short_date_range(scope.first, scope.last, language)}"
    if scope.first == scope.last:
        return long_date(scope.first, language)
    return date_range(scope.first, scope.last, language, same_year_once=True)


def _zones(shown: Shown, day: date) -> str:
    language = shown.language
    zone = zone_label(shown.zone, _noon(day), language)
    if not shown.guest_zone:
        return said(language, "Times in {zone}").format(zone=zone)
    return said(language, "Times in {zone}, {guest_zone} in grey").format(
        zone=zone, guest_zone=zone_label(shown.guest_zone, _noon(day), language)
    )


def _visits(
    session: Session, scope: Scope, language: str, choices: CalendarChoices
) -> tuple[str, ...]:
    """A line for each visit of the period: its title, its days, what is not settled."""
    found = session.exec(
        select(Visit)
        .where(
            Visit.first_day <= scope.last,
            Visit.last_day >= scope.first,
            Visit.first_day >= scope.first - LONGEST_VISIT,
        )
        .order_by(col(Visit.first_day), col(Visit.id))
    ).all()
    lines: list[str] = []
    for row in visit_rows(session, found, language):
        if row.status in _OFF and not choices.show_cancelled:
            continue
        line = f"{row.title}, {short_date_range(row.first_day, row.last_day, language)}"
        word = _UNSETTLED.get(row.status)
        lines.append(f"{line} ({said(language, word)})" if word else line)
    return tuple(lines)


def _holiday_line(holidays: Mapping[date, Sequence[Holiday]], language: str) -> tuple[str, ...]:
    """The holidays of the period in one line, by the country's code; none for none.

    Their names are known in the language of the screen; on paper in another language the day and
    the country have to do.
    """
    same = language == current_language()
    parts: list[str] = []
    for day, found in sorted(holidays.items()):
        names: dict[str, list[str]] = defaultdict(list)
        for holiday in found:
            names[holiday.name if same else ""].append(holiday.country)
        for name, codes in names.items():
            words = [day_month(day, language), name, f"({', '.join(dict.fromkeys(codes))})"]
            parts.append(" ".join(word for word in words if word))
    if not parts:
        return ()
    return (said(language, "Public holidays: {days}").format(days=" · ".join(parts)),)


_UNSETTLED = {
    Status.IDEA: "proposed",
    Status.TENTATIVE: "tentative",
    Status.CANCELLED: "cancelled",
    Status.POSTPONED: "postponed",
}
"""What is firm needs no word; the others must not be taken for firm. Said as on a programme."""


def _content(shown: Shown) -> dict[str, Any]:
    """What the next print of the same view is compared with."""
    return {
        "events": [
            [
                row.starts_at.isoformat(),
                row.ends_at.isoformat(),
                row.title,
                row.place,
                row.status.value,
            ]
            for row in shown.events
        ]
    }


def _key(scope: Scope) -> str:
    return f"{scope.view}:{scope.first.isoformat()}:{scope.last.isoformat()}"


def _latest(session: Session, scope: Scope, language: str) -> ProducedDocument | None:
    """The latest print of the same view of the same days, among the latest of all views."""
    prints = session.exec(
        select(ProducedDocument)
        .where(
            ProducedDocument.kind == DocumentKind.CALENDAR, ProducedDocument.language == language
        )
        .order_by(col(ProducedDocument.id).desc())
        .limit(_PRINTS_LOOKED_AT)
    ).all()
    return next((row for row in prints if row.content.get("scope") == _key(scope)), None)
