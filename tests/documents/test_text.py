import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk.documents.text import MAY_BREAK, for_column, one_line


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("  M.  Fadjroel \n Rachman\t", "M. Fadjroel Rachman"),
        ("a\x07b\x00c", "abc"),
        ("09.00\N{NO-BREAK SPACE}WITA", "09.00\N{NO-BREAK SPACE}WITA"),
        ("Дәулет\u2028Ұлы", "Дәулет Ұлы"),
        ("Kalykuluj\N{COMBINING BREVE}", "Kalykuluj\N{COMBINING BREVE}"),
        ("и\N{COMBINING BREVE}", "й"),
        ("", ""),
        (" \n ", ""),
    ],
)
def test_text_becomes_one_line(text: str, line: str) -> None:
    assert one_line(text) == line


@pytest.mark.parametrize(
    "text",
    [
        "Disperindagkop dan UKM",
        "Қамтамасыздандыру бөлімі",
        "Rakhmatullaev Abai Kalykululy",
        "Управления архитектуры, градостроительства и земельных отношений",
    ],
)
def test_words_that_fit_a_column_stay_whole(text: str) -> None:
    assert for_column(text) == text


def test_longer_words_may_break() -> None:
    assert for_column("pendek " + "a" * 26) == "pendek " + MAY_BREAK.join(["aaaa"] * 6 + ["aa"])


@pytest.mark.parametrize("letter", ["m", "W", "ш", "Ж", "あ"])
def test_wide_letters_need_more_room(letter: str) -> None:
    assert MAY_BREAK not in for_column(letter * 14)
    assert MAY_BREAK in for_column(letter * 15)


def test_a_letter_keeps_its_accents_when_a_word_breaks() -> None:
    word = "x\N{COMBINING CARON}" * 30

    pieces = for_column(word).split(MAY_BREAK)

    assert "".join(pieces) == word
    assert not any(unicodedata.combining(piece[0]) for piece in pieces)


@given(st.text())
def test_nothing_but_breaks_is_added(text: str) -> None:
    assert for_column(text).replace(MAY_BREAK, "") == one_line(text).replace(MAY_BREAK, "")


@given(st.text())
def test_a_line_of_text_stays_as_it_is(text: str) -> None:
    assert one_line(one_line(text)) == one_line(text)
