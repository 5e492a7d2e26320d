"""Event rows that no database holds, for views alone."""

from datetime import UTC, datetime

from desk.locale.zones import moment
from desk.model.choices import EventKind, Status
from desk.model.rows.events import EventRow

ZONE = "Asia/Makassar"


def event_row(
    event_id: int,
    title: str,
    starts: datetime,
    ends: datetime,
    *,
    zone: str = ZONE,
    status: Status = Status.CONFIRMED,
    venue_id: int | None = None,
    all_day: bool = False,
    guest_zone: str = "",
) -> EventRow:
    """An event of which only these things matter."""
    return EventRow(
        id=event_id,
        reference=f"E{event_id}",
        number=event_id,
        title=title,
        titles={"en": title},
        kind=EventKind.MEETING,
        status=status,
        status_reason="",
        starts=starts,
        ends=ends,
        starts_fold=0,
        ends_fold=0,
        zone=zone,
        starts_at=moment(starts, zone).astimezone(UTC),
        ends_at=moment(ends, zone).astimezone(UTC),
        all_day=all_day,
        visit_id=None,
        visit_reference="",
        visit_title="",
        country="",
        guest_zone=guest_zone,
        venue_id=venue_id,
        venue="",
        layout_id=None,
        layout="",
        place_words="",
        place="",
        city="",
        dress="",
        dresses={},
        description="",
        descriptions={},
        notes="",
        uid=f"{event_id}@example.org",
    )
