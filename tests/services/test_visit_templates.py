"""The typical programme of a visit: within its days, in four languages, one undo."""

from datetime import date, timedelta
from itertools import pairwise

import pytest

from desk.locale import DOCUMENT_LANGUAGES
from desk.model.choices import EventKind, Status, VisitKind
from desk.model.errors import UserError
from desk.services import history, programme, rundown, venues, visits
from desk.services.desk import Desk
from desk.services.rundown_help import common_rows
from desk.services.visit_templates import (
    apply_template,
    book_visit,
    kinds_with_programme,
    proposed_events,
)

FIRST = date(2027, 2, 1)
TODAY = date(2026, 12, 3)


def test_every_kind_but_other_has_a_programme() -> None:
    assert set(kinds_with_programme()) == set(VisitKind) - {VisitKind.OTHER}


@pytest.mark.parametrize("kind", kinds_with_programme())
@pytest.mark.parametrize("days", [1, 2, 3, 5])
def test_a_programme_fits_into_its_days_and_nothing_overlaps(kind: VisitKind, days: int) -> None:
    last = FIRST + timedelta(days=days - 1)
    events = proposed_events(kind, FIRST, last, today=TODAY)
    guests = [event for event in events if event.kind is not EventKind.INTERNAL]
    assert all(event.starts.date() >= FIRST and event.ends.date() <= last for event in guests)
    assert all(one.ends <= other.starts for one, other in pairwise(events))
    assert (guests[0].kind, guests[-1].kind) == (EventKind.ARRIVAL, EventKind.DEPARTURE)
    rows = {row.key for row in common_rows()}
    for event in events:
        assert set(event.titles) == set(DOCUMENT_LANGUAGES)
        assert set(event.rundown) <= rows


def test_what_would_be_before_today_is_left_out() -> None:
    planned = proposed_events(VisitKind.COURTESY, FIRST, FIRST, today=FIRST)
    assert EventKind.INTERNAL not in {event.kind for event in planned}


def test_a_visit_is_booked_with_its_programme_and_one_undo(desk: Desk) -> None:
    room = venues.create_venue(desk, name="Ruang Pandurata", city="Samarinda")
    visit = book_visit(
        desk,
        title="Kunjungan",
        kind=VisitKind.BUSINESS,
        first_day=FIRST,
        last_day=FIRST + timedelta(days=1),
        with_programme=True,
    )
    events = programme.events_of_visit(desk, visit, language="id")
    assert [event.title for event in events] == [
        "Rapat koordinasi kunjungan",
        "Kedatangan dan ruang VIP",
        "Perjalanan ke Samarinda",
        "Jamuan santap malam",
        "Kunjungan kehormatan",
        "Pertemuan bisnis",
        "Santap siang",
        "Perjalanan ke bandara",
        "Kepulangan",
    ]
    assert {event.status for event in events} == {Status.TENTATIVE}
    meeting = events[5]
    assert (meeting.venue_id, events[2].place) == (room, "Balikpapan – Samarinda")
    rows = rundown.items_of_event(desk, meeting.id)
    assert len(rows) == 8
    history.undo(desk)
    assert visits.get_visit(desk, visit) is None


def test_a_programme_is_proposed_only_where_there_is_none(desk: Desk) -> None:
    visit = visits.create_visit(desk, title="Kunjungan", first_day=FIRST)
    with pytest.raises(UserError, match="kind of visit on the overview"):
        apply_template(desk, visit)
    visits.update_visit(desk, visit, {"kind": VisitKind.TRANSIT})
    row = visits.get_visit(desk, visit)
    assert row is not None
    assert row.kind is VisitKind.TRANSIT
    assert len(apply_template(desk, visit)) == 3
    with pytest.raises(UserError, match="programme already"):
        apply_template(desk, visit)
    history.undo(desk)
    assert programme.events_of_visit(desk, visit) == []
