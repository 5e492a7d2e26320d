"""Who stands before whom in an event, and what people decide about it."""

from collections.abc import Mapping, Sequence

from sqlmodel import Session, col, select

from desk.locale import _, ngettext
from desk.locale.words import current_language
from desk.model.choices import Grounds
from desk.model.errors import NotThere, UserError
from desk.model.rows.precedence import OrderRow, PositionRow, StandingRow
from desk.model.tables import Event, Office, PrecedenceDecision
from desk.rules.positions import NO_POSITION
from desk.rules.precedence_moves import places_after_move
from desk.services.assembly.schemes import content_of, positions, scheme_key
from desk.services.assembly.standings import bearer_of, order_in
from desk.services.desk import Desk
from desk.services.edits import row_for_change
from desk.services.precedence_words import position_name, sure_reason
from desk.store.unit_of_work import WorkSession


def order_of_event(
    desk: Desk, event_id: int, *, scheme: str | None = None, language: str | None = None
) -> OrderRow:
    """Everybody who is expected, in the order in which they stand, each with its basis.

    By the event's scheme, else the office's usual one; `scheme` looks at it by another. Who
    declined is left out; who comes instead of somebody stands by their own office. Raises
    NotThere for an event or a scheme that does not exist.
    """
    with desk.read() as session:
        return _order(session, event_id, scheme, language)


def _order(
    session: Session, event_id: int, scheme: str | None = None, language: str | None = None
) -> OrderRow:
    event = session.get(Event, event_id)
    if event is None:
        raise NotThere(_("This event is not there any more."))
    if scheme is not None and content_of(session, scheme) is None:
        raise NotThere(_("There is no such scheme of precedence any more."))
    return order_in(session, event, language or current_language(), scheme=scheme)


def choose_scheme(desk: Desk, event_id: int, scheme: str) -> None:
    """By which scheme people stand in an event; empty for the office's usual one.

    What was decided under another scheme is kept for it. Raises UserError.
    """
    with desk.work(_("Choose a scheme of precedence")) as session:
        event = row_for_change(session, Event, event_id)
        if scheme and content_of(session, scheme) is None:
            raise UserError(_("There is no such scheme of precedence any more."), field="scheme")
        if event.precedence_scheme != scheme:
            event.precedence_scheme = scheme
            session.keep(event)


def give_rank(
    desk: Desk, event_id: int, participation_id: int, *, rank: str, reason: str, decided_by: str
) -> None:
    """Give somebody the rank of that code: an equivalent, or another one than the list's.

    Replaces what was decided before about their rank and their place. Raises UserError without a
    reason or a name, and for a rank that the scheme does not have.
    """
    with desk.work(_("Give a rank")) as session:
        order = _order(session, event_id)
        row = _standing(order, participation_id)
        if order.scheme.rank(rank) is None:
            raise UserError(_("Choose a rank of the scheme."), field="rank")
        reason, decided_by = sure_reason(reason, decided_by)
        if rank == row.list_rank:
            raise UserError(
                _("That is the rank that the list gives; nothing has to be decided."), field="rank"
            )
        _drop(session, event_id, order.scheme.key, [row])
        session.keep(_decision(order, row, reason, decided_by, rank=rank))


def decide_place(
    desk: Desk,
    event_id: int,
    participation_id: int,
    *,
    to: int,
    reason: str,
    decided_by: str,
) -> None:
    """Put somebody at the index `to` among those of the same rank, counted from 0 at the top.

    Only what that says is decided: who stands below and was equal stays equal. Who was decided
    before keeps the reason given then. Raises UserError without a reason or a name, and for a
    place beyond the own rank.
    """
    with desk.work(_("Decide a place among equals")) as session:
        order = _order(session, event_id)
        row = _standing(order, participation_id)
        if row.grounds is Grounds.OUTSIDE:
            raise UserError(
                _("{name} stands in no order: give a rank first.").format(name=row.name)
            )
        among = peers(order, row)
        if not 0 <= to < len(among):
            raise UserError(_beyond(order, row, to))
        reason, decided_by = sure_reason(reason, decided_by)
        decided = sum(1 for one in among if one.place_decision is not None)
        places = places_after_move([one.id for one in among], decided, row.id, to)
        _write_places(session, order, among, places, row.id, (reason, decided_by))


def peers(order: OrderRow, row: StandingRow) -> list[StandingRow]:
    """Those of the same rank in the same ladder, in the order in which they stand."""
    return [one for one in order.standings if one.group == row.group]


def take_back(desk: Desk, decision_id: int) -> None:
    """Take a decision back: the list, or the equality, counts again. Raises NotThere."""
    with desk.work(_("Take a decision back")) as session:
        decision = row_for_change(session, PrecedenceDecision, decision_id)
        if decision.rank is not None:
            # The place was one among others of that rank.
            for row in _of_event(session, decision.event_id, decision.scheme):
                same = bearer_of(row.person_id, row.member_id) == bearer_of(
                    decision.person_id, decision.member_id
                )
                if same and row.rank is None:
                    session.drop(row)
        session.drop(decision)


