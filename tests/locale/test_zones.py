"""Wall times, instants and what zones are called."""

import zoneinfo
from datetime import UTC, date, datetime, timedelta
from importlib.resources import files
from pathlib import Path

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from desk.locale import zones
from desk.locale.zones import (
    TimeDoesNotExist,
    UnknownZone,
    exists,
    fold_of,
    instant,
    moment,
    occurs_twice,
    utc_offset,
    wall_time,
    zone_choices,
    zone_info,
    zone_label,
    zone_long_name,
)

LANGUAGES = ("id", "en", "ru", "kk")
SOME_ZONES = (
    "Asia/Makassar",
    "Asia/Almaty",
    "Europe/Berlin",
    "America/New_York",
    "Australia/Lord_Howe",
    "Africa/Casablanca",
    "Asia/Kolkata",
    "Pacific/Apia",
    "UTC",
)
walls = st.datetimes(datetime(1970, 1, 2), datetime(2100, 12, 30))
some_zones = st.sampled_from(SOME_ZONES)


@given(walls, some_zones, st.sampled_from([0, 1]))
def test_an_existing_wall_time_comes_back_from_its_instant(
    wall: datetime, zone: str, fold: int
) -> None:
    assume(exists(wall, zone))
    there = instant(wall, zone, fold)
    assert there.tzinfo is UTC
    assert wall_time(there, zone) == wall
    assert fold_of(there, zone) == (fold if occurs_twice(wall, zone) else 0)


@given(
    st.datetimes(datetime(1970, 1, 2), datetime(2100, 12, 30), timezones=st.just(UTC)), some_zones
)
def test_every_instant_comes_back_from_its_wall_time_and_pass(there: datetime, zone: str) -> None:
    assert instant(wall_time(there, zone), zone, fold_of(there, zone)) == there


@pytest.mark.parametrize(
    ("wall", "zone", "fold", "expected"),
    [
        (datetime(2026, 10, 5, 15), "Asia/Almaty", 0, datetime(2026, 10, 5, 10)),
        (datetime(2024, 2, 29, 23, 30), "Asia/Almaty", 0, datetime(2024, 2, 29, 17, 30)),
        (datetime(2024, 2, 29, 23, 30), "Asia/Almaty", 1, datetime(2024, 2, 29, 18, 30)),
        (datetime(2024, 2, 1, 12), "Asia/Almaty", 0, datetime(2024, 2, 1, 6)),
        (datetime(2026, 12, 6, 9), "Asia/Makassar", 0, datetime(2026, 12, 6, 1)),
        (datetime(2026, 10, 25, 2, 30), "Europe/Berlin", 0, datetime(2026, 10, 25, 0, 30)),
        (datetime(2026, 10, 25, 2, 30), "Europe/Berlin", 1, datetime(2026, 10, 25, 1, 30)),
    ],
)
def test_wall_times_have_their_instant(
    wall: datetime, zone: str, fold: int, expected: datetime
) -> None:
    assert instant(wall, zone, fold) == expected.replace(tzinfo=UTC)


def test_a_time_in_a_gap_is_refused() -> None:
    gap = datetime(2026, 3, 29, 2, 30)
    with pytest.raises(TimeDoesNotExist) as caught:
        instant(gap, "Europe/Berlin")
    assert (caught.value.wall, caught.value.zone) == (gap, "Europe/Berlin")
    assert str(caught.value) == "2026-03-29 02:30 does not exist in Europe/Berlin"
    assert not exists(gap, "Europe/Berlin")
    assert not occurs_twice(gap, "Europe/Berlin")
    assert exists(datetime(2026, 3, 29, 3), "Europe/Berlin")


def test_a_stored_time_in_a_gap_can_still_be_shown() -> None:
    there = moment(datetime(2026, 3, 29, 2, 30), "Europe/Berlin")
    assert there.astimezone(UTC) == datetime(2026, 3, 29, 1, 30, tzinfo=UTC)


def test_a_day_that_a_country_skipped_does_not_exist() -> None:
    assert not exists(datetime(2011, 12, 30, 12), "Pacific/Apia")


@pytest.mark.parametrize(
    ("wall", "zone"),
    [(datetime.min, "Asia/Makassar"), (datetime.max, "America/New_York")],
)
def test_a_time_beyond_the_calendar_is_refused(wall: datetime, zone: str) -> None:
    assert not exists(wall, zone)


def test_only_the_hour_that_occurs_twice_does() -> None:
    assert occurs_twice(datetime(2024, 2, 29, 23), "Asia/Almaty")
    assert not occurs_twice(datetime(2024, 3, 1, 0), "Asia/Almaty")
    assert not occurs_twice(datetime(2026, 12, 6, 9), "Asia/Makassar")


@pytest.mark.parametrize("zone", ["", "Asia", "Asia/Astana", "asia/makassar", "../zones", "WITA"])
def test_an_unknown_zone_is_refused_with_its_name(zone: str) -> None:
    with pytest.raises(UnknownZone) as caught:
        zone_info(zone)
    assert caught.value.zone == zone


def test_walls_are_naive_and_instants_aware() -> None:
    with pytest.raises(ValueError, match="carries no zone of its own"):
        instant(datetime(2026, 12, 6, tzinfo=UTC), "Asia/Makassar")
    with pytest.raises(ValueError, match="an instant carries its zone"):
        wall_time(datetime(2026, 12, 6), "Asia/Makassar")


