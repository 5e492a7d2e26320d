"""A table of people: what its columns hold, and the people of its rows."""

from collections.abc import Iterable, Mapping, Sequence

from desk.model.rows.intake import IntakeField
from desk.rules.folding import fold
from desk.rules.intake.groups import group_of_line
from desk.rules.intake.offices import read_office
from desk.rules.intake.person import ReadPerson

_HEADERS: Mapping[IntakeField, str] = {
    IntakeField.NAME: "nama|nama lengkap|name|full name|fullname|фио|имя|peserta|nama peserta",
    IntakeField.FAMILY: "nama keluarga|family|family name|surname|last name|фамилия",
    IntakeField.GIVEN: "nama depan|nama diri|given|given name|first name|имя",
    IntakeField.PATRONYMIC: "patronimik|patronim|patronymic|отчество",
    IntakeField.TITLES_BEFORE: "gelar depan|titles before|title before|prefix",
    IntakeField.TITLES_AFTER: "gelar belakang|titles after|title after|suffix|gelar",
    IntakeField.ORIGINAL_SCRIPT: "aksara asli|original script|native name",
    IntakeField.OFFICE: "jabatan|office|position|job title|title|должность|kedudukan",
    IntakeField.ORGANISATION: "instansi|organisasi|lembaga|organisation|organization|company|"
    "institution|организация|asal instansi|unit kerja|perusahaan",
    IntakeField.COUNTRY: "negara|country|nationality|kewarganegaraan|страна",
    IntakeField.ROLE: "peran|role|kategori|роль|keterangan",
    IntakeField.SIDE: "pihak|side",
    IntakeField.HEADCOUNT: "jumlah|jumlah orang|headcount|heads|pax|количество|head count",
    IntakeField.EMAIL: "email|e mail|surel|surat elektronik|почта",
    IntakeField.PHONE: "telepon|phone|hp|no hp|telephone|mobile|телефон|wa|whatsapp",
    IntakeField.LANGUAGE: "bahasa|language|язык",
}
_BY_WORDS = {
    fold(words): field for field, many in reversed(_HEADERS.items()) for words in many.split("|")
}
_LOOKED_AT = 10


def header_place(rows: Sequence[Sequence[str]]) -> int | None:
    """Where the row stands that names the columns; None when no row does."""
    best, most = None, 0
    for at, row in enumerate(rows[:_LOOKED_AT]):
        known = {_BY_WORDS[fold(cell)] for cell in row if fold(cell) in _BY_WORDS}
        names = known & {IntakeField.NAME, IntakeField.FAMILY, IntakeField.GIVEN}
        if names and len(known) > most:
            best, most = at, len(known)
    return best


def proposed_mapping(header: Sequence[str], width: int) -> dict[int, IntakeField | None]:
    """What the columns are taken for; each field once. Without a header: name, office, body."""
    if not header:
        usual = (IntakeField.NAME, IntakeField.OFFICE, IntakeField.ORGANISATION)
        return {at: usual[at] if at < len(usual) else None for at in range(width)}
    found: dict[int, IntakeField | None] = {}
    taken: set[IntakeField] = set()
    for at, cell in enumerate(header):
        field = _BY_WORDS.get(fold(cell))
        found[at] = field if field not in taken else None
        if field is not None:
            taken.add(field)
    return found


def people_of(
    rows: Iterable[tuple[int, Sequence[str]]], mapping: Mapping[int, IntakeField | None]
) -> list[ReadPerson]:
    """The people of rows with their numbers; rows without any name are passed over."""
    found: list[ReadPerson] = []
    for number, row in rows:
        cells = {field: row[at].strip() for at, field in mapping.items() if field and at < len(row)}
        person = _person(cells, number, "; ".join(cell for cell in row if cell))
        if person is not None:
            found.append(person)
    return found


def _person(cells: Mapping[IntakeField, str], number: int, source: str) -> ReadPerson | None:
    def cell(field: IntakeField) -> str:
        return cells.get(field, "")

    parts = [cell(f) for f in (IntakeField.FAMILY, IntakeField.GIVEN, IntakeField.PATRONYMIC)]
    name = cell(IntakeField.NAME) or " ".join(part for part in parts if part)
    if not name:
        return None
    headcount = cell(IntakeField.HEADCOUNT)
    group = group_of_line(name, headcount)
    if group is not None:
        return ReadPerson(
            group.name,
            is_group=True,
            headcount=group.headcount,
            headcount_words="" if group.headcount else headcount,
            country=cell(IntakeField.COUNTRY) or group.place,
            role=group.role,
            line=number,
            source=source,
        )
    office = read_office(cell(IntakeField.OFFICE))
    organisation = cell(IntakeField.ORGANISATION)
    # Where a column names the body, the office stays as it was written.
    title = office.title if not organisation else cell(IntakeField.OFFICE)
    if organisation and office.acting and office.title:
        title = office.title if not office.organisation else title
    return ReadPerson(
        name,
        family=parts[0],
        given=parts[1],
        patronymic=parts[2],
        titles_before=cell(IntakeField.TITLES_BEFORE),
        titles_after=cell(IntakeField.TITLES_AFTER),
        original_script=cell(IntakeField.ORIGINAL_SCRIPT),
        office=title,
        acting=office.acting,
        organisation=organisation or office.organisation,
        country=cell(IntakeField.COUNTRY),
        role_words=cell(IntakeField.ROLE),
        headcount_words=headcount,
        email=cell(IntakeField.EMAIL),
        phone=cell(IntakeField.PHONE),
        language=cell(IntakeField.LANGUAGE).lower()[:2],
        line=number,
        source=source,
    )
