"""desk/rules/precedence.py: who stands before whom, and that nobody decided it by accident."""

import tomllib
from dataclasses import replace
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk.folders import SEEDS
from desk.model.choices import Grounds
from desk.rules.positions import HeldOffice, position_of, read_positions
from desk.rules.precedence import (
    Candidate,
    Decision,
    Ladders,
    Placed,
    Scheme,
    order_of,
    read_scheme,
)

FOLDER = SEEDS / "precedence"


def read(name: str) -> dict[str, Any]:
    return tomllib.loads((FOLDER / f"{name}.toml").read_text(encoding="utf-8"))


POSITIONS = read_positions(read("positions"))
ARTICLE_10 = read_scheme(read("uu-9-2010-article-10"))
ARTICLE_15 = read_scheme(read("pp-39-2018-article-15"))
TWO_LADDERS = read_scheme(read("two-ladders"))

SETDA = ("Setda Provinsi Kalimantan Timur", "ID", "government")
SERVICE = ("Dinas", "ID", "government")
AKIMAT = ("Akimat Kota Astana", "KZ", "government")

HELD: dict[str, tuple[str, tuple[str, str, str]]] = {
    "fadjroel": ("Duta Besar LBBP RI", ("KBRI Astana", "ID", "mission")),
    "serik": ("Konsul Kehormatan RI", ("Konsulat Kehormatan RI, Almaty", "ID", "mission")),
    "mankaraev": ("Kepala Departemen Ekonomi dan Perencanaan Anggaran", AKIMAT),
    "yergaliev": ("Deputi Maslikhat", ("Maslikhat Kota Astana", "KZ", "legislature")),
    "syirajudin": ("Asisten Pemerintahan dan Kesra", SETDA),
    "faisal": ("Kepala Dinas", SERVICE),
    "lisa": ("Kepala Biro", SERVICE),
    "governor": ("Gubernur Kalimantan Timur", SETDA),
}
KEYS = {name: number for number, name in enumerate(HELD)}
NAMES = dict(enumerate(HELD))
HOSTS = {"syirajudin", "faisal", "lisa", "governor"}


def candidate(name: str, **values: Any) -> Candidate:
    title, (organisation, country, kind) = HELD[name]
    given = {
        "key": KEYS[name],
        "side": "host" if name in HOSTS else "guest",
        "role": "head" if name in ("fadjroel", "syirajudin") else "member",
        "given_order": KEYS[name],
        "offices": (HeldOffice((title,), organisation, country, kind),),
        "country": country,
    }
    return Candidate(**{**given, **values})


def said(placed: list[Placed]) -> list[tuple[str, int, str]]:
    return [(NAMES[row.key], row.place, row.rank.code if row.rank else "") for row in placed]


SAMPLE = [candidate(name) for name in HELD if name != "governor"]


def test_the_sample_under_article_10() -> None:
    placed = order_of(ARTICLE_10, POSITIONS, SAMPLE)
    assert said(placed) == [
        ("fadjroel", 1, "9.14"),
        ("syirajudin", 2, "p"),
        ("faisal", 2, "p"),
        ("lisa", 2, "p"),
        # In no list: guests before hosts only as shown, all of them equals.
        ("serik", 5, ""),
        ("mankaraev", 5, ""),
        ("yergaliev", 5, ""),
    ]
    equals = {NAMES[row.key]: {NAMES[key] for key in row.equal_with} for row in placed}
    assert equals["fadjroel"] == set()
    assert equals["faisal"] == {"syirajudin", "lisa"}
    assert [row.rank.basis if row.rank else "" for row in placed[:2]] == [
        "UU 9/2010 Pasal 10 ayat (2) jo. Pasal 9 ayat (1) angka 14",
        "UU 9/2010 Pasal 10 ayat (1) huruf p",
    ]


def test_an_honorary_consul_of_indonesia_is_no_foreign_consul() -> None:
    [serik] = order_of(ARTICLE_10, POSITIONS, [candidate("serik")])
    assert (serik.rank, serik.grounds) == (None, Grounds.NONE)
    assert serik.position is not None
    assert serik.position.key == "honorary_consul"


def test_under_article_15_the_governor_comes_before_the_ambassador() -> None:
    placed = order_of(ARTICLE_15, POSITIONS, [*SAMPLE, candidate("governor")])
    assert said(placed)[:2] == [("governor", 1, "2"), ("fadjroel", 2, "3")]


