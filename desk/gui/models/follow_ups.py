"""Follow-ups by how urgent they are, and what their due day means in words."""

from collections.abc import Sequence
from datetime import date, timedelta

from desk.gui.models.rows import Group
from desk.locale import _, current_language, ngettext
from desk.locale.formats import medium_date
from desk.model.choices import FollowUpStatus
from desk.model.rows.follow_ups import FollowUpRow

SOON = timedelta(days=7)
"""Due within a week, today included."""
_CLOSED = (FollowUpStatus.DONE, FollowUpStatus.DROPPED)


def is_open(row: FollowUpRow) -> bool:
    """Whether something is still to be done."""
    return row.status not in _CLOSED


def part_of(row: FollowUpRow, today: date) -> str:
    """Which part of the list it stands in: overdue, soon, later, undated or done."""
    if not is_open(row):
        return "done"
    if row.due_on is None:
        return "undated"
    if row.overdue_days:
        return "overdue"
    return "soon" if row.due_on - today <= SOON else "later"


def in_parts(rows: Sequence[FollowUpRow], today: date) -> list[FollowUpRow | Group]:
    """Each part below its heading, the most urgent first; parts without rows are left out."""
    parts = (
        ("overdue", _("Overdue"), "calendar-x", "bad"),
        ("soon", _("Due soon"), "clock", "warn"),
        ("later", _("Later"), "", "mute"),
        ("undated", _("No date"), "", "mute"),
        ("done", _("Done"), "check-circle", "ok"),
    )
    shown: list[FollowUpRow | Group] = []
    for key, title, picture, tone in parts:
        own = [row for row in rows if part_of(row, today) == key]
        if own:
            shown.append(
                Group(
                    f"part/{key}",
                    title,
                    icon=picture,
                    tone=tone,
                    count=len(own),
                    collapsible=True,
                    collapsed=key == "done",
                )
            )
            shown += own
    return shown


def due_words(row: FollowUpRow, today: date) -> str:
    """How near the due day is: "6 days late", "today", "in 3 days"; empty without one."""
    if row.due_on is None:
        return _("no date")
    if row.overdue_days:
        return ngettext("{count} day late", "{count} days late", row.overdue_days).format(
            count=row.overdue_days
        )
    days = (row.due_on - today).days
    if not is_open(row):
        return medium_date(row.due_on, current_language())
    if days == 0:
        return _("today")
    if days == 1:
        return _("tomorrow")
    if days <= SOON.days:
        return ngettext("in {count} day", "in {count} days", days).format(count=days)
    return medium_date(row.due_on, current_language())


def due_day(row: FollowUpRow, today: date) -> str:
    """The day itself, where the words before say only how near it is."""
    if row.due_on is None or due_words(row, today) == medium_date(row.due_on, current_language()):
        return ""
    return medium_date(row.due_on, current_language())


def due_tone(row: FollowUpRow, today: date) -> str:
    """The colour of the due day: late is crimson, today and soon amber."""
    tones = {"overdue": "bad", "soon": "warn", "undated": "text2", "done": "text2"}
    return tones.get(part_of(row, today), "text")


def owner_words(row: FollowUpRow) -> str:
    """Who does it: the person, else the unit, else that nobody was named."""
    return row.person or row.organisation or _("nobody yet")
