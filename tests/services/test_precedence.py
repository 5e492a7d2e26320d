"""Who stands before whom in an event, and what somebody decided about it."""

from datetime import date, datetime

import pytest

from desk.model.choices import Answer, Grounds, Role, Side
from desk.model.errors import NotThere, UserError
from desk.model.rows.precedence import OrderRow, StandingRow
from desk.services import (
    delegation,
    history,
    organisations,
    participation,
    people,
    precedence,
    programme,
)
from desk.services.desk import Desk
from desk.services.precedence_words import place_words, why_words

ARTICLE_15, TWO_LADDERS = "pp_39_2018_15", "two_ladders"
SAID = {"reason": "Memimpin pertemuan", "decided_by": "Kepala Biro Adpim"}


@pytest.fixture
def meeting(desk: Desk, sample: int) -> int:
    return programme.find_event(desk, "2026-001/6").id


def order(desk: Desk, event: int, scheme: str | None = None) -> OrderRow:
    return precedence.order_of_event(desk, event, scheme=scheme, language="en")


def standing(desk: Desk, event: int, name: str) -> StandingRow:
    [row] = [row for row in order(desk, event).standings if name in row.name]
    return row


def shown(desk: Desk, event: int, scheme: str | None = None) -> list[tuple[str, str]]:
    rows = order(desk, event, scheme).standings
    return [(place_words(row), row.name.split()[-1]) for row in rows]


def test_the_sample_under_article_10(desk: Desk, meeting: int) -> None:
    assert shown(desk, meeting) == [
        ("1", "Rachman"),
        ("2=", "Syirajudin"),
        ("2=", "Faisal"),
        ("2=", "Harjanto"),
        ("2=", "Firnanda"),
        ("2=", "Purwaningsih"),
        ("2=", "Hasliana"),
        ("2=", "Alawiyah"),
        ("?", "Serik"),
        ("?", "Zakirovich"),
        ("?", "Faizullievich"),
        ("?", "Tokanovich"),
        ("?", "Kalykululy"),
        ("–", "Kazakhstan"),
    ]
    found = order(desk, meeting)
    assert (found.chosen, found.scheme.key, found.to_decide) == (False, "uu_9_2010_10", 12)
    asisten = standing(desk, meeting, "Syirajudin")
    assert (asisten.rank, asisten.basis) == ("p", "UU 9/2010 Pasal 10 ayat (1) huruf p")
    assert len(asisten.equal_with) == 6
    serik = standing(desk, meeting, "Serik")
    assert (serik.rank, serik.basis, serik.grounds) == ("", "", Grounds.NONE)


def test_under_article_15_the_governor_comes_before_the_ambassador(
    desk: Desk, meeting: int
) -> None:
    setda = next(row.id for row in organisations.list_organisations(desk) if "Kalim" in row.name)
    governor = people.create_person(
        desk, name="Gubernur (contoh)", title="Gubernur", organisation_id=setda
    )
    participation.add_participant(desk, meeting, person_id=governor, side=Side.HOST)
    names = [row.name for row in order(desk, meeting, ARTICLE_15).standings]
    assert names[:2] == ["Gubernur (contoh)", "M. Fadjroel Rachman"]
    assert [row.name for row in order(desk, meeting).standings][:2] == names[1::-1]


def test_an_event_chooses_its_scheme(desk: Desk, meeting: int) -> None:
    precedence.choose_scheme(desk, meeting, TWO_LADDERS)
    found = order(desk, meeting)
    assert (found.chosen, found.scheme.two_ladders) == (True, True)
    assert [row.ladder for row in found.standings] == ["guest"] * 7 + ["host"] * 7
    assert found.to_decide == 0
    history.undo(desk)
    assert not order(desk, meeting).chosen
    with pytest.raises(UserError, match="no such scheme"):
        precedence.choose_scheme(desk, meeting, "of_nobody")
    with pytest.raises(NotThere):
        order(desk, meeting, "of_nobody")


