import json
from dataclasses import replace

import pytest

from desk.documents.compiler import Compiler, Paper
from desk.documents.place_cards import (
    PLACE_CARDS_TEMPLATE,
    PlaceCard,
    PlaceCards,
    place_cards_data,
)
from tests.documents import reading

LONG = "Prof. Dr. Ir. H. Aji Muhammad Fitra Firnanda Kesuma Ningrat, S.T., M.M., Ph.D."
CARDS = PlaceCards(
    "id",
    "Pemerintah Provinsi",
    "Business Meeting",
    (
        PlaceCard("Қайса Закирұлы", "Басқарма басшысы", "Астана қаласының әкімдігі"),
        PlaceCard(LONG, "Kepala Dinas", "Dinas PUPR dan Pera"),
        PlaceCard("Serik"),
        PlaceCard("Heni Purwaningsih", "Plt. Kepala Dinas"),
    ),
)


def printed(compiler: Compiler, cards: PlaceCards) -> Paper:
    paper = compiler.pdf(PLACE_CARDS_TEMPLATE, place_cards_data(cards))
    assert (paper.missing, paper.remarks) == ((), ())
    return paper


@pytest.mark.parametrize(("folded", "pages", "width"), [(True, 4, 842), (False, 2, 595)])
def test_everybody_has_a_card(compiler: Compiler, folded: bool, pages: int, width: int) -> None:
    paper = printed(compiler, replace(CARDS, folded=folded))
    assert paper.pages == pages
    size = reading.information(paper.pdf)["Page size"].split()[0]
    assert round(float(size)) == width
    text = reading.words(paper.pdf)
    for card in CARDS.cards:
        for line in (card.name, card.office, card.organisation):
            assert line in text


def test_a_folded_card_is_read_from_both_sides_and_aloud_once(compiler: Compiler) -> None:
    pdf = printed(compiler, replace(CARDS, cards=CARDS.cards[2:3])).pdf
    assert reading.words(pdf).split().count("Serik") == 2
    assert reading.information(pdf)["Tagged"] == "yes"


def test_nobody_is_said(compiler: Compiler) -> None:
    paper = printed(compiler, replace(CARDS, cards=()))
    assert paper.pages == 1
    assert "Belum ada yang hadir." in reading.words(paper.pdf)


def test_data_is_ready_for_json() -> None:
    data = place_cards_data(CARDS)
    assert json.loads(json.dumps(data)) == data
