"""The door of an event: who comes in, when, and who came without being expected."""

from collections.abc import Sequence
from datetime import datetime

from sqlmodel import Session, col, select

from desk.locale import _
from desk.locale.words import current_language
from desk.locale.zones import wall_time
from desk.model.choices import Answer, Side
from desk.model.rows.door import DoorCount, DoorRow
from desk.model.rows.events import ParticipantRow
from desk.model.tables import DelegationMember, Event, Participation
from desk.rules.folding import fold
from desk.services.assembly.events import participant_rows
from desk.services.assembly.paper_order import paper_order
from desk.services.desk import Desk
from desk.services.edits import row_for_change
from desk.services.participation import add_participant


def door_list(desk: Desk, event_id: int) -> list[DoorRow]:
    """Everybody who is expected or has come, guests before hosts."""
    with desk.read() as session:
        event = session.get(Event, event_id)
        if event is None:
            return []
        people = participant_rows(
            session, [event_id], on=event.starts.date(), language=current_language()
        ).get(event_id, [])
        records = _records(session, event_id)
        return [_door_row(row, records[row.id], event.zone) for row in people]


def count_sides(rows: Sequence[DoorRow]) -> dict[Side, DoorCount]:
    """Expected, come and walked in, for each side."""
    return {
        side: DoorCount(
            expected=sum(row.expected for row in rows if row.side is side),
            came=sum(row.came for row in rows if row.side is side),
            walked_in=sum(row.came for row in rows if row.side is side and row.walked_in),
        )
        for side in Side
    }


def matching(rows: Sequence[DoorRow], typed: str) -> list[DoorRow]:
    """Those of whom every typed word begins a word of name, stand-in or organisation.

    Letters of any script are compared by their sound, as everywhere in the desk.
    """
    asked = fold(typed).split()
    return [
        row
        for row in rows
        if all(
            any(word.startswith(part) for word in _words_of(row).split() if word) for part in asked
        )
    ]


def check_in(desk: Desk, participation_id: int) -> bool:
    """Somebody comes in now; False when they are in already, and their time stays."""
    with desk.work(_("Check in")) as session:
        row = row_for_change(session, Participation, participation_id)
        if row.attended and row.arrived_at is not None:
            return False
        row.attended, row.arrived_at = True, desk.now()
        session.add(row)
        return True


def paper_numbers(desk: Desk, event_id: int) -> dict[int, int]:
    """The numbers of the attendance list, as it would be printed now, to participations."""
    with desk.read() as session:
        event = session.get(Event, event_id)
        if event is None:
            return {}
        standings = paper_order(session, event, current_language()).in_order()
    return {number: row.id for number, row in enumerate(standings, start=1)}


def mark_came(desk: Desk, participation_ids: Sequence[int]) -> int:
    """Note of all of them in one step that they came; how many were not noted before.

    A paper list tells no times: who was checked in keeps theirs, the others have none.
    """
    with desk.work(_("Attendance from the paper list")) as session:
        marked = 0
        for participation_id in participation_ids:
            row = row_for_change(session, Participation, participation_id)
            if not row.attended:
                row.attended = True
                session.add(row)
                marked += 1
        return marked


def not_here(desk: Desk, participation_id: int) -> None:
    """Somebody is not here after all; a walk-in is taken off the list."""
    with desk.work(_("Not here after all")) as session:
        row = row_for_change(session, Participation, participation_id)
        if row.walked_in:
            session.drop(row)
            return
        row.attended, row.attended_count, row.arrived_at = False, None, None
        session.add(row)


def count_group(desk: Desk, participation_id: int, by: int) -> int:
    """Count people of an unnamed group in (or out, below zero); how many are in now."""
    with desk.work(_("Count a group")) as session:
        row = row_for_change(session, Participation, participation_id)
        member = session.get(DelegationMember, row.member_id) if row.member_id else None
        # A group noted whole from the paper has no count of its own: its size is where it starts.
        count = max(0, _came(row, (member.headcount or 0) if member else 0) + by)
        row.attended_count = count
        row.attended = True if count else None
        row.arrived_at = (row.arrived_at or desk.now()) if count else None
        session.add(row)
        return count


def walk_in(desk: Desk, event_id: int, person_id: int, *, side: Side = Side.GUEST) -> int:
    """Somebody comes whom nobody expected. Raises UserError when they are on the list."""
    with desk.work(_("Walk-in")) as session:
        row_id = add_participant(desk, event_id, person_id=person_id, side=side)
        row = row_for_change(session, Participation, row_id)
        row.attended, row.arrived_at, row.walked_in = True, desk.now(), True
        session.add(row)
        return row_id


def _records(session: Session, event_id: int) -> dict[int, Participation]:
    rows = session.exec(select(Participation).where(col(Participation.event_id) == event_id))
    return {row.id: row for row in rows}


def _door_row(row: ParticipantRow, record: Participation, zone: str) -> DoorRow:
    size = (row.headcount or 0) if row.is_group else 1
    refused = row.answer is Answer.DECLINED
    return DoorRow(
        id=row.id,
        name=row.name,
        stand_in=row.represented_by if row.answer is Answer.REPRESENTED else "",
        office=row.office,
        organisation=row.organisation,
        side=row.side,
        is_group=row.is_group,
        expected=0 if record.walked_in or refused else size,
        came=_came(record, size),
        attended=record.attended,
        arrived=_wall(record.arrived_at, zone),
        walked_in=record.walked_in,
    )


def _came(record: Participation, size: int) -> int:
    if not record.attended:
        return 0
    return size if record.attended_count is None else record.attended_count


def _wall(instant: datetime | None, zone: str) -> datetime | None:
    return None if instant is None else wall_time(instant, zone)


def _words_of(row: DoorRow) -> str:
    return fold(f"{row.name} {row.stand_in} {row.organisation}")
