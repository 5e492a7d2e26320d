"""The sample visit is what the report tells."""

from datetime import date, datetime

import pytest

from desk.locale import use_language
from desk.model.choices import OurRole, Role, Side, Status
from desk.model.errors import UserError
from desk.services import (
    agreements,
    checks,
    closed_times,
    delegation,
    follow_ups,
    history,
    people,
    programme,
    resources,
    samples,
    travel_times,
    venues,
    visits,
)
from desk.services.desk import Desk
from tests.fixtures.desks import SUNDAY


def test_the_visit_lies_around_the_sunday_of_the_meeting(desk: Desk, sample: int) -> None:
    visit = visits.get_visit(desk, sample)
    assert visit is not None
    assert visit.reference == "2026-001"
    assert visit.country == "KZ"
    assert visit.status is Status.CONFIRMED
    assert (visit.first_day, visit.last_day) == (date(2026, 12, 5), date(2026, 12, 6))
    assert "ilustrasi" in visit.notes


def test_the_guests_are_those_of_the_report_in_its_order(desk: Desk, sample: int) -> None:
    guests = [
        (row.name, row.role)
        for row in delegation.list_members(desk, sample, language="id")
        if row.side is Side.GUEST
    ]
    assert guests == [
        ("M. Fadjroel Rachman", Role.HEAD),
        ("Serik", Role.MEMBER),
        ("Mankaraev Kaisa Zakirovich", Role.MEMBER),
        ("Yergaliev Talgat Faizullievich", Role.MEMBER),
        ("Bergaliev Gabbas Tokanovich", Role.MEMBER),
        ("Rakhmatullaev Abai Kalykululy", Role.MEMBER),
        ("Pengusaha dan influencer dari Kazakhstan", Role.UNOFFICIAL),
    ]


def test_the_hosts_are_led_by_the_assistant_and_one_of_them_acts(desk: Desk, sample: int) -> None:
    hosts = [
        (row.name, row.office)
        for row in delegation.list_members(desk, sample, language="id")
        if row.side is Side.HOST
    ]
    assert hosts == [
        ("M. Syirajudin", "Asisten Pemerintahan dan Kesra"),
        ("M. Faisal", "Kepala Dinas"),
        ("Puguh Harjanto", "Kepala Dinas"),
        ("Aji Muhammad Fitra Firnanda", "Kepala Dinas"),
        ("Heni Purwaningsih", "Plt. Kepala Dinas"),
        ("Lisa Hasliana", "Kepala Biro"),
        ("Syarifah Alawiyah", "Kepala Biro"),
    ]


def test_the_unnamed_group_has_no_number(desk: Desk, sample: int) -> None:
    heads = delegation.count_heads(delegation.list_members(desk, sample))
    assert (heads.named, heads.unnamed, heads.groups_unknown) == (6, 0, 1)


def test_the_meeting_is_in_the_pandurata_room_on_a_sunday(desk: Desk, sample: int) -> None:
    events = programme.events_of_visit(desk, sample, language="id")
    meeting = next(event for event in events if event.title == "Business Meeting")
    assert meeting.starts == datetime(2026, 12, 6, 9, 0)
    assert meeting.place == "Ruang Pandurata, Kantor Gubernur Kalimantan Timur"
    assert meeting.hosts[0] == "M. Syirajudin"
    assert meeting.participants == 14


def test_nothing_in_it_clashes(desk: Desk, sample: int) -> None:
    assert {row.code for row in checks.findings(desk, visit_id=sample)} == {
        "headcount_unknown",
        "sunday",
    }


def test_the_province_supports_the_agreement_and_is_no_party(desk: Desk, sample: int) -> None:
    [agreement] = agreements.list_agreements(desk, visit_id=sample)
    assert agreement.our_role is OurRole.SUPPORTER
    assert agreement.signed_on == date(2023, 7, 3)
    assert len(agreement.parties) == 2
    assert len(follow_ups.list_follow_ups(desk, visit_id=sample)) == 5


