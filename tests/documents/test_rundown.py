import json
from dataclasses import replace

import pytest

from desk.documents.compiler import Compiler, Paper
from desk.documents.rundown import RUNDOWN_TEMPLATE, Rundown, RundownItem, rundown_data
from desk.locale import said
from tests.documents import reading
from tests.documents.lists import LETTERHEAD

WELCOME = RundownItem(
    "09.20–09.25",
    "06.20–06.25",
    "5",
    "Penyambutan",
    place="Lobi utama",
    leader="M. Syirajudin",
    language="Indonesia, Rusia",
    dress="Batik",
)
RUNDOWN = Rundown(
    "id",
    LETTERHEAD,
    "Business Meeting",
    "Minggu, 6 Desember 2026",
    "09.00–11.30 WITA (06.00–08.30 Astana)",
    "Ruang Pandurata, Samarinda",
    "WITA",
    "Astana",
    (WELCOME, RundownItem("10.40–10.50", "07.40–07.50", "10", "Foto bersama")),
    prepared="Cetakan ke-1, 3 Des 2026 10.24 WITA",
)
INTERNAL = replace(
    RUNDOWN,
    internal=True,
    items=(
        replace(WELCOME, in_charge="Rani", note="Payung siap", locked=True),
        RundownItem("08.45–09.00", "", "15", "Pengecekan", internal=True),
    ),
)


def printed(compiler: Compiler, rundown: Rundown) -> Paper:
    paper = compiler.pdf(RUNDOWN_TEMPLATE, rundown_data(rundown))
    assert paper.missing == ()
    assert paper.remarks == ()
    return paper


@pytest.mark.parametrize("language", ["id", "en", "ru", "kk"])
@pytest.mark.parametrize("rundown", [RUNDOWN, INTERNAL])
def test_everything_is_on_paper_in_each_language(
    compiler: Compiler, language: str, rundown: Rundown
) -> None:
    text = reading.words(printed(compiler, replace(rundown, language=language)).pdf)
    for item in rundown.items:
        for words in (item.time, item.guest_time, item.title, item.place, item.leader, item.note):
            assert words in text
    for words in (*LETTERHEAD, rundown.event, rundown.day, rundown.time, rundown.place, "Batik"):
        assert words in text
    assert said(language, "Order of events").upper() in text
    marked = said(language, "For the office only, not for guests") in text
    assert marked == rundown.internal


def test_the_guests_paper_has_no_columns_of_the_office(compiler: Compiler) -> None:
    text = reading.words(printed(compiler, RUNDOWN).pdf)
    for label in ("In charge", "Note", "internal", "fixed"):
        assert said("id", label) not in text
    text = reading.words(printed(compiler, INTERNAL).pdf)
    for label in ("In charge", "Note", "internal", "fixed"):
        assert said("id", label) in text


def test_without_leaders_and_a_second_clock_their_columns_are_left_out(compiler: Compiler) -> None:
    plain = replace(RUNDOWN, guest_zone="", items=(replace(WELCOME, leader="", guest_time=""),))
    text = reading.words(printed(compiler, plain).pdf)
    assert said("id", "Led by") not in text
    assert "06.20" not in text


def test_an_empty_rundown_is_still_a_page_and_says_so(compiler: Compiler) -> None:
    paper = printed(compiler, replace(RUNDOWN, items=()))
    assert paper.pages == 1
    assert said("id", "No rows yet.") in reading.words(paper.pdf)


def test_a_long_rundown_repeats_its_head_and_never_splits_a_row(compiler: Compiler) -> None:
    items = tuple(
        replace(WELCOME, title=f"Awal{number}", place="Tempat " * 20, dress=f"Akhir{number}")
        for number in range(40)
    )
    pages = reading.page_texts(printed(compiler, replace(RUNDOWN, items=items)).pdf)
    assert len(pages) > 1
    for page in pages:
        assert said("id", "Led by") in page
        firsts = [word[4:] for word in page.split() if word.startswith("Awal")]
        lasts = [word[5:] for word in page.split() if word.startswith("Akhir")]
        assert firsts == lasts


def test_data_is_ready_for_json() -> None:
    data = rundown_data(INTERNAL)
    assert json.loads(json.dumps(data)) == data


def test_the_offices_paper_lies_and_the_guests_stands(compiler: Compiler) -> None:
    sizes = [
        reading.information(printed(compiler, rundown).pdf)["Page size"].split()[0]
        for rundown in (RUNDOWN, INTERNAL)
    ]
    assert [round(float(width)) for width in sizes] == [595, 842]
