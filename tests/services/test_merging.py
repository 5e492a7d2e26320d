"""Two entries become one person: nothing is forgotten, nothing is lost, all of it is one undo."""

from datetime import UTC, date, datetime
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlmodel import select

from desk.model.choices import Answer, Role, Side
from desk.model.errors import NotThere, UserError
from desk.model.rows.same_person import FieldChoice, Which
from desk.model.tables import (
    DelegationMember,
    FollowUp,
    Gift,
    Invitation,
    Journey,
    MergedPerson,
    NotSamePerson,
    Office,
    Participation,
    Photo,
    PrecedenceDecision,
    PreparationTask,
    ProgrammeItem,
    Resource,
    RestrictedRecord,
)
from desk.model.tables.row import Row
from desk.services import history, merging, people, person_references, restricted, same_person
from desk.services.desk import Desk
from desk.services.links import links_to, rows_linked
from tests.fixtures.images import all_images
from tests.fixtures.rows import NOW, event, member, visit
from tests.fixtures.steps import rows_of

LINKS = links_to("person")


def field(rows: tuple[FieldChoice, ...], name: str) -> FieldChoice:
    return next(row for row in rows if row.field == name)


def keep(desk: Desk, *rows: Row) -> None:
    with desk.work("Write") as session:
        for row in rows:
            session.keep(row)


def two(desk: Desk, **of_gone: Any) -> tuple[int, int]:
    """Fadjroel, and Fadiroel who is the same."""
    return (
        people.create_person(desk, name="M. Fadjroel Rachman", country="ID"),
        people.create_person(desk, name="M. Fadiroel Rachman", **of_gone),
    )


def one_row_each(desk: Desk, person_id: int, spare_id: int) -> None:
    """Something in every column that refers to a person."""
    own = visit()
    keep(desk, own)
    meeting = event(own.id)
    keep(desk, meeting)
    line = member(own.id, person_id)
    keep(
        desk,
        line,
        Office(person_id=person_id, title={"id": "Duta Besar"}),
        RestrictedRecord(person_id=person_id, diet="Halal"),
        NotSamePerson(first_id=person_id, second_id=spare_id),
        NotSamePerson(first_id=min(1, spare_id), second_id=person_id),
        MergedPerson(person_id=person_id, gone_id=9999, name="Fadiroel"),
        Participation(event_id=meeting.id, person_id=person_id),
        Participation(event_id=meeting.id, person_id=spare_id, represented_by_id=person_id),
        Invitation(
            event_id=meeting.id,
            person_id=person_id,
            mailbox="guest@example.org",
            language="id",
            written_at=NOW,
        ),
        FollowUp(title="Kirim data", person_id=person_id),
        ProgrammeItem(event_id=meeting.id, leader_id=person_id, in_charge_id=person_id),
        Resource(name={"id": "Juru bahasa"}, person_id=person_id),
        Gift(title="Mandau", person_id=person_id),
        Photo(picture="0" * 64, person_id=person_id, visit_id=own.id),
        PrecedenceDecision(
            event_id=meeting.id, person_id=person_id, scheme="s", reason="Setuju", decided_by="Rani"
        ),
        PreparationTask(visit_id=own.id, person_id=person_id),
    )


def test_every_column_that_refers_to_a_person_moves(desk: Desk) -> None:
    people.create_person(desk, name="Serik")
    kept, gone = two(desk)
    later = people.create_person(desk, name="Lisa")
    one_row_each(desk, gone, later)
    with desk.read() as session:
        unused = {link.name for link in LINKS if not rows_linked(session, link, gone)}
    assert unused == set(), "give the test a row for each column that refers to a person"
    before = all_images(desk.store)
    merging.merge(desk, kept, gone)
    with desk.read() as session:
        left = {link.name for link in LINKS if rows_linked(session, link, gone)}
        gone_over = {link.name for link in LINKS if rows_linked(session, link, kept)}
    assert left == set()
    assert gone_over == {link.name for link in LINKS}
    assert people.get_person(desk, gone) is None
    after = all_images(desk.store)
    history.undo(desk)
    assert all_images(desk.store) == before
    history.redo(desk)
    assert all_images(desk.store) == after


