"""An event or a programme as plain text for a chat: no restricted data, no internal notes."""

from collections.abc import Sequence

from desk.locale import _, current_language
from desk.locale.formats import date_range, long_date, time_range
from desk.model.choices import Status
from desk.model.rows.events import EventRow
from desk.model.rows.visits import VisitRow


def event_text(event: EventRow) -> str:
    """One event: title in bold, day, times on both clocks, place, leader, dress."""
    language = current_language()
    lines = [f"*{event.title}*", long_date(event.starts.date(), language), _times(event)]
    lines += _facts(event)
    return "\n".join(line for line in lines if line)


def programme_text(visit: VisitRow, events: Sequence[EventRow]) -> str:
    """The whole programme, day by day; what is cancelled is left out, what is not sure says so."""
    language = current_language()
    days = date_range(visit.first_day, visit.last_day, language, same_year_once=True)
    blocks = [f"*{visit.title}*\n{days}"]
    shown = [event for event in events if event.status.holds_its_time]
    for day in dict.fromkeys(event.starts.date() for event in shown):
        lines = [f"*{long_date(day, language)}*"]
        for event in shown:
            if event.starts.date() == day:
                title = event.title
                if event.status is Status.TENTATIVE:
                    title = _("{title} (tentative)").format(title=title)
                lines += [f"• {_times(event)}", f"  {title}"]
                lines += [f"  {fact}" for fact in _facts(event)]
        blocks.append("\n".join(lines))
    return "\n\n".join(blocks)


def _times(event: EventRow) -> str:
    return time_range(
        event.starts,
        event.ends,
        event.zone,
        current_language(),
        guest_zone=event.guest_zone or None,
        fold=event.starts_fold,
    )


def _facts(event: EventRow) -> list[str]:
    facts = [", ".join(part for part in (event.place, event.city) if part)]
    if event.hosts:
        facts.append(_("Led by {name}").format(name=event.hosts[0]))
    if event.dress:
        facts.append(_("Dress: {dress}").format(dress=event.dress))
    return [fact for fact in facts if fact]