def test_a_place_among_equals_is_decided_with_a_reason(desk: Desk, meeting: int) -> None:
    lisa = standing(desk, meeting, "Lisa")
    precedence.decide_place(desk, meeting, lisa.id, to=0, **SAID)
    assert shown(desk, meeting)[1:4] == [("2", "Hasliana"), ("3=", "Syirajudin"), ("3=", "Faisal")]
    decided = standing(desk, meeting, "Lisa").place_decision
    assert decided is not None
    assert (decided.reason, decided.decided_by) == ("Memimpin pertemuan", "Kepala Biro Adpim")
    assert standing(desk, meeting, "Syirajudin").place_decision is None
    precedence.take_back(desk, decided.id)
    assert shown(desk, meeting)[1] == ("2=", "Syirajudin")


def test_each_move_is_one_step_and_one_undo(desk: Desk, meeting: int) -> None:
    before = shown(desk, meeting)
    heni = standing(desk, meeting, "Heni")
    precedence.decide_place(desk, meeting, heni.id, to=2, **SAID)
    assert shown(desk, meeting)[1:5] == [
        ("2", "Syirajudin"),
        ("3", "Faisal"),
        ("4", "Purwaningsih"),
        ("5=", "Harjanto"),
    ]
    history.undo(desk)
    assert shown(desk, meeting) == before
    history.redo(desk)
    assert shown(desk, meeting)[3] == ("4", "Purwaningsih")


def test_a_later_move_keeps_the_reasons_given_before(desk: Desk, meeting: int) -> None:
    for name in ("Lisa", "Heni"):
        row = standing(desk, meeting, name)
        precedence.decide_place(desk, meeting, row.id, to=0, reason=name, decided_by="Karo")
    reasons = [row.place_decision for row in order(desk, meeting).standings[1:4]]
    assert [one.reason if one else None for one in reasons] == ["Heni", "Lisa", None]


def test_a_place_beyond_the_own_rank_is_refused_in_a_sentence(desk: Desk, meeting: int) -> None:
    asisten, first = standing(desk, meeting, "Syirajudin"), standing(desk, meeting, "Fadjroel")
    with pytest.raises(UserError, match=r"one of 7 of this rank: to pass M\. Fadjroel"):
        precedence.decide_place(desk, meeting, asisten.id, to=-1, **SAID)
    with pytest.raises(UserError, match="stands first already"):
        precedence.decide_place(desk, meeting, first.id, to=-1, **SAID)
    with pytest.raises(UserError, match="stand those without a rank"):
        precedence.decide_place(desk, meeting, asisten.id, to=7, **SAID)
    group = standing(desk, meeting, "Business people")
    with pytest.raises(UserError, match="stands in no order"):
        precedence.decide_place(desk, meeting, group.id, to=0, **SAID)


@pytest.mark.parametrize(
    ("said", "field"),
    [
        ({"reason": " ", "decided_by": "Karo"}, "reason"),
        ({"reason": "Ya", "decided_by": ""}, "decided_by"),
    ],
)
def test_nothing_is_decided_without_reason_and_name(
    desk: Desk, meeting: int, said: dict[str, str], field: str
) -> None:
    row = standing(desk, meeting, "Kaisa")
    with pytest.raises(UserError) as refused:
        precedence.give_rank(desk, meeting, row.id, rank="p", **said)
    assert refused.value.field == field
    with pytest.raises(UserError):
        precedence.decide_place(desk, meeting, row.id, to=0, **said)
    assert standing(desk, meeting, "Kaisa").needs_equivalent


def test_a_foreign_official_gets_an_equivalent(desk: Desk, meeting: int) -> None:
    row = standing(desk, meeting, "Kaisa")
    assert "needs an equivalent" in why_words(order(desk, meeting), row)
    precedence.give_rank(desk, meeting, row.id, rank="p", **SAID)
    given = standing(desk, meeting, "Kaisa")
    assert (given.rank, given.list_rank, given.grounds) == ("p", "", Grounds.EQUIVALENT)
    assert len(given.equal_with) == 7
    # A place among those of that rank has a reason of its own.
    precedence.decide_place(desk, meeting, given.id, to=0, reason="Tamu", decided_by="Asisten")
    placed = standing(desk, meeting, "Kaisa")
    assert (placed.place, placed.rank_decision) == (2, given.rank_decision)
    assert placed.rank_decision is not None
    precedence.take_back(desk, placed.rank_decision.id)
    assert standing(desk, meeting, "Kaisa").needs_equivalent


