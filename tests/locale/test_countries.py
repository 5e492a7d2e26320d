"""Countries: names, order, usual zone and language."""

from zoneinfo import ZoneInfo

import pytest

from desk.locale.countries import (
    UnknownCountry,
    country_choices,
    country_name,
    sorting_key,
    usual_language,
    usual_zone,
)
from desk.locale.zones import country_codes

LANGUAGES = ("id", "en", "ru", "kk")


@pytest.mark.parametrize(
    ("code", "names"),
    [
        ("KZ", ("Kazakhstan", "Kazakhstan", "Казахстан", "Қазақстан")),
        ("ID", ("Indonesia", "Indonesia", "Индонезия", "Индонезия")),
        ("DE", ("Jerman", "Germany", "Германия", "Германия")),
        ("CN", ("Tiongkok", "China", "Китай", "Қытай")),
        ("PS", ("Palestina", "Palestine", "Палестина", "Палестина")),
    ],
)
def test_countries_have_names_in_four_languages(code: str, names: tuple[str, ...]) -> None:
    assert tuple(country_name(code, language) for language in LANGUAGES) == names


@pytest.mark.parametrize("code", ["", "kz", "ZZ", "EU", "KAZ"])
def test_an_unknown_country_is_refused_with_its_code(code: str) -> None:
    with pytest.raises(UnknownCountry) as caught:
        country_name(code, "en")
    assert caught.value.code == code


@pytest.mark.parametrize("language", LANGUAGES)
def test_choices_hold_every_country_once(language: str) -> None:
    choices = country_choices(language)
    assert {code for code, _name in choices} == country_codes()
    assert len({name for _code, name in choices}) == len(choices) == 249


@pytest.mark.parametrize(
    ("language", "first"),
    [
        ("id", ["Afganistan", "Afrika Selatan", "Albania"]),
        ("en", ["Afghanistan", "Åland Islands", "Albania"]),
        ("ru", ["Австралия", "Австрия", "Азербайджан"]),
    ],
)
def test_choices_are_in_the_order_of_the_alphabet(language: str, first: list[str]) -> None:
    assert [name for _code, name in country_choices(language)[:3]] == first


def test_kazakh_letters_have_their_own_places() -> None:
    words = ["Ямайка", "Қазақстан", "Катар", "Лаос", "Үндістан", "Уганда", "Ирак", "Іле", "Шад"]
    assert sorted(words, key=lambda word: sorting_key(word, "kk")) == [
        "Ирак",
        "Катар",
        "Қазақстан",
        "Лаос",
        "Уганда",
        "Үндістан",
        "Шад",
        "Іле",
        "Ямайка",
    ]


def test_russian_yo_follows_ye() -> None:
    words = ["ёлка", "жук", "ель"]
    assert sorted(words, key=lambda word: sorting_key(word, "ru")) == ["ель", "ёлка", "жук"]


@pytest.mark.parametrize(
    ("code", "zone"),
    [
        ("KZ", "Asia/Almaty"),
        ("ID", "Asia/Jakarta"),
        ("RU", "Europe/Moscow"),
        ("US", "America/New_York"),
        ("AU", "Australia/Sydney"),
        ("CN", "Asia/Shanghai"),
        ("BR", "America/Sao_Paulo"),
        ("CA", "America/Toronto"),
        ("UZ", "Asia/Tashkent"),
        ("MX", "America/Mexico_City"),
        ("MY", "Asia/Kuala_Lumpur"),
        ("DE", "Europe/Berlin"),
        ("UA", "Europe/Kyiv"),
        ("BV", None),
        ("XX", None),
    ],
)
def test_the_usual_zone_is_the_capitals(code: str, zone: str | None) -> None:
    assert usual_zone(code) == zone


def test_every_usual_zone_is_in_the_zone_data() -> None:
    zones = {zone for code in country_codes() if (zone := usual_zone(code))}
    assert {ZoneInfo(zone).key for zone in zones} == zones
    assert sorted(code for code in country_codes() if usual_zone(code) is None) == ["BV", "HM"]


@pytest.mark.parametrize(
    ("code", "language"),
    [("ID", "id"), ("KZ", "kk"), ("RU", "ru"), ("KG", "ru"), ("UA", "en"), ("JP", "en")],
)
def test_guests_are_written_to_in_the_language_usual_for_their_country(
    code: str, language: str
) -> None:
    assert usual_language(code) == language
