"""Opening the desk on a database."""

from pathlib import Path

from sqlmodel import Session, select

from desk.locale import _
from desk.model.errors import UserError
from desk.model.tables import Organisation, Person, Venue, Visit
from desk.services.desk import Clock, Desk
from desk.services.settings import office_settings
from desk.store.instants import derive_instants_again
from desk.store.store import open_store


def open_desk(
    address: str | Path,
    *,
    clock: Clock,
    who: str,
    create: bool = True,
    own_templates: Path | None = None,
) -> Desk:
    """Open the database at a path or URL, made or upgraded as needed.

    Times are derived again when the zone data changed since. Raises StoreProblem in a sentence.
    """
    store = open_store(address, create=create)
    desk = Desk(store, clock=clock, who=who, own_templates=own_templates)
    derive_instants_again(store, who=who, at=desk.now())
    desk.zone = office_settings(desk).zone
    return desk


def is_empty(desk: Desk) -> bool:
    """Whether nobody has entered anything yet."""
    with desk.read() as session:
        return not any(_has(session, table) for table in (Visit, Person, Venue, Organisation))


def refuse_unless_empty(desk: Desk) -> None:
    """Raises UserError when there is something in the database already."""
    if not is_empty(desk):
        raise UserError(
            _("{place} holds visits or people already; the sample wants a new database.").format(
                place=desk.store.place
            )
        )


def _has(session: Session, table: type[Visit | Person | Venue | Organisation]) -> bool:
    return session.exec(select(table.id).limit(1)).first() is not None
