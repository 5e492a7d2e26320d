"""People, groups and dates in what people paste."""

from datetime import date

import pytest

from desk.model.choices import Acting, Role, Side
from desk.rules.intake.dates import dates_in
from desk.rules.intake.text import read_text
from tests.rules.intake.delegation import GROUP, HEAD, MEMBERS, numbered, prose


@pytest.mark.parametrize("text", [prose(), numbered(), numbered().replace("\n", "\r\n")])
def test_the_delegation_is_read_from_a_sentence_and_from_a_list(text: str) -> None:
    head, *members, group = read_text(text).people
    assert (head.name, head.office, head.role) == (*HEAD, Role.HEAD)
    assert tuple((one.name, one.office, one.organisation) for one in members) == MEMBERS
    assert {one.role for one in members} == {None}
    assert (group.name, group.is_group, group.headcount) == (GROUP, True, None)
    assert group.country == "Kazakhstan"


def test_hosts_who_receive_are_told_from_guests() -> None:
    text = (
        "Delegasi dipimpin Serik (Konsul), diterima M. Syirajudin (Asisten Pemerintahan dan Kesra) "
        "didampingi Aji Muhammad Fitra Firnanda (Kepala Dinas PUPR dan Pera), "
        "Heni Purwaningsih (Plt. Kepala Disperindagkop dan UKM) dan Syarifah Alawiyah (Kepala Biro Adpim)."
    )
    found = read_text(text).people
    assert [(one.name, one.side) for one in found] == [
        ("Serik", None),
        ("M. Syirajudin", Side.HOST),
        ("Aji Muhammad Fitra Firnanda", Side.HOST),
        ("Heni Purwaningsih", Side.HOST),
        ("Syarifah Alawiyah", Side.HOST),
    ]
    heni = found[3]
    assert (heni.acting, heni.office) == (Acting.PLT, "Kepala Disperindagkop dan UKM")
    assert found[2].organisation == "Dinas PUPR dan Pera"


@pytest.mark.parametrize(
    "name",
    ["Prof. Dr. Budi Contoh, S.E., M.Si.", "dr. Ani Contoh, Sp.A.", "K.H. Ahmad Contoh", "Serik"],
)
def test_titles_stay_with_their_name(name: str) -> None:
    [one] = read_text(f"Hadir pula {name} (Kepala Bagian), yang membuka acara.").people
    assert one.name == name


@pytest.mark.parametrize(
    ("line", "name", "count", "role"),
    [
        ("- 15 wartawan", "Wartawan", 15, Role.PRESS),
        ("4) Rombongan pengusaha (12 orang)", "Rombongan pengusaha", 12, Role.UNOFFICIAL),
        (
            "• A group of students from Almaty",
            "Group of students from Almaty",
            None,
            Role.UNOFFICIAL,
        ),
    ],
)
def test_groups_are_counted_where_a_number_is_said(
    line: str, name: str, count: int | None, role: Role
) -> None:
    [one] = read_text(line).people
    assert (one.name, one.is_group, one.headcount, one.role) == (name, True, count, role)


def test_messages_of_a_chat_and_rows_of_cells_are_read() -> None:
    text = (
        "[12/11/26 09.14] Rani: 1. Serik (Konsul)\n"
        "Dana Serikova\tHead of Protocol\tAkimat of Astana\n"
        "2;Aigerim;Interpreter"
    )
    assert [(one.name, one.office, one.organisation) for one in read_text(text).people] == [
        ("Serik", "Konsul", ""),
        ("Dana Serikova", "Head of Protocol", "Akimat of Astana"),
        ("Aigerim", "Interpreter", ""),
    ]


def test_sentences_without_names_name_nobody() -> None:
    assert read_text("Mohon dicek lagi daftar yang kemarin dikirim ke kami ya").people == ()


@pytest.mark.parametrize(
    ("text", "day", "contradicts"),
    [
        ("Minggu, 13 Desember 2026", date(2026, 12, 13), False),
        ("Senin, 13 Desember 2026", date(2026, 12, 13), True),
        ("Sunday 13 December 2026", date(2026, 12, 13), False),
        ("13/12/2026", date(2026, 12, 13), False),
        ("2026-12-13", date(2026, 12, 13), False),
        ("31 Februari 2026", None, False),
    ],
)
def test_dates_are_found_with_their_weekday(text: str, day: date | None, contradicts: bool) -> None:
    [one] = dates_in(f"Acara pada {text} di Samarinda.")
    assert (one.text, one.day, one.contradicts) == (text, day, contradicts)


def test_minggu_with_depan_may_be_the_week() -> None:
    [one] = dates_in("Rapat minggu depan")
    assert (one.text, one.day, one.ambiguous) == ("minggu depan", None, True)
