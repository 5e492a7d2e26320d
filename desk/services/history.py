"""Undo, redo, the history panel, the trash: all from the one record of changes."""

from collections.abc import Sequence

from sqlalchemy import func
from sqlmodel import Session, col, select

from desk.locale import _, said_again
from desk.model.changes import Changes, RowChange, StepKind
from desk.model.errors import NotThere
from desk.model.rows.history import StepRow, TrashRow, UndoState
from desk.model.tables import HistoryChange, HistoryStep
from desk.services.desk import Desk
from desk.services.recorded_words import RecordedWords, name_in_image
from desk.store import undo as undoing
from desk.store.history import changes_after, last_step

_NOUNS = (
    "visit",
    "event",
    "person",
    "venue",
    "resource",
    "organisation",
    "follow_up",
    "agreement",
    "special_day",
)
"""What the trash lists; the rest comes and goes with these."""

_WITH_EACH = 50
"""So many of these a deleted visit may have had on average, for the trash to be filled."""


def undo_state(desk: Desk) -> UndoState:
    """What undo and redo would do now for the person at this desk."""
    with desk.read() as session:
        back = undoing.step_to_undo(session, desk.who)
        forth = undoing.step_to_redo(session, desk.who)
    return UndoState(
        undo_step=back.id if back else None,
        undo_label=said_again(back.label) if back else "",
        redo_step=forth.id if forth else None,
        redo_label=said_again(forth.label) if forth else "",
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
        return step_rows(session, rows)


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
        return step_rows(session, rows)


def steps_about_visit(desk: Desk, visit_id: int, *, limit: int = 200) -> list[StepRow]:
    """The steps that touched a visit or what belongs or belonged to it, the newest first."""
    with desk.read() as session:
        rows = session.exec(
            select(HistoryStep)
            .where(
                col(HistoryStep.id).in_(
                    select(HistoryChange.step_id).where(HistoryChange.visit_id == visit_id)
                )
            )
            .order_by(col(HistoryStep.id).desc())
            .limit(limit)
        ).all()
        return step_rows(session, rows)


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
                col(HistoryChange.after).is_(None),
            )
            .order_by(col(HistoryStep.id).desc(), col(HistoryChange.id).desc())
            .limit(limit * _WITH_EACH)
        ).all()
        # The parent was deleted last, so the step's latest change names it.
        latest: dict[int, tuple[HistoryStep, HistoryChange]] = {}
        for step, change in rows:
            latest.setdefault(step.id, (step, change))
        gone = dict(
            session.exec(
                select(HistoryChange.step_id, func.count())
                .where(col(HistoryChange.step_id).in_(latest), col(HistoryChange.after).is_(None))
                .group_by(col(HistoryChange.step_id))
            ).all()
        )
        return [
            TrashRow(
                step_id=step.id,
                at=step.at,
                who=step.who,
                table=change.table_name,
                name=name_in_image(change.table_name, change.before or {}),
                with_it=gone[step.id] - 1,
            )
            for step, change in latest.values()
        ][:limit]


def step_rows(session: Session, rows: Sequence[HistoryStep]) -> list[StepRow]:
    """Recorded steps in the words of the screen, in the order given."""
    changes: dict[int, list[RowChange]] = {row.id: [] for row in rows}
    for change in session.exec(
        select(HistoryChange)
        .where(col(HistoryChange.step_id).in_(changes))
        .order_by(col(HistoryChange.id))
    ):
        changes[change.step_id].append(
            RowChange(change.table_name, change.row_id, change.before, change.after)
        )
    words = RecordedWords(session)
    return [
        StepRow(
            id=row.id,
            at=row.at,
            who=row.who,
            label=said_again(row.label),
            kind=row.kind,
            undone=row.undone_by is not None,
            about=words.about(changes[row.id]),
            fields=words.fields(changes[row.id]),
        )
        for row in rows
    ]
