"""What people do with the rundown of an event: rows, their times, and what gives way."""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime, timedelta

from sqlmodel import Session, col, select

from desk.locale import _
from desk.locale.languages import language_codes
from desk.locale.words import current_language
from desk.model.errors import UserError
from desk.model.localised import text_in
from desk.model.rows.rundown import ItemRow, Shift
from desk.model.tables import Event, Person, ProgrammeItem
from desk.rules import rundown as rules
from desk.rules.rundown import Item, Outcome, Plan
from desk.services.assembly.lookup import rows_by_id
from desk.services.desk import Desk
from desk.services.edits import localised, new_row, row_for_change, set_fields
from desk.store.unit_of_work import WorkSession

USUAL_MINUTES = 10
"""How long a new row lasts until somebody says otherwise."""

EARLIEST = -24 * 60
"""Minutes before its event that a row can begin."""

LONGEST = 31 * 24 * 60
"""Minutes after the event's start at which nothing of it is left."""


def items_of_event(desk: Desk, event_id: int, *, language: str | None = None) -> list[ItemRow]:
    """The rundown in order of time; nothing for an event that is gone."""
    with desk.read() as session:
        event = session.get(Event, event_id)
        if event is None:
            return []
        return item_rows(session, event, language or current_language())


def get_item(desk: Desk, item_id: int) -> ItemRow | None:
    """One row, or None when it was deleted."""
    with desk.read() as session:
        item = session.get(ProgrammeItem, item_id)
        event = session.get(Event, item.event_id) if item else None
        if item is None or event is None:
            return None
        return _rows(session, event, [item], current_language())[0]


def item_rows(session: Session, event: Event, language: str) -> list[ItemRow]:
    """The same within a session that is open already."""
    return _rows(session, event, items_in(session, event.id), language)


def items_in(session: Session, event_id: int) -> Sequence[ProgrammeItem]:
    """The table's rows in the order of the plan."""
    return session.exec(
        select(ProgrammeItem)
        .where(ProgrammeItem.event_id == event_id)
        .order_by(
            col(ProgrammeItem.offset_minutes), col(ProgrammeItem.position), col(ProgrammeItem.id)
        )
    ).all()


def add_item(
    desk: Desk,
    event_id: int,
    *,
    title: str | Mapping[str, str] = "",
    minutes: int = USUAL_MINUTES,
    after: int | None = None,
    offset_minutes: int | None = None,
    place: str = "",
    notes: str = "",
    internal: bool = False,
) -> int:
    """A new row behind another one, or at the end; its id. Rows behind it make room as they must.

    With `offset_minutes` it begins at that minute and nothing moves. Raises UserError.
    """
    with desk.work(_("Add to the rundown")) as session:
        row_for_change(session, Event, event_id)
        rows = items_in(session, event_id)
        plan = _plan(rows)
        starts = offset_minutes
        if starts is None:
            before = _before(plan, after)
            starts = before.ends if before is not None else 0
        item = ProgrammeItem(
            **new_row(
                ProgrammeItem,
                {
                    "event_id": event_id,
                    "offset_minutes": starts,
                    "minutes": minutes,
                    "title": localised(title),
                    "place": place,
                    "notes": notes,
                    "internal": internal,
                },
            )
        )
        _judge(item)
        session.keep(item)
        new = Item(item.id, starts, minutes)
        if offset_minutes is None:
            before = _before(plan, after)
            outcome = rules.insert(plan, new, before.id if before is not None else None)
        else:
            outcome = Outcome(rules.in_order((*plan, new)))
        _write(session, [*rows, item], outcome.plan)
        return item.id


def update_item(
    desk: Desk,
    item_id: int,
    changes: Mapping[str, object],
    *,
    seen: Mapping[str, object] | None = None,
) -> None:
    """Change fields of a row; `seen` as in `edits.set_fields`. Raises UserError."""
    with desk.work(_("Change the rundown")) as session:
        item = row_for_change(session, ProgrammeItem, item_id)
        if set_fields(item, _read(changes), seen):
            _judge(item)
            session.add(item)


