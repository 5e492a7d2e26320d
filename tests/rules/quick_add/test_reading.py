"""A typed line is understood in either language; what is doubtful is shown, never guessed."""

from datetime import date, datetime, timedelta
from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from desk.locale.formats import clock_time, month_names, weekday_names
from desk.model.choices import EventKind, Status
from desk.rules.quick_add import Days, Known, Named, Occurrence, PartKind, Plan, read

TODAY = date(2026, 12, 3)
"""A Thursday."""

VENUES = (
    Named(1, "Ruang Pandurata", ("Pandurata Room",), "Kantor Gubernur", "Asia/Makassar"),
    Named(2, "Ruang Rapat Tepian I", ("Tepian I Meeting Room",), "", "Asia/Makassar"),
    Named(3, "Ruang Rapat Tepian II", ("Tepian II Meeting Room",), "", "Asia/Makassar"),
    Named(4, "Pendopo Odah Etam", (), "", "Asia/Makassar"),
    Named(5, "Ruang VIP Soekarno-Hatta", (), "", "Asia/Jakarta"),
)
PEOPLE = (
    Named(7, "M. Faisal", (), "Kepala Dinas Kominfo"),
    Named(8, "Faisal Rahman", (), "Staf"),
    Named(9, "Puguh Harjanto", ("Pak Puguh",)),
    Named(10, "Mankaraev Kaisa Zakirovich", ("Қайса",)),
)
KNOWN = Known(TODAY, "Asia/Makassar", VENUES, PEOPLE, (Named(1, "2026-001"),))


def understood(text: str, known: Known = KNOWN, **choices: str) -> Plan:
    return read(text, known, choices)


def times(text: str, known: Known = KNOWN) -> list[str]:
    """Starts and ends as they would be booked."""
    return [
        f"{one.starts:%Y-%m-%d %H:%M}/{one.ends:%d %H:%M}" for one in read(text, known).occurrences
    ]


def days(text: str, known: Known = KNOWN) -> list[str]:
    """Every reading of the day."""
    [part] = read(text, known).parts_of(PartKind.DAY)
    return [reading.key for reading in part.readings]


def hours(text: str) -> list[str]:
    """Every reading of the time."""
    [part] = read(text, KNOWN).parts_of(PartKind.TIME)
    return [reading.key for reading in part.readings]


def problems(text: str, known: Known = KNOWN) -> list[str]:
    return [problem.code for problem in read(text, known).problems]


def sentences(text: str) -> list[str]:
    return [problem.sentence for problem in read(text, KNOWN).problems]


def test_the_line_from_the_office() -> None:
    plan = understood("Audiensi Dubes sabtu 9-10.30 @pandurata")
    assert plan.title == "Audiensi Dubes"
    assert plan.occurrences == (
        Occurrence(datetime(2026, 12, 5, 9), datetime(2026, 12, 5, 10, 30)),
    )
    assert (plan.zone, plan.venue, plan.problems) == ("Asia/Makassar", VENUES[0], ())


@pytest.mark.parametrize(
    "text",
    [
        "Rapat 6 des 9-10",
        "Rapat 6 Desember 2026 9-10",
        "Rapat 6/12 9-10",
        "Rapat 6/12/26 9-10",
        "Rapat 6-12-2026 9-10",
        "Rapat 2026-12-06 9-10",
        "Rapat minggu 9-10",
        "Rapat hari Minggu, 6 Des 9-10",
        "Rapat hari minggu jam 9 sampai 10",
        "Rapat tgl 6 pukul 9-10",
        "Rapat 3 hari lagi 9-10",
        "Rapat 9 selama 60 menit 6 des",
        "9-10 6 des Rapat",
        "Rapat dec 6 9am-10am",
        "Rapat December 6th, 2026 from 9 to 10 am",
        "Rapat sunday 9-10",
        "Rapat on sunday at 9 for 1 hour",
        "Rapat in 3 days 09:00–10:00",
        "Rapat 6th december 9.00-10.00",
    ],
)
def test_one_event_in_many_words(text: str) -> None:
    plan = understood(text)
    assert (times(text), plan.title, problems(text)) == (
        ["2026-12-06 09:00/06 10:00"],
        "Rapat",
        [],
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("hari ini", ["2026-12-03"]),
        ("today", ["2026-12-03"]),
        ("besok", ["2026-12-04"]),
        ("tomorrow", ["2026-12-04"]),
        ("lusa", ["2026-12-05"]),
        ("the day after tomorrow", ["2026-12-05"]),
        ("jum'at", ["2026-12-04"]),
        ("jum", ["2026-12-04"]),
        ("fri", ["2026-12-04"]),
        ("senin depan", ["2026-12-07"]),
        ("next monday", ["2026-12-07"]),
        ("kamis depan", ["2026-12-10"]),
        ("next thursday", ["2026-12-10"]),
        # The nearest Saturday and the one of next week: people mean either.
        ("sabtu depan", ["2026-12-05", "2026-12-12"]),
        ("sabtu pekan depan", ["2026-12-12"]),
        # On a Thursday: today or a week from now.
        ("kamis", ["2026-12-03", "2026-12-10"]),
        ("hari minggu depan", ["2026-12-06", "2026-12-13"]),
        ("tanggal 7", ["2026-12-07"]),
        ("tgl 2", ["2027-01-02"]),
        # A day that is just over, or the one in a year.
        ("1 des", ["2027-12-01", "2026-12-01"]),
        ("1 jan", ["2027-01-01"]),
        ("29 feb", ["2028-02-29"]),
        ("3-5 des", ["2026-12-03/2026-12-05"]),
        ("3 des s.d. 5 des", ["2026-12-03/2026-12-05"]),
        ("dec 3-5", ["2026-12-03/2026-12-05"]),
        ("30 des - 2 jan", ["2026-12-30/2027-01-02"]),
        ("2026-12-03 - 2026-12-05", ["2026-12-03/2026-12-05"]),
        ("3/12 s/d 5/12", ["2026-12-03/2026-12-05"]),
        ("senin-rabu", ["2026-12-07/2026-12-09"]),
    ],
)
def test_days(text: str, expected: list[str]) -> None:
    assert days(f"Rapat {text}") == expected


