import json
from dataclasses import replace

import pytest

from desk.documents.compiler import Compiler, Paper
from desk.documents.programme import (
    PROGRAMME_TEMPLATE,
    Programme,
    ProgrammeDay,
    ProgrammeEvent,
    programme_data,
)
from desk.locale import said
from desk.model.choices import Status
from tests.documents import reading
from tests.documents.lists import LETTERHEAD

ARRIVAL = ProgrammeEvent(
    "16.40–17.30 WITA",
    "13.40–14.30 Astana",
    "Kedatangan delegasi",
    "Ruang VIP Sepinggan, Balikpapan",
    note="Mobil berangkat 17.45",
)
MEETING = ProgrammeEvent(
    "09.00–11.30 WITA",
    "06.00–08.30 Astana",
    "Business Meeting",
    "Ruang Pandurata, Samarinda",
    ("M. Syirajudin", "M. Faisal"),
    "Batik lengan panjang",
)
PROGRAMME = Programme(
    "id",
    LETTERHEAD,
    "Kunjungan delegasi Kazakhstan",
    "5 s.d. 6 Desember 2026",
    (
        ProgrammeDay("Sabtu, 5 Desember 2026", (ARRIVAL,)),
        ProgrammeDay("Minggu, 6 Desember 2026", (MEETING,)),
    ),
    facts=(("Bahasa", "Rusia"),),
    prepared="Cetakan ke-1, 1 Des 2026 10.12 WITA",
)


def printed(compiler: Compiler, programme: Programme) -> Paper:
    paper = compiler.pdf(PROGRAMME_TEMPLATE, programme_data(programme))
    assert paper.missing == ()
    assert paper.remarks == ()
    return paper


@pytest.mark.parametrize("language", ["id", "en", "ru", "kk"])
def test_everything_is_on_paper_in_each_language(compiler: Compiler, language: str) -> None:
    paper = printed(compiler, replace(PROGRAMME, language=language))
    text = reading.words(paper.pdf)

    assert paper.pages == 1
    for event in (ARRIVAL, MEETING):
        for words in (event.time, event.guest_time, event.title, event.place, *event.hosts):
            assert words in text
    for words in (
        *LETTERHEAD,
        PROGRAMME.visit,
        PROGRAMME.period,
        "Bahasa",
        "Rusia",
        "Sabtu, 5 Desember 2026",
        "Minggu, 6 Desember 2026",
        "Mobil berangkat 17.45",
        said(language, "Dress") + ": Batik lengan panjang",
        said(language, "Programme").upper(),
        said(language, "Page {page} of {pages}").format(page=1, pages=1),
        PROGRAMME.prepared,
    ):
        assert words in text


def test_a_programme_is_tagged_with_its_fonts_inside(compiler: Compiler) -> None:
    pdf = printed(compiler, PROGRAMME).pdf

    assert reading.information(pdf)["Tagged"] == "yes"
    assert all(font.embedded for font in reading.fonts(pdf))


@pytest.mark.parametrize(
    ("status", "word"),
    [
        (Status.IDEA, "proposed"),
        (Status.TENTATIVE, "tentative"),
        (Status.CANCELLED, "cancelled"),
        (Status.POSTPONED, "postponed"),
    ],
)
def test_what_is_not_firm_says_so(compiler: Compiler, status: Status, word: str) -> None:
    day = ProgrammeDay("Minggu", (replace(MEETING, status=status),))

    text = reading.words(printed(compiler, replace(PROGRAMME, days=(day,))).pdf)

    assert f"Business Meeting ({said('id', word)})" in text


@pytest.mark.parametrize("status", [Status.CONFIRMED, Status.UNDER_WAY, Status.DONE])
def test_what_is_firm_needs_no_word(compiler: Compiler, status: Status) -> None:
    day = ProgrammeDay("Minggu", (replace(MEETING, status=status),))

    assert "Business Meeting (" not in reading.words(
        printed(compiler, replace(PROGRAMME, days=(day,))).pdf
    )


def test_days_without_events_are_left_out(compiler: Compiler) -> None:
    days = (*PROGRAMME.days, ProgrammeDay("Senin, 7 Desember 2026", ()))

    assert "Senin" not in reading.words(printed(compiler, replace(PROGRAMME, days=days)).pdf)


def test_no_days_at_all_is_still_a_page(compiler: Compiler) -> None:
    assert printed(compiler, replace(PROGRAMME, days=())).pages == 1


def test_without_hosts_there_is_no_column_for_them(compiler: Compiler) -> None:
    alone = replace(PROGRAMME, days=PROGRAMME.days[:1])

    assert said("id", "Hosts") not in reading.words(printed(compiler, alone).pdf)
    assert said("id", "Hosts") in reading.words(printed(compiler, PROGRAMME).pdf)


def test_an_event_is_never_split_and_its_day_never_stands_alone(compiler: Compiler) -> None:
    days = tuple(
        ProgrammeDay(
            f"Hari ke-{day}",
            tuple(
                ProgrammeEvent(
                    "09.00 WITA", "06.00 Astana", f"Awal{day}{each}", "Tempat " * 20,
                    note=f"Akhir{day}{each}",
                )
                for each in range(1, 1 + day % 4 + 1)
            ),
        )
        for day in range(1, 10)
    )  # fmt: skip

    pages = reading.page_texts(printed(compiler, replace(PROGRAMME, days=days)).pdf)

    assert len(pages) > 1
    for page in pages:
        titles = [word[4:] for word in page.split() if word.startswith("Awal")]
        notes = [word[5:] for word in page.split() if word.startswith("Akhir")]
        assert titles == notes
        assert "Awal" in page.rpartition("Hari ke-")[2]


def test_data_is_ready_for_json() -> None:
    data = programme_data(PROGRAMME)

    assert json.loads(json.dumps(data)) == data


def test_the_same_programme_gives_the_same_bytes(compiler: Compiler) -> None:
    data = programme_data(PROGRAMME)

    assert compiler.pdf(PROGRAMME_TEMPLATE, data) == Compiler().pdf(PROGRAMME_TEMPLATE, data)
