"""Events in words: their times with every zone, their findings, the sentence that is read aloud."""

from datetime import datetime
from typing import Literal

from desk.gui.models.choice_words import status_mark
from desk.locale import _, current_language, ngettext
from desk.locale.formats import guest_times, long_date, time_range
from desk.model.choices import Severity, Status
from desk.model.rows.events import EventRow
from desk.model.rows.findings import FindingRow, Mend
from desk.model.rows.venues import LayoutRow
from desk.services.choice_words import choice_words

State = Literal["firm", "tentative", "cancelled"]


def zone_line(starts: datetime, ends: datetime, zone: str, guest_zone: str) -> str:
    """Both zones in one line: `09.00–11.30 WITA (06.00–08.30 Astana)`."""
    return time_range(starts, ends, zone, current_language(), guest_zone=guest_zone or None)


def event_time(event: EventRow) -> str:
    """The times with their zone: `09.00–11.30 WITA`."""
    return time_range(event.starts, event.ends, event.zone, current_language())


def event_guest_time(event: EventRow) -> str:
    """The same on the guests' clocks, empty when these agree or are not known."""
    if not event.guest_zone:
        return ""
    words = guest_times(
        event.starts,
        event.ends,
        event.zone,
        event.guest_zone,
        current_language(),
        fold=event.starts_fold,
    )
    return words or ""


def event_state(event: EventRow) -> State:
    """How an event is drawn: firm, tentative (idea too), cancelled (postponed too)."""
    if event.status in (Status.CANCELLED, Status.POSTPONED):
        return "cancelled"
    return "firm" if event.status.is_firm else "tentative"


def hosts_words(event: EventRow) -> str:
    """The one who leads, and how many more: `M. Syirajudin +6`."""
    if not event.hosts:
        return ""
    more = len(event.hosts) - 1
    return f"{event.hosts[0]} +{more}" if more else event.hosts[0]


def event_sentence(event: EventRow, clashes: bool) -> str:
    """Everything about an event in one sentence, for whoever listens instead of looking."""
    language = current_language()
    times = time_range(
        event.starts,
        event.ends,
        event.zone,
        language,
        guest_zone=event.guest_zone or None,
        fold=event.starts_fold,
    )
    parts = [
        f"{event.title}, {choice_words(event.kind)}",
        f"{long_date(event.starts.date(), language)}, {times}",
        status_mark(event.status).words,
        event.place or _("no place yet"),
    ]
    if clashes:
        parts.insert(1, _("clashes with another event"))
    if event.hosts:
        parts.append(_("hosts: {names}").format(names=", ".join(event.hosts)))
    if event.visit_title:
        parts.append(f"{event.visit_title} ({event.visit_reference})")
    return "; ".join(parts) + "."


def layout_words(layout: LayoutRow) -> str:
    """A layout with its seats: `U, 48 seats`."""
    if not layout.seats:
        return layout.name
    seats = ngettext("{count} seat", "{count} seats", layout.seats).format(count=layout.seats)
    return f"{layout.name}, {seats}"


def preparation_words(layout: LayoutRow) -> str:
    """What a layout needs before and after: "Ready 60 minutes before, cleared 30 minutes after"."""
    before, after = layout.set_up_minutes, layout.clear_down_minutes
    if not before and not after:
        return ""
    return _("Set-up {before} min before, clear-down {after} min after").format(
        before=before, after=after
    )


def finding_kind(finding: FindingRow) -> Literal["bad", "warn", "info"]:
    """The tone of a finding: what somebody accepted is only noted."""
    if finding.severity is Severity.NOTE:
        return "info"
    # Two bookings of one room are told apart by their edge; only a firm one blocks.
    return "bad" if finding.severity is Severity.ERROR else "warn"


def mend_icon(mend: Mend) -> str:
    """The picture on the button of a mend."""
    if mend.venue_id is not None:
        return "door"
    if mend.layout_id is not None:
        return "chair"
    if mend.instead_id is not None:
        return "swap"
    return "arrows-in-line-horizontal" if mend.ends is not None else "arrow-right"


def short_words(finding: FindingRow) -> str:
    """A finding in the few words that stand below a field."""
    if finding.accepted:
        return _("Accepted: {reason}").format(reason=finding.accepted)
    if finding.code == "room_clash":
        return _("Taken: {what}").format(what=finding.title)
    if finding.code == "person_clash":
        return _("Expected elsewhere: {who}").format(who=finding.title)
    if finding.code == "travel":
        return _("Too far apart: {who}").format(who=finding.title)
    if finding.code.endswith("_clash"):
        return _("Lent elsewhere: {what}").format(what=finding.title)
    return finding.title