def test_minggu_depan_is_a_sunday_or_a_week_and_somebody_has_to_say_which() -> None:
    readings = days("Rapat minggu depan jam 9")
    assert readings[:2] == ["2026-12-06", "2026-12-13"]
    assert readings[2:] == [f"2026-12-{day:02}" for day in range(7, 13)]
    assert problems("Rapat minggu depan jam 9") == ["ambiguous"]
    assert times("Rapat minggu depan jam 9") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("9-10.30", ["09:00-10:30"]),
        ("09.00–10.30", ["09:00-10:30"]),
        ("jam 9", ["09:00-10:00"]),
        ("pukul 9 pagi", ["09:00-10:00"]),
        ("9am", ["09:00-10:00"]),
        ("12am", ["00:00-01:00"]),
        ("12 siang", ["12:00-13:00"]),
        ("7 malam", ["19:00-20:00"]),
        ("12 malam", ["24:00-25:00"]),
        ("jam 4 sore", ["16:00-17:00"]),
        ("9 selama 90 menit", ["09:00-10:30"]),
        ("jam 9 1,5 jam", ["09:00-10:30"]),
        ("10.00 setengah jam", ["10:00-10:30"]),
        ("10.00 2 jam 30 menit", ["10:00-12:30"]),
        ("at 9 for 2 hours", ["09:00-11:00"]),
        ("9-11 pagi", ["09:00-11:00"]),
        ("11-1pm", ["11:00-13:00"]),
        ("1-3pm", ["13:00-15:00"]),
        ("10-2", ["10:00-14:00"]),
        ("22.00-02.00", ["22:00-26:00"]),
        # The afternoon is likelier, the night is possible.
        ("jam 3", ["15:00-16:00", "03:00-04:00"]),
        ("1-3", ["13:00-15:00", "01:00-03:00"]),
        ("5-7", ["17:00-19:00", "05:00-07:00"]),
        ("03.00", ["03:00-04:00"]),
    ],
)
def test_times(text: str, expected: list[str]) -> None:
    assert hours(f"Rapat besok {text}") == expected


def test_an_hour_is_assumed_and_said_to_be() -> None:
    [part] = read("Rapat besok jam 9", KNOWN).parts_of(PartKind.TIME)
    assert part.assumed
    [part] = read("Rapat besok 9-10", KNOWN).parts_of(PartKind.TIME)
    assert not part.assumed


def test_a_zone_behind_the_time_or_that_of_the_venue() -> None:
    assert understood("Rapat besok 9-10 WIB").zone == "Asia/Jakarta"
    assert understood("Rapat besok jam 9 wit @pandurata").zone == "Asia/Jayapura"
    assert understood("Rapat besok 9-10 @soekarno").zone == "Asia/Jakarta"
    assert understood("Rapat besok 9-10").zone == "Asia/Makassar"


def test_several_days_with_hours_are_each_day_or_one_stretch() -> None:
    text = "Pameran 7-9 des 9-10"
    [part] = read(text, KNOWN).parts_of(PartKind.DAY)
    assert [reading.value for reading in part.readings] == [
        Days(date(2026, 12, 7), date(2026, 12, 9), daily=True),
        Days(date(2026, 12, 7), date(2026, 12, 9), daily=False),
    ]
    daily, through = (
        read(text, KNOWN, {part.key: reading.key}).occurrences for reading in part.readings
    )
    assert [one.starts.day for one in daily] == [7, 8, 9]
    assert through == (Occurrence(datetime(2026, 12, 7, 9), datetime(2026, 12, 9, 10)),)


