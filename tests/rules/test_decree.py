"""Reading a pasted decree on holidays and collective leave."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk.locale.formats import long_date, medium_date
from desk.rules.decree import DecreeLine, read_decree


def one(text: str) -> DecreeLine:
    [line] = read_decree(text, year=2027, language="id")
    return line


@pytest.mark.parametrize(
    ("text", "days", "name"),
    [
        ("1. Jumat, 1 Januari 2027: Tahun Baru 2027 Masehi", [(1, 1)], "Tahun Baru 2027 Masehi"),
        ("2) 8 Februari 2027 (Senin) - Cuti bersama Imlek", [(2, 8)], "Cuti bersama Imlek"),
        ("Tahun Baru Imlek\tSabtu, 6 Februari 2027", [(2, 6)], "Tahun Baru Imlek"),
        (
            "c. 25 Desember Kelahiran Yesus Kristus (Natal)",
            [(12, 25)],
            "Kelahiran Yesus Kristus (Natal)",
        ),
        ("10-12 Maret 2027 Idulfitri", [(3, 10), (3, 11), (3, 12)], "Idulfitri"),
        ("10, 11 dan 13 Maret 2027; Idulfitri", [(3, 10), (3, 11), (3, 13)], "Idulfitri"),
        ("31 Maret s.d. 2 April 2027 | Idulfitri", [(3, 31), (4, 1), (4, 2)], "Idulfitri"),
        ("• 24/12/2027 Cuti bersama Natal", [(12, 24)], "Cuti bersama Natal"),
        ("2027-12-24; Natal", [(12, 24)], "Natal"),
        ("24 December 2027 – Christmas leave", [(12, 24)], "Christmas leave"),
        ("24 декабря 2027 Каникулы", [(12, 24)], "Каникулы"),
    ],
)
def test_a_line_is_read_in_any_order_and_with_any_marks(
    text: str, days: list[tuple[int, int]], name: str
) -> None:
    line = one(text)
    assert line.days == tuple(date(2027, month, day) for month, day in days)
    assert (line.name, line.problem) == (name, "")


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("Keputusan Bersama Nomor 1 Tahun 2026", "no_date"),
        ("31 Februari Cuti bersama", "no_date"),
        ("Kamis, 2 Maret 2027 Cuti bersama", "weekday"),
        ("1 Mei", "no_name"),
        ("1 Mei 2026 Hari Buruh", "other_year"),
    ],
)
def test_what_is_doubtful_is_said(text: str, problem: str) -> None:
    assert one(text).problem == problem


def test_a_wrong_weekday_keeps_the_date_that_was_written() -> None:
    assert one("Kamis, 2 Maret 2027 Cuti bersama").days == (date(2027, 3, 2),)


def test_blank_lines_are_passed_over_and_lines_keep_their_number() -> None:
    lines = read_decree("1 Mei A\n\n \n2 Mei B\n", year=2027, language="id")
    assert [(line.number, line.name) for line in lines] == [(1, "A"), (4, "B")]


@given(
    st.dates(date(2027, 1, 1), date(2027, 12, 31)),
    st.sampled_from(["id", "en", "ru", "kk"]),
    st.sampled_from([long_date, medium_date]),
)
def test_every_date_that_the_desk_writes_is_read(day: date, language: str, write: object) -> None:
    words = write(day, language)  # type: ignore[operator]
    [line] = read_decree(f"{words}\tCuti", year=2027, language=language)
    assert (line.days, line.name, line.problem) == ((day,), "Cuti", "")


@given(st.text(max_size=120))
def test_no_text_is_too_strange(text: str) -> None:
    for line in read_decree(text, year=2027, language="id"):
        assert line.text
        assert len(line.days) <= 32
        if line.days:
            assert max(line.days) - min(line.days) < timedelta(days=366 * 400)
