import json
import re
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desk.documents.attendance import (
    ATTENDANCE_TEMPLATE,
    AttendanceBlock,
    AttendanceList,
    AttendanceRow,
    attendance_data,
)
from desk.documents.compiler import Compiler, Paper
from desk.locale import UnknownLanguage, said
from tests.documents import reading
from tests.documents.lists import DAYS, LETTERHEAD, attendance, people, person

LANGUAGES = ("id", "en", "ru", "kk")

GUESTS = AttendanceBlock(
    "Tamu",
    (
        person("M. Fadjroel Rachman", "Duta Besar LBBP RI", "KBRI Astana"),
        person("Рахматуллаев Абай Қалықұлұлы", "Басқарма басшысы", "Астана әкімдігі"),
    ),
)
HOSTS = AttendanceBlock("Tuan rumah", (person("M. Syirajudin", "Asisten", "Setda"),))


def printed(compiler: Compiler, made_of: AttendanceList) -> Paper:
    paper = compiler.pdf(ATTENDANCE_TEMPLATE, attendance_data(made_of))
    assert paper.missing == ()
    assert paper.remarks == ()
    return paper


@pytest.mark.parametrize("language", LANGUAGES)
def test_everything_is_on_paper_in_each_language(compiler: Compiler, language: str) -> None:
    made_of = attendance(GUESTS, HOSTS, language=language, blank_rows=2)

    paper = printed(compiler, made_of)
    text = reading.words(paper.pdf)

    assert paper.pages == 1
    for block in made_of.blocks:
        assert block.title in text
        for row in block.rows:
            assert row.name in text
            assert row.office in text
            assert row.organisation in text
    for line in (*LETTERHEAD, made_of.event, DAYS[language], made_of.time, made_of.place):
        assert line in text
    for label in ("Event", "Day, date", "Time", "Place", "Name", "Signature", "Also present"):
        assert said(language, label) in text
    assert said(language, "Attendance list").upper() in text
    assert said(language, "Page {page} of {pages}").format(page=1, pages=1) in text


def test_a_document_tells_what_it_is(compiler: Compiler) -> None:
    pdf = printed(compiler, attendance(GUESTS, HOSTS, title="Daftar hadir")).pdf
    about = reading.information(pdf)

    assert about["Title"] == "Daftar hadir, Business Meeting"
    assert about["Author"] == "PEMERINTAH PROVINSI KALIMANTAN TIMUR"
    assert about["Tagged"] == "yes"
    assert b"pdfuaid:part>1<" in pdf
    assert about["Page size"] == "595.276 x 841.89 pts (A4)"
    assert b"/Lang(id)" in pdf


def test_fonts_lie_in_the_file(compiler: Compiler) -> None:
    used = reading.fonts(printed(compiler, attendance(GUESTS, HOSTS)).pdf)

    assert {font.name.partition("+")[2] for font in used} == {"NotoSans-Regular", "NotoSans-Bold"}
    assert all(font.embedded for font in used)


def test_readers_get_a_table_with_its_headings(compiler: Compiler) -> None:
    tree = reading.structure(printed(compiler, attendance(GUESTS, HOSTS)).pdf)
    tags = re.findall(r"^\s*(\w+)", tree, re.MULTILINE)

    assert tags.count("Table") >= 1
    assert tags.count("TH") == 4 + 2
    assert "H1" in tags


def test_numbers_run_through_all_blocks_and_on_over_blank_rows() -> None:
    data = attendance_data(attendance(GUESTS, HOSTS, blank_rows=2))

    assert numbers(data) == [[1, 2], [3], [4, 5]]


def test_a_given_number_is_kept_and_counted_on_from() -> None:
    rows = (person("Satu"), AttendanceRow(7, "Tujuh", "", ""), person("Delapan"))

    data = attendance_data(attendance(AttendanceBlock("Tamu", rows), blank_rows=1))

    assert numbers(data) == [[1, 7, 8], [9]]


def test_signature_numbers_alternate_left_and_right(compiler: Compiler) -> None:
    page = reading.page_texts(printed(compiler, attendance(AttendanceBlock("", people(13)))).pdf)[0]
    columns = {
        int(found[1]): found.start()
        for line in page.splitlines()
        if (found := re.search(r"(?<=\s)(\d+)\.\s*$", line))
    }

    assert sorted(columns) == list(range(1, 14))
    left = [columns[number] for number in range(1, 14, 2)]
    right = [columns[number] for number in range(2, 14, 2)]
    assert max(left) < min(right)


