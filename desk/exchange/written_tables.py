"""Tables for other programs, in which no cell can run as a formula."""

import csv
from collections.abc import Iterable, Sequence
from io import BytesIO, StringIO

_RUNS = ("=", "+", "-", "@", "\t", "\r")
"""What spreadsheets take for the beginning of a formula in separated values."""


def separated_bytes(header: Sequence[str], rows: Iterable[Sequence[str]]) -> bytes:
    """Values between semicolons, as Indonesian spreadsheets expect, in UTF-8 with its mark.

    A cell that could run gets an apostrophe before it; reading takes it away again.
    """
    out = StringIO()
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    writer.writerow(header)
    for row in rows:
        writer.writerow([f"'{cell}" if cell.startswith(_RUNS) else cell for cell in row])
    return out.getvalue().encode("utf-8-sig")


def workbook_bytes(title: str, header: Sequence[str], rows: Iterable[Sequence[str]]) -> bytes:
    """An .xlsx of one sheet; every cell is words, whatever it begins with."""
    # Imported here: it takes as long as the start of the window may.
    from openpyxl import Workbook
    from openpyxl.cell import Cell, WriteOnlyCell
    from openpyxl.styles import Font

    book = Workbook(write_only=True)
    sheet = book.create_sheet(title[:31])
    sheet.freeze_panes = "A2"

    def words(text: str, font: Font | None = None) -> Cell:
        cell: Cell = WriteOnlyCell(sheet, value=text)
        # The library takes what begins with "=" for a formula.
        cell.data_type = "s"
        cell.quotePrefix = text.startswith(_RUNS)
        if font is not None:
            cell.font = font
        return cell

    bold = Font(bold=True)
    sheet.append([words(cell, bold) for cell in header])
    for row in rows:
        sheet.append([words(cell) for cell in row])
    out = BytesIO()
    book.save(out)
    return out.getvalue()