@pytest.mark.parametrize(
    ("zone", "expected"),
    [
        ("Asia/Makassar", "UTC+8"),
        ("Asia/Almaty", "UTC+5"),
        ("Asia/Kolkata", "UTC+05:30"),
        ("America/St_Johns", "UTC-03:30"),
        ("America/New_York", "UTC-5"),
        ("Europe/London", "UTC"),
    ],
)
def test_offsets_are_written_as_short_as_they_are_clear(zone: str, expected: str) -> None:
    assert utc_offset(datetime(2026, 12, 6, 9), zone) == expected


def test_offsets_follow_the_day_and_the_pass() -> None:
    assert utc_offset(datetime(2026, 7, 1), "Europe/Berlin") == "UTC+2"
    assert utc_offset(datetime(2024, 2, 29, 23, 30), "Asia/Almaty", 0) == "UTC+6"
    assert utc_offset(datetime(2024, 2, 29, 23, 30), "Asia/Almaty", 1) == "UTC+5"
    assert utc_offset(datetime(1800, 1, 1), "Asia/Jakarta") == "UTC+07:07:12"


@pytest.mark.parametrize(
    ("zone", "labels"),
    [
        ("Asia/Jakarta", ("WIB", "WIB", "WIB", "WIB")),
        ("Asia/Makassar", ("WITA", "WITA", "WITA", "WITA")),
        ("Asia/Jayapura", ("WIT", "WIT", "WIT", "WIT")),
        ("Asia/Almaty", ("Astana", "Astana", "Астана", "Астана")),
        ("Asia/Singapore", ("Singapura", "Singapore", "Сингапур", "Сингапур")),
        ("Europe/Moscow", ("Moskwa", "Moscow", "Москва", "Мәскеу")),
        ("Asia/Kolkata", ("Kolkata", "Kolkata", "Калькутта", "Калькутта")),
        ("America/New_York", ("New York", "New York", "Нью-Йорк", "Нью-Йорк")),
        ("Etc/GMT-5", ("UTC+5",) * 4),
        ("UTC", ("UTC",) * 4),
    ],
)
def test_zones_have_short_labels(zone: str, labels: tuple[str, ...]) -> None:
    wall = datetime(2026, 12, 6, 9)
    assert tuple(zone_label(zone, wall, language) for language in LANGUAGES) == labels


def test_a_place_that_changed_its_indonesian_time_has_the_label_of_the_day() -> None:
    assert zone_label("Asia/Pontianak", datetime(1987, 12, 31), "id") == "WITA"
    assert zone_label("Asia/Pontianak", datetime(1988, 1, 1), "id") == "WIB"
    assert zone_label("Asia/Pontianak", None, "id") == "WIB"


@pytest.mark.parametrize(
    ("zone", "names"),
    [
        (
            "Asia/Jakarta",
            (
                "Waktu Indonesia Barat",
                "Western Indonesia Time",
                "Западная Индонезия",
                "Батыс Индонезия уақыты",
            ),
        ),
        (
            "Asia/Makassar",
            (
                "Waktu Indonesia Tengah",
                "Central Indonesia Time",
                "Центральная Индонезия",
                "Орталық Индонезия уақыты",
            ),
        ),
        (
            "Asia/Jayapura",
            (
                "Waktu Indonesia Timur",
                "Eastern Indonesia Time",
                "Восточная Индонезия",
                "Шығыс Индонезия уақыты",
            ),
        ),
        (
            "Asia/Almaty",
            ("Waktu Kazakhstan", "Kazakhstan Time", "Казахстан", "Қазақстан уақыты"),
        ),
        ("Asia/Tokyo", ("Waktu Jepang", "Japan Time", "Япония", "Жапония уақыты")),
        (
            "Europe/London",
            ("Waktu Inggris Raya", "United Kingdom Time", "Великобритания", "Ұлыбритания уақыты"),
        ),
        ("Asia/Tomsk", ("Waktu Tomsk", "Tomsk Time", "Томск", "Томск уақыты")),
        ("UTC", ("UTC",) * 4),
    ],
)
def test_zones_have_long_names(zone: str, names: tuple[str, ...]) -> None:
    assert tuple(zone_long_name(zone, language) for language in LANGUAGES) == names


@pytest.mark.parametrize("language", LANGUAGES)
def test_choices_begin_with_the_usual_zones_and_hold_every_place_once(language: str) -> None:
    choices = zone_choices(language)
    names = [zone for zone, _label in choices]
    assert names[:4] == ["Asia/Makassar", "Asia/Jakarta", "Asia/Jayapura", "Asia/Almaty"]
    assert len(set(names)) == len(names) > 400
    assert len({label for _zone, label in choices}) == len(choices)
    assert {zone for zone in names if zone not in zones.zone_names()} == set()


def test_choices_carry_offsets_of_standard_time_or_of_a_day() -> None:
    standard, summer = dict(zone_choices("en")), dict(zone_choices("en", date(2026, 7, 1)))
    assert standard["Asia/Makassar"] == "WITA (Makassar, UTC+8)"
    assert standard["Asia/Almaty"] == "Astana (Almaty, UTC+5)"
    assert standard["Europe/Berlin"] == "Berlin (UTC+1)"
    assert standard["Australia/Sydney"] == "Sydney (UTC+10)"
    assert standard["UTC"] == "UTC"
    assert summer["Europe/Berlin"] == "Berlin (UTC+2)"


def test_zone_data_comes_from_the_package_alone() -> None:
    package = Path(str(files("tzdata"))) / "zoneinfo"
    assert [Path(folder).resolve() for folder in zoneinfo.TZPATH] == [package.resolve()]
    assert zones.data_version() == __import__("tzdata").IANA_VERSION
    # Kazakhstan's change of 2024 is not in the zone data of many systems.
    assert zone_info("Asia/Almaty").utcoffset(datetime(2024, 3, 2)) == timedelta(hours=5)
