"""Days that are not like others, told for each event that touches them."""

from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk.model.choices import EventKind, SpecialDayKind
from desk.rules.days import Calendar, DayFindings, Holiday, NotedDay, days_touched, judge_days

CHRISTMAS = date(2026, 12, 25)
SUNDAY, FRIDAY = date(2026, 12, 6), date(2026, 12, 4)
RAMADAN_DAY = date(2026, 3, 2)
NOTHING = DayFindings()


def judge(
    day: date, first: int, last: int, calendar: Calendar | None = None, **values: object
) -> DayFindings:
    starts = datetime(day.year, day.month, day.day, first // 60, first % 60)
    given = {"kind": EventKind.MEETING, "calendar": calendar or Calendar("ID"), **values}
    return judge_days(starts, starts + timedelta(minutes=last - first), **given)  # type: ignore[arg-type]


def calendar(*noted: NotedDay, ramadan: tuple[date, ...] = ()) -> Calendar:
    holidays = {
        CHRISTMAS: [Holiday(CHRISTMAS, "ID", "Natal")],
        SUNDAY: [Holiday(SUNDAY, "KZ", "Republic Day")],
    }
    by_day: dict[date, list[NotedDay]] = {}
    for row in noted:
        by_day.setdefault(row.day, []).append(row)
    return Calendar("ID", holidays, ramadan, by_day)


def test_an_ordinary_day_says_nothing() -> None:
    assert judge(date(2026, 12, 8), 540, 600).is_empty


def test_a_holiday_of_the_guests_counts_for_their_visits_only() -> None:
    assert judge(SUNDAY, 540, 600, calendar()).holidays == ()
    found = judge(SUNDAY, 540, 600, calendar(), guest_country="KZ")
    assert [row.name for row in found.holidays] == ["Republic Day"]
    assert found.sundays == (SUNDAY,)


def test_a_working_day_lifts_a_holiday_and_a_sunday() -> None:
    working = [
        NotedDay(day, SpecialDayKind.WORKING_DAY, country)
        for day, country in ((CHRISTMAS, ""), (SUNDAY, "ID"))
    ]
    assert judge(CHRISTMAS, 540, 600, calendar(*working)).is_empty
    assert judge(SUNDAY, 540, 600, calendar(*working)).is_empty
    other = NotedDay(CHRISTMAS, SpecialDayKind.WORKING_DAY, "KZ")
    assert judge(CHRISTMAS, 540, 600, calendar(other)).holidays != ()


def test_what_the_office_noted_stands_for_what_the_calendar_knows() -> None:
    noted = NotedDay(CHRISTMAS, SpecialDayKind.HOLIDAY, "ID", "Natal", "SKB 3 Menteri")
    leave = NotedDay(date(2026, 12, 24), SpecialDayKind.COLLECTIVE_LEAVE, "ID", "Cuti bersama")
    [holiday] = judge(CHRISTMAS, 540, 600, calendar(noted)).holidays
    assert holiday.basis == "SKB 3 Menteri"
    found = judge(date(2026, 12, 24), 540, 600, calendar(leave))
    assert ([row.name for row in found.leave], found.holidays) == (["Cuti bersama"], ())


def test_an_event_that_ends_at_midnight_leaves_the_next_day_out() -> None:
    saturday = SUNDAY - timedelta(days=1)
    assert judge(saturday, 20 * 60, 24 * 60).sundays == ()
    assert judge(saturday, 20 * 60, 24 * 60 + 1).sundays == (SUNDAY,)


@pytest.mark.parametrize(
    ("first", "last", "touches"),
    [(660, 690, False), (660, 691, True), (809, 900, True), (810, 900, False), (480, 1000, True)],
)
def test_friday_prayer_is_half_open(first: int, last: int, touches: bool) -> None:
    assert (judge(FRIDAY, first, last).friday_prayers == (FRIDAY,)) is touches


def test_hours_mean_nothing_abroad_nor_to_whole_days() -> None:
    assert judge(FRIDAY, 660, 780, in_host_country=False) == NOTHING
    assert judge(FRIDAY, 0, 720, all_day=True) == NOTHING
    assert judge(FRIDAY, 0, 24 * 60) == NOTHING
    assert judge(FRIDAY - timedelta(days=1), 660, 780) == NOTHING


@pytest.mark.parametrize(
    ("kind", "first", "meal", "iftar"),
    [
        (EventKind.MEAL, 12 * 60, True, False),
        (EventKind.MEAL, 18 * 60, False, False),
        (EventKind.MEAL, 4 * 60, False, False),
        (EventKind.MEETING, 12 * 60, False, False),
        (EventKind.MEETING, 17 * 60 + 30, False, True),
        (EventKind.MEETING, 18 * 60 + 45, False, False),
    ],
)
def test_ramadan_concerns_meals_by_day_and_what_lasts_over_iftar(
    kind: EventKind, first: int, meal: bool, iftar: bool
) -> None:
    fasting = calendar(ramadan=(RAMADAN_DAY,))
    found = judge(RAMADAN_DAY, first, first + 60, fasting, kind=kind)
    assert (bool(found.fasting_meals), bool(found.iftars)) == (meal, iftar)
    assert judge(RAMADAN_DAY + timedelta(days=1), first, first + 60, fasting, kind=kind) == NOTHING


@given(
    st.datetimes(datetime(2026, 1, 1), datetime(2026, 12, 31)),
    st.timedeltas(timedelta(minutes=1), timedelta(days=9)),
)
def test_the_days_touched_are_those_with_a_moment_of_the_event(
    starts: datetime, length: timedelta
) -> None:
    touched = days_touched(starts, starts + length)
    for number in range(-1, 12):
        day = starts.date() + timedelta(days=number)
        midnight = datetime(day.year, day.month, day.day)
        there = starts < midnight + timedelta(days=1) and midnight < starts + length
        assert (day in touched) is there
