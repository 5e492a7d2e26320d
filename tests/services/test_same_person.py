"""Who may be one person: offered, answered, taken back; the list follows what is written."""

from collections.abc import Generator
from typing import TypeVar

import pytest

from desk.model.errors import NotThere, UserError
from desk.model.progress import Progress
from desk.model.rows.same_person import Pair, SameReason
from desk.services import history, merging, people, same_person
from desk.services.desk import Desk

Result = TypeVar("Result")


def finish(work: Generator[Progress, None, Result]) -> Result:
    while True:
        try:
            next(work)
        except StopIteration as end:
            found: Result = end.value
            return found


def everybody(desk: Desk) -> list[tuple[str, str]]:
    pairs, count = finish(same_person.all_candidates(desk))
    assert len(pairs) == count
    return names(pairs)


def names(pairs: list[Pair]) -> list[tuple[str, str]]:
    return [(pair.first.name, pair.second.name) for pair in pairs]


def test_the_two_spellings_of_the_report_are_offered(desk: Desk, sample: int) -> None:
    assert everybody(desk) == []
    fadiroel = people.create_person(desk, name="M. Fadiroel Rachman")
    people.create_person(desk, name="M. Syrajudin")
    offered = [
        ("M. Syirajudin", "M. Syrajudin"),
        ("M. Fadjroel Rachman", "M. Fadiroel Rachman"),
    ]
    assert sorted(everybody(desk)) == sorted(offered)
    [candidate] = same_person.candidates_of_person(desk, fadiroel)
    assert (candidate.name, candidate.reasons) == ("M. Fadjroel Rachman", (SameReason.ALIAS,))
    [hint] = same_person.candidates_for(desk, name="Fadiroel Rahman", limit=1)
    assert hint.name in {"M. Fadjroel Rachman", "M. Fadiroel Rachman"}


def test_an_answer_is_remembered_and_taken_back(desk: Desk) -> None:
    one, other = (people.create_person(desk, name=name) for name in ("Kaisa", "Kajsa"))
    same_person.not_the_same(desk, other, one)
    same_person.not_the_same(desk, one, other)
    assert everybody(desk) == []
    assert same_person.candidates_of_person(desk, one) == []
    [answered] = same_person.answered_pairs(desk)
    assert (answered.first.person_id, answered.second.person_id) == (one, other)
    assert (answered.score, answered.reasons) == (100, (SameReason.NAME,))
    same_person.maybe_the_same(desk, other, one)
    assert same_person.answered_pairs(desk) == []
    assert everybody(desk) == [("Kaisa", "Kajsa")]
    history.undo(desk)
    assert everybody(desk) == []


def test_an_answer_outlives_the_likeness(desk: Desk) -> None:
    one, other = (people.create_person(desk, name=name) for name in ("Kaisa", "Kajsa"))
    same_person.not_the_same(desk, one, other)
    people.update_person(desk, other, {"full_name": "Serik"})
    [answered] = same_person.answered_pairs(desk)
    assert (answered.second.name, answered.score, answered.reasons) == ("Serik", 0, ())


def test_nobody_answers_for_one_entry_or_one_that_is_gone(desk: Desk) -> None:
    one = people.create_person(desk, name="Kaisa")
    with pytest.raises(UserError, match="one and the same"):
        same_person.not_the_same(desk, one, one)
    with pytest.raises(NotThere):
        same_person.not_the_same(desk, one, 999)


def test_the_pairs_of_a_few_are_those_of_everybody(desk: Desk) -> None:
    ids = [people.create_person(desk, name=name) for name in ("Kaisa", "Kajsa", "Serik", "Каиса")]
    pairs, _count = finish(same_person.all_candidates(desk))
    assert same_person.pairs_of(desk, ids) == pairs
    assert names(same_person.pairs_of(desk, [ids[1]])) == [("Kaisa", "Kajsa"), ("Kajsa", "Каиса")]
    assert same_person.pairs_of(desk, [ids[2], 999]) == []
    merging.merge(desk, ids[0], ids[1])
    assert names(same_person.pairs_of(desk, ids)) == [("Kaisa", "Каиса")]


def test_only_the_likeliest_are_shown_and_all_are_counted(desk: Desk) -> None:
    for name in ("Kaisa Mankaraev", "Kajsa Mankaraev", "Kaisa Mankarayeva"):
        people.create_person(desk, name=name)
    pairs, count = finish(same_person.all_candidates(desk, limit=1))
    assert names(pairs) == [("Kaisa Mankaraev", "Kajsa Mankaraev")]
    assert count >= 1
