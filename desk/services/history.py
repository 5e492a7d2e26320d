"""Undo, redo, the history panel, the trash: all from the one record of changes."""

from collections.abc import Mapping, Sequence
from typing import Any, cast

from sqlmodel import Session, col, select

from desk.locale import _
from desk.locale.words import current_language
from desk.model.changes import Changes, RowChange, StepKind
from desk.model.errors import NotThere
from desk.model.localised import text_in
from desk.model.rows.history import FieldChange, StepRow, TrashRow, UndoState
from desk.model.tables import HistoryChange, HistoryStep
from desk.services.desk import Desk
from desk.services.field_names import field_name
from desk.store import undo as undoing
from desk.store.history import changes_after, last_step

_NOUNS = ("visit", "event", "person", "venue", "organisation", "follow_up", "agreement")
"""What the trash lists; the rest comes and goes with these."""

_DERIVED = frozenset({"id", "starts_at", "ends_at", "long", "uid", "position"})


def undo_state(desk: Desk) -> UndoState:
    """What undo and redo would do now for the person at this desk."""
    with desk.read() as session:
        back = undoing.step_to_undo(session, desk.who)
        forth = undoing.step_to_redo(session, desk.who)
    return UndoState(
        undo_step=back.id if back else None,
        undo_label=back.label if back else "",
        redo_step=forth.id if forth else None,
        redo_label=forth.label if forth else "",
    )


def undo(desk: Desk) -> Changes | None:
    """Take this person's latest step back; None when there is none. Raises ChangedElsewhere."""
    with desk.read() as session:
        step = undoing.step_to_undo(session, desk.who)
    return _replay(desk, step, StepKind.UNDO)


def redo(desk: Desk) -> Changes | None:
    """Do the step again that was taken back last; None when there is none."""
    with desk.read() as session:
        step = undoing.step_to_redo(session, desk.who)
    return _replay(desk, step, StepKind.REDO)


def undo_step(desk: Desk, step_id: int) -> Changes | None:
    """Take one particular step back, however long ago; this is also how things are restored.

    Raises NotThere, and ChangedElsewhere when what it changed was changed again since.
    """
    with desk.read() as session:
        step = session.get(HistoryStep, step_id)
    if step is None or step.undone_by is not None or step.kind is not StepKind.DO:
        raise NotThere(_("This was undone already."))
    return _replay(desk, step, StepKind.UNDO)


def _replay(desk: Desk, step: HistoryStep | None, kind: StepKind) -> Changes | None:
    if step is None:
        return None
    replay = desk.store.undo if kind is StepKind.UNDO else desk.store.redo
    changes = replay(step, who=desk.who, at=desk.now())
    desk.committed(changes)
    return changes


def latest_step(desk: Desk) -> int:
    """The number of the latest step of anybody, 0 in a new database."""
    with desk.read() as session:
        return last_step(session)


def changes_elsewhere(desk: Desk, after_step: int) -> list[Changes]:
    """What was done after a step at any desk on this database, the oldest first.

    This desk's own steps are among them: whoever asks knows which he has seen already.
    """
    with desk.read() as session:
        return changes_after(session, after_step)


def steps(desk: Desk, *, limit: int = 200) -> list[StepRow]:
    """The latest steps of everybody, the newest first."""
    with desk.read() as session:
        rows = session.exec(
            select(HistoryStep).order_by(col(HistoryStep.id).desc()).limit(limit)
        ).all()
        return _step_rows(session, rows)


def steps_about(
    desk: Desk, table: str, row_ids: Sequence[int], *, limit: int = 200
) -> list[StepRow]:
    """The steps that touched these rows of a table, the newest first."""
    with desk.read() as session:
        rows = session.exec(
            select(HistoryStep)
            .where(
                col(HistoryStep.id).in_(
                    select(HistoryChange.step_id).where(
                        HistoryChange.table_name == table,
                        col(HistoryChange.row_id).in_(row_ids),
                    )
                )
            )
            .order_by(col(HistoryStep.id).desc())
            .limit(limit)
        ).all()
        return _step_rows(session, rows)