def test_the_gone_name_is_still_found_and_leads_to_the_kept_one(desk: Desk) -> None:
    kept, gone = two(desk, aliases=["Fajrul"], original_script="Фаджрул")
    merged = merging.merge(desk, kept, gone)
    assert (merged.person_id, merged.name) == (kept, "M. Fadjroel Rachman")
    assert merged.aliases == ("M. Fadiroel Rachman", "Fajrul")
    for words in ("fadiroel", "fajrul", "фаджрул"):
        assert [row.id for row in people.list_people(desk, containing=words)] == [kept]
    row = people.get_person(desk, kept)
    assert row is not None
    assert (row.original_script, row.country) == ("Фаджрул", "ID")


def test_whose_value_stays_can_be_chosen(desk: Desk) -> None:
    kept = people.create_person(
        desk, name="Kaisa", email="kaisa@example.org", notes="Halal.", original_script="Кайса"
    )
    gone = people.create_person(
        desk, name="Mankaraev Kaisa", email="office@example.org", notes="Vegetarian.",
        original_script="Қайса", titles_before="Dr.",
    )  # fmt: skip
    merging.merge(
        desk,
        kept,
        gone,
        take={"full_name": Which.GONE, "original_script": Which.GONE, "titles_before": Which.KEPT},
    )
    row = people.get_person(desk, kept)
    assert row is not None
    assert (row.name, row.email, row.titles_before) == ("Mankaraev Kaisa", "kaisa@example.org", "")
    assert row.notes == "Halal.\n\nVegetarian."
    assert (row.original_script, row.aliases) == ("Қайса", ("Kaisa", "Кайса"))


@pytest.mark.parametrize(
    ("name", "which"),
    [("full_name", Which.BOTH), ("aliases", Which.GONE), ("id", Which.GONE), ("x", Which.KEPT)],
)
def test_what_cannot_be_chosen_is_our_mistake(desk: Desk, name: str, which: Which) -> None:
    kept, gone = two(desk)
    before = all_images(desk.store)
    with pytest.raises(ValueError, match=name):
        merging.merge(desk, kept, gone, take={name: which})
    assert all_images(desk.store) == before


def test_who_stands_twice_in_a_delegation_stands_there_once(desk: Desk) -> None:
    kept, gone = two(desk)
    own = visit()
    keep(desk, own)
    first = member(own.id, kept, notes="Kursi depan")
    second = member(own.id, gone, role=Role.HEAD, lodging="Hotel", notes="Datang lebih awal")
    keep(desk, first, second)
    same: dict[str, Any] = {"flight": "GA 570", "zone": "Asia/Makassar"}
    keep(desk, Journey(member_id=first.id, **same), Journey(member_id=second.id, **same))
    keep(desk, Journey(member_id=second.id, flight="GA 571", zone="Asia/Makassar"))
    merged = merging.merge(desk, kept, gone)
    assert (merged.moves, merged.doubles) == ({}, {"delegation_member": 1})
    [line] = rows_of(desk.store, DelegationMember)
    assert (line.id, line.person_id, line.role) == (first.id, kept, Role.HEAD)
    assert (line.lodging, line.notes) == ("Hotel", "Kursi depan\n\nDatang lebih awal")
    journeys = sorted((row.member_id, row.flight) for row in rows_of(desk.store, Journey))
    assert journeys == [(first.id, "GA 570"), (first.id, "GA 571")]


@pytest.mark.parametrize(
    ("one", "other", "answer"),
    [
        (Answer.NONE, Answer.ACCEPTED, Answer.ACCEPTED),
        (Answer.ACCEPTED, Answer.DECLINED, Answer.ACCEPTED),
        (Answer.DECLINED, Answer.TENTATIVE, Answer.TENTATIVE),
        (Answer.NONE, Answer.NONE, Answer.NONE),
    ],
)
def test_of_two_answers_the_richer_one_counts(
    desk: Desk, one: Answer, other: Answer, answer: Answer
) -> None:
    kept, gone = two(desk)
    meeting = event()
    keep(desk, meeting)
    keep(
        desk,
        Participation(event_id=meeting.id, person_id=kept, answer=one, attended=False),
        Participation(
            event_id=meeting.id, person_id=gone, answer=other, attended=True, walked_in=True,
            side=Side.HOST,
        ),
    )  # fmt: skip
    merging.merge(desk, kept, gone)
    [row] = rows_of(desk.store, Participation)
    assert (row.person_id, row.answer, row.attended, row.walked_in) == (kept, answer, True, False)
    assert row.side is Side.HOST