def test_nobody_gives_only_blank_rows(compiler: Compiler) -> None:
    made_of = attendance(AttendanceBlock("Tamu", ()), blank_rows=5)

    paper = printed(compiler, made_of)
    text = reading.words(paper.pdf)

    assert numbers(attendance_data(made_of)) == [[1, 2, 3, 4, 5]]
    assert "5." in text
    assert "Tamu" not in text
    assert said("id", "Also present") not in text


def test_neither_people_nor_blank_rows_is_still_a_page(compiler: Compiler) -> None:
    assert printed(compiler, attendance()).pages == 1


def test_less_than_no_blank_rows_is_refused() -> None:
    with pytest.raises(ValueError, match="-1"):
        attendance_data(attendance(GUESTS, blank_rows=-1))


def test_a_language_without_documents_is_refused() -> None:
    with pytest.raises(UnknownLanguage):
        attendance_data(replace(attendance(GUESTS), language="fr"))


def test_the_heads_of_columns_stand_on_every_page(compiler: Compiler) -> None:
    blocks = (AttendanceBlock("Tamu", people(70)), AttendanceBlock("Tuan rumah", people(50, 71)))

    paper = printed(compiler, attendance(*blocks, title="Daftar hadir"))
    pages = reading.page_texts(paper.pdf)
    head = " ".join(
        said("id", label) for label in ("No.", "Name", "Office and organisation", "Signature")
    )

    assert len(pages) == paper.pages > 5
    for number, page in enumerate(pages, start=1):
        assert sum(" ".join(line.split()) == head for line in page.splitlines()) == 1
        assert said("id", "Page {page} of {pages}").format(page=number, pages=len(pages)) in page
        assert ("Daftar hadir · Business Meeting" in page) is (number > 1)


def test_a_thousand_people_are_all_there(compiler: Compiler) -> None:
    blocks = (
        AttendanceBlock("Tamu", people(600)),
        AttendanceBlock("Tuan rumah", people(400, 601)),
    )

    paper = printed(compiler, attendance(*blocks, blank_rows=20))
    pages = reading.page_texts(paper.pdf)

    assert rows_by_page(pages) == list(range(1, 1001))
    assert paper.pages == len(pages)
    assert "1020." in pages[-1]


@settings(max_examples=12, deadline=None)
@given(
    lengths=st.lists(st.tuples(st.integers(0, 3), st.integers(0, 30)), min_size=15, max_size=45),
    guests=st.integers(0, 15),
)
def test_rows_are_never_split(
    compiler: Compiler, lengths: list[tuple[int, int]], guests: int
) -> None:
    rows = tuple(
        AttendanceRow(
            None,
            " ".join([f"Nama{number:04}"] * (1 + names)),
            " ".join([f"Jabatan{number:04}"] * (1 + offices)),
            f"Instansi{number:04}",
        )
        for number, (names, offices) in enumerate(lengths, start=1)
    )
    blocks = (AttendanceBlock("Tamu", rows[:guests]), AttendanceBlock("Tuan rumah", rows[guests:]))

    pages = reading.page_texts(printed(compiler, attendance(*blocks)).pdf)

    assert rows_by_page(pages) == list(range(1, len(rows) + 1))
    for number, (names, offices) in enumerate(lengths, start=1):
        page = next(page for page in pages if f"Nama{number:04}" in page)
        assert page.count(f"Nama{number:04}") == 1 + names
        assert page.count(f"Jabatan{number:04}") == 1 + offices
        assert page.count(f"Instansi{number:04}") == 1


@pytest.mark.parametrize("guests", range(8, 22))
def test_the_heading_of_a_block_never_stands_alone_at_the_foot(
    compiler: Compiler, guests: int
) -> None:
    blocks = (
        AttendanceBlock("Para tamu", people(guests)),
        AttendanceBlock("Tuan rumah", people(30, guests + 1)),
    )

    for page in reading.page_texts(printed(compiler, attendance(*blocks)).pdf):
        for heading in ("Para tamu", "Tuan rumah"):
            below = page.rpartition(heading)[2] if heading in page else "Nama"
            assert "Nama" in below


def test_the_heading_of_a_block_is_said_again_on_the_next_page(compiler: Compiler) -> None:
    pages = reading.page_texts(
        printed(compiler, attendance(AttendanceBlock("Para tamu", people(40)))).pdf
    )

    assert [page.count("Para tamu") for page in pages] == [1] * len(pages)


def test_there_is_room_to_sign(compiler: Compiler) -> None:
    # The second page is full, so its rows share the height between the margins.
    pages = reading.page_texts(printed(compiler, attendance(AttendanceBlock("", people(60)))).pdf)
    on_second = len(set(re.findall(r"Nama\d{4}", pages[1])))
    between_margins = 297 - 17 - 21

    assert between_margins / on_second >= 11


