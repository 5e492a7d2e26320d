"""desk/rules/same_person.py, known_names.py: who may be one person, and who is not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk.model.rows.same_person import SameReason
from desk.rules.known_names import KnownNames, known_person
from desk.rules.same_person import (
    best_match,
    name_words,
    names_alike,
    same_number,
    spellings,
    together,
)

NAME, SPELLING, ALIAS = SameReason.NAME, SameReason.SPELLING, SameReason.ALIAS
SCRIPT, EMAIL, PHONE = SameReason.SCRIPT, SameReason.EMAIL, SameReason.PHONE


def _tells(one: str, other: str) -> SameReason | None:
    best = best_match(spellings(one), spellings(other))
    return best[1] if best else None


@pytest.mark.parametrize(
    ("one", "other", "reason"),
    [
        ("M. Fadjroel Rachman", "M. Fadiroel Rachman", SPELLING),
        ("Fadjroel", "Fadiroel", SPELLING),
        ("M. Syirajudin", "M. Syrajudin", SPELLING),
        ("Kaisa", "Қайса", SCRIPT),
        ("Kajsa", "Кайса", SCRIPT),
        ("Kaisa", "Kajsa", NAME),
        ("Mankaraev Kaisa Zakirovich", "Kaisa Mankaraev", SPELLING),
        ("Mankaraev Kaisa Zakirovich", "Mankaraev K. Z.", SPELLING),
        ("Mankaraev Kaisa", "Kaisa M.", SPELLING),
        ("Rakhmatullaev Abai Kalykululy", "Рахматуллаев Абай Қалықұлұлы", SCRIPT),
        ("Akhmetov Nurlan Serik uly", "Akhmetov Nurlan Serikuly", NAME),
        ("M. Faisal", "Muhammad Faisal", SPELLING),
        ("Moh. Faisal", "Mohd Faisal", NAME),
        ("Moh.", "Muhammad", NAME),
        ("Faisal", "M. Faisal", SPELLING),
        ("Al-Farabi", "Alfarabi", NAME),
        ("Jean-Luc Müller", "Muller Jean Luc", SPELLING),
        ("Dr. H. Isran Noor, M.Si.", "Isran Noor", NAME),
        ("Aji Muhammad Fitra Firnanda", "Fitra Firnanda", SPELLING),
        ("Puguh Harjanto", "Puguh Haryanto", NAME),
        ("Joesoef Soekardi", "Yusuf Sukardi", NAME),
        ("Serik", "Serik", NAME),
    ],
)
def test_one_person_written_twice(one: str, other: str, reason: SameReason) -> None:
    assert _tells(one, other) is reason


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Yergaliev Talgat Faizullievich", "Yergaliev Talgat Maratovich"),
        ("A. Faisal", "B. Faisal"),
        ("M. Faisal", "Faisal Basri"),
        ("Serik", "Serik Zhumabekov"),
        ("Andi Harun", "Andi Haris"),
        ("Rini Sukesi", "Rina Sukesi"),
        ("Aji Putra", "Aji Muhammad Fitra Firnanda"),
        ("Muhammad", "Muhammad Faisal"),
        ("", "Serik"),
        ("...", "---"),
    ],
)
def test_two_people(one: str, other: str) -> None:
    assert _tells(one, other) is None


_WORDS = (
    *("Mankaraev", "Mankarayev", "Kaisa", "Kajsa", "Қайса", "Serik", "uly", "Zakirovich"),
    *("Talgatovich", "M.", "K.", "Muhammad", "Faisal", "Faisel"),
)
_NAMES = st.lists(st.sampled_from(_WORDS), max_size=5).map(" ".join)


@given(_NAMES, _NAMES)
def test_whoever_is_asked_first_the_answer_is_one(one: str, other: str) -> None:
    assert names_alike(name_words(one), name_words(other)) == names_alike(
        name_words(other), name_words(one)
    )


@given(_NAMES)
def test_everybody_is_like_themselves(name: str) -> None:
    words = name_words(name)
    assert names_alike(words, words) == (100 if words.strong else 0)


@given(st.lists(_NAMES, max_size=8), _NAMES)
def test_nobody_alike_is_lost_by_not_comparing_everybody(names: list[str], asked: str) -> None:
    known = KnownNames()
    for number, name in enumerate(names, start=1):
        known.put(known_person(number, name))
    person = known_person(0, asked)
    found = {match.person_id: match.score for match in known.like(person)}
    alike = {
        number: best[0]
        for number, name in enumerate(names, start=1)
        if (best := best_match(person.spellings, spellings(name)))
    }
    assert found == alike


def test_an_alias_tells_it() -> None:
    best = best_match(spellings("Fadjroel Rachman"), spellings("Rachman", "", ["Fadiroel Rahman"]))
    assert best is not None
    assert (best[1], best[2].written) == (ALIAS, "Fadiroel Rahman")


def test_two_nicknames_make_nobody_one_person() -> None:
    one = spellings("Kaisa Mankaraev", aliases=["Kaisa"])
    assert best_match(one, spellings("Kaisa Ospanov", aliases=["Kaisa"])) is None
    assert best_match(one, spellings("Kaisa")) is not None


@pytest.mark.parametrize(
    ("one", "other", "country", "same"),
    [
        ("0812 345 6789", "+62 812-345-6789", "ID", True),
        ("0812 345 6789", "+7 812 345 6789", "ID", False),
        ("8 701 123 45 67", "+7 701 123-45-67", "KZ", True),
        ("0541 123 456", "+62 541 123457", "ID", False),
        ("12345", "12345", "ID", False),
        ("", "", "ID", False),
        ("+000 000 1234567", "+000 000 1234567", "ID", False),
    ],
)
def test_numbers_are_read_as_they_are_dialled(
    one: str, other: str, country: str, same: bool
) -> None:
    assert same_number(one, other, country=country) is same


def test_a_mailbox_tells_it_when_a_name_says_nothing() -> None:
    known = KnownNames()
    known.put(known_person(1, "Serik", email="Serik@Example.org"))
    known.put(known_person(2, "Dana", phone="0812 345 6789"))
    asked = known_person(0, "Nobody", email="serik@example.org ", phone="+62812 3456 789")
    assert [(match.person_id, match.reasons) for match in known.like(asked)] == [
        (1, (EMAIL,)),
        (2, (PHONE,)),
    ]


def test_the_mailbox_of_a_unit_tells_nothing_by_itself() -> None:
    known = KnownNames()
    for number, name in enumerate(("Anna", "Boris", "Clara", "Dmitri"), start=1):
        known.put(known_person(number, name, email="unit@example.org"))
    assert known.like(known_person(0, "Nobody", email="unit@example.org")) == []
    (found,) = known.like(known_person(0, "Clara", email="unit@example.org"))
    assert (found.person_id, found.reasons) == (3, (NAME, EMAIL))


def test_what_speaks_for_it_together_weighs_more() -> None:
    assert together(90, [SPELLING, EMAIL]) == 95
    assert together(0, [EMAIL, PHONE]) > together(0, [EMAIL]) > 0
    assert together(0, []) == 0


def test_who_changed_is_known_by_the_new_name_alone() -> None:
    known = KnownNames()
    known.put(known_person(1, "Serik"))
    known.put(known_person(1, "Talgat"))
    assert known.like(known_person(0, "Serik")) == []
    known.drop(1)
    known.drop(1)
    assert (known.like(known_person(0, "Talgat")), len(known)) == ([], 0)


def test_each_pair_is_met_once() -> None:
    known = KnownNames()
    for number, name in enumerate(("Fadjroel", "Serik", "Fadiroel", "Fadiroel"), start=1):
        known.put(known_person(number, name))
    assert [(one, [match.person_id for match in found]) for one, found in known.pairs()] == [
        (1, [3, 4]),
        (2, []),
        (3, [4]),
        (4, []),
    ]
