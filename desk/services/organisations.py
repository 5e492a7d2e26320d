"""What people do with organisations."""

from collections import Counter
from collections.abc import Mapping

from sqlmodel import Session, col, select

from desk.locale import _
from desk.locale.words import current_language
from desk.model.choices import OrganisationKind
from desk.model.errors import UserError
from desk.model.localised import text_in
from desk.model.rows.people import OrganisationRow
from desk.model.tables import AgreementParty, FollowUp, Office, Organisation
from desk.rules.folding import fold
from desk.services.assembly.people import organisation_row
from desk.services.desk import Desk
from desk.services.edits import localised, new_row, row_for_change, set_fields


def list_organisations(desk: Desk) -> list[OrganisationRow]:
    """Every body by name, with how many people hold office in it."""
    language = current_language()
    with desk.read() as session:
        people: Counter[int | None] = Counter(session.exec(select(Office.organisation_id)))
        rows = [
            organisation_row(row, language, people[row.id])
            for row in session.exec(select(Organisation))
        ]
    return sorted(rows, key=lambda row: fold(row.name))


def organisation_named(desk: Desk, name: str) -> int | None:
    """The body of that name or short name in any language, spelling aside; None when unknown."""
    wanted = fold(name)
    with desk.read() as session:
        for row in session.exec(select(Organisation).order_by(col(Organisation.id))):
            if wanted and wanted in {fold(text) for text in (*row.name.values(), row.short_name)}:
                return row.id
    return None


def create_organisation(
    desk: Desk,
    *,
    name: str | Mapping[str, str],
    short_name: str = "",
    kind: OrganisationKind = OrganisationKind.GOVERNMENT,
    country: str = "",
    city: str = "",
    email: str = "",
    parent_id: int | None = None,
    notes: str = "",
) -> int:
    """Note a body; its id. Raises UserError for a missing name."""
    with desk.work(_("New organisation")) as session:
        row = Organisation(
            **new_row(
                Organisation,
                {
                    "name": localised(name),
                    "short_name": short_name,
                    "kind": kind,
                    "country": country,
                    "city": city,
                    "email": email,
                    "parent_id": parent_id,
                    "notes": notes,
                },
            )
        )
        _judge(session, row)
        return session.keep(row).id


def update_organisation(
    desk: Desk,
    organisation_id: int,
    changes: Mapping[str, object],
    *,
    seen: Mapping[str, object] | None = None,
) -> None:
    """Change fields of a body; `seen` as in `edits.set_fields`. Raises UserError."""
    with desk.work(_("Change organisation")) as session:
        row = row_for_change(session, Organisation, organisation_id)
        if set_fields(row, changes, seen):
            _judge(session, row)
            session.add(row)


def delete_organisation(desk: Desk, organisation_id: int) -> None:
    """Delete a body; it can be restored. Raises UserError while something refers to it."""
    with desk.work(_("Delete organisation")) as session:
        row = row_for_change(session, Organisation, organisation_id)
        for table, column in (
            (Office, Office.organisation_id),
            (FollowUp, FollowUp.organisation_id),
            (AgreementParty, AgreementParty.organisation_id),
            (Organisation, Organisation.parent_id),
        ):
            if session.exec(select(table.id).where(column == organisation_id).limit(1)).first():
                raise UserError(
                    _("{name} is in use by people, follow-ups or agreements.").format(
                        name=text_in(row.name, current_language())
                    )
                )
        session.drop(row)


def _judge(session: Session, row: Organisation) -> None:
    if not row.name:
        raise UserError(_("An organisation needs a name."), field="name")
    above = row.parent_id
    seen = {row.id}
    while above is not None:
        if above in seen:
            raise UserError(_("A body cannot be part of itself."), field="parent_id")
        seen.add(above)
        parent = session.get(Organisation, above)
        above = parent.parent_id if parent else None