def test_the_head_of_a_foreign_institution_comes_first_under_article_15() -> None:
    akim = candidate("mankaraev", role="head")
    placed = order_of(ARTICLE_15, POSITIONS, [akim, candidate("governor"), candidate("fadjroel")])
    assert [name for name, _place, _code in said(placed)] == ["mankaraev", "governor", "fadjroel"]


def test_each_side_has_its_own_ladder_in_a_bilateral_meeting() -> None:
    placed = order_of(TWO_LADDERS, POSITIONS, SAMPLE)
    assert [(NAMES[row.key], row.ladder, row.place) for row in placed] == [
        ("fadjroel", "guest", 1),
        ("serik", "guest", 2),
        ("mankaraev", "guest", 3),
        ("yergaliev", "guest", 4),
        ("syirajudin", "host", 1),
        ("faisal", "host", 2),
        ("lisa", "host", 3),
    ]


def test_an_equivalent_is_told_with_its_reason() -> None:
    decision = Decision(KEYS["mankaraev"], "As a head of service", "Syarifah", rank="p")
    placed = order_of(ARTICLE_10, POSITIONS, SAMPLE, [decision])
    [row] = [row for row in placed if row.key == KEYS["mankaraev"]]
    assert (row.place, row.grounds, row.decision) == (2, Grounds.EQUIVALENT, decision)
    assert KEYS["syirajudin"] in row.equal_with


def test_an_override_moves_who_is_in_the_list() -> None:
    decision = Decision(KEYS["lisa"], "Leads today", "Syarifah", rank="a")
    placed = order_of(ARTICLE_10, POSITIONS, SAMPLE, [decision])
    assert said(placed)[:2] == [("fadjroel", 1, "9.14"), ("lisa", 2, "a")]
    assert placed[1].grounds is Grounds.OVERRIDE


def test_equals_are_equal_until_somebody_decides() -> None:
    first = Decision(KEYS["lisa"], "Longest in office", "Syarifah", place=1)
    second = Decision(KEYS["faisal"], "Then", "Syarifah", place=2)
    placed = order_of(ARTICLE_10, POSITIONS, SAMPLE, [first, second])
    assert said(placed)[1:4] == [("lisa", 2, "p"), ("faisal", 3, "p"), ("syirajudin", 4, "p")]
    assert [row.equal_with for row in placed[1:4]] == [(), (), ()]


def test_the_highest_of_several_offices_counts() -> None:
    both = candidate("lisa", offices=(*candidate("lisa").offices, *candidate("governor").offices))
    [row] = order_of(ARTICLE_10, POSITIONS, [both])
    assert row.rank is not None
    assert (row.rank.code, row.office) == ("a", 1)


@pytest.mark.parametrize(
    ("title", "body", "key"),
    [
        ("Wakil Gubernur Kalimantan Timur", SETDA, "vice_governor"),
        ("Mantan Gubernur", SETDA, "former_governor"),
        ("Wakil Kepala Dinas", SERVICE, None),
        ("Kepala Biro Administrasi Pimpinan", SETDA, "provincial_head"),
        ("Konsul Jenderal", ("Consulate", "JP", "mission"), "foreign_consul"),
        ("Konsul Jenderal RI", ("KJRI", "ID", "mission"), None),
        ("Ambassador", ("Embassy of Japan", "JP", "mission"), "foreign_ambassador"),
        ("Mayor", ("City of Kyoto", "JP", "government"), None),
        ("Wali Kota Samarinda", ("Pemkot", "ID", "government"), "regent_or_mayor"),
    ],
)
def test_a_position_is_told_from_title_and_body(
    title: str, body: tuple[str, str, str], key: str | None
) -> None:
    found = position_of(HeldOffice((title,), *body), POSITIONS, "ID")
    assert (found.key if found else None) == key


def test_every_scheme_names_known_positions_only() -> None:
    known = {position.key for position in POSITIONS}
    schemes = [path for path in FOLDER.glob("*.toml") if path.stem != "positions"]
    assert len(schemes) == 5
    for path in schemes:
        scheme = read_scheme(tomllib.loads(path.read_text(encoding="utf-8")))
        named = {key for rank in scheme.ranks for key in rank.positions}
        assert named <= known, path.name
        for rank in scheme.ranks:
            assert rank.basis, (path.name, rank.code)
            assert {"id", "en"} <= set(rank.text), (path.name, rank.code)


