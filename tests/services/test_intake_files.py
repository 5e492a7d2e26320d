"""Taking people in from files: the same delegation from each, and what is refused in a sentence."""

import os
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from openpyxl import Workbook

from desk.model.choices import Role
from desk.model.errors import UserError
from desk.model.rows.intake import Intake, IntakeField, IntakeKind, IntakeSource, WarningCode
from desk.services import intake, organisations
from desk.services.desk import Desk
from tests.rules.intake.delegation import GROUP, HEAD, MEMBERS, cards, numbered, prose, rows
from tests.services.test_intake import finished

Write = Callable[[Path], Path]


def read(desk: Desk, path: Path) -> Intake:
    return finished(intake.read_intake(desk, IntakeSource(path)))


def text_file(words: str, encoding: str = "utf-8") -> Write:
    def write(folder: Path) -> Path:
        path = folder / "delegasi.txt"
        path.write_bytes(words.encode(encoding))
        return path

    return write


def spreadsheet(folder: Path) -> Path:
    book = Workbook()
    page = book.active
    assert page is not None
    page.append(["Daftar delegasi"])
    for row in rows():
        page.append(row)
    path = folder / "delegasi.xlsx"
    book.save(path)
    return path


def values(delimiter: str) -> Write:
    def write(folder: Path) -> Path:
        path = folder / "delegasi.csv"
        lines = (delimiter.join(f'"{cell}"' for cell in row) for row in rows())
        path.write_text("\n".join(lines), "utf-8-sig")
        return path

    return write


def card_file(folder: Path) -> Path:
    path = folder / "delegasi.vcf"
    path.write_bytes(cards().encode())
    return path


@pytest.mark.parametrize(
    ("write", "kind"),
    [
        (text_file(prose()), IntakeKind.TEXT),
        (text_file(numbered(), "utf-16"), IntakeKind.TEXT),
        (spreadsheet, IntakeKind.TABLE),
        (values(";"), IntakeKind.TABLE),
        (values(","), IntakeKind.TABLE),
        (card_file, IntakeKind.CARDS),
    ],
)
def test_the_same_delegation_comes_from_every_kind_of_file(
    desk: Desk, sample: int, tmp_path: Path, write: Write, kind: IntakeKind
) -> None:
    found = read(desk, write(tmp_path))
    assert found.kind is kind
    head, *members, group = found.rows
    assert (head.name, head.office, head.role) == (*HEAD, Role.HEAD)
    assert [(one.name, one.office, one.organisation) for one in members] == list(MEMBERS)
    assert {one.role for one in members} == {Role.MEMBER}
    assert (group.name, group.is_group, group.headcount) == (GROUP, True, None)
    assert (group.role, group.country) == (Role.UNOFFICIAL, "KZ")
    serik, *_others, abai = members
    assert (serik.family, serik.given, serik.patronymic) == ("", "", "")
    assert (abai.family, abai.given, abai.patronymic) == ("Rakhmatullaev", "Abai", "Kalykululy")
    assert [one.same_as[0].name for one in (head, *members)] == [
        HEAD[0],
        *(name for name, _office, _body in MEMBERS),
    ]


def test_names_and_bodies_that_are_nearly_known_are_pointed_out(desk: Desk, sample: int) -> None:
    organisations.create_organisation(desk, name="DPMPTSP")
    text = "1. M. Syrajudin (Asisten Pemerintahan dan Kesra)\n2. Puguh Harjanto (Kepala DPMTPSP)"
    found = finished(intake.read_intake(desk, IntakeSource(text=text)))
    first, second = found.rows
    assert first.same_as[0].name == "M. Syirajudin"
    [mistyped] = [w for w in second.warnings if w.code is WarningCode.SIMILAR_ORGANISATION]
    assert mistyped.text == "Perhaps mistyped: DPMPTSP is known."