def test_the_earlier_time_at_the_door_is_when_they_came(desk: Desk) -> None:
    kept, gone = two(desk)
    meeting = event()
    keep(desk, meeting)
    early, late = (datetime(2026, 3, 15, hour, tzinfo=UTC) for hour in (1, 2))
    keep(
        desk,
        Participation(event_id=meeting.id, person_id=kept, arrived_at=late),
        Participation(event_id=meeting.id, person_id=gone, arrived_at=early),
    )
    merging.merge(desk, kept, gone)
    assert [row.arrived_at for row in rows_of(desk.store, Participation)] == [early]


@pytest.mark.parametrize("swapped", [False, True])
def test_nobody_stands_in_for_themselves(desk: Desk, swapped: bool) -> None:
    kept, gone = two(desk)
    meeting = event()
    keep(desk, meeting)
    away, there = (gone, kept) if swapped else (kept, gone)
    keep(
        desk,
        Participation(
            event_id=meeting.id,
            person_id=away,
            answer=Answer.REPRESENTED,
            represented_by_id=there,
        ),
    )
    merging.merge(desk, kept, gone)
    [row] = rows_of(desk.store, Participation)
    assert (row.person_id, row.represented_by_id, row.answer) == (kept, None, Answer.ACCEPTED)


def test_offices_that_are_one_office_become_one(desk: Desk) -> None:
    kept, gone = two(desk)
    people.add_office(desk, kept, title={"id": "Duta Besar"})
    people.add_office(
        desk, gone, title={"id": "duta besar", "en": "Ambassador"}, starts_on=date(2024, 1, 1)
    )
    people.add_office(desk, gone, title={"id": "Duta Besar"}, ends_on=date(2023, 1, 1))
    people.add_office(desk, gone, title={"id": "Staf"})
    merged = merging.merge(desk, kept, gone)
    assert (merged.moves, merged.doubles) == ({"office": 2}, {"office": 1})
    offices = [(row.title, row.starts_on) for row in rows_of(desk.store, Office)]
    assert ({"id": "Duta Besar", "en": "Ambassador"}, date(2024, 1, 1)) in offices
    assert len(offices) == 3


def test_a_decision_and_a_photo_are_there_once(desk: Desk) -> None:
    kept, gone = two(desk)
    meeting = event()
    keep(desk, meeting)
    for person_id, rank in ((kept, None), (gone, "p")):
        given: dict[str, Any] = {"reason": "Setuju", "decided_by": "Rani", "event_id": meeting.id}
        keep(
            desk,
            PrecedenceDecision(person_id=person_id, scheme="s", rank=rank, **given),
            Photo(picture="0" * 64, person_id=person_id, event_id=meeting.id, caption=rank or ""),
        )
    merging.merge(desk, kept, gone)
    assert [row.rank for row in rows_of(desk.store, PrecedenceDecision)] == ["p"]
    assert [row.caption for row in rows_of(desk.store, Photo)] == ["p"]


def test_what_is_restricted_is_compared_behind_a_mask(desk: Desk) -> None:
    kept, gone = two(desk, phone="+62 812 5550 142")
    keep(
        desk,
        RestrictedRecord(person_id=kept, diet="Halal", passport_number="A1"),
        RestrictedRecord(person_id=gone, diet="Tanpa kacang", birth_date=date(1970, 1, 2)),
    )
    steps = history.latest_step(desk)
    rows = merging.compare(desk, kept, gone).fields
    diet, birth = field(rows, "diet"), field(rows, "birth_date")
    assert (diet.kept_value, diet.gone_value, diet.differs, diet.restricted) == (
        "•••", "•••", True, True,
    )  # fmt: skip
    assert diet.choices == (Which.KEPT, Which.GONE)
    assert (birth.kept_value, birth.gone_value, birth.proposed) == ("", "•••", Which.GONE)
    assert field(rows, "phone").gone_value == "•••"
    said = repr(rows)
    assert not any(words in said for words in ("Halal", "kacang", "1970", "A1", "5550"))
    assert history.latest_step(desk) == steps
    merging.merge(desk, kept, gone, take={"diet": Which.GONE})
    [record] = rows_of(desk.store, RestrictedRecord)
    assert (record.person_id, record.diet, record.passport_number, record.birth_date) == (
        kept, "Tanpa kacang", "A1", date(1970, 1, 2),
    )  # fmt: skip
    assert restricted.shown_values(desk, kept, ["phone"]) == {"phone": "+62 812 5550 142"}
    told = repr(history.steps(desk))
    assert not any(words in told for words in ("kacang", "1970", "5550"))