def steps_about_visit(desk: Desk, visit_id: int, *, limit: int = 200) -> list[StepRow]:
    """The steps that touched a visit or what belongs to it, the newest first."""
    with desk.read() as session:
        found: set[int] = set()
        for change in session.exec(
            select(HistoryChange)
            .where(
                col(HistoryChange.table_name).in_(
                    ("visit", "event", "delegation_member", "follow_up", "agreement")
                )
            )
            .order_by(col(HistoryChange.id).desc())
            .limit(5000)
        ):
            image = change.after or change.before or {}
            own = change.row_id if change.table_name == "visit" else image.get("visit_id")
            if own == visit_id:
                found.add(change.step_id)
        rows = session.exec(
            select(HistoryStep)
            .where(col(HistoryStep.id).in_(found))
            .order_by(col(HistoryStep.id).desc())
            .limit(limit)
        ).all()
        return _step_rows(session, rows)


def trash(desk: Desk, *, limit: int = 200) -> list[TrashRow]:
    """What was deleted and can be restored, the latest first."""
    with desk.read() as session:
        rows = session.exec(
            select(HistoryStep, HistoryChange)
            .join(HistoryChange, col(HistoryChange.step_id) == col(HistoryStep.id))
            .where(
                HistoryStep.kind == StepKind.DO,
                col(HistoryStep.undone_by).is_(None),
                col(HistoryChange.table_name).in_(_NOUNS),
            )
            .order_by(col(HistoryStep.id).desc(), col(HistoryChange.id).desc())
            .limit(limit * 10)
        ).all()
        found: list[TrashRow] = []
        seen: set[int] = set()
        for step, change in rows:
            # The parent was deleted last, so the step's latest change names it.
            if step.id in seen or change.after is not None:
                continue
            seen.add(step.id)
            found.append(
                TrashRow(
                    step_id=step.id,
                    at=step.at,
                    who=step.who,
                    table=change.table_name,
                    name=name_in_image(change.table_name, change.before or {}),
                    with_it=len(undoing.changes_of(session, step.id)) - 1,
                )
            )
        return found[:limit]


def name_in_image(table: str, image: Mapping[str, Any]) -> str:
    """What a recorded row is called."""
    for column in ("title", "name", "full_name", "group_name"):
        value = image.get(column)
        if isinstance(value, dict) and value:
            return text_in(cast(dict[str, str], value), current_language())
        if isinstance(value, str) and value:
            return value
    return ""


def _step_rows(session: Session, rows: Sequence[HistoryStep]) -> list[StepRow]:
    changes: dict[int, list[RowChange]] = {row.id: [] for row in rows}
    for change in session.exec(
        select(HistoryChange)
        .where(col(HistoryChange.step_id).in_(changes))
        .order_by(col(HistoryChange.id))
    ):
        changes[change.step_id].append(
            RowChange(change.table_name, change.row_id, change.before, change.after)
        )
    return [
        StepRow(
            id=row.id,
            at=row.at,
            who=row.who,
            label=row.label,
            kind=row.kind,
            undone=row.undone_by is not None,
            about=_about(changes[row.id]),
            fields=_fields(changes[row.id]),
        )
        for row in rows
    ]


def _about(changes: Sequence[RowChange]) -> str:
    names = [name_in_image(change.table, change.after or change.before or {}) for change in changes]
    named = list(dict.fromkeys(name for name in names if name))
    if len(named) <= 2:
        return ", ".join(named)
    return _("{name} and {count} more").format(name=named[0], count=len(named) - 1)


def _fields(changes: Sequence[RowChange]) -> tuple[FieldChange, ...]:
    found: list[FieldChange] = []
    for change in changes:
        if change.before is None or change.after is None:
            continue
        for column in sorted(change.columns - _DERIVED):
            found.append(
                FieldChange(
                    field_name(column),
                    in_words(column, change.before.get(column)),
                    in_words(column, change.after.get(column)),
                )
            )
    return tuple(found[:12])


def in_words(column: str, value: object) -> str:
    """A recorded value for people; restricted ones are only said to have changed."""
    if column == "phone" and value:
        return "•••"
    if isinstance(value, dict):
        return text_in(cast(dict[str, str], value), current_language())
    if isinstance(value, list):
        return ", ".join(str(item) for item in cast(list[object], value))
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    return "" if value is None else str(value).replace("T", " ")