def test_days_without_hours_are_whole_days() -> None:
    [whole] = understood("Pameran 7-9 des").occurrences
    assert whole == Occurrence(datetime(2026, 12, 7), datetime(2026, 12, 10), all_day=True)
    [one] = understood("Pameran 7 des seharian").occurrences
    assert one == Occurrence(datetime(2026, 12, 7), datetime(2026, 12, 8), all_day=True)
    assert problems("Pameran 7 des") == ["no_time"]


@pytest.mark.parametrize(
    ("text", "venue"),
    [
        ("@pandurata", [1]),
        ("@pand", [1]),
        ("@Pandurata Room", [1]),
        ("@ruang rapat tepian ii", [3]),
        ("@tepian i", [2]),
        ("@odah etam", [4]),
        ("@tepian", [2, 3]),
        ("@hotel", []),
    ],
)
def test_venues_by_prefix_and_in_several_words(text: str, venue: list[int]) -> None:
    [part] = read(f"{text} Rapat besok 9-10", KNOWN).parts_of(PartKind.VENUE)
    assert [reading.key for reading in part.readings] == [str(key) for key in venue]


def test_a_name_ends_where_it_fits_nobody_any_more() -> None:
    plan = understood("@odah etam Jamuan makan malam besok 19.00")
    assert (plan.title, plan.venue) == ("Jamuan makan malam", VENUES[3])


def test_people_in_any_script_and_namesakes_to_choose_from() -> None:
    assert [who.id for who in understood("Rapat besok 9-10 +puguh +кайса").people] == [9, 10]
    [part] = read("Rapat besok 9-10 +faisal", KNOWN).parts_of(PartKind.PERSON)
    assert [reading.key for reading in part.readings] == ["7", "8"]
    chosen = read("Rapat besok 9-10 +faisal", KNOWN, {part.key: "8"})
    assert (chosen.people, chosen.problems) == ((PEOPLE[1],), ())


def test_kinds_and_statuses_in_both_languages() -> None:
    for words in ("#jamuan", "#meal", "#makan siang", "#lunch"):
        assert understood(f"Rapat besok 9-10 {words}").kind is EventKind.MEAL
    assert understood("Rapat besok 9-10 !pasti").status is Status.CONFIRMED
    assert understood("Rapat besok 9-10 !tentative").status is Status.TENTATIVE
    [part] = read("Rapat besok 9-10 #kunjungan", KNOWN).parts_of(PartKind.KIND)
    assert [reading.key for reading in part.readings] == ["courtesy_call", "site_visit"]


def test_a_reference_behind_the_hash_is_a_visit() -> None:
    plan = understood("Rapat #2026-001 besok 9-10")
    assert (plan.visit, plan.kind) == (Named(1, "2026-001"), None)


def test_words_that_only_lead_to_something_are_no_title() -> None:
    plan = understood("Rapat pada hari senin pukul 10.00 di @pandurata dengan +puguh")
    assert plan.title == "Rapat"


def test_what_is_missing_is_said_in_words() -> None:
    assert sentences("besok 9-10") == ["Say what the event is."]
    assert sentences("Rapat 9-10") == ["Say on which day."]
    assert sentences("Rapat besok") == ["Say at what time, or “all day”."]
    assert sentences("Rapat besok 9-10 @hotel") == ["No venue is called “hotel”."]
    assert sentences("Rapat besok 9-10 +xyz") == ["Nobody is called “xyz”."]
    assert sentences("Rapat 31 feb 9-10") == ["There is no 31 feb in the calendar."]
    assert sentences("Rapat besok 25.00") == ["No clock shows 25.00."]
    assert sentences("Rapat besok 9-10 @tepian") == ["“@tepian” fits 2 names; choose one."]
    assert sentences("Rapat 6 des 8 des 9-10") == ["Two days are given; leave one."]


def test_a_weekday_that_contradicts_its_date_is_flagged() -> None:
    assert sentences("Rapat senin 6 des 9-10") == ["6 Dec 2026 is a Sunday, not a Monday."]
    assert days("Rapat senin 6 des 9-10") == ["2026-12-06", "2026-12-07"]
    # Also when they stand apart, or when only one year has it so.
    assert problems("senin Rapat 6 des 9-10") == ["weekday_contradiction"]
    assert problems("Rapat 6 des Briefing senin 9-10") == ["weekday_contradiction"]


