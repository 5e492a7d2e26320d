"""Spreadsheets and separated values as rows of words."""

import csv
import re
import zipfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from io import BytesIO, StringIO
from pathlib import Path
from zipfile import BadZipFile

from desk.exchange.files import bytes_of
from desk.locale import _
from desk.model.errors import UserError

MOST_ROWS = 50_000
MOST_COLUMNS = 60
_MOST_UNPACKED = 400 * 1024 * 1024
_QUOTED = re.compile(r'"[^"]*"')


@dataclass(frozen=True, slots=True)
class TableRead:
    """Rows of cells, all as words; empty rows are left out. `sheets` only of a workbook."""

    rows: Sequence[Sequence[str]]
    sheets: Sequence[str] = ()
    sheet: str = ""


def separated(text: str) -> TableRead:
    """Rows of text whose values stand between semicolons, commas, tabs or bars."""
    rows: list[list[str]] = []
    # A quotation mark that nobody closes would swallow the rest: such a field ends the reading.
    for row in csv.reader(StringIO(text), delimiter=_delimiter(text)):
        rows.append([_plain(cell) for cell in row[:MOST_COLUMNS]])
        if len(rows) >= MOST_ROWS:
            break
    return TableRead([row for row in rows if any(row)])


def _delimiter(text: str) -> str:
    """What stands most often in the first line, outside quotation marks: names hold commas too."""
    first = next((line for line in text.splitlines() if line.strip()), "")
    bare = _QUOTED.sub("", first)
    return max(";\t,|", key=bare.count)


def workbook(path: Path, sheet: str | None = None) -> TableRead:
    """The rows of a sheet of an .xlsx, the first one with rows when none is named.

    Formulas give the value they had when the file was saved; nothing is worked out. Raises
    UserError for what is no workbook, and for one that would unpack to hundreds of megabytes.
    """
    # Imported here: it takes as long as the start of the window may.
    from openpyxl import load_workbook
    from openpyxl.utils.exceptions import InvalidFileException

    data = bytes_of(path)
    broken = _("{name} is no spreadsheet that can be read.").format(name=path.name)
    try:
        with zipfile.ZipFile(BytesIO(data)) as packed:
            if sum(part.file_size for part in packed.infolist()) > _MOST_UNPACKED:
                raise UserError(
                    _("{name} would unpack to more than 400 MB: a list is not that large.").format(
                        name=path.name
                    )
                )
        book = load_workbook(BytesIO(data), read_only=True, data_only=True)
    except (BadZipFile, InvalidFileException, KeyError, ValueError, OSError, TypeError) as error:
        raise UserError(broken) from error
    try:
        names: list[str] = list(book.sheetnames)
        for name in [sheet] if sheet in names else names:
            page = book[name]
            rows = _rows(page.iter_rows(max_col=MOST_COLUMNS, max_row=MOST_ROWS, values_only=True))
            if rows:
                return TableRead(rows, names, name)
        return TableRead((), names, names[0] if names else "")
    except (KeyError, ValueError, TypeError, BadZipFile, SyntaxError) as error:
        raise UserError(broken) from error
    finally:
        book.close()


def _rows(found: Iterable[Sequence[object]]) -> list[list[str]]:
    rows = [[_words(value) for value in row] for row in found]
    return [row for row in rows if any(row)]


def _words(value: object) -> str:
    match value:
        case None:
            return ""
        case float() if value.is_integer():
            return str(int(value))
        case datetime():
            return value.isoformat(" ", "minutes")
        case date():
            return value.isoformat()
        case _:
            return _plain(str(value))


def _plain(cell: str) -> str:
    """The words of a cell; the apostrophe that keeps a formula from running is no part of them."""
    words = " ".join(cell.replace("\0", "").split())
    return words[1:] if len(words) > 1 and words[0] == "'" and words[1] in "=+-@" else words
