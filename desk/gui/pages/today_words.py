"""What Today says of events, follow-ups and the next visit, judged by the present minute."""

from collections.abc import Sequence
from datetime import date, datetime

from desk.gui.models.choice_words import event_colour, status_mark
from desk.gui.models.event_words import event_guest_time, event_state, event_time
from desk.gui.widgets.chip import ChipKind, ChipLook
from desk.gui.widgets.event_rows import EventRowLook
from desk.gui.widgets.row_list import NoteRowLook
from desk.locale import _, current_language, ngettext
from desk.locale.formats import date_range, day_month
from desk.model.rows.events import EventRow
from desk.model.rows.follow_ups import FollowUpRow
from desk.model.rows.visits import VisitRow

SOON = 60
"""Minutes before an event from which on they are counted."""


def event_look(event: EventRow, now: datetime) -> EventRowLook:
    """A row of Now and next; `now` is an aware moment."""
    return EventRowLook(
        time=_("All day") if event.all_day else event_time(event),
        second_time="" if event.all_day else event_guest_time(event),
        title=event.title,
        place=_below_title(event),
        kind=event_colour(event.kind),  # pyright: ignore[reportArgumentType]
        state=event_state(event),
        chips=(event_chip(event, now),),
        trailing_icon="whatsapp-logo",
        trailing_tip=_("Copy this event for WhatsApp"),
        now=is_on(event, now),
    )


def is_on(event: EventRow, now: datetime) -> bool:
    """Whether an event is happening at an aware moment."""
    return event_state(event) != "cancelled" and event.starts_at <= now < event.ends_at


def event_chip(event: EventRow, now: datetime) -> ChipLook:
    """How an event stands at an aware moment: going on, about to begin, over, or how sure it is."""
    if event_state(event) == "cancelled":
        return _status_chip(event)
    if event.starts_at <= now < event.ends_at:
        # The minute that has begun still counts.
        left = -int((now - event.ends_at).total_seconds() // 60)
        words = ngettext(
            "Under way, {count} minute left", "Under way, {count} minutes left", left
        ).format(count=left)
        return ChipLook(words if left <= SOON else _("Under way"), "ok", "record")
    if event.ends_at <= now:
        return ChipLook(_("Over"), "mute", "check")
    ahead = -int((now - event.starts_at).total_seconds() // 60)
    if ahead <= SOON and event.status.is_firm:
        words = ngettext("In {count} minute", "In {count} minutes", ahead)
        return ChipLook(words.format(count=ahead), "info", "clock")
    return _status_chip(event)


def _status_chip(event: EventRow) -> ChipLook:
    mark = status_mark(event.status)
    kind: ChipKind = mark.kind  # pyright: ignore[reportAssignmentType]
    # What is as it should be stays quiet among what needs a look.
    if event.status.is_firm:
        return ChipLook(mark.words, "mute", "check")
    return ChipLook(mark.words, kind, mark.icon, event.status_reason)


def _below_title(event: EventRow) -> str:
    if event_state(event) == "cancelled" and event.status_reason:
        return event.status_reason
    parts = [event.venue or event.place or _("No place yet")]
    if event.hosts:
        parts.append(_("led by {name}").format(name=event.hosts[0]))
    return " · ".join(parts)


def overdue_look(row: FollowUpRow) -> NoteRowLook:
    """A follow-up whose day has passed."""
    return NoteRowLook(
        title=row.title,
        second=_owner(row),
        icon="calendar-x",
        tone="bad",
        right=ngettext("{count} day late", "{count} days late", row.overdue_days).format(
            count=row.overdue_days
        ),
        right_tone="bad",
        right_second=day_month(row.due_on, current_language()) if row.due_on else "",
    )


def due_look(row: FollowUpRow, today: date) -> NoteRowLook:
    """A follow-up whose day comes."""
    is_today = row.due_on == today
    return NoteRowLook(
        title=row.title,
        second=_owner(row),
        icon="check-square-offset",
        tone="warn" if is_today else "text2",
        right=_("today")
        if is_today
        else (day_month(row.due_on, current_language()) if row.due_on else ""),
        right_tone="warn" if is_today else "text2",
    )


def follow_up_sentence(row: FollowUpRow) -> str:
    """A follow-up for whoever listens instead of looking."""
    due = day_month(row.due_on, current_language()) if row.due_on else ""
    late = ngettext("{count} day late", "{count} days late", row.overdue_days)
    parts = [row.title, _owner(row), due]
    if row.overdue_days:
        parts.append(late.format(count=row.overdue_days))
    return ", ".join(part for part in parts if part)


def _owner(row: FollowUpRow) -> str:
    parts = [row.organisation, row.person, row.visit_title]
    return " · ".join([part for part in parts if part][:2])


def visit_line(visit: VisitRow) -> str:
    """When and where a visit is."""
    days = date_range(visit.first_day, visit.last_day, current_language(), same_year_once=True)
    return f"{days} · {_listed(visit.cities)}" if visit.cities else days


def _listed(words: Sequence[str]) -> str:
    if len(words) < 2:
        return "".join(words)
    return _("{several} and {last}").format(several=", ".join(words[:-1]), last=words[-1])


def days_chip(visit: VisitRow, today: date) -> ChipLook:
    """How far off a visit is, as the office says it: D-3 is three days before."""
    left = (visit.first_day - today).days
    if left > 0:
        tip = ngettext("{count} day left", "{count} days left", left).format(count=left)
        return ChipLook(_("D-{days}").format(days=left), "solid", tip=tip)
    days = (visit.last_day - visit.first_day).days + 1
    if days == 1:
        return ChipLook(_("Today"), "solid")
    return ChipLook(_("Day {day} of {days}").format(day=1 - left, days=days), "solid")
