"""What the desk logs names nobody."""

import logging
from contextlib import suppress
from datetime import datetime
from pathlib import Path

import pytest

from desk.model.errors import UserError
from desk.services import (
    attendance_lists,
    checks,
    delegation,
    documents,
    history,
    invitations,
    people,
    programme,
    visits,
)
from desk.services.desk import Desk
from desk.services.finding import find_things


def test_a_days_work_with_all_its_mistakes_names_nobody(
    desk: Desk, sample: int, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG, logger="desk")
    guest = people.create_person(desk, name="Kenji Tanaka", phone="+81 555 0142")
    delegation.add_member(desk, sample, person_id=guest)
    meeting = programme.find_event(desk, "2026-001/6").id
    programme.move_event(desk, meeting, starts=datetime(2026, 12, 6, 9, 30))
    list(invitations.export(desk, tmp_path / "out", visit_id=sample))
    draft = attendance_lists.attendance_draft(
        desk, meeting, attendance_lists.AttendanceChoices("id")
    )
    documents.produce(desk, draft, tmp_path / "list.pdf")
    checks.findings(desk)
    find_things(desk, "Kenji Tanaka")
    for mistake in (
        lambda: people.delete_person(desk, guest),
        lambda: people.create_person(desk, name="Yuki Sato", email="nowhere"),
        lambda: delegation.add_member(desk, sample, person_id=guest),
        lambda: visits.delete_visit(desk, sample),
        lambda: documents.produce(desk, draft, tmp_path / "list.pdf" / "in"),
        lambda: history.undo_step(desk, 1),
    ):
        with suppress(UserError):
            mistake()
    logged = caplog.text
    for name in ("Kenji", "Tanaka", "Yuki", "Fadjroel", "Serik", "555", "nowhere"):
        assert name not in logged
