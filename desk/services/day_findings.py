"""The days of events in words: Sundays, holidays, Friday prayer, Ramadan; each says its basis."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import time

from sqlmodel import Session

from desk.locale import _
from desk.locale.formats import clock_time
from desk.locale.words import current_language
from desk.model.rows.findings import FindingRow
from desk.model.tables import Event, Visit
from desk.rules.days import FRIDAY_PRAYER, IFTAR, DayFindings, Holiday, judge_days
from desk.services.assembly.findings import event_finding
from desk.services.calendar_days import calendar_between, is_in_host_country


def day_findings(
    session: Session, events: Sequence[Event], visits: Mapping[int, Visit]
) -> list[FindingRow]:
    """What is to be known about the days of these events: warnings, none stands in the way."""
    if not events:
        return []
    guests = {event.id: _guest_country(event, visits) for event in events}
    calendar = calendar_between(
        session,
        min(event.starts for event in events).date(),
        max(event.ends for event in events).date(),
        [code for code in dict.fromkeys(guests.values()) if code],
    )
    rows: list[FindingRow] = []
    for event in events:
        found = judge_days(
            event.starts,
            event.ends,
            kind=event.kind,
            calendar=calendar,
            guest_country=guests[event.id],
            in_host_country=is_in_host_country(event.zone),
            all_day=event.all_day,
        )
        if not found.is_empty:
            visit = visits.get(event.visit_id or 0)
            rows += (
                event_finding(event, visit, code, title, why, field="starts")
                for code, title, why in _words(found)
            )
    return rows


def _guest_country(event: Event, visits: Mapping[int, Visit]) -> str:
    visit = visits.get(event.visit_id or 0)
    return visit.country if visit else ""


def titles_of(found: DayFindings) -> tuple[str, ...]:
    """What is to be known about the days, in few words each."""
    return tuple(title for _code, title, _why in _words(found))


def _words(found: DayFindings) -> Iterator[tuple[str, str, str]]:
    """Code, title and reason of each."""
    if found.sundays:
        yield (
            "sunday",
            _("Sunday, the office is closed"),
            _(
                "Tell security and the unit that keeps the building. "
                "Basis: Sunday is no working day (Perpres 21/2023)."
            ),
        )
    if found.holidays:
        yield (
            "holiday",
            _("Public holiday: {names}").format(names=_names(found.holidays)),
            _("Offices may be closed. Basis: {basis}.").format(
                basis=_basis(
                    found.holidays,
                    _("the calendar of public holidays; the decree of the year decides"),
                )
            ),
        )
    if found.leave:
        yield (
            "collective_leave",
            _("Collective leave: {names}").format(names=_names(found.leave)),
            _("Offices may be closed. Basis: {basis}.").format(
                basis=_basis(found.leave, _("noted by the office"))
            ),
        )
    if found.friday_prayers:
        yield (
            "friday_prayer",
            _("Friday prayer, about {time}").format(time=_clocks(FRIDAY_PRAYER)),
            _("Keep the time free or begin after it. Basis: local practice, on the place's clock."),
        )
    decided = _("The dates are calculated; the government decides by sighting of the moon.")
    if found.fasting_meals:
        yield (
            "ramadan",
            _("Ramadan: a meal while people fast"),
            _("Those who fast eat after sunset, from about {time} on. {decided}").format(
                time=clock_time(IFTAR[0], current_language()), decided=decided
            ),
        )
    if found.iftars:
        yield (
            "ramadan",
            _("Ramadan: the fast is broken meanwhile"),
            _("Plan a pause at about {time}. {decided}").format(
                time=_clocks(IFTAR), decided=decided
            ),
        )


def _names(holidays: Sequence[Holiday]) -> str:
    """Each name once, with its country's code: "Hari Raya Natal (ID)"."""
    return ", ".join(dict.fromkeys(f"{row.name} ({row.country})" for row in holidays))


def _basis(holidays: Sequence[Holiday], otherwise: str) -> str:
    return "; ".join(dict.fromkeys(row.basis or otherwise for row in holidays))


def _clocks(hours: tuple[time, time]) -> str:
    return "–".join(clock_time(clock, current_language()) for clock in hours)