def test_a_restricted_record_of_the_one_who_goes_is_taken_as_chosen(desk: Desk) -> None:
    kept, gone = two(desk)
    keep(desk, RestrictedRecord(person_id=gone, diet="Halal", health="Asma"))
    merging.merge(desk, kept, gone, take={"health": Which.KEPT})
    [record] = rows_of(desk.store, RestrictedRecord)
    assert (record.person_id, record.diet, record.health) == (kept, "Halal", "")


def test_a_comparison_says_what_differs_and_what_moves(desk: Desk, sample: int) -> None:
    kept = person_references.find_person(desk, "M. Fadjroel Rachman")
    gone = people.create_person(desk, name="M. Fadiroel Rachman", country="ID", language="en")
    people.add_office(desk, gone, title="Dubes")
    said = merging.compare(desk, kept, gone)
    assert (said.kept.id, said.gone.id, said.moves) == (kept, gone, {"office": 1})
    name = field(said.fields, "full_name")
    assert (name.kept_value, name.gone_value) == ("M. Fadjroel Rachman", "M. Fadiroel Rachman")
    assert (name.differs, name.proposed) == (True, Which.KEPT)
    country = field(said.fields, "country")
    assert (country.differs, country.is_choice, country.kept_value) == (False, False, "Indonesia")
    turned = merging.compare(desk, gone, kept)
    assert turned.moves["delegation_member"] == 1
    assert field(turned.fields, "full_name").kept_value == "M. Fadiroel Rachman"


def test_both_histories_are_the_kept_ones(desk: Desk) -> None:
    a, b = two(desk)
    c = people.create_person(desk, name="Fadjroel R.")
    merging.merge(desk, b, c)
    merging.merge(desk, a, b)
    ids = merging.ids_with_history(desk, a)
    assert ids == [a, c, b]
    labels = [step.label for step in history.steps_about(desk, "person", ids)]
    assert labels == ["Merge two people", "Merge two people", *["New person"] * 3]
    assert {row.name for row in rows_of(desk.store, MergedPerson)} == {
        "M. Fadiroel Rachman", "Fadjroel R.",
    }  # fmt: skip


def test_a_merge_is_refused_when_one_is_gone(desk: Desk) -> None:
    kept, gone = two(desk)
    other = people.create_person(desk, name="Serik")
    merging.merge(desk, kept, gone)
    sentence = (
        f"M. Fadiroel Rachman \\(P{gone}\\) was merged with M. Fadjroel Rachman \\(P{kept}\\)"
    )
    for call in (merging.merge, merging.compare):
        with pytest.raises(NotThere, match=sentence):
            call(desk, other, gone)
        with pytest.raises(NotThere, match="somebody deleted it"):
            call(desk, 999, other)
        with pytest.raises(UserError, match="one and the same"):
            call(desk, other, other)
    with pytest.raises(NotThere, match=sentence):
        person_references.find_person(desk, f"P{gone}")
    history.undo(desk)
    assert person_references.find_person(desk, f"P{gone}") == gone


def test_an_undo_never_overwrites_what_was_written_since(desk: Desk) -> None:
    kept, gone = two(desk)
    people.add_office(desk, gone, title="Duta Besar")
    merging.merge(desk, kept, gone)
    step = history.latest_step(desk)
    people.update_person(desk, kept, {"language": "en"})
    history.undo_step(desk, step)
    row = people.get_person(desk, kept)
    assert row is not None
    assert (row.language, row.offices) == ("en", ())
    back = people.get_person(desk, gone)
    assert back is not None
    assert back.office == "Duta Besar"


def test_who_was_merged_in_stands_in_the_trash(desk: Desk) -> None:
    kept, gone = two(desk)
    merging.merge(desk, kept, gone)
    [row] = history.trash(desk)
    assert (row.table, row.name) == ("person", "M. Fadiroel Rachman")
    history.undo_step(desk, row.step_id)
    assert people.get_person(desk, gone) is not None