def test_an_override_says_what_the_list_says(desk: Desk, meeting: int) -> None:
    row = standing(desk, meeting, "Syirajudin")
    with pytest.raises(UserError, match="nothing has to be decided"):
        precedence.give_rank(desk, meeting, row.id, rank="p", **SAID)
    with pytest.raises(UserError, match="Choose a rank"):
        precedence.give_rank(desk, meeting, row.id, rank="z", **SAID)
    precedence.give_rank(desk, meeting, row.id, rank="a", **SAID)
    raised = standing(desk, meeting, "Syirajudin")
    assert (raised.rank, raised.list_rank, raised.grounds) == ("a", "p", Grounds.OVERRIDE)
    assert "The list says p" in why_words(order(desk, meeting), raised)
    assert precedence.decided_by_usually(desk, meeting) == "Kepala Biro Adpim"
    assert precedence.take_back_all(desk, meeting) == 1
    assert precedence.decided_by_usually(desk, meeting) == "Rani"


def test_who_comes_instead_stands_by_the_own_office(desk: Desk, meeting: int) -> None:
    deputy = people.create_person(desk, name="Wakil (contoh)", title="Kepala Bagian")
    head = standing(desk, meeting, "Syirajudin")
    participation.set_answer(desk, head.id, Answer.REPRESENTED, represented_by=deputy)
    row = standing(desk, meeting, "Wakil")
    assert (row.rank, row.role, row.id) == ("q", Role.MEMBER, head.id)
    assert row.represents[0].startswith("M. Syirajudin, Assistant")
    declined = standing(desk, meeting, "Serik")
    participation.set_answer(desk, declined.id, Answer.DECLINED)
    names = [one.name for one in order(desk, meeting).standings]
    assert {"Serik", "M. Syirajudin"}.isdisjoint(names)


def test_the_highest_of_several_offices_counts(desk: Desk, meeting: int) -> None:
    lisa = standing(desk, meeting, "Lisa")
    assert lisa.person_id is not None
    people.add_office(desk, lisa.person_id, title="Sekretaris Daerah Provinsi")
    raised = standing(desk, meeting, "Lisa")
    assert (raised.rank, raised.office) == ("g", "Sekretaris Daerah Provinsi")
    assert [office.counts for office in raised.offices].count(True) == 1


def test_staff_say_which_position_an_office_is(desk: Desk, meeting: int) -> None:
    [office] = standing(desk, meeting, "Serik").offices
    assert (office.position, office.chosen) == ("honorary_consul", "")
    precedence.set_position(desk, office.id, "foreign_consul")
    # Still a body of Indonesia abroad, but staff decide which line it is.
    assert standing(desk, meeting, "Serik").rank == "e"
    precedence.set_position(desk, office.id, "none")
    assert standing(desk, meeting, "Serik").needs_equivalent
    with pytest.raises(UserError, match="Choose a position"):
        precedence.set_position(desk, office.id, "king")
    assert "honorary_consul" in [row.key for row in precedence.list_positions()]


def test_an_interpreter_holds_no_rank(desk: Desk, meeting: int) -> None:
    person = people.create_person(desk, name="Juru bahasa (contoh)")
    participation.add_participant(
        desk, meeting, person_id=person, side=Side.HOST, role=Role.INTERPRETER
    )
    row = standing(desk, meeting, "Juru bahasa")
    assert (row.grounds, row.place, row.undecided) == (Grounds.OUTSIDE, 0, False)


def test_what_was_decided_goes_with_the_event_and_the_person(desk: Desk, meeting: int) -> None:
    event = programme.create_event(
        desk, title="Rapat", starts=datetime(2026, 12, 7, 9), ends=datetime(2026, 12, 7, 10)
    )
    guest = people.create_person(desk, name="Tamu (contoh)", office_starts_on=date(2020, 1, 1))
    row_id = participation.add_participant(desk, event, person_id=guest, side=Side.GUEST)
    precedence.give_rank(desk, event, row_id, rank="p", **SAID)
    participation.remove_participant(desk, row_id)
    assert order(desk, event).standings == ()
    people.delete_person(desk, guest)
    group = standing(desk, meeting, "Business people")
    precedence.give_rank(desk, meeting, group.id, rank="q", **SAID)
    assert group.member_id is not None
    delegation.remove_member(desk, group.member_id)
    programme.delete_event(desk, event)
    with pytest.raises(NotThere):
        order(desk, event)