def set_start(desk: Desk, item_id: int, starts: datetime, *, follow: bool) -> Shift:
    """Let a row begin at a wall time of the event; with `follow` those behind it move along."""
    with desk.work(_("Move in the rundown")) as session:
        item = row_for_change(session, ProgrammeItem, item_id)
        event = row_for_change(session, Event, item.event_id)
        minute = round((starts - event.starts).total_seconds() / 60)
        return _change(session, item, lambda plan: rules.move(plan, item_id, minute, follow=follow))


def set_minutes(desk: Desk, item_id: int, minutes: int, *, follow: bool) -> Shift:
    """Let a row last so long; with `follow` the rows behind it give way or close up."""
    with desk.work(_("Length in the rundown")) as session:
        item = row_for_change(session, ProgrammeItem, item_id)
        if not 0 <= minutes <= LONGEST:
            raise UserError(_("A number from {least} to {most}.").format(least=0, most=LONGEST))
        return _change(
            session, item, lambda plan: rules.stretch(plan, item_id, minutes, follow=follow)
        )


def ripple(desk: Desk, item_id: int, by: int) -> Shift:
    """Move the rows behind one by minutes ("geser berikutnya"), up to the first locked one."""
    with desk.work(_("Move the rows that follow")) as session:
        item = row_for_change(session, ProgrammeItem, item_id)
        return _change(session, item, lambda plan: rules.ripple(plan, item_id, by))


def move_items(desk: Desk, item_ids: Sequence[int], by: int) -> Shift:
    """Move some rows by minutes, each by itself; locked ones stay."""
    with desk.work(_("Move in the rundown")) as session:
        shifts = [_move_by(session, item_id, by) for item_id in item_ids]
        return next((shift for shift in shifts if shift.stopped_at), Shift())


def swap_item(desk: Desk, item_id: int, *, down: bool) -> Shift:
    """Let a row change places with its neighbour; a locked one lets nothing pass."""
    with desk.work(_("Move in the rundown")) as session:
        item = row_for_change(session, ProgrammeItem, item_id)
        return _change(session, item, lambda plan: rules.swap(plan, item_id, down=down))


def place_item(desk: Desk, item_id: int, before: int | None) -> Shift:
    """Carry a row to the place before another one, or to the end; a locked one stops it."""
    with desk.work(_("Move in the rundown")) as session:
        item = row_for_change(session, ProgrammeItem, item_id)
        return _change(session, item, lambda plan: rules.place_before(plan, item_id, before))


def duplicate_item(desk: Desk, item_id: int) -> int:
    """A copy of a row right behind it, not locked; its id."""
    with desk.work(_("Duplicate in the rundown")) as session:
        item = row_for_change(session, ProgrammeItem, item_id)
        rows = items_in(session, item.event_id)
        copy = ProgrammeItem(**item.model_dump(exclude={"id"}))
        copy.offset_minutes += copy.minutes
        copy.locked = False
        session.keep(copy)
        new = Item(copy.id, copy.offset_minutes, copy.minutes)
        _write(session, [*rows, copy], rules.insert(_plan(rows), new, item_id).plan)
        return copy.id


def delete_items(desk: Desk, item_ids: Sequence[int], *, follow: bool) -> None:
    """Take rows out; with `follow` the rows behind them close up."""
    with desk.work(_("Take out of the rundown")) as session:
        for item_id in item_ids:
            item = row_for_change(session, ProgrammeItem, item_id)
            rows = items_in(session, item.event_id)
            outcome = rules.remove(_plan(rows), item_id, follow=follow)
            session.drop(item)
            _write(session, [row for row in rows if row.id != item_id], outcome.plan)


def copy_items(desk: Desk, from_event: int, to_event: int) -> int:
    """Copy the rundown of another event, counted from this one's start; how many rows."""
    with desk.work(_("Copy the rundown")) as session:
        row_for_change(session, Event, to_event)
        return copy_rows(session, from_event, to_event)


def copy_rows(session: WorkSession, from_event: int, to_event: int) -> int:
    """The same within a unit of work that is under way."""
    rows = items_in(session, from_event)
    for row in rows:
        values = row.model_dump(exclude={"id", "event_id"})
        session.keep(ProgrammeItem(event_id=to_event, **values))
    return len(rows)