def test_somebody_said_to_be_another_stays_another_after_a_merge(desk: Desk) -> None:
    kept, gone = two(desk)
    other = people.create_person(desk, name="M. Fadjroel Rahman")
    same_person.not_the_same(desk, gone, other)
    assert {row.person_id for row in same_person.candidates_of_person(desk, kept)} == {gone, other}
    merging.merge(desk, kept, gone)
    assert same_person.candidates_of_person(desk, kept) == []
    with desk.read() as session:
        answers = session.exec(select(NotSamePerson.first_id, NotSamePerson.second_id)).all()
    assert answers == [(kept, other)]


def test_those_said_to_be_two_may_be_one_after_all(desk: Desk) -> None:
    kept, gone = two(desk)
    same_person.not_the_same(desk, kept, gone)
    merging.merge(desk, kept, gone)
    assert rows_of(desk.store, NotSamePerson) == []


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_whatever_two_have_a_merge_and_its_undo_leave_it_as_it_was(
    desk: Desk, data: st.DataObject
) -> None:
    """Rows of every kind for three people; each merge is taken back, done again, taken back."""
    ids = [people.create_person(desk, name=name) for name in ("Kaisa", "Kajsa", "Serik")]
    who = st.sampled_from(ids)
    own, other = visit(), visit()
    keep(desk, own, other)
    meetings = [event(own.id), event(other.id)]
    keep(desk, *meetings)
    lines: list[DelegationMember] = []
    for visit_row in (own, other):
        for person_id in data.draw(st.sets(who)):
            line = member(visit_row.id, person_id, notes=data.draw(st.sampled_from(["", "VIP"])))
            keep(desk, line)
            lines.append(line)
    for line in lines:
        if data.draw(st.booleans()):
            keep(desk, Journey(member_id=line.id, flight="GA 570", zone="Asia/Makassar"))
    for meeting in meetings:
        for person_id in sorted(data.draw(st.sets(who))):
            answer = data.draw(st.sampled_from(list(Answer)))
            deputy = data.draw(who) if answer is Answer.REPRESENTED else None
            deputy = None if deputy == person_id else deputy
            keep(
                desk,
                Participation(
                    event_id=meeting.id,
                    person_id=person_id,
                    answer=answer,
                    represented_by_id=deputy,
                    attended=data.draw(st.sampled_from([None, False, True])),
                ),
            )
        for person_id in data.draw(st.sets(who)):
            keep(
                desk,
                PrecedenceDecision(
                    event_id=meeting.id, person_id=person_id, scheme="s", reason="r", decided_by="d"
                ),
            )
    for person_id in data.draw(st.sets(who)):
        keep(desk, RestrictedRecord(person_id=person_id, diet=data.draw(st.sampled_from("ab"))))
    for first, second in data.draw(st.sets(st.tuples(who, who))):
        if first < second:
            keep(desk, NotSamePerson(first_id=first, second_id=second))
    for person_id in data.draw(st.lists(who, max_size=3)):
        keep(desk, Office(person_id=person_id, title={"id": data.draw(st.sampled_from("xy"))}))
    pairs = st.permutations(ids).map(lambda order: order[:2])
    for kept, gone in data.draw(st.lists(pairs, min_size=1, max_size=2)):
        before = all_images(desk.store)
        told = merging.compare(desk, kept, gone)
        merged = merging.merge(desk, kept, gone)
        assert (merged.moves, merged.doubles) == (told.moves, told.doubles)
        after = all_images(desk.store)
        assert not [row for row in after.values() if gone in _people_of(row)]
        _check_nobody_is_there_twice(after)
        history.undo(desk)
        assert all_images(desk.store) == before
        history.redo(desk)
        assert all_images(desk.store) == after
        history.undo(desk)
    while history.undo(desk) is not None:
        pass


_COLUMNS = {link.column for link in LINKS}


def _people_of(image: dict[str, object]) -> set[object]:
    return {image[name] for name in _COLUMNS if name in image}


def _check_nobody_is_there_twice(images: dict[tuple[str, int], dict[str, object]]) -> None:
    for table, within in (
        ("delegation_member", "visit_id"),
        ("participation", "event_id"),
        ("precedence_decision", "event_id"),
    ):
        there = [
            (image[within], image["person_id"])
            for (name, _id), image in images.items()
            if name == table
        ]
        assert len(there) == len(set(there))
    for (name, _id), image in images.items():
        if name == "participation":
            assert image["person_id"] != image["represented_by_id"]
