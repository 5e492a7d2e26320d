"""desk/rules/names.py, name_titles.py, transliteration.py: proposals that keep every letter."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk.rules.name_titles import split_titles
from desk.rules.names import ParsedName, parse_name
from desk.rules.transliteration import has_cyrillic, transliterate


@pytest.mark.parametrize(
    ("text", "family", "given_name", "patronymic"),
    [
        ("Mankaraev Kaisa Zakirovich", "Mankaraev", "Kaisa", "Zakirovich"),
        ("Yergaliev Talgat Faizullievich", "Yergaliev", "Talgat", "Faizullievich"),
        ("Bergaliev Gabbas Tokanovich", "Bergaliev", "Gabbas", "Tokanovich"),
        ("Rakhmatullaev Abai Kalykululy", "Rakhmatullaev", "Abai", "Kalykululy"),
        ("Рахматуллаев Абай Қалықұлұлы", "Рахматуллаев", "Абай", "Қалықұлұлы"),
        ("Abai Kalykuly Rakhmatullaev", "Rakhmatullaev", "Abai", "Kalykuly"),
        ("Akhmetov Nurlan Serik uly", "Akhmetov", "Nurlan", "Serik uly"),
        ("Aigul Serikkyzy", "", "Aigul", "Serikkyzy"),
        ("Ivanova Anna Petrovna", "Ivanova", "Anna", "Petrovna"),
    ],
)
def test_a_patronymic_shows_the_parts(
    text: str, family: str, given_name: str, patronymic: str
) -> None:
    found = parse_name(text)
    assert (found.full_name, found.family, found.given, found.patronymic) == (
        text,
        family,
        given_name,
        patronymic,
    )


@pytest.mark.parametrize(
    "text",
    [
        "Serik",
        "Puguh Harjanto",
        "Aji Muhammad Fitra Firnanda",
        "Syarifah Alawiyah",
        "Andi Harun",
        "M. Fadjroel Rachman",
        "M. Syirajudin",
        "Uly",
        "Serik uly",
    ],
)
def test_a_complete_name_gets_no_parts_and_loses_none(text: str) -> None:
    assert parse_name(text, country="ID") == ParsedName(text)


@pytest.mark.parametrize(
    ("text", "before", "name", "after"),
    [
        ("Dr. H. Isran Noor, M.Si.", "Dr. H.", "Isran Noor", "M.Si."),
        ("dr. Rini Retno Sukesi", "dr.", "Rini Retno Sukesi", ""),
        (
            "Prof. Dr. Ir. Abdunnur, S.E., M.Si., Ph.D.",
            "Prof. Dr. Ir.",
            "Abdunnur",
            "S.E., M.Si., Ph.D.",
        ),
        ("K.H. Ahmad Dahlan", "K.H.", "Ahmad Dahlan", ""),
        ("Hj. Heni Purwaningsih, SE, MM", "Hj.", "Heni Purwaningsih", "SE, MM"),
        ("M. Faisal, S.Sos., M.Si.", "", "M. Faisal", "S.Sos., M.Si."),
        ("H. M. Syirajudin", "H.", "M. Syirajudin", ""),
        ("Dr.", "", "Dr.", ""),
    ],
)
def test_titles_are_told_apart_with_their_punctuation(
    text: str, before: str, name: str, after: str
) -> None:
    found = parse_name(text)
    assert (found.titles_before, found.full_name, found.titles_after) == (before, name, after)
    assert found.as_written == text


def test_a_physician_is_no_doctor_of_philosophy() -> None:
    assert parse_name("dr. Rini").titles_before == "dr."
    assert parse_name("Dr. Rini").titles_before == "Dr."


def test_an_honorific_is_no_title_and_no_degree() -> None:
    found = parse_name("H.E. Dr. Serik Zhumabekov")
    assert (found.honorific, found.titles_before, found.full_name) == (
        "H.E.",
        "Dr.",
        "Serik Zhumabekov",
    )
    assert found.as_written == "H.E. Dr. Serik Zhumabekov"


def test_what_follows_a_comma_and_is_no_degree_stays_with_the_name() -> None:
    assert split_titles("Rachman, Fadjroel") == ("", "", "Rachman, Fadjroel", "")


@pytest.mark.parametrize(
    ("text", "family", "given_name"),
    [("Zhumabekov Serik", "Zhumabekov", "Serik"), ("Serik Zhumabekov", "Zhumabekov", "Serik")],
)
def test_two_words_of_a_country_with_family_names(text: str, family: str, given_name: str) -> None:
    found = parse_name(text, country="KZ")
    assert (found.family, found.given) == (family, given_name)
    assert parse_name(text, country="ID").family == ""


@pytest.mark.parametrize(
    ("cyrillic", "latin"),
    [
        ("Қайса", "Kaisa"),
        ("Рахматуллаев Абай Қалықұлұлы", "Rakhmatullaev Abai Kalykululy"),
        ("Ергалиев Талғат Файзуллиевич", "Yergaliev Talgat Faizullievich"),
        ("Бергалиев Габбас Токанович", "Bergaliev Gabbas Tokanovich"),
        ("ЖҰМАБЕКОВ", "ZHUMABEKOV"),
        ("Щукина Юлия", "Shchukina Yuliya"),
        ("Serik, А-2", "Serik, A-2"),
    ],
)
def test_cyrillic_in_latin_letters(cyrillic: str, latin: str) -> None:
    assert transliterate(cyrillic) == latin


@given(st.text(max_size=80))
def test_nothing_of_a_text_is_lost(text: str) -> None:
    assert parse_name(text).as_written == " ".join(text.split())


@given(st.text(alphabet="абвгдеёжзийклмнопрстуфхцчшщъыьэюяәғқңөұүһіАБВГҚ -", max_size=40))
def test_nothing_cyrillic_is_left_of_kazakh_and_russian(text: str) -> None:
    assert not has_cyrillic(transliterate(text))


@given(st.text(alphabet="abc XYZ.,-'é", max_size=40))
def test_latin_text_stays_as_it_is(text: str) -> None:
    assert transliterate(text) == text
