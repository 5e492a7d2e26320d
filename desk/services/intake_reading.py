"""Reading people from whatever a source is: a text, a table, cards."""

from collections.abc import Generator, Mapping, Sequence
from hashlib import sha256

from sqlmodel import select

from desk.exchange.cards import read_cards
from desk.exchange.files import text_of
from desk.exchange.tables import TableRead, separated, workbook
from desk.locale import _, current_language
from desk.locale.formats import long_date, weekday_names
from desk.model.errors import UserError
from desk.model.progress import Progress
from desk.model.rows.intake import (
    FoundDate,
    Intake,
    IntakeColumn,
    IntakeField,
    IntakeKind,
    IntakeSource,
    IntakeWarning,
    WarningCode,
)
from desk.model.tables import Setting
from desk.rules.folding import fold
from desk.rules.intake.dates import ReadDate
from desk.rules.intake.table import header_place, people_of, proposed_mapping
from desk.rules.intake.text import read_text
from desk.services.desk import Desk
from desk.services.intake_judging import judged

Mapped = Mapping[int, IntakeField | None]
"""What the columns of a table are taken for, by their numbers from 0; None leaves one out."""

_SAMPLES = 3


class IntakeReading:
    """One source being read; see `intake.read_intake`."""

    def __init__(self, desk: Desk, source: IntakeSource) -> None:
        self._desk = desk
        self._source = source

    def read(self, mapping: Mapped | None, sheet: str | None) -> Generator[Progress, None, Intake]:
        """What the source holds, by the ending of its name. Raises UserError."""
        path = self._source.path
        ending = path.suffix.lower() if path else ""
        if path is not None and ending in (".xlsx", ".xlsm"):
            return (yield from self._table(workbook(path, sheet), mapping))
        if path is not None and ending not in (".csv", ".tsv", ".vcf", ".txt", ".md", ""):
            raise UserError(
                _(
                    "{name}: people are read from .xlsx, .csv, .tsv, .vcf and .txt files, and from "
                    "text that is pasted."
                ).format(name=path.name)
            )
        text = text_of(path) if path else self._source.text
        if ending in (".csv", ".tsv"):
            return (yield from self._table(separated(text), mapping))
        if text.lstrip().upper().startswith("BEGIN:VCARD"):
            return (yield from self._cards(text))
        return (yield from self._text(text))

    def _text(self, text: str) -> Generator[Progress, None, Intake]:
        found = read_text(text)
        rows = yield from judged(self._desk, found.people)
        dates = tuple(_found_date(one) for one in found.dates)
        return Intake(self._source.name, IntakeKind.TEXT, tuple(rows), dates)

    def _cards(self, text: str) -> Generator[Progress, None, Intake]:
        found = read_cards(text)
        rows = yield from judged(self._desk, found.people)
        words = _("Card {number} could not be read and is left out.")
        broken = tuple(
            IntakeWarning(WarningCode.BROKEN, words.format(number=number))
            for number in found.broken
        )
        return Intake(self._source.name, IntakeKind.CARDS, tuple(rows), warnings=broken)

    def _table(self, table: TableRead, mapping: Mapped | None) -> Generator[Progress, None, Intake]:
        at = header_place(table.rows)
        header = tuple(table.rows[at]) if at is not None else ()
        width = max((len(row) for row in table.rows), default=0)
        if mapping is None:
            mapping = remembered_mapping(self._desk, header) if header else None
        if mapping is None:
            mapping = proposed_mapping(header, width)
        begin = 0 if at is None else at + 1
        body = list(enumerate(table.rows[begin:], start=begin + 1))
        rows = yield from judged(self._desk, people_of(body, mapping))
        columns = tuple(
            IntakeColumn(
                number,
                header[number] if number < len(header) else "",
                mapping.get(number),
                _sample(number, [row for _number, row in body]),
            )
            for number in range(width)
        )
        return Intake(
            self._source.name,
            IntakeKind.TABLE,
            tuple(rows),
            columns=columns,
            header=header,
            sheets=tuple(table.sheets),
            sheet=table.sheet,
        )


def remembered_mapping(desk: Desk, header: Sequence[str]) -> Mapped | None:
    """What somebody took the columns of a table with this header for; None when nobody did."""
    with desk.read() as session:
        row = session.exec(select(Setting).where(Setting.name == setting_name(header))).first()
        if row is None:
            return None
        known = {field.value: field for field in IntakeField}
        return {number: known.get(value) for number, value in enumerate(row.value)}


def setting_name(header: Sequence[str]) -> str:
    """Under what name the mapping of a table with this header is kept."""
    words = "\n".join(fold(cell) for cell in header)
    return f"intake_columns/{sha256(words.encode()).hexdigest()[:32]}"


def _sample(number: int, rows: Sequence[Sequence[str]]) -> tuple[str, ...]:
    found = (row[number] for row in rows if number < len(row) and row[number])
    return tuple(cell for _place, cell in zip(range(_SAMPLES), found, strict=False))


def _found_date(read: ReadDate) -> FoundDate:
    if read.ambiguous:
        words = _("“Minggu” may mean the Sunday or the week: ask which.")
        return FoundDate(read.text, None, words)
    if read.day is None:
        return FoundDate(read.text, None, _("There is no such day."))
    if not read.contradicts or read.weekday is None:
        return FoundDate(read.text, read.day)
    language = current_language()
    words = _("The weekday does not fit: that day is {day}, not a {weekday}.")
    weekday = weekday_names(language)[read.weekday]
    return FoundDate(
        read.text, read.day, words.format(day=long_date(read.day, language), weekday=weekday)
    )