def test_no_mailbox_lies_outside_the_reserved_domains(desk: Desk, sample: int) -> None:
    boxes = [person.email for person in people.list_people(desk)]
    assert len(boxes) == 13
    assert all(box.endswith((".example", "example.org")) for box in boxes)


def test_the_other_venues_of_the_province_are_there(desk: Desk, sample: int) -> None:
    rows = venues.list_venues(desk)
    assert len(rows) == 6
    assert all("ilustrasi" in row.notes for row in rows)
    pandurata = next(row for row in rows if row.names["id"] == "Ruang Pandurata")
    assert (pandurata.floor, len(pandurata.equipment)) == ("2", 5)
    assert pandurata.opening_hours["7"] == ["07:00", "17:00"]


def test_the_ways_between_samarinda_balikpapan_and_nusantara_are_noted(
    desk: Desk, sample: int
) -> None:
    ids = {row.names["id"]: row.id for row in venues.list_venues(desk)}
    pandurata, airport = ids["Ruang Pandurata"], ids["Ruang VIP Bandara Sepinggan"]
    zero = ids["Titik Nol Nusantara"]
    ways = [(pandurata, airport), (airport, pandurata), (pandurata, zero), (zero, airport)]
    assert [travel_times.minutes_between(desk, *way) for way in ways] == [150, 150, 150, 120]


def test_one_room_is_closed_for_two_days_after_the_visit(desk: Desk, sample: int) -> None:
    [closed] = closed_times.closed_times(desk)
    assert (closed.starts, closed.ends) == (datetime(2026, 12, 7, 7), datetime(2026, 12, 8, 16))
    venue = venues.get_venue(desk, closed.venue_id or 0)
    assert venue is not None
    assert venue.names["id"] == "Ruang Rapat Tepian II"


def test_vehicles_interpreters_and_flags_are_lent(desk: Desk, sample: int) -> None:
    use_language("id")
    try:
        lent = {
            event.title: [row.name for row in resources.resources_of_event(desk, event.id)]
            for event in programme.events_of_visit(desk, sample)
        }
    finally:
        use_language("en")
    assert lent["Perjalanan ke Samarinda"] == ["Bus 25 kursi"]
    assert lent["Business Meeting"] == [
        "Juru bahasa Rusia 1",
        "Juru bahasa Rusia 2",
        "Set bendera Indonesia–Kazakhstan",
    ]
    assert [row.contact for row in resources.list_resources(desk)] == [""] * 5


def test_loading_it_is_one_step_that_undo_takes_back(desk: Desk, sample: int) -> None:
    assert history.undo(desk) is not None
    assert visits.list_visits(desk) == []
    assert people.list_people(desk) == []
    assert history.undo_state(desk).undo_step is None


def test_a_day_that_is_no_sunday_is_refused(desk: Desk) -> None:
    with pytest.raises(UserError, match="Monday, 7 December 2026 is none"):
        samples.load_sample(desk, on=date(2026, 12, 7))
    assert visits.list_visits(desk) == []


def test_without_a_day_it_is_the_first_sunday_two_weeks_ahead() -> None:
    assert samples.sample_sunday(date(2026, 11, 22)) == SUNDAY
    assert samples.sample_sunday(date(2026, 11, 23)) == date(2026, 12, 13)


@pytest.mark.parametrize(
    ("language", "office"),
    [
        ("id", "Plt. Kepala Dinas"),
        ("en", "Acting Head of Service"),
        ("ru", "Руководитель службы (и. о.)"),
        ("kk", "Қызмет басшысы (м. а.)"),
    ],
)
def test_who_acts_is_said_in_every_language(
    desk: Desk, sample: int, language: str, office: str
) -> None:
    members = delegation.list_members(desk, sample, language=language)
    assert next(row.office for row in members if row.name == "Heni Purwaningsih") == office