def test_a_reprint_says_which_print_it_replaces_and_what_changed(compiler: Compiler) -> None:
    made_of = attendance(
        AttendanceBlock("Tamu", people(40)),
        prepared="Cetakan ke-2, 3 Des 2026 10.24 WITA",
        replaces="cetakan ke-1 (1 Des)",
        changes="ruangan, waktu selesai",
    )
    lines = (
        said("id", "{prepared}, replaces {earlier}.").format(
            prepared=made_of.prepared, earlier=made_of.replaces
        ),
        said("id", "Changed: {changes}").format(changes=made_of.changes),
    )

    for page in reading.page_texts(printed(compiler, made_of).pdf):
        for line in lines:
            assert line in page


def test_columns_can_be_left_out(compiler: Compiler) -> None:
    plain = attendance(GUESTS, show_office=False, show_signature=False, blank_rows=1)

    text = reading.words(printed(compiler, plain).pdf)

    assert "M. Fadjroel Rachman" in text
    assert "KBRI Astana" not in text
    assert said("id", "Signature") not in text
    assert "1. " not in text


@pytest.mark.parametrize("shown", [True, False])
def test_the_original_script_is_printed_when_asked_for(compiler: Compiler, shown: bool) -> None:
    row = replace(person("Mankaraev Kaisa"), original="Манкараев Қайса", note="mewakili ketua")
    made_of = attendance(AttendanceBlock("Tamu", (row,)), show_original_script=shown)

    text = reading.words(printed(compiler, made_of).pdf)

    assert ("Манкараев Қайса" in text) is shown
    assert "mewakili ketua" in text


def test_overlong_words_stay_in_their_column(compiler: Compiler) -> None:
    word = "Abcdefghij" * 9
    rows = (person(word, word.lower(), "Ж" * 60),)

    page = reading.page_texts(
        printed(compiler, attendance(AttendanceBlock("Tamu", rows), event=word)).pdf
    )[0]
    joined = "".join(page.split())

    longest = max((piece for piece in page.split() if "bcdefg" in piece.lower()), key=len)
    assert word in joined
    assert len(max(re.findall("Ж+", page), key=len)) < 30
    assert longest == word[: len(longest)]


def test_data_is_ready_for_json() -> None:
    data = attendance_data(attendance(GUESTS, HOSTS, blank_rows=1))

    assert json.loads(json.dumps(data)) == data


def test_the_same_list_gives_the_same_bytes(compiler: Compiler) -> None:
    data = attendance_data(attendance(GUESTS, HOSTS, blank_rows=3))

    assert compiler.pdf(ATTENDANCE_TEMPLATE, data) == Compiler().pdf(ATTENDANCE_TEMPLATE, data)


def test_the_preview_has_as_many_pages_as_the_file(compiler: Compiler) -> None:
    data = attendance_data(attendance(AttendanceBlock("Tamu", people(60))))

    pages = compiler.pages_svg(ATTENDANCE_TEMPLATE, data)

    assert len(pages) == compiler.pdf(ATTENDANCE_TEMPLATE, data).pages == 4


def test_a_character_without_glyph_is_reported_and_the_rest_printed(compiler: Compiler) -> None:
    rows = (person("Jimat \U0001f9ff"), person("王 Wang"), person("Serik"))

    paper = compiler.pdf(
        ATTENDANCE_TEMPLATE, attendance_data(attendance(AttendanceBlock("Tamu", rows)))
    )

    assert paper.missing == ("\U0001f9ff", "王")
    assert "Serik" in reading.words(paper.pdf)


def test_names_are_never_read_as_markup(compiler: Compiler) -> None:
    names = ('#read("/etc/passwd")', "*bold*", "$x$", "@ref", "a\\b\\", "<b>#let x = 1", "//x")
    rows = tuple(person(name) for name in names)

    text = reading.words(printed(compiler, attendance(AttendanceBlock("*Tamu*", rows))).pdf)

    for name in (*names, "*Tamu*"):
        assert name in text


def numbers(data: dict[str, object]) -> list[list[int]]:
    blocks = json.loads(json.dumps(data["blocks"]))
    return [[row["number"] for row in block["rows"]] for block in blocks]


def rows_by_page(pages: list[str]) -> list[int]:
    """Who is on each page in turn; a row on two pages comes twice."""
    found: list[int] = []
    for page in pages:
        here = re.findall(r"(?:Nama|Jabatan|Instansi)(\d{4})", page)
        found += sorted({int(number) for number in here})
    return found
