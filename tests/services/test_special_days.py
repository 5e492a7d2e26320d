"""Days the office notes, the yearly decree, and what the calendars know."""

from datetime import date

import pytest

from desk.locale import use_language
from desk.model.choices import SpecialDayKind
from desk.model.errors import UserError
from desk.services import history, special_days
from desk.services.desk import Desk

DECREE = """Cuti bersama tahun 2027
1. Senin, 8 Februari 2027: Cuti bersama Tahun Baru Imlek
2. 10-12 Maret 2027 Cuti bersama Idulfitri
3. Kamis, 24 Desember 2027 Cuti bersama Natal
4. 2 Januari 2028 Tahun Baru"""


def days(desk: Desk, year: int = 2027) -> list[tuple[date, str]]:
    return [(row.day, row.name) for row in special_days.list_special_days(desk, year)]


def test_a_day_is_noted_changed_and_taken_away_and_each_is_one_undo(desk: Desk) -> None:
    noted = special_days.add_special_day(
        desk,
        day=date(2027, 2, 8),
        kind=SpecialDayKind.COLLECTIVE_LEAVE,
        name={"id": "Cuti bersama Imlek"},
        basis="SKB Tiga Menteri",
    )
    [row] = special_days.list_special_days(desk, 2027)
    assert (row.country, row.kind, row.basis) == (
        "ID",
        SpecialDayKind.COLLECTIVE_LEAVE,
        "SKB Tiga Menteri",
    )
    special_days.change_special_day(desk, noted, {"day": date(2027, 2, 9)})
    special_days.delete_special_day(desk, noted)
    assert days(desk) == []
    history.undo(desk)
    assert days(desk) == [(date(2027, 2, 9), "Cuti bersama Imlek")]
    history.undo(desk)
    assert days(desk) == [(date(2027, 2, 8), "Cuti bersama Imlek")]


def test_a_day_without_a_name_is_called_by_its_kind(desk: Desk) -> None:
    special_days.add_special_day(desk, day=date(2027, 2, 8), kind=SpecialDayKind.WORKING_DAY)
    assert days(desk) == [(date(2027, 2, 8), "Working day")]


def test_one_day_is_noted_once_for_each_country(desk: Desk) -> None:
    day = date(2027, 3, 22)
    kind = SpecialDayKind.COLLECTIVE_LEAVE
    for country in ("ID", "KZ", ""):
        special_days.add_special_day(desk, day=day, kind=kind, country=country)
    with pytest.raises(UserError, match="noted already") as refused:
        special_days.add_special_day(desk, day=day, kind=kind, country="kz")
    assert refused.value.field == "day"
    assert [row.country for row in special_days.list_special_days(desk, 2027)] == ["", "ID", "KZ"]
    assert len(special_days.list_special_days(desk, 2027, country="KZ")) == 1


@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({"day": date(1805, 1, 1)}, "day"),
        ({"country": "QQ"}, "country"),
        ({"kind": SpecialDayKind.HOLIDAY, "name": ""}, "name"),
    ],
)
def test_what_is_no_special_day_is_refused_beside_its_field(
    desk: Desk, values: dict[str, object], field: str
) -> None:
    given = {"day": date(2027, 2, 8), "kind": SpecialDayKind.COLLECTIVE_LEAVE, **values}
    with pytest.raises(UserError) as refused:
        special_days.add_special_day(desk, **given)  # type: ignore[arg-type]
    assert refused.value.field == field


def test_a_pasted_decree_is_read_before_anything_is_written(desk: Desk) -> None:
    special_days.add_special_day(
        desk, day=date(2027, 3, 11), kind=SpecialDayKind.COLLECTIVE_LEAVE, name="Idulfitri"
    )
    pasted = special_days.read_pasted_days(desk, DECREE, year=2027)
    assert [line.problem for line in pasted.lines] == ["no_date", "", "", "weekday", "other_year"]
    assert pasted.new == [
        (date(2027, 2, 8), "Cuti bersama Tahun Baru Imlek"),
        (date(2027, 3, 10), "Cuti bersama Idulfitri"),
        (date(2027, 3, 12), "Cuti bersama Idulfitri"),
        (date(2027, 12, 24), "Cuti bersama Natal"),
    ]
    assert len(days(desk)) == 1


def test_the_days_of_a_decree_are_one_step(desk: Desk) -> None:
    pasted = special_days.read_pasted_days(desk, DECREE, year=2027)
    assert special_days.add_pasted_days(desk, pasted.new, basis="SKB") == 5
    assert special_days.add_pasted_days(desk, pasted.new, basis="SKB") == 0
    assert len(days(desk)) == 5
    assert special_days.list_special_days(desk, 2027)[0].basis == "SKB"
    history.undo(desk)
    assert days(desk) == []


def test_the_calendars_of_both_countries_are_known_in_the_language_of_the_screen() -> None:
    indonesian = {row.day: row for row in special_days.public_holidays("ID", 2027)}
    assert indonesian[date(2027, 8, 17)].name == "Independence Day"
    assert not indonesian[date(2027, 8, 17)].estimated
    fitri = indonesian[date(2027, 3, 10)]
    assert (fitri.name, fitri.estimated) == ("Eid al-Fitr", True)
    kazakh = {row.day: row.name for row in special_days.public_holidays("KZ", 2027)}
    assert kazakh[date(2027, 3, 22)] == "Nowruz Holiday"
    assert special_days.public_holidays("QQ", 2027) == []
    use_language("id")
    try:
        names = {row.day: row.name for row in special_days.public_holidays("ID", 2027)}
        assert names[date(2027, 8, 17)] == "Hari Kemerdekaan Republik Indonesia"
        assert names[date(2027, 3, 10)] == "Hari Raya Idul Fitri"
    finally:
        use_language("en")