def test_a_date_that_contradicts_its_weekday_is_told(desk: Desk) -> None:
    text = "Acara pada Senin, 13 Desember 2026"
    [one] = finished(intake.read_intake(desk, IntakeSource(text=text))).dates
    assert "Sunday, 13 December 2026, not a Monday" in one.contradiction


def test_broken_cards_lose_only_themselves(desk: Desk, tmp_path: Path) -> None:
    path = tmp_path / "cards.vcf"
    path.write_text(
        "BEGIN:VCARD\nVERSION:3.0\nFN:Dana Example\nEND:VCARD\n"
        "BEGIN:VCARD\nVERSION:3.0\nthis is no line of a card\n\x01:\n"
        "BEGIN:VCARD\nVERSION:2.1\nFN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=D0=9A=D0=B0=D0=B9=D1=81=D0=B0\n"
        "END:VCARD\n"
        "BEGIN:VCARD\nVERSION:4.0\nFN:Aigerim Example\nKIND:individual\nEND:VCARD\n",
        "utf-8",
    )
    found = read(desk, path)
    assert [one.name for one in found.rows] == ["Dana Example", "Кайса", "Aigerim Example"]
    assert [warning.text for warning in found.warnings] == [
        "Card 2 could not be read and is left out."
    ]


def test_cells_that_look_like_formulas_are_words(desk: Desk, tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_text("Nama;Jabatan\n=HYPERLINK(1);'+62 Kepala\n@Dana;-1\n", "utf-8")
    assert [(one.name, one.office) for one in read(desk, path).rows] == [
        ("=HYPERLINK(1)", "+62 Kepala"),
        ("@Dana", "-1"),
    ]


def test_the_mapping_that_somebody_chose_is_used_for_the_next_table(
    desk: Desk, tmp_path: Path
) -> None:
    path = tmp_path / "list.csv"
    path.write_text("Nama;Catatan\nDana;Kepala Protokol\n", "utf-8")
    assert read(desk, path).rows[0].office == ""
    assert [column.header for column in read(desk, path).unmapped] == ["Catatan"]
    chosen = {0: IntakeField.NAME, 1: IntakeField.OFFICE}
    intake.remember_mapping(desk, ("Nama", "Catatan"), chosen)
    assert read(desk, path).rows[0].office == "Kepala Protokol"


def bomb(folder: Path) -> Path:
    path = folder / "bomb.xlsx"
    with (
        zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as packed,
        packed.open("xl/worksheets/sheet1.xml", "w", force_zip64=True) as sheet,
    ):
        for _part in range(500):
            sheet.write(b"0" * (1 << 20))
    return path


def huge(folder: Path) -> Path:
    path = folder / "huge.csv"
    with path.open("wb") as file:
        os.truncate(file.fileno(), 1 << 30)
    return path


def no_workbook(folder: Path) -> Path:
    path = folder / "letter.xlsx"
    path.write_bytes(b"Dear Sir or Madam")
    return path


def photo(folder: Path) -> Path:
    path = folder / "photo.png"
    path.write_bytes(b"\x89PNG")
    return path


def no_text(folder: Path) -> Path:
    path = folder / "photo.txt"
    path.write_bytes(bytes(range(256)) * 40 + b"\x00\xff\xfe\x00\x81")
    return path


def missing(folder: Path) -> Path:
    return folder / "gone.csv"


@pytest.mark.parametrize(
    ("write", "words"),
    [
        (bomb, "bomb.xlsx would unpack to more than 400 MB: a list is not that large."),
        (huge, "huge.csv is larger than 32 MB: a list of people is not that large."),
        (no_workbook, "letter.xlsx is no spreadsheet that can be read."),
        (no_text, "photo.txt holds no text that can be read."),
        (photo, "photo.png: people are read from"),
        (missing, "gone.csv cannot be read: No such file or directory"),
    ],
)
def test_what_cannot_be_read_is_refused_in_one_sentence(
    desk: Desk, tmp_path: Path, write: Write, words: str
) -> None:
    with pytest.raises(UserError) as refused:
        read(desk, write(tmp_path))
    assert refused.value.message.startswith(words)
