"""From parts to events: which wall times in which zone, and what is still missing."""

from dataclasses import replace
from datetime import datetime, time, timedelta
from typing import cast

from desk.locale.zones import TimeDoesNotExist, instant
from desk.model.choices import EventKind, Status
from desk.rules.quick_add import problems
from desk.rules.quick_add.clock import DAY
from desk.rules.quick_add.tree import (
    Days,
    Hours,
    Known,
    Named,
    Occurrence,
    PartKind,
    Plan,
    Problem,
    Value,
)

_ONCE = (
    PartKind.DAY,
    PartKind.TIME,
    PartKind.ZONE,
    PartKind.VENUE,
    PartKind.KIND,
    PartKind.STATUS,
    PartKind.VISIT,
)
"""What a line may say only once."""


def planned(plan: Plan, known: Known) -> Plan:
    """The plan with the events that its parts ask for, or with what they lack."""
    venue = cast("Named | None", _value(plan, PartKind.VENUE))
    zone = cast("str | None", _value(plan, PartKind.ZONE))
    people = (part.value for part in plan.parts_of(PartKind.PERSON))
    plan = replace(
        plan,
        zone=zone or (venue.zone if venue else "") or known.zone,
        venue=venue,
        kind=cast("EventKind | None", _value(plan, PartKind.KIND)),
        status=cast("Status | None", _value(plan, PartKind.STATUS)),
        visit=cast("Named | None", _value(plan, PartKind.VISIT)),
        people=tuple(dict.fromkeys(who for who in people if isinstance(who, Named))),
    )
    found = [*plan.problems, *_missing(plan)]
    days, hours = _value(plan, PartKind.DAY), _value(plan, PartKind.TIME)
    occurrences: tuple[Occurrence, ...] = ()
    if isinstance(days, Days) and isinstance(hours, Hours | None):
        occurrences = _occurrences(days, hours)
        try:
            for one in occurrences:
                instant(one.starts, plan.zone)
                instant(one.ends, plan.zone)
        except TimeDoesNotExist as error:
            found.append(problems.skipped_time(error))
            occurrences = ()
    return replace(plan, problems=tuple(found), occurrences=occurrences)


def _missing(plan: Plan) -> list[Problem]:
    codes = {problem.code for problem in plan.problems}
    found = [problems.said_twice(kind) for kind in _ONCE if len(plan.parts_of(kind)) > 1]
    if not plan.title:
        found.append(problems.no_title())
    day = plan.parts_of(PartKind.DAY)
    if not day and "no_such_day" not in codes:
        found.append(problems.no_day())
    one_day = not day or any(
        isinstance(row.value, Days) and row.value.first == row.value.last for row in day[0].readings
    )
    has_time = any(part.readings for part in plan.parts_of(PartKind.TIME))
    if one_day and not has_time and "no_such_time" not in codes:
        found.append(problems.no_time())
    return found


def _value(plan: Plan, kind: PartKind) -> Value | None:
    parts = plan.parts_of(kind)
    return parts[0].value if len(parts) == 1 else None


def _occurrences(days: Days, hours: Hours | None) -> tuple[Occurrence, ...]:
    first = datetime.combine(days.first, time.min)
    last = datetime.combine(days.last, time.min)
    one_day = days.first == days.last
    if hours is None or hours == Hours(0, DAY):
        if hours is None and one_day:
            return ()
        return (Occurrence(first, last + timedelta(days=1), all_day=True),)
    start, end = timedelta(minutes=hours.start), timedelta(minutes=hours.end)
    if days.daily is False:
        return (Occurrence(first + start, last + end),)
    count = (days.last - days.first).days + 1
    each = (first + timedelta(days=at) for at in range(count))
    return tuple(Occurrence(day + start, day + end) for day in each)
