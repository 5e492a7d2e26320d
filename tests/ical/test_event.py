from datetime import UTC, datetime

import pytest

from desk.ical import InvalidEvent
from desk.locale.zones import TimeDoesNotExist, UnknownZone
from tests.ical.samples import meeting


@pytest.mark.parametrize(
    ("field", "changes"),
    [
        ("uid", {"uid": ""}),
        ("uid", {"uid": "one two"}),
        ("uid", {"uid": "one\r\nMETHOD:CANCEL"}),
        ("sequence", {"sequence": -1}),
        ("title", {"title": " \n\ufeff"}),
        ("status", {"status": "POSTPONED"}),
        ("position", {"position": (91.0, 0.0)}),
        ("position", {"position": (float("nan"), 0.0)}),
        ("conference", {"conference": "meet.example"}),
        ("url", {"url": "example.org/visit"}),
        ("starts", {"starts": datetime(2026, 12, 6, 9, tzinfo=UTC)}),
        ("starts", {"starts": datetime(2026, 12, 6, 9, 0, 0, 1)}),
        ("starts", {"starts": datetime(999, 12, 6, 9)}),
        ("ends", {"ends": datetime(2026, 12, 6, 8, 59)}),
        ("starts", {"all_day": True}),
        (
            "ends",
            {"all_day": True, "starts": datetime(2026, 12, 6), "ends": datetime(2026, 12, 6)},
        ),
    ],
)
def test_what_no_calendar_can_hold_is_refused(field: str, changes: dict[str, object]) -> None:
    with pytest.raises(InvalidEvent) as refusal:
        meeting(**changes)
    assert refusal.value.field == field


def test_an_unknown_zone_is_refused() -> None:
    with pytest.raises(UnknownZone):
        meeting(zone="Asia/Astana")


def test_a_time_that_is_skipped_is_refused() -> None:
    with pytest.raises(TimeDoesNotExist):
        meeting(
            zone="Europe/Berlin",
            starts=datetime(2026, 3, 29, 2, 30),
            ends=datetime(2026, 3, 29, 4, 0),
        )


def test_whole_days_may_begin_at_a_midnight_that_is_skipped() -> None:
    event = meeting(
        zone="Africa/Cairo",
        starts=datetime(2026, 4, 24),
        ends=datetime(2026, 4, 25),
        all_day=True,
    )
    assert event.starts_at == datetime(2026, 4, 24, tzinfo=UTC)


def test_instants_follow_the_zone_of_their_day() -> None:
    after = meeting(
        zone="Asia/Almaty", starts=datetime(2026, 10, 5, 15), ends=datetime(2026, 10, 5, 16)
    )
    assert after.starts_at == datetime(2026, 10, 5, 10, tzinfo=UTC)
    evening = datetime(2024, 2, 29, 23, 30)
    first = meeting(zone="Asia/Almaty", starts=evening, ends=evening, ends_fold=1)
    assert first.starts_at == datetime(2024, 2, 29, 17, 30, tzinfo=UTC)
    assert first.ends_at == datetime(2024, 2, 29, 18, 30, tzinfo=UTC)


def test_the_second_pass_does_not_end_in_the_first() -> None:
    evening = datetime(2024, 2, 29, 23, 30)
    with pytest.raises(InvalidEvent):
        meeting(zone="Asia/Almaty", starts=evening, ends=evening, starts_fold=1)


def test_events_are_equal_by_what_was_given() -> None:
    assert meeting() == meeting()
    assert meeting() != meeting(title="Another")
    assert hash(meeting()) == hash(meeting())
