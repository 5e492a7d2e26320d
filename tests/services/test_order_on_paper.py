"""The order of precedence on paper: it feeds lists and cards, its reasons stay in the office."""

from pathlib import Path

import pytest

from desk.model.choices import DocumentKind, Side
from desk.model.rows.documents import DocumentDraft
from desk.services import documents, people, precedence, programme, rundown_papers
from desk.services.attendance_lists import AttendanceChoices, attendance_draft
from desk.services.desk import Desk
from desk.services.place_cards import CardChoices, place_cards_draft
from desk.services.programme_papers import ProgrammeChoices, programme_draft
from tests.documents.reading import words

REASON, DECIDER = "Sahabat lama keluarga", "Nyonya Rahasia"


@pytest.fixture
def meeting(desk: Desk, sample: int) -> int:
    return programme.find_event(desk, "2026-001/6").id


def decide(desk: Desk, event: int) -> None:
    rows = {row.name: row.id for row in precedence.order_of_event(desk, event).standings}
    said = {"reason": REASON, "decided_by": DECIDER}
    precedence.decide_place(desk, event, rows["Lisa Hasliana"], to=0, **said)
    precedence.give_rank(desk, event, rows["Yergaliev Talgat Faizullievich"], rank="o", **said)
    precedence.give_rank(desk, event, rows["Serik"], rank="q", **said)


def card_names(draft: DocumentDraft) -> list[str]:
    cards: list[dict[str, str]] = draft.data["cards"]
    return [card["name"] for card in cards]


def test_lists_and_cards_follow_the_order(desk: Desk, meeting: int) -> None:
    decide(desk, meeting)
    blocks = attendance_draft(desk, meeting, AttendanceChoices("id")).data["blocks"]
    [guests, hosts] = [[row["name"] for row in block["rows"]] for block in blocks]
    assert guests[:3] == ["M. Fadjroel Rachman", "Yergaliev Talgat Faizullievich", "Serik"]
    assert guests[-1].startswith("Pengusaha")
    assert hosts[:2] == ["Lisa Hasliana", "M. Syirajudin"]
    cards = card_names(place_cards_draft(desk, meeting, CardChoices("id")))
    order = precedence.order_of_event(desk, meeting, language="id")
    assert cards == [row.name_with_titles for row in order.standings if not row.is_group]


def test_no_reason_leaves_the_office(desk: Desk, sample: int, meeting: int) -> None:
    decide(desk, meeting)
    drafts = [
        attendance_draft(desk, meeting, AttendanceChoices("id")),
        programme_draft(desk, sample, ProgrammeChoices("id", show_internal=True)),
        rundown_papers.rundown_draft(
            desk, meeting, rundown_papers.RundownChoices("id", internal=True)
        ),
        place_cards_draft(desk, meeting, CardChoices("id")),
        place_cards_draft(desk, meeting, CardChoices("id", folded=False)),
    ]
    for draft in drafts:
        text = words(documents.set_document(desk, draft).pdf)
        assert "Syirajudin" in text or draft.template == rundown_papers.RUNDOWN_TEMPLATE
        for secret in (REASON, DECIDER, "Sahabat", "Rahasia"):
            assert secret not in text, draft.title


def test_cards_use_the_form_that_somebody_wrote(desk: Desk, meeting: int) -> None:
    [kaisa] = [
        row for row in precedence.order_of_event(desk, meeting).standings if "Kaisa" in row.name
    ]
    assert kaisa.person_id is not None
    people.update_person(desk, kaisa.person_id, {"name_forms": {"card.id": "K. Z. Mankaraev"}})
    assert "K. Z. Mankaraev" in card_names(place_cards_draft(desk, meeting, CardChoices("id")))
    assert "K. Z. Mankaraev" not in card_names(place_cards_draft(desk, meeting, CardChoices("en")))


def test_cards_of_one_side_without_offices(desk: Desk, meeting: int, tmp_path: Path) -> None:
    choices = CardChoices("id", folded=False, show_office=False, side=Side.HOST)
    draft = place_cards_draft(desk, meeting, choices)
    assert (draft.kind, len(card_names(draft))) == (DocumentKind.NAME_PLATES, 7)
    documents.produce(desk, draft, tmp_path / draft.file_name)
    again = place_cards_draft(desk, meeting, CardChoices("id", folded=False))
    assert (again.number, again.changed) == (2, ("nama", "jabatan"))
