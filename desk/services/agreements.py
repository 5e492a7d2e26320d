"""What people do with agreements."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date

from sqlmodel import col, select

from desk.locale import _
from desk.locale.words import current_language
from desk.model.choices import AgreementKind, AgreementStage, OurRole
from desk.model.errors import UserError
from desk.model.localised import text_in
from desk.model.rows.follow_ups import AgreementRow
from desk.model.tables import Agreement, AgreementParty, FollowUp, Organisation
from desk.services.desk import Desk
from desk.services.edits import localised, new_row, row_for_change, set_fields


def list_agreements(desk: Desk, *, visit_id: int | None = None) -> list[AgreementRow]:
    """Agreements with the names of their parties, in order of entry."""
    language = current_language()
    with desk.read() as session:
        query = select(Agreement).order_by(col(Agreement.id))
        if visit_id is not None:
            query = query.where(Agreement.visit_id == visit_id)
        rows = session.exec(query).all()
        parties: dict[int, list[Organisation]] = defaultdict(list)
        for party, body in session.exec(
            select(AgreementParty, Organisation)
            .join(Organisation, col(Organisation.id) == col(AgreementParty.organisation_id))
            .where(col(AgreementParty.agreement_id).in_([row.id for row in rows]))
            .order_by(col(AgreementParty.position), col(AgreementParty.id))
        ):
            parties[party.agreement_id].append(body)
    return [
        AgreementRow(
            id=row.id,
            visit_id=row.visit_id,
            title=text_in(row.title, language),
            titles=row.title,
            kind=row.kind,
            our_role=row.our_role,
            stage=row.stage,
            signed_on=row.signed_on,
            signed_in=row.signed_in,
            expires_on=row.expires_on,
            notes=row.notes,
            parties=tuple(text_in(body.name, language) for body in parties[row.id]),
            party_ids=tuple(body.id for body in parties[row.id]),
        )
        for row in rows
    ]


def get_agreement(desk: Desk, agreement_id: int) -> AgreementRow | None:
    """One agreement, or None when it was deleted."""
    with desk.read() as session:
        row = session.get(Agreement, agreement_id)
    if row is None:
        return None
    rows = list_agreements(desk, visit_id=row.visit_id)
    return next((found for found in rows if found.id == agreement_id), None)


def create_agreement(
    desk: Desk,
    *,
    title: str | Mapping[str, str],
    kind: AgreementKind = AgreementKind.MEMORANDUM,
    our_role: OurRole = OurRole.PARTY,
    stage: AgreementStage = AgreementStage.EXPLORATION,
    visit_id: int | None = None,
    parties: Sequence[int] = (),
    signed_on: date | None = None,
    signed_in: str = "",
    expires_on: date | None = None,
    notes: str = "",
) -> int:
    """Note an agreement; `parties` are organisations. Its id. Raises UserError."""
    with desk.work(_("New agreement")) as session:
        row = Agreement(
            **new_row(
                Agreement,
                {
                    "visit_id": visit_id,
                    "title": localised(title),
                    "kind": kind,
                    "our_role": our_role,
                    "stage": stage,
                    "signed_on": signed_on,
                    "signed_in": signed_in,
                    "expires_on": expires_on,
                    "notes": notes,
                },
            )
        )
        _judge(row)
        session.keep(row)
        for position, organisation_id in enumerate(dict.fromkeys(parties)):
            session.keep(
                AgreementParty(
                    agreement_id=row.id, organisation_id=organisation_id, position=position
                )
            )
        return row.id


def update_agreement(
    desk: Desk,
    agreement_id: int,
    changes: Mapping[str, object],
    *,
    parties: Sequence[int] | None = None,
    seen: Mapping[str, object] | None = None,
) -> None:
    """Change fields of an agreement, and its parties when given. Raises UserError."""
    with desk.work(_("Change agreement")) as session:
        row = row_for_change(session, Agreement, agreement_id)
        if set_fields(row, changes, seen):
            _judge(row)
            session.keep(row)
        if parties is None:
            return
        wanted = list(dict.fromkeys(parties))
        current = session.exec(
            select(AgreementParty)
            .where(AgreementParty.agreement_id == agreement_id)
            .order_by(col(AgreementParty.position))
        ).all()
        if [party.organisation_id for party in current] == wanted:
            return
        for party in current:
            session.drop(party)
        for position, organisation_id in enumerate(wanted):
            session.keep(
                AgreementParty(
                    agreement_id=agreement_id, organisation_id=organisation_id, position=position
                )
            )


def delete_agreement(desk: Desk, agreement_id: int) -> None:
    """Delete an agreement; its follow-ups stay. It can be restored."""
    with desk.work(_("Delete agreement")) as session:
        row = row_for_change(session, Agreement, agreement_id)
        for follow_up in session.exec(
            select(FollowUp).where(FollowUp.agreement_id == agreement_id)
        ).all():
            follow_up.agreement_id = None
            session.keep(follow_up)
        for party in session.exec(
            select(AgreementParty).where(AgreementParty.agreement_id == agreement_id)
        ).all():
            session.drop(party)
        session.drop(row)


def _judge(row: Agreement) -> None:
    if not row.title:
        raise UserError(_("An agreement needs a title."), field="title")
    if row.signed_on and row.expires_on and row.expires_on < row.signed_on:
        raise UserError(_("It would expire before it was signed."), field="expires_on")
