"""Taking people in: nothing is written before somebody agrees, then all of it is one step."""

from collections.abc import Generator
from typing import TypeVar

import pytest

from desk.model.choices import Role, Side
from desk.model.errors import NotThere, UserError
from desk.model.progress import Progress
from desk.model.rows.intake import Intake, IntakeField, IntakeRow, IntakeSource, WarningCode
from desk.services import delegation, history, intake, organisations, people, programme
from desk.services.desk import Desk

Result = TypeVar("Result")


def finished(work: Generator[Progress, None, Result]) -> Result:
    """What long work ends with."""
    while True:
        try:
            next(work)
        except StopIteration as end:
            result: Result = end.value
            return result


def read(desk: Desk, text: str) -> Intake:
    """A pasted text, read."""
    return finished(intake.read_intake(desk, IntakeSource(text=text)))


def row(number: int, name: str, **parts: object) -> IntakeRow:
    """A row as the review hands it over."""
    return IntakeRow(number, name, **parts)  # pyright: ignore[reportArgumentType]


def test_reading_writes_nothing(desk: Desk) -> None:
    found = read(desk, "Serik (Honorary Consulate of RI, Almaty)")
    assert [one.name for one in found.rows] == ["Serik"]
    assert people.count_people(desk) == 0
    assert history.latest_step(desk) == 0


def test_who_may_be_known_already_is_offered(desk: Desk, sample: int) -> None:
    found = read(desk, "M. Fadiroel Rachman")
    [one] = found.rows
    assert [candidate.name for candidate in one.same_as] == ["M. Fadjroel Rachman"]
    assert WarningCode.KNOWN in {warning.code for warning in one.warnings}


def test_an_import_is_one_step_and_one_undo(desk: Desk, sample: int) -> None:
    before = (people.count_people(desk), len(delegation.list_members(desk, sample)))
    saved = finished(
        intake.save_intake(
            desk,
            [
                row(1, "Aigerim Sadykova", office="Interpreter", role=Role.INTERPRETER),
                row(2, "Wartawan", is_group=True, headcount=15, role=Role.PRESS),
                row(3, "Dana", organisation="Akimat Astana", country="KZ"),
            ],
            visit_id=sample,
        )
    )
    assert (saved.created, saved.known, saved.groups, saved.joined) == (2, 0, 1, 3)
    assert saved.organisations == 0
    members = [m for m in delegation.list_members(desk, sample) if m.side is Side.GUEST]
    assert [(m.name, m.role, m.headcount) for m in members[-3:]] == [
        ("Aigerim Sadykova", Role.INTERPRETER, None),
        ("Wartawan", Role.PRESS, 15),
        ("Dana", Role.MEMBER, None),
    ]
    history.undo(desk)
    assert (people.count_people(desk), len(delegation.list_members(desk, sample))) == before


def test_new_guests_join_the_events_that_the_others_are_in(desk: Desk, sample: int) -> None:
    finished(intake.save_intake(desk, [row(1, "Dana")], visit_id=sample))
    [dana] = people.list_people(desk, containing="Dana")
    first = delegation.list_members(desk, sample)[0]
    assert first.person_id is not None
    assert [e.id for e in programme.events_of_person(desk, dana.id)] == [
        e.id for e in programme.events_of_person(desk, first.person_id)
    ]


def test_who_is_known_joins_and_stays_as_they_are(desk: Desk, sample: int) -> None:
    known = people.create_person(desk, name="Dana Serikova", email="dana@example.org")
    count = people.count_people(desk)
    saved = finished(
        intake.save_intake(
            desk,
            [row(1, "Dana Serikqyzy", email="other@example.org", office="Head")],
            visit_id=sample,
            same={1: known},
        )
    )
    assert (saved.created, saved.known, saved.joined) == (0, 1, 1)
    assert people.count_people(desk) == count
    person = people.get_person(desk, known)
    assert person is not None
    assert (person.name, person.email, person.office) == ("Dana Serikova", "dana@example.org", "")


def test_the_same_delegation_again_adds_nobody(desk: Desk, sample: int) -> None:
    members = [m for m in delegation.list_members(desk, sample) if m.side is Side.GUEST]
    rows = [
        row(at, m.name, is_group=m.is_group, role=m.role) for at, m in enumerate(members, start=1)
    ]
    same = {at: m.person_id for at, m in enumerate(members, start=1) if m.person_id}
    saved = finished(intake.save_intake(desk, rows, visit_id=sample, same=same))
    assert (saved.created, saved.groups, saved.joined) == (0, 0, 0)


def test_a_body_is_made_once_and_found_under_any_of_its_names(desk: Desk) -> None:
    rows = [
        row(1, "Dana", organisation="Akimat of Astana"),
        row(2, "Serik", organisation="AKIMAT OF ASTANA"),
    ]
    saved = finished(intake.save_intake(desk, rows))
    assert saved.organisations == 1
    [body] = organisations.list_organisations(desk)
    assert (body.name, body.people) == ("Akimat of Astana", 2)


def test_cancelling_keeps_nothing(desk: Desk) -> None:
    work = intake.save_intake(desk, [row(n, f"Somebody {n}") for n in range(1, 1201)])
    steps = [next(work), next(work), next(work)]
    assert [step.done for step in steps] == [0, 500, 1000]
    work.close()
    assert people.count_people(desk) == 0


@pytest.mark.parametrize(
    ("rows", "visit", "words"),
    [
        ([row(1, " ")], False, "Row 1 has no name."),
        ([row(1, "Press", is_group=True)], False, "A group without names belongs to a visit"),
        ([row(1, "Dana", email="dana@")], False, "Dana: dana@ is not an e-mail address."),
        ([row(1, "Dana", role=Role.HEAD)], True, "Dana cannot be the head"),
    ],
)
def test_what_does_not_fit_is_said_and_nothing_kept(
    desk: Desk, sample: int, rows: list[IntakeRow], visit: bool, words: str
) -> None:
    count = people.count_people(desk)
    with pytest.raises(UserError, match=words):
        finished(intake.save_intake(desk, rows, visit_id=sample if visit else None))
    assert people.count_people(desk) == count


def test_somebody_chosen_as_known_who_is_gone_is_told(desk: Desk) -> None:
    with pytest.raises(NotThere):
        finished(intake.save_intake(desk, [row(1, "Dana")], same={1: 99}))


def test_a_mapping_is_remembered_by_its_header(desk: Desk) -> None:
    header = ("Nama", "Jabatan", "Catatan")
    assert intake.remembered_mapping(desk, header) is None
    mapping = {0: IntakeField.NAME, 1: IntakeField.OFFICE, 2: None}
    intake.remember_mapping(desk, header, mapping)
    assert intake.remembered_mapping(desk, ("NAMA", " jabatan", "Catatan")) == mapping
    assert intake.remembered_mapping(desk, ("Nama", "Jabatan")) is None
