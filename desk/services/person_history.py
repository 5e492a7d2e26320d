"""What was done about a person, and about whoever was merged into them."""

from sqlalchemy import and_, or_
from sqlmodel import col, select

from desk.model.rows.history import StepRow
from desk.model.tables import HistoryChange, HistoryStep
from desk.services.desk import Desk
from desk.services.history import step_rows
from desk.services.merging import ids_with_history
from desk.services.restricted import record_ids


def steps_about_person(desk: Desk, person_id: int, *, limit: int = 200) -> list[StepRow]:
    """The steps about a person under every id they had, looks among them, the newest first."""
    people = ids_with_history(desk, person_id)
    records = record_ids(desk, people)
    with desk.read() as session:
        touched = select(HistoryChange.step_id).where(
            or_(
                and_(
                    col(HistoryChange.table_name) == "person",
                    col(HistoryChange.row_id).in_(people),
                ),
                and_(
                    col(HistoryChange.table_name) == "restricted_record",
                    col(HistoryChange.row_id).in_(records),
                ),
            )
        )
        rows = session.exec(
            select(HistoryStep)
            .where(col(HistoryStep.id).in_(touched))
            .order_by(col(HistoryStep.id).desc())
            .limit(limit)
        ).all()
        return step_rows(session, rows)
