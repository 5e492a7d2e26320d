"""Events, days and programmes as plain text, to be pasted into a chat."""

from collections.abc import Sequence
from datetime import date
from itertools import groupby

from desk.locale import _, ngettext
from desk.locale.formats import date_range, long_date, time_range
from desk.locale.words import current_language
from desk.model.choices import Status
from desk.model.errors import NotThere
from desk.model.rows.events import EventRow
from desk.services import programme, visits
from desk.services.desk import Desk

_OFF = (Status.CANCELLED, Status.POSTPONED)


def event_text(desk: Desk, event_id: int) -> str:
    """One event: title, day, times in both zones, place, who leads. Raises NotThere."""
    event = programme.get_event(desk, event_id)
    if event is None:
        raise NotThere(_("This is not there any more; somebody deleted it meanwhile."))
    day = long_date(event.starts.date(), current_language())
    return "\n".join([f"*{event.title}*", day, *_lines(event)])


def day_text(desk: Desk, day: date) -> str:
    """What is held on a day at the office, in order of time; cancelled events are named as such."""
    events = programme.events_between(desk, day, day)
    head = f"*{long_date(day, current_language())}*"
    return "\n\n".join([head, *_paragraphs(events, _("Nothing is planned."))])


def programme_text(desk: Desk, visit_id: int) -> str:
    """The programme of a visit, day by day, in order of time. Raises NotThere."""
    visit = visits.get_visit(desk, visit_id)
    if visit is None:
        raise NotThere(_("This is not there any more; somebody deleted it meanwhile."))
    language = current_language()
    days = date_range(visit.first_day, visit.last_day, language, same_year_once=True)
    parts = [f"*{visit.title}*\n{days}"]
    events = programme.events_of_visit(desk, visit_id)
    for day, of_day in groupby(events, key=lambda event: event.starts.date()):
        parts.append(f"*{long_date(day, language)}*")
        parts += _paragraphs(list(of_day), "")
    if not events:
        parts.append(_("Nothing is planned."))
    return "\n\n".join(parts)


def _paragraphs(events: Sequence[EventRow], nothing: str) -> list[str]:
    found: list[str] = []
    for event in events:
        times, *rest = _lines(event)
        title = f"~{event.title}~" if event.status in _OFF else event.title
        found.append("\n".join([times, title, *rest]))
    return found or [nothing]


def _lines(event: EventRow) -> list[str]:
    """Times first, then place, hosts and what is not settled."""
    language = current_language()
    if event.all_day:
        lines = [_("All day")]
    else:
        lines = [
            time_range(
                event.starts,
                event.ends,
                event.zone,
                language,
                guest_zone=event.guest_zone or None,
                fold=event.starts_fold,
            )
        ]
    if event.place:
        lines.append(f"{event.place}, {event.city}" if event.city else event.place)
    if event.hosts:
        words = ngettext("Host: {names}", "Hosts: {names}", len(event.hosts))
        lines.append(words.format(names=", ".join(event.hosts)))
    if event.dress:
        lines.append(_("Dress: {dress}").format(dress=event.dress))
    if event.status is Status.CANCELLED:
        lines.append(_("Cancelled"))
    elif event.status is Status.POSTPONED:
        lines.append(_("Postponed"))
    elif not event.status.is_firm:
        lines.append(_("Not confirmed yet"))
    return lines
