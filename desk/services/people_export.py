"""People for other programs: names, offices and mailboxes, nothing that is restricted."""

from collections.abc import Sequence
from pathlib import Path

from desk.exchange.written_cards import Card, card_bytes
from desk.exchange.written_tables import separated_bytes, workbook_bytes
from desk.locale import _
from desk.model.errors import UserError
from desk.model.rows.people import PersonRow
from desk.services.desk import Desk
from desk.services.files import WholeFiles
from desk.services.people import count_people, list_people


def export_people(desk: Desk, path: Path) -> int:
    """Write everybody to a .csv, .xlsx or .vcf by the ending of its name; how many they are.

    The header is one that taking people in understands. Raises UserError for another ending and
    for a file that cannot be written.
    """
    ending = path.suffix.lower()
    if ending not in (".csv", ".xlsx", ".vcf"):
        raise UserError(
            _("{name}: people are written to .csv, .xlsx or .vcf files.").format(name=path.name)
        )
    people = list_people(desk, limit=max(1, count_people(desk)))
    with WholeFiles(path.absolute().parent) as files:
        files.write(path.name, _bytes(ending, people))
        files.keep()
    return len(people)


def _bytes(ending: str, people: Sequence[PersonRow]) -> bytes:
    if ending == ".vcf":
        return card_bytes(_card(row) for row in people)
    header = (
        *(_("Name"), _("Family name"), _("Given name"), _("Patronymic")),
        *(_("Titles before"), _("Titles after"), _("Office"), _("Organisation")),
        *(_("Country"), _("E-mail"), _("Language")),
    )
    rows = (_cells(row) for row in people)
    if ending == ".csv":
        return separated_bytes(header, rows)
    return workbook_bytes(_("People"), header, rows)


def _cells(row: PersonRow) -> tuple[str, ...]:
    return (
        *(row.name, row.family, row.given, row.patronymic, row.titles_before, row.titles_after),
        *(row.office, row.organisation, row.country, row.email, row.language),
    )


def _card(row: PersonRow) -> Card:
    return Card(
        row.name,
        row.family,
        row.given,
        row.patronymic,
        row.titles_before,
        row.titles_after,
        row.office,
        row.organisation,
        row.email,
    )
