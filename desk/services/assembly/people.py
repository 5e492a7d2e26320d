"""People with the office they hold on a day."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date

from sqlmodel import Session, col, select

from desk.locale import said
from desk.model.choices import Acting
from desk.model.localised import text_in
from desk.model.rows.people import OfficeRow, OrganisationRow, PersonRow
from desk.model.tables import Office, Organisation, Person


def organisation_row(row: Organisation, language: str, people: int = 0) -> OrganisationRow:
    """One body in that language."""
    return OrganisationRow(
        id=row.id,
        name=text_in(row.name, language),
        names=row.name,
        short_name=row.short_name,
        kind=row.kind,
        country=row.country,
        city=row.city,
        email=row.email,
        notes=row.notes,
        parent_id=row.parent_id,
        people=people,
    )


def offices_of(
    session: Session, person_ids: Iterable[int], language: str
) -> dict[int, list[OfficeRow]]:
    """Every office of these people, the latest first."""
    found: dict[int, list[OfficeRow]] = defaultdict(list)
    wanted = set(person_ids)
    if not wanted:
        return found
    rows = session.exec(
        select(Office, Organisation)
        .join(Organisation, col(Office.organisation_id) == col(Organisation.id), isouter=True)
        .where(col(Office.person_id).in_(wanted))
    ).all()
    rows = sorted(rows, key=lambda pair: (pair[0].starts_on or date.min, pair[0].id), reverse=True)
    for office, body in rows:
        title = text_in(office.title, language)
        found[office.person_id].append(
            OfficeRow(
                id=office.id,
                person_id=office.person_id,
                title=_held(title, office.acting, language),
                titles=office.title,
                acting=office.acting,
                organisation_id=office.organisation_id,
                organisation=text_in(body.name, language) if body else "",
                starts_on=office.starts_on,
                ends_on=office.ends_on,
            )
        )
    return found


def _held(title: str, acting: Acting | None, language: str) -> str:
    """The title as it is held: the Indonesian abbreviations are words of Indonesian alone."""
    if acting is None:
        return title
    if language == "id":
        return f"{acting.value} {title}"
    return said(language, "Acting {title}").format(title=title)


def office_on(offices: Sequence[OfficeRow], day: date) -> OfficeRow | None:
    """The office held on that day: the one that began last; the list is sorted that way."""
    for office in offices:
        if (office.starts_on or date.min) <= day <= (office.ends_on or date.max):
            return office
    return None


def person_rows(
    session: Session, people: Sequence[Person], *, on: date, language: str
) -> list[PersonRow]:
    """The people in the order given, each with the office held on that day."""
    offices = offices_of(session, (person.id for person in people), language)
    rows: list[PersonRow] = []
    for person in people:
        held = offices.get(person.id, [])
        now = office_on(held, on)
        rows.append(
            PersonRow(
                id=person.id,
                name=person.full_name,
                office=now.title if now else "",
                organisation=now.organisation if now else "",
                country=person.country,
                email=person.email,
                language=person.language,
                family=person.family,
                given=person.given,
                patronymic=person.patronymic,
                original_script=person.original_script,
                titles_before=person.titles_before,
                titles_after=person.titles_after,
                honorific=person.honorific,
                pronunciation=person.pronunciation,
                aliases=tuple(person.aliases),
                notes=person.notes,
                offices=tuple(held),
            )
        )
    return rows
