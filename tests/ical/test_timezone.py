from datetime import datetime, timedelta

import pytest

from desk.ical.timezone import transitions, vtimezone
from desk.locale.zones import UnknownZone, zone_info


def lines(zone: str, first: int, last: int) -> list[str]:
    return vtimezone(zone, first, last).decode("ascii").removesuffix("\r\n").split("\r\n")


@pytest.mark.parametrize(
    ("zone", "offset", "name"),
    [
        ("Asia/Makassar", "+0800", "WITA"),
        ("Asia/Jakarta", "+0700", "WIB"),
        ("Asia/Almaty", "+0500", "+05"),
        ("Asia/Kathmandu", "+0545", "+0545"),
        ("America/Caracas", "-0400", "-04"),
    ],
)
def test_a_zone_without_changes_is_one_standard(zone: str, offset: str, name: str) -> None:
    assert lines(zone, 2026, 2026) == [
        "BEGIN:VTIMEZONE",
        f"TZID:{zone}",
        "BEGIN:STANDARD",
        "DTSTART:19700101T000000",
        f"TZOFFSETFROM:{offset}",
        f"TZOFFSETTO:{offset}",
        f"TZNAME:{name}",
        "END:STANDARD",
        "END:VTIMEZONE",
    ]


def test_regular_summer_time_is_two_yearly_rules() -> None:
    assert lines("Europe/Berlin", 2026, 2026) == [
        "BEGIN:VTIMEZONE",
        "TZID:Europe/Berlin",
        "BEGIN:DAYLIGHT",
        "DTSTART:20250330T020000",
        "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU",
        "TZOFFSETFROM:+0100",
        "TZOFFSETTO:+0200",
        "TZNAME:CEST",
        "END:DAYLIGHT",
        "BEGIN:STANDARD",
        "DTSTART:20251026T030000",
        "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU",
        "TZOFFSETFROM:+0200",
        "TZOFFSETTO:+0100",
        "TZNAME:CET",
        "END:STANDARD",
        "END:VTIMEZONE",
    ]


def test_of_two_rules_that_fit_these_years_the_lasting_one_is_taken() -> None:
    # In 2028, 2029 and 2030 the last Sunday of March is the fourth as well.
    assert "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU" in lines("Europe/Berlin", 2027, 2027)
    assert "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=2SU" in lines("America/New_York", 2026, 2026)


def test_irelands_negative_winter_is_written_as_a_summer() -> None:
    written = lines("Europe/Dublin", 2026, 2026)
    assert written[2:7] == [
        "BEGIN:DAYLIGHT",
        "DTSTART:20250330T010000",
        "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU",
        "TZOFFSETFROM:+0000",
        "TZOFFSETTO:+0100",
    ]


def test_a_change_for_good_is_one_observance_per_transition() -> None:
    assert lines("Asia/Almaty", 2024, 2024)[2:-1] == [
        "BEGIN:STANDARD",
        "DTSTART:19700101T000000",
        "TZOFFSETFROM:+0600",
        "TZOFFSETTO:+0600",
        "TZNAME:+06",
        "END:STANDARD",
        "BEGIN:STANDARD",
        "DTSTART:20240301T000000",
        "TZOFFSETFROM:+0600",
        "TZOFFSETTO:+0500",
        "TZNAME:+05",
        "END:STANDARD",
    ]


def test_summer_time_of_no_rule_is_one_observance_per_transition() -> None:
    written = lines("Asia/Gaza", 2026, 2026)
    assert not [line for line in written if line.startswith("RRULE")]
    assert [line for line in written if line.startswith("DTSTART")] == [
        "DTSTART:19700101T000000",
        "DTSTART:20250412T020000",
        "DTSTART:20251025T020000",
        "DTSTART:20260328T020000",
        "DTSTART:20261024T020000",
        "DTSTART:20270327T020000",
        "DTSTART:20271030T020000",
    ]


@pytest.mark.parametrize("zone", ["Africa/Casablanca", "Europe/Berlin", "America/Santiago"])
def test_there_is_never_an_rdate(zone: str) -> None:
    assert b"RDATE" not in vtimezone(zone, 2020, 2030)


def test_events_before_the_epoch_are_covered() -> None:
    assert lines("Asia/Makassar", 1965, 1965)[3] == "DTSTART:19640101T000000"


def test_transitions_are_found_to_the_second() -> None:
    (change,) = transitions(zone_info("Asia/Almaty"), 2024, 2024)
    assert change.at == datetime(2024, 2, 29, 18)
    assert change.onset == datetime(2024, 3, 1)
    assert (change.before, change.after) == (timedelta(hours=6), timedelta(hours=5))


def test_ramadan_in_morocco_is_found() -> None:
    onsets = [change.onset for change in transitions(zone_info("Africa/Casablanca"), 2024, 2025)]
    assert onsets == [
        datetime(2024, 3, 10, 3),
        datetime(2024, 4, 14, 2),
        datetime(2025, 2, 23, 3),
        datetime(2025, 4, 6, 2),
    ]


def test_an_unknown_zone_is_refused() -> None:
    with pytest.raises(UnknownZone):
        vtimezone("Asia/Astana", 2026, 2026)