def test_a_time_that_the_clock_skips_is_refused_in_words() -> None:
    known = Known(date(2026, 3, 20), "Europe/Berlin")
    plan = read("Telepon 29 maret 2026 02.30-03.30", known)
    assert [problem.sentence for problem in plan.problems] == [
        "On Sunday, 29 March 2026 the clock skips 02:30; choose another time."
    ]
    assert plan.occurrences == ()


def test_in_a_visit_days_are_looked_for_there_first() -> None:
    visit = Known(TODAY, "Asia/Makassar", first_day=date(2027, 3, 10), last_day=date(2027, 3, 12))
    assert days("Rapat 11 maret 9-10", visit) == ["2027-03-11"]
    assert days("Rapat kamis 9-10", visit) == ["2027-03-11"]
    assert problems("Rapat 9-10", visit) == ["no_day"]
    one_day = Known(TODAY, "Asia/Makassar", first_day=date(2027, 3, 10), last_day=date(2027, 3, 10))
    assert times("Rapat 9-10", one_day) == ["2027-03-10 09:00/10 10:00"]


def test_a_lone_figure_belongs_to_the_title() -> None:
    assert understood("Rapat komisi 4 besok 9-10").title == "Rapat komisi 4"


def test_nothing_typed_is_no_event() -> None:
    assert not understood("").looks_like_an_event
    assert not understood("Faisal").looks_like_an_event
    assert understood("Rapat besok").looks_like_an_event


_WORDS = st.sampled_from(
    (
        *("Rapat", "besok", "kamis", "minggu", "depan", "next", "week", "hari", "tgl", "seharian"),
        *("6", "9", "90", "1,5", "6/12", "2026-12-06", "3-5", "9-10", "10.30", "25.00", "31 feb"),
        *("des", "dec", "s.d.", "jam", "pukul", "pagi", "pm", "WITA", "wib", "selama", "menit"),
        *("@tepian", "@pandurata", "@", "#rapat", "#", "+faisal", "+", "!pasti", "!"),
        *("-", "(", ")", ",", "Қайса", "ſ", "İ", "\u2013"),
    )
)


@given(st.one_of(st.text(max_size=120), st.lists(_WORDS, max_size=14).map(" ".join)))
@example("\ufffc 6 des \ufffc")
@example("K" * 3 + " \u212a jum’at")
def test_any_text_is_read_and_spans_lie_apart_within_it(text: str) -> None:
    plan = read(text, KNOWN)
    spans = sorted(span for part in plan.parts for span in part.spans)
    assert all(0 <= span.start < span.end <= len(plan.text) for span in spans)
    assert all(one.end <= other.start for one, other in pairwise(spans))
    assert all(one.starts < one.ends for one in plan.occurrences)
    if plan.complete:
        assert plan.title
        assert plan.occurrences


_DAYS = st.dates(TODAY, date(2029, 12, 31))
_STARTS = st.integers(6 * 4, 20 * 4).map(lambda quarter: quarter * 15)


@given(
    day=_DAYS,
    start=_STARTS,
    length=st.integers(1, 12).map(lambda quarters: quarters * 15),
    venue=st.sampled_from(VENUES),
    weekday=st.booleans(),
    order=st.permutations(range(3)),
)
def test_what_is_written_in_either_language_is_read_back_the_same(
    day: date, start: int, length: int, venue: Named, weekday: bool, order: list[int]
) -> None:
    starts = datetime.combine(day, datetime.min.time()) + timedelta(minutes=start)
    ends = starts + timedelta(minutes=length)
    plans: list[Plan] = []
    for language in ("id", "en"):
        month = month_names(language)[day.month - 1]
        written = f"{day.day} {month} {day.year}"
        if weekday:
            written = f"{weekday_names(language)[day.weekday()]}, {written}"
        parts = [
            written,
            f"{clock_time(starts, language)}-{clock_time(ends, language)}",
            f"@{venue.name}",
        ]
        plans.append(read("Penandatanganan naskah " + " ".join(parts[at] for at in order), KNOWN))
    for plan in plans:
        assert plan.problems == ()
        assert plan.title == "Penandatanganan naskah"
        assert plan.venue == venue
        assert plan.occurrences == (Occurrence(starts, ends),)
    assert plans[0].zone == plans[1].zone


@given(day=st.integers(0, 6), today=_DAYS)
def test_both_languages_mean_the_same_weekday(day: int, today: date) -> None:
    known = Known(today, "Asia/Makassar")
    indonesian, english = (weekday_names(language)[day] for language in ("id", "en"))
    for one, other in ((indonesian, english), (f"hari {indonesian} depan", f"next {english}")):
        readings = days(f"Rapat {one}", known)
        assert readings == days(f"Rapat {other}", known)
        assert {date.fromisoformat(key).weekday() for key in readings} == {day}
