"""The ledger: who is to be invited, who to be told of a change, who holds the current version."""

import re
from collections import Counter
from collections.abc import Generator
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from desk.model.choices import Answer, EventKind, Status
from desk.model.errors import UserError
from desk.model.progress import Progress
from desk.model.rows.invitations import InvitationState, WrittenFile
from desk.services import delegation, history, invitations, participation, people, programme
from desk.services.desk import Desk
from tests.fixtures.desks import StandingClock

MEETING = "2026-001/6"


def unfold(text: str) -> str:
    return text.replace("\r\n ", "")


def finish(work: Generator[Progress, None, list[WrittenFile]]) -> list[WrittenFile]:
    while True:
        try:
            next(work)
        except StopIteration as end:
            return list(end.value)


def states(desk: Desk, event_id: int) -> Counter[InvitationState]:
    return Counter(row.state for row in invitations.plan(desk, event_id=event_id))


def field(data: bytes, name: str) -> str:
    text = unfold(data.decode()).replace("\r\n", "\n")
    found = re.search(rf"^{name}[;:](.*)$", text, re.MULTILINE)
    assert found is not None, name
    return found[1].strip()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder of its own: the database lies beside it, not in it."""
    out = tmp_path / "out"
    out.mkdir()
    return out


@pytest.fixture
def meeting(desk: Desk, sample: int) -> int:
    return programme.find_event(desk, MEETING).id


def test_every_guest_and_host_with_a_mailbox_gets_one_file(
    desk: Desk, meeting: int, folder: Path
) -> None:
    written = finish(invitations.export(desk, folder, event_id=meeting))
    assert len(written) == 13
    assert sorted(path.name for path in folder.iterdir()) == sorted(f.name for f in written)
    assert Counter(file.language for file in written) == {"id": 8, "ru": 3, "kk": 2}
    assert states(desk, meeting) == {InvitationState.CURRENT: 13, InvitationState.NO_MAILBOX: 1}


def test_what_a_guest_holds_is_written_again_byte_for_byte(
    desk: Desk, meeting: int, folder: Path, clock: StandingClock
) -> None:
    first = finish(invitations.export(desk, folder / "a", event_id=meeting))
    clock.pass_by(timedelta(days=1))
    finish(invitations.export(desk, folder / "b", event_id=meeting))
    for file in first:
        assert (folder / "a" / file.name).read_bytes() == (folder / "b" / file.name).read_bytes()


def test_another_time_is_a_new_version(
    desk: Desk, meeting: int, folder: Path, clock: StandingClock
) -> None:
    finish(invitations.export(desk, folder, event_id=meeting))
    programme.move_event(desk, meeting, starts=datetime(2026, 12, 6, 9, 30))
    assert states(desk, meeting)[InvitationState.TO_UPDATE] == 13
    [row, *_rest] = invitations.plan(desk, event_id=meeting)
    assert row.differences == ("Start", "End")
    clock.pass_by(timedelta(hours=1))
    [file, *_others] = finish(invitations.export(desk, folder, event_id=meeting))
    data = (folder / file.name).read_bytes()
    assert field(data, "SEQUENCE") == "1"
    assert field(data, "DTSTAMP") == "20261203T032400Z"
    assert b"\r\nDTSTART;TZID=Asia/Makassar:20261206T093000\r\n" in data


def test_other_words_keep_the_version_and_carry_a_newer_stamp(
    desk: Desk, meeting: int, folder: Path, clock: StandingClock
) -> None:
    finish(invitations.export(desk, folder, event_id=meeting))
    programme.update_event(desk, meeting, {"dress": {"id": "Batik"}})
    clock.pass_by(timedelta(hours=1))
    [file, *_others] = finish(invitations.export(desk, folder, event_id=meeting))
    data = (folder / file.name).read_bytes()
    assert (field(data, "SEQUENCE"), field(data, "DTSTAMP")) == ("0", "20261203T032400Z")


def test_a_cancelled_event_is_withdrawn_once(desk: Desk, meeting: int, folder: Path) -> None:
    finish(invitations.export(desk, folder, event_id=meeting))
    programme.set_event_status(desk, meeting, Status.CANCELLED, reason="Penerbangan batal")
    assert (
        states(desk, meeting)
        == {
            InvitationState.TO_WITHDRAW: 13,
            InvitationState.NO_MAILBOX: 0,
        }
        or states(desk, meeting)[InvitationState.TO_WITHDRAW] == 13
    )
    [file, *others] = finish(invitations.export(desk, folder, event_id=meeting))
    assert len(others) == 12
    data = (folder / file.name).read_bytes()
    assert field(data, "METHOD") == "CANCEL"
    assert field(data, "STATUS") == "CANCELLED"
    assert field(data, "SEQUENCE") == "1"
    assert b"Penerbangan" not in data
    assert invitations.plan(desk, event_id=meeting) == []


def test_a_removed_guest_alone_is_told(desk: Desk, meeting: int, folder: Path) -> None:
    finish(invitations.export(desk, folder, event_id=meeting))
    visit = programme.find_event(desk, MEETING).visit_id
    assert visit is not None
    serik = next(row for row in delegation.list_members(desk, visit) if row.name == "Serik")
    delegation.remove_member(desk, serik.id)
    assert states(desk, meeting) == {
        InvitationState.CURRENT: 12,
        InvitationState.TO_WITHDRAW: 1,
        InvitationState.NO_MAILBOX: 1,
    }
    written = finish(invitations.export(desk, folder, event_id=meeting, only_needed=True))
    assert [file.guest for file in written] == ["Serik"]


def test_an_event_that_guests_hold_is_cancelled_not_deleted(
    desk: Desk, meeting: int, folder: Path
) -> None:
    finish(invitations.export(desk, folder, event_id=meeting))
    with pytest.raises(UserError, match="Cancel it instead"):
        programme.delete_event(desk, meeting)


def test_a_stopped_export_leaves_neither_files_nor_notes(
    desk: Desk, meeting: int, folder: Path
) -> None:
    work = invitations.export(desk, folder, event_id=meeting)
    for _count in range(5):
        next(work)
    work.close()
    assert list(folder.iterdir()) == []
    assert states(desk, meeting)[InvitationState.TO_INVITE] == 13


def test_a_file_names_no_other_guest_address(desk: Desk, meeting: int, folder: Path) -> None:
    written = finish(invitations.export(desk, folder, event_id=meeting))
    boxes = {row.email for row in people.list_people(desk)}
    for file in written:
        data = unfold((folder / file.name).read_bytes().decode())
        assert len({box for box in boxes if box in data}) == 1


def test_one_language_can_be_asked_for(desk: Desk, meeting: int, folder: Path) -> None:
    written = finish(invitations.export(desk, folder, event_id=meeting, language="en"))
    assert {file.language for file in written} == {"en"}
    data = (folder / written[0].name).read_bytes()
    assert field(data, "DESCRIPTION").startswith(
        "LANGUAGE=en:Sunday\\, 6 December 2026\\, 09:00–11:30 WITA (UTC+8)"
    )


def test_guests_behind_one_mailbox_share_one_file_that_names_both(
    desk: Desk, meeting: int, folder: Path
) -> None:
    rows = {row.name: row for row in people.list_people(desk)}
    serik, kaisa = rows["Serik"], rows["Mankaraev Kaisa Zakirovich"]
    people.update_person(desk, serik.id, {"email": kaisa.email.upper()})
    written = finish(invitations.export(desk, folder, event_id=meeting))
    assert len(written) == 12
    assert "Serik, Mankaraev Kaisa Zakirovich" in {file.guest for file in written}


def test_undo_passes_over_what_left_the_office(desk: Desk, meeting: int, folder: Path) -> None:
    before = history.undo_state(desk)
    finish(invitations.export(desk, folder, event_id=meeting))
    assert history.undo_state(desk) == before


def test_a_whole_visit_comes_with_its_programme_as_one_file(
    desk: Desk, sample: int, folder: Path
) -> None:
    written = finish(
        invitations.export(desk, folder, visit_id=sample, language="id", with_programme=True)
    )
    data = (folder / written[-1].name).read_bytes()
    assert written[-1].name == "2026-001_programme_id.ics"
    assert field(data, "METHOD") == "PUBLISH"
    shown = [
        event
        for event in programme.events_of_visit(desk, sample)
        if event.kind is not EventKind.INTERNAL
    ]
    assert data.count(b"BEGIN:VEVENT") == len(shown) == 7
    assert b"ATTENDEE" not in data


def test_an_answer_rides_along_until_the_schedule_changes(
    desk: Desk, meeting: int, folder: Path
) -> None:
    finish(invitations.export(desk, folder, event_id=meeting))
    serik = next(r for r in participation.list_participants(desk, meeting) if r.name == "Serik")
    participation.set_answer(desk, serik.id, Answer.ACCEPTED)
    programme.update_event(desk, meeting, {"dress": {"id": "Batik", "ru": "Батик"}})
    finish(invitations.export(desk, folder, event_id=meeting))
    name = "2026-001-6_serik_ru.ics"
    assert "PARTSTAT=ACCEPTED" in unfold((folder / name).read_bytes().decode())
    programme.move_event(desk, meeting, starts=datetime(2026, 12, 6, 13, 0))
    finish(invitations.export(desk, folder, event_id=meeting))
    assert "PARTSTAT=NEEDS-ACTION" in unfold((folder / name).read_bytes().decode())


def test_a_folder_that_cannot_be_written_is_said_in_a_sentence(
    desk: Desk, meeting: int, folder: Path
) -> None:
    (folder / "taken").write_text("a file, not a folder")
    with pytest.raises(UserError, match="cannot be written"):
        finish(invitations.export(desk, folder / "taken", event_id=meeting))
    assert states(desk, meeting)[InvitationState.TO_INVITE] == 13
