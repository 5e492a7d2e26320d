"""The instants of all events and closed times, derived again when the zone data has changed."""

from datetime import datetime

from sqlalchemy import select as select_columns
from sqlmodel import Session, col, select

from desk.locale import _
from desk.locale.zones import TimeDoesNotExist, UnknownZone, data_version, instant
from desk.model.changes import Changes, StepKind
from desk.model.tables import ClosedTime, Event, Setting
from desk.model.tables.setting import ZONE_DATA
from desk.store.derivation import derive, derive_if_possible
from desk.store.store import Store

_AT_ONCE = 1000


def derive_instants_again(store: Store, *, who: str, at: datetime) -> Changes | None:
    """Derive the instants of events and closed times again if the zone data is another than last time.

    Only rows that differ are written, as one step that undo passes over. An event whose wall time
    the new data skips keeps its instants. Gives what changed, or None when there was nothing to do.
    Raises StoreProblem.
    """
    version = data_version()
    with store.read() as session:
        setting = _setting(session)
        if setting is not None and setting.value == version:
            return None
    label = _("Time zone data {version}").format(version=version)
    with store.work(label, who=who, at=at, kind=StepKind.RECORD) as work:
        session = work.session
        stale = _stale_events(session)
        for first in range(0, len(stale), _AT_ONCE):
            some = stale[first : first + _AT_ONCE]
            for event in session.exec(select(Event).where(col(Event.id).in_(some))).all():
                derive(event)
            session.flush()
        # Those are few: a row that derives to what it was is not written.
        for closed in session.exec(select(ClosedTime)).all():
            derive_if_possible(closed)
        setting = _setting(session) or Setting(name=ZONE_DATA)
        setting.value = version
        session.keep(setting)
    return work.changes


def _setting(session: Session) -> Setting | None:
    return session.exec(select(Setting).where(Setting.name == ZONE_DATA)).first()


def _stale_events(session: Session) -> list[int]:
    """The ids of events whose instants are not what their wall times give now."""
    statement = select_columns(
        col(Event.id),
        col(Event.starts),
        col(Event.starts_fold),
        col(Event.starts_at),
        col(Event.ends),
        col(Event.ends_fold),
        col(Event.ends_at),
        col(Event.zone),
    )
    stale: list[int] = []
    for row in session.connection().execute(statement):
        try:
            right = row.starts_at == instant(
                row.starts, row.zone, row.starts_fold
            ) and row.ends_at == instant(row.ends, row.zone, row.ends_fold)
        except (TimeDoesNotExist, UnknownZone):
            continue
        if not right:
            stale.append(row.id)
    return stale
