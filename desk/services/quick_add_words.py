"""The parts of a typed line in words: what the chips say."""

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta

from desk.locale import _
from desk.locale.formats import clock_span, short_date_range, weekday_date
from desk.locale.zones import zone_label
from desk.model.choices import EventKind, Severity, Status
from desk.model.rows.findings import FindingRow
from desk.model.rows.quick_add import AlternativeRow, UnderstoodPart
from desk.rules.quick_add import Days, Hours, Named, Part, PartKind, Plan
from desk.services.choice_words import choice_words

_ABOUT: dict[PartKind, tuple[str, ...]] = {
    PartKind.DAY: ("starts",),
    PartKind.VENUE: ("venue_id", "layout_id"),
    PartKind.PERSON: ("people",),
}
"""The fields whose findings stand at a part."""

_GRAVITY = (Severity.ERROR, Severity.WARNING, Severity.NOTE)


def understood_parts(
    plan: Plan, findings: Sequence[FindingRow], language: str
) -> tuple[UnderstoodPart, ...]:
    """The parts of the plan in the order of the line, each with its gravest finding."""
    return tuple(_part(part, plan, findings, language) for part in plan.parts)


def _part(part: Part, plan: Plan, findings: Sequence[FindingRow], language: str) -> UnderstoodPart:
    words = " ".join(span.of(plan.text) for span in part.spans)
    alternatives = tuple(
        AlternativeRow(row.key, _words(row.value, part, plan, language)) for row in part.readings
    )
    text = alternatives[0].text if len(alternatives) == 1 else words
    found = [row.severity for row in findings if row.field in _ABOUT.get(part.kind, ())]
    severity = next((grave for grave in _GRAVITY if grave in found), None)
    free = None
    if part.kind is PartKind.VENUE and len(alternatives) == 1 and plan.occurrences:
        clashes = [row for row in findings if row.field == "venue_id"]
        free = not clashes
        text = (
            _("{venue}: free").format(venue=text)
            if free
            else _("{venue}: taken").format(venue=text)
            if any(row.code == "room_clash" for row in clashes)
            else text
        )
    return UnderstoodPart(
        kind=part.kind.value,
        key=part.key,
        words=words,
        text=text,
        spans=tuple((span.start, span.end) for span in part.spans),
        alternatives=alternatives,
        assumed=part.assumed,
        severity=severity,
        free=free,
    )


def _words(value: object, part: Part, plan: Plan, language: str) -> str:
    if isinstance(value, Days):
        return _day_words(value, language)
    if isinstance(value, Hours):
        return _hour_words(value, plan, language)
    if isinstance(value, Named):
        # Namesakes need what tells them apart.
        both = part.ambiguous and bool(value.detail)
        if part.kind is PartKind.VISIT or both:
            return f"{value.name}, {value.detail}"
        return value.name
    if isinstance(value, EventKind | Status):
        return choice_words(value)
    if part.kind is PartKind.ZONE:
        return zone_label(str(value), None, language)
    return str(value)


def _day_words(days: Days, language: str) -> str:
    if days.first == days.last:
        return weekday_date(days.first, language)
    words = short_date_range(days.first, days.last, language)
    if days.daily is None:
        return words
    return (
        _("{days}, each day").format(days=words)
        if days.daily
        else _("{days}, without a break").format(days=words)
    )


def _hour_words(hours: Hours, plan: Plan, language: str) -> str:
    if hours == Hours(0, 24 * 60):
        return _("All day")
    first = plan.occurrences[0].starts.date() if plan.occurrences else date(2000, 1, 1)
    midnight = datetime.combine(first, time.min)
    starts = midnight + timedelta(minutes=hours.start)
    ends = midnight + timedelta(minutes=hours.end)
    days = next((part.value for part in plan.parts_of(PartKind.DAY)), None)
    if hours.end > 24 * 60 or (isinstance(days, Days) and days.daily is False):
        # Which day it ends on is said by the day's own chip, or is plain.
        span = f"{clock_span(starts, None, language)}–{clock_span(ends, None, language)}"
    else:
        span = clock_span(starts, ends, language)
    return f"{span} {zone_label(plan.zone, starts, language)}"