def plan_of(rows: Sequence[ItemRow]) -> Plan:
    """The rows as the rules judge them."""
    return tuple(Item(row.id, row.offset_minutes, row.minutes, row.locked) for row in rows)


def _move_by(session: WorkSession, item_id: int, by: int) -> Shift:
    item = row_for_change(session, ProgrammeItem, item_id)
    starts = item.offset_minutes + by
    return _change(session, item, lambda plan: rules.move(plan, item_id, starts, follow=False))


def _read(changes: Mapping[str, object]) -> dict[str, object]:
    """What was typed as the columns hold it: a language by its name becomes its code."""
    read = dict(changes)
    language = read.get("language")
    if isinstance(language, str):
        try:
            read["language"] = language_codes(language)
        except LookupError as error:
            raise UserError(
                _("{word} is not a language the desk knows.").format(word=error.args[0]),
                field="language",
            ) from error
    return read


def _rows(
    session: Session, event: Event, items: Sequence[ProgrammeItem], language: str
) -> list[ItemRow]:
    people = rows_by_id(
        session, Person, [i.leader_id for i in items] + [i.in_charge_id for i in items]
    )

    def name(person_id: int | None, words: str) -> str:
        person = people.get(person_id or 0)
        return person.full_name if person else words

    rows: list[ItemRow] = []
    for item in items:
        starts = event.starts + timedelta(minutes=item.offset_minutes)
        rows.append(
            ItemRow(
                id=item.id,
                event_id=item.event_id,
                offset_minutes=item.offset_minutes,
                minutes=item.minutes,
                starts=starts,
                ends=starts + timedelta(minutes=item.minutes),
                title=text_in(item.title, language),
                titles=item.title,
                place=item.place,
                leader_id=item.leader_id,
                leader=name(item.leader_id, item.leader),
                leader_words=item.leader,
                in_charge_id=item.in_charge_id,
                in_charge=name(item.in_charge_id, item.in_charge),
                in_charge_words=item.in_charge,
                language=item.language,
                dress=text_in(item.dress, language),
                dresses=item.dress,
                notes=item.notes,
                locked=item.locked,
                internal=item.internal,
            )
        )
    return rows


def _plan(rows: Sequence[ProgrammeItem]) -> Plan:
    return tuple(Item(row.id, row.offset_minutes, row.minutes, row.locked) for row in rows)


def _before(plan: Plan, after: int | None) -> Item | None:
    """The row that a new one follows; the last one unless it is said."""
    found = next((item for item in plan if item.id == after), None)
    return found or (plan[-1] if plan else None)


def _change(session: WorkSession, item: ProgrammeItem, change: Callable[[Plan], Outcome]) -> Shift:
    """Judge one change of times, write it, and say what stood in its way."""
    rows = items_in(session, item.event_id)
    outcome = change(_plan(rows))
    _write(session, rows, outcome.plan)
    stopped = next((row for row in rows if row.id == outcome.stopped_at), None)
    title = text_in(stopped.title, current_language()) if stopped is not None else ""
    if stopped is not None and not title:
        title = _("Untitled row")
    return Shift(outcome.moved_by, title, outcome.missing)


def _write(session: WorkSession, rows: Sequence[ProgrammeItem], plan: Plan) -> None:
    """Put the plan's times into the rows; positions only where rows begin in the same minute."""
    by_id = {row.id: row for row in rows}
    minute, position = None, 0
    for item in plan:
        row = by_id[item.id]
        position = max(row.position, position + 1) if item.starts == minute else row.position
        minute = item.starts
        if (row.offset_minutes, row.minutes, row.position) != (item.starts, item.minutes, position):
            row.offset_minutes, row.minutes, row.position = item.starts, item.minutes, position
            _judge(row)
            session.add(row)


def _judge(item: ProgrammeItem) -> None:
    if not EARLIEST <= item.offset_minutes <= LONGEST:
        raise UserError(
            _("A row begins a day before the event at the earliest, and within a month of it."),
            field="offset_minutes",
        )
    if not 0 <= item.minutes <= LONGEST:
        raise UserError(
            _("A number from {least} to {most}.").format(least=0, most=LONGEST), field="minutes"
        )
