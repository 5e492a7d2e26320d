"""A rundown in words: what is wrong with it, how much time is left, and the text for a chat."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from desk.locale import _, current_language, ngettext
from desk.locale.formats import clock_time, long_date, time_range
from desk.locale.languages import language_names
from desk.model.errors import NotThere
from desk.model.rows.events import EventRow
from desk.model.rows.rundown import ItemRow, RundownFinding, Shift
from desk.rules import rundown as rules
from desk.rules.rundown import Flaw, FlawKind
from desk.services import programme, rundown
from desk.services.desk import Desk


@dataclass(frozen=True, slots=True)
class Balance:
    """Minutes of the event: planned, none counted twice; all of them; left after its last row."""

    planned: int
    length: int
    left: int


def event_minutes(event: EventRow) -> int:
    """How long the event lasts by its own clock, as its rows are counted."""
    return round((event.ends - event.starts).total_seconds() / 60)


def balance_of(event: EventRow, rows: Sequence[ItemRow]) -> Balance:
    """How much of the event is planned."""
    plan = rundown.plan_of(rows)
    length = event_minutes(event)
    last = max((item.ends for item in plan), default=0)
    inside = tuple(
        replace(
            item, starts=max(0, item.starts), minutes=min(item.ends, length) - max(0, item.starts)
        )
        for item in plan
        if item.ends > 0 and item.starts < length
    )
    return Balance(rules.busy_minutes(inside), length, length - last)


def minutes_words(minutes: int) -> str:
    """A length for people: "1 h 20 min", "45 min"."""
    hours, rest = divmod(abs(minutes), 60)
    if hours and rest:
        return _("{hours} h {minutes} min").format(hours=hours, minutes=rest)
    return _("{hours} h").format(hours=hours) if hours else _("{minutes} min").format(minutes=rest)


def findings_of(event: EventRow, rows: Sequence[ItemRow]) -> list[RundownFinding]:
    """What is to be known about the plan, in order of time."""
    by_id = {row.id: row for row in rows}
    found = rules.flaws(rundown.plan_of(rows), event_minutes(event))
    return [_finding(flaw, by_id, event) for flaw in found]


def shift_words(shift: Shift) -> str:
    """What to tell after a change of times; empty when nothing stood in the way."""
    if not shift.stopped_at:
        return ""
    if shift.missing:
        return ngettext(
            "“{title}” is locked and keeps its time; {count} minute is missing before it.",
            "“{title}” is locked and keeps its time; {count} minutes are missing before it.",
            shift.missing,
        ).format(title=shift.stopped_at, count=shift.missing)
    return _("“{title}” is locked and keeps its time.").format(title=shift.stopped_at)


def rundown_text(desk: Desk, event_id: int, *, internal: bool) -> str:
    """The rundown as plain text for a chat. Raises NotThere.

    Guests' text (`internal` off) holds neither internal rows nor notes nor who sees to what.
    """
    event = programme.get_event(desk, event_id)
    if event is None:
        raise NotThere(_("This is not there any more; somebody deleted it meanwhile."))
    language = current_language()
    zone = event.guest_zone or None
    when = time_range(
        event.starts, event.ends, event.zone, language, guest_zone=zone, fold=event.starts_fold
    )
    head = [f"*{event.title}*", long_date(event.starts.date(), language), when]
    if event.place:
        head.append(", ".join(part for part in (event.place, event.city) if part))
    rows = [r for r in rundown.items_of_event(desk, event_id) if internal or not r.internal]
    lines = ["\n".join(head), *(_paragraph(row, internal) for row in rows)]
    if not rows:
        lines.append(_("Nothing is planned."))
    return "\n\n".join(lines)


def _paragraph(row: ItemRow, internal: bool) -> str:
    language = current_language()
    times = clock_time(row.starts, language)
    if row.minutes:
        times += f"–{clock_time(row.ends, language)}"
    lines = [f"{times}  {row.title or _('Untitled row')}"]
    if row.place:
        lines.append(row.place)
    if row.leader:
        lines.append(_("Led by {name}").format(name=row.leader))
    if row.language:
        lines.append(_("Language: {name}").format(name=language_names(row.language, language)))
    if row.dress:
        lines.append(_("Dress: {dress}").format(dress=row.dress))
    if internal:
        if row.in_charge:
            lines.append(_("In charge: {name}").format(name=row.in_charge))
        if row.notes:
            lines.append(row.notes)
    return "\n".join(lines)


def _finding(flaw: Flaw, rows: dict[int, ItemRow], event: EventRow) -> RundownFinding:
    language = current_language()
    first, second = rows[flaw.first], rows[flaw.second]
    names = {
        "first": first.title or _("Untitled row"),
        "second": second.title or _("Untitled row"),
    }
    count = minutes_words(flaw.minutes)
    if flaw.kind is FlawKind.GAP:
        title = _("{count} with nothing in it").format(count=count)
        why = _("“{first}” ends at {from_time}, “{second}” begins at {to_time}.").format(
            **names,
            from_time=clock_time(first.ends, language),
            to_time=clock_time(second.starts, language),
        )
    elif flaw.kind is FlawKind.OVERLAP:
        title = _("{count} used twice").format(count=count)
        why = _("“{second}” begins at {time}, while “{first}” is still under way.").format(
            **names, time=clock_time(second.starts, language)
        )
    else:
        title = _("{count} past the end").format(count=count)
        why = _("“{first}” ends at {time}; the event ends at {end}.").format(
            **names,
            time=clock_time(first.ends, language),
            end=clock_time(event.ends, language),
        )
    return RundownFinding(flaw.kind.value, second.id, title, why, flaw.minutes)
