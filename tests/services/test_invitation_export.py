"""Exporting invitations: cancelled, failed, for nobody, for a visit that is gone."""

import re
import threading
from collections.abc import Generator
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from desk.model.choices import EventKind, Side, Status
from desk.model.errors import NotThere, UserError
from desk.model.progress import Progress
from desk.model.rows.invitations import InvitationState, WrittenFile
from desk.services import delegation, history, invitations, participation, people, programme, visits
from desk.services.desk import Desk
from tests.fixtures.desks import SUNDAY
from tests.fixtures.images import all_images


def finish(work: Generator[Progress, None, list[WrittenFile]]) -> list[WrittenFile]:
    while True:
        try:
            next(work)
        except StopIteration as end:
            return list(end.value)


@pytest.fixture
def visit(desk: Desk) -> int:
    """A visit with one guest and one meeting."""
    visit = visits.create_visit(desk, title="Kazakhstan", first_day=SUNDAY, country="KZ")
    guest = people.create_person(
        desk, name="Serik", email="serik@example.org", country="KZ", phone="+7 701 555 0142"
    )
    delegation.add_member(desk, visit, person_id=guest)
    meeting(desk, visit)
    return visit


def meeting(desk: Desk, visit: int | None, title: str = "Rapat") -> int:
    starts = datetime(2026, 12, 6, 9)
    return programme.create_event(
        desk, title=title, visit_id=visit, starts=starts, ends=starts + timedelta(hours=1)
    )


@pytest.mark.parametrize("elsewhere", [False, True])
def test_a_cancelled_export_leaves_neither_files_nor_notes(
    desk: Desk, visit: int, tmp_path: Path, elsewhere: bool
) -> None:
    before = all_images(desk.store)
    work = invitations.export(desk, tmp_path / "out", visit_id=visit, with_programme=True)
    next(work)
    if elsewhere:
        thread = threading.Thread(target=work.close)
        thread.start()
        thread.join()
    else:
        work.close()
    assert not (tmp_path / "out").exists()
    assert all_images(desk.store) == before
    # The desk works on as if nothing had been.
    visits.update_visit(desk, visit, {"letter": "B-1"})
    assert history.steps(desk)[0].label == "Change visit"
    written = finish(invitations.export(desk, tmp_path / "out", visit_id=visit))
    assert len(written) == 1


def test_a_file_in_the_way_keeps_all_others_out(desk: Desk, visit: int, tmp_path: Path) -> None:
    meeting(desk, visit, "Jamuan")
    (tmp_path / "2026-001-2_serik_kk.ics").mkdir()
    with pytest.raises(UserError, match="cannot be written"):
        finish(invitations.export(desk, tmp_path, visit_id=visit))
    assert [path.name for path in tmp_path.glob("*.ics")] == ["2026-001-2_serik_kk.ics"]
    states = {row.state for row in invitations.plan(desk, visit_id=visit)}
    assert states == {InvitationState.TO_INVITE}


def test_nobody_to_invite_nobody_left_and_nothing_planned_are_told_apart(
    desk: Desk, visit: int, tmp_path: Path
) -> None:
    finish(invitations.export(desk, tmp_path, visit_id=visit))
    with pytest.raises(UserError, match="Everybody holds the latest invitation already"):
        finish(invitations.export(desk, tmp_path, visit_id=visit, only_needed=True))
    lone = meeting(desk, None)
    with pytest.raises(UserError, match="nobody to invite: no guest has a mailbox"):
        finish(invitations.export(desk, tmp_path, event_id=lone))
    empty = visits.create_visit(desk, title="Jepang", first_day=SUNDAY)
    with pytest.raises(UserError, match="nothing in the programme yet"):
        finish(invitations.export(desk, tmp_path, visit_id=empty, with_programme=True))
    with pytest.raises(UserError, match="nothing in the programme yet"):
        invitations.export_programme(desk, tmp_path / "p.ics", visit_id=empty)


def test_a_visit_that_was_deleted_meanwhile_is_said_in_words(desk: Desk, tmp_path: Path) -> None:
    with pytest.raises(NotThere):
        finish(invitations.export(desk, tmp_path, visit_id=999, with_programme=True))
    with pytest.raises(UserError):
        invitations.export_programme(desk, tmp_path / "p.ics", visit_id=999)


def test_the_programme_is_one_file_that_invites_nobody(
    desk: Desk, visit: int, tmp_path: Path
) -> None:
    off = meeting(desk, visit, "Jamuan")
    programme.set_event_status(desk, off, Status.CANCELLED, reason="Hujan")
    programme.create_event(
        desk,
        visit_id=visit,
        title="Persiapan",
        kind=EventKind.INTERNAL,
        starts=datetime(2026, 12, 5, 9),
        ends=datetime(2026, 12, 5, 10),
    )
    file = invitations.export_programme(desk, tmp_path / "p.ics", visit_id=visit, language="en")
    text = (tmp_path / file.name).read_text("utf-8").replace("\n ", "")
    assert text.count("BEGIN:VEVENT") == 1
    assert "ATTENDEE" not in text
    # The guests' own clock, though only their country was noted.
    assert "Astana time: 06:00–07:00" in text
    assert invitations.plan(desk, visit_id=visit)[0].state is InvitationState.TO_INVITE


def test_who_hosts_and_is_a_guest_gets_one_invitation_under_one_name(
    desk: Desk, visit: int, tmp_path: Path
) -> None:
    [guest] = delegation.list_members(desk, visit)
    assert guest.person_id is not None
    [event] = programme.events_of_visit(desk, visit)
    participation.set_hosts(desk, event.id, [guest.person_id])
    [row] = invitations.plan(desk, event_id=event.id)
    assert (row.name, row.mailbox) == ("Serik", "serik@example.org")
    [only] = participation.list_participants(desk, event.id)
    assert only.side is Side.HOST


def test_restricted_data_is_in_no_invitation(desk: Desk, visit: int, tmp_path: Path) -> None:
    finish(invitations.export(desk, tmp_path, visit_id=visit, with_programme=True))
    told = "".join(path.read_text("utf-8") for path in tmp_path.glob("*.ics"))
    # The whole of it: three digits alone may stand in an identifier that is drawn at random.
    assert re.search(r"701\D*555\D*0142", told) is None
    assert "serik@example.org" in told