def take_back_all(desk: Desk, event_id: int) -> int:
    """Take back all that was decided for an event under its scheme; how many decisions."""
    with desk.work(_("Take all decisions back")) as session:
        event = row_for_change(session, Event, event_id)
        rows = _of_event(session, event_id, scheme_key(session, event)[0])
        for row in rows:
            session.drop(row)
        return len(rows)


def list_positions() -> list[PositionRow]:
    """The positions that an office may be, in the order of the lists."""
    return [PositionRow(one.key, position_name(one.key)) for one in positions()]


def set_position(desk: Desk, office_id: int, position: str) -> None:
    """Which position of the lists an office is: a key, "none" for none of them, empty as told.

    Raises UserError for an unknown key.
    """
    if position not in ("", NO_POSITION, *(one.key for one in positions())):
        raise UserError(_("Choose a position of the lists."), field="position")
    with desk.work(_("Position in the lists")) as session:
        office = row_for_change(session, Office, office_id)
        if office.position != position:
            office.position = position
            session.keep(office)


def decided_by_usually(desk: Desk, event_id: int) -> str:
    """Who decided last in this event, else whoever sits at the desk."""
    with desk.read() as session:
        last = session.exec(
            select(PrecedenceDecision.decided_by)
            .where(PrecedenceDecision.event_id == event_id)
            .order_by(col(PrecedenceDecision.id).desc())
            .limit(1)
        ).first()
    return last or desk.who


def _standing(order: OrderRow, participation_id: int) -> StandingRow:
    row = next((one for one in order.standings if one.id == participation_id), None)
    if row is None:
        raise NotThere(_("This person does not stand in the order any more."))
    return row


def _decision(
    order: OrderRow,
    row: StandingRow,
    reason: str,
    decided_by: str,
    *,
    rank: str | None = None,
    place: int | None = None,
) -> PrecedenceDecision:
    return PrecedenceDecision(
        event_id=order.event_id,
        person_id=row.person_id,
        member_id=row.member_id,
        scheme=order.scheme.key,
        rank=rank,
        place=place,
        reason=reason,
        decided_by=decided_by,
    )


def _of_event(session: WorkSession, event_id: int, scheme: str) -> Sequence[PrecedenceDecision]:
    return session.exec(
        select(PrecedenceDecision)
        .where(PrecedenceDecision.event_id == event_id, PrecedenceDecision.scheme == scheme)
        .order_by(col(PrecedenceDecision.id))
    ).all()


def _drop(
    session: WorkSession, event_id: int, scheme: str, standings: Sequence[StandingRow]
) -> None:
    about = {bearer_of(row.person_id, row.member_id) for row in standings}
    for row in _of_event(session, event_id, scheme):
        if bearer_of(row.person_id, row.member_id) in about:
            session.drop(row)


def _write_places(
    session: WorkSession,
    order: OrderRow,
    among: Sequence[StandingRow],
    places: Mapping[int, int | None],
    moved: int,
    said: tuple[str, str],
) -> None:
    """Only what differs is written; a reason that was given before stays with whom it was for."""
    rows = {
        bearer_of(row.person_id, row.member_id): row
        for row in _of_event(session, order.event_id, order.scheme.key)
        if row.rank is None
    }
    for standing in among:
        decision = rows.get(bearer_of(standing.person_id, standing.member_id))
        place = places[standing.id]
        if place is None:
            if decision is not None:
                session.drop(decision)
        elif decision is None:
            session.keep(_decision(order, standing, *said, place=place))
        else:
            if standing.id == moved:
                decision.reason, decision.decided_by = said
            decision.place = place
            session.keep(decision)


def _beyond(order: OrderRow, row: StandingRow, to: int) -> str:
    """Why somebody cannot go higher or lower among the own rank."""
    among = peers(order, row)
    edge = among[0] if to < 0 else among[-1]
    at = order.standings.index(edge) + (-1 if to < 0 else 1)
    if not 0 <= at < len(order.standings) or order.standings[at].ladder != row.ladder:
        first = _("{name} stands first already.") if to < 0 else _("{name} stands last already.")
        return first.format(name=row.name)
    neighbour = order.standings[at]
    count = len(among)
    if not neighbour.rank:
        return _("Below {name} stand those without a rank.").format(name=row.name)
    words = ngettext(
        "{name} holds this rank alone: to pass {other} ({rank}), give another rank, with a reason.",
        "{name} is one of {count} of this rank: to pass {other} ({rank}), give another rank,"
        " with a reason.",
        count,
    )
    return words.format(name=row.name, count=count, other=neighbour.name, rank=neighbour.rank_text)