def test_two_ranks_of_one_code_are_refused() -> None:
    data = read("two-ladders")
    data["ranks"].append(data["ranks"][0])
    with pytest.raises(ValueError, match="same code"):
        read_scheme(data)


# Laws

OFFICES = st.sampled_from([candidate(name).offices for name in HELD])


@st.composite
def gatherings(draw: st.DrawFn) -> tuple[Scheme, list[Candidate], list[Decision]]:
    scheme = draw(st.sampled_from([ARTICLE_10, ARTICLE_15, TWO_LADDERS]))
    count = draw(st.integers(0, 12))
    candidates = [
        Candidate(
            key=key,
            side=draw(st.sampled_from(["guest", "host"])),
            role=draw(st.sampled_from(["head", "deputy", "member", "staff"])),
            given_order=draw(st.integers(0, 5)),
            offices=draw(st.one_of(st.just(()), OFFICES)),
            country=draw(st.sampled_from(["ID", "KZ", ""])),
        )
        for key in range(count)
    ]
    codes = st.one_of(st.none(), st.sampled_from([rank.code for rank in scheme.ranks]))
    decisions = [
        Decision(
            key, "because", "somebody", draw(codes), draw(st.one_of(st.none(), st.integers(1, 4)))
        )
        for key in range(count)
        if draw(st.booleans())
    ]
    return scheme, candidates, decisions


@given(gatherings(), st.randoms(use_true_random=False))
def test_the_order_does_not_depend_on_the_order_of_input(
    gathering: tuple[Scheme, list[Candidate], list[Decision]], chance: Any
) -> None:
    scheme, candidates, decisions = gathering
    once = order_of(scheme, POSITIONS, candidates, decisions)
    chance.shuffle(candidates)
    chance.shuffle(decisions)
    assert order_of(scheme, POSITIONS, candidates, decisions) == once


@given(gatherings())
def test_everybody_is_placed_once_and_equals_share_their_place(
    gathering: tuple[Scheme, list[Candidate], list[Decision]],
) -> None:
    scheme, candidates, decisions = gathering
    placed = order_of(scheme, POSITIONS, candidates, decisions)
    assert sorted(row.key for row in placed) == [one.key for one in candidates]
    for ladder in {row.ladder for row in placed}:
        rows = [row for row in placed if row.ladder == ladder]
        for number, row in enumerate(rows, start=1):
            before = [other for other in rows if other.place < row.place]
            level = [other.key for other in rows if other.place == row.place]
            assert row.place == len(before) + 1 <= number
            assert sorted([row.key, *row.equal_with]) == sorted(level)
        assert [row.place for row in rows] == sorted(row.place for row in rows)


@given(gatherings())
def test_who_holds_a_higher_rank_stands_higher(
    gathering: tuple[Scheme, list[Candidate], list[Decision]],
) -> None:
    scheme, candidates, decisions = gathering
    levels = {rank.code: level for level, rank in enumerate(scheme.ranks)}
    placed = order_of(scheme, POSITIONS, candidates, decisions)
    for one, other in pairwise(placed):
        if one.ladder == other.ladder:
            level, below = (levels[r.rank.code] if r.rank else len(levels) for r in (one, other))
            assert level <= below


@given(gatherings())
def test_somebody_who_leaves_changes_nothing_among_the_others(
    gathering: tuple[Scheme, list[Candidate], list[Decision]],
) -> None:
    scheme, candidates, decisions = gathering
    if not candidates:
        return
    stay = candidates[1:]
    full = [row.key for row in order_of(scheme, POSITIONS, candidates, decisions)]
    rest = [row.key for row in order_of(scheme, POSITIONS, stay, decisions)]
    assert rest == [key for key in full if key != candidates[0].key]


@given(gatherings())
def test_another_key_order_never_decides_between_ranks(
    gathering: tuple[Scheme, list[Candidate], list[Decision]],
) -> None:
    scheme, candidates, _decisions = gathering
    turned = [replace(one, key=100 - one.key) for one in candidates]
    places = {row.key: row.place for row in order_of(scheme, POSITIONS, candidates)}
    mirrored = {100 - row.key: row.place for row in order_of(scheme, POSITIONS, turned)}
    assert mirrored == places


def test_ladders_are_read() -> None:
    assert (TWO_LADDERS.ladders, ARTICLE_10.ladders) == (Ladders.SIDES, Ladders.ONE)
