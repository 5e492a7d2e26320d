"""Sending pages to a printer as vectors."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo
from PySide6.QtSvg import QSvgRenderer

from desk.locale import _
from desk.model.errors import UserError

_LONGER_THAN_A4 = 900
"""Points: the long side of A4 has 842, that of A3 1191."""


def printer_names() -> list[str]:
    """The printers this computer knows, the usual one first."""
    usual = QPrinterInfo.defaultPrinterName()
    names = QPrinterInfo.availablePrinterNames()
    return sorted(names, key=lambda name: (name != usual, name))


def print_pages(
    pages: Sequence[QSvgRenderer], *, printer_name: str = "", copies: int = 1, title: str = ""
) -> None:
    """Print pages edge to edge of their paper. Raises UserError when the printer refuses."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    if printer_name:
        printer.setPrinterName(printer_name)
    print_on(printer, pages, copies=copies, title=title)


def print_on(
    printer: QPrinter, pages: Sequence[QSvgRenderer], *, copies: int = 1, title: str = ""
) -> None:
    """The same on a printer, or on what stands for one."""
    size, orientation = _paper_of(pages)
    printer.setPageSize(QPageSize(size))
    printer.setPageOrientation(orientation)
    # The margins are part of the pages.
    printer.setFullPage(True)
    printer.setCopyCount(copies)
    printer.setDocName(title)
    painter = QPainter()
    if not painter.begin(printer):
        raise UserError(
            _("The printer {name} does not answer; the PDF can be saved instead.").format(
                name=printer.printerName() or _("(none)")
            )
        )
    try:
        whole = QRectF(printer.paperRect(QPrinter.Unit.DevicePixel))
        for place, page in enumerate(pages):
            if place:
                printer.newPage()
            page.render(painter, whole)
    finally:
        painter.end()


def _paper_of(
    pages: Sequence[QSvgRenderer],
) -> tuple[QPageSize.PageSizeId, QPageLayout.Orientation]:
    """The paper that the first page was set for: A4 or A3, upright or landscape."""
    wide, high = (
        (pages[0].viewBoxF().width(), pages[0].viewBoxF().height()) if pages else (0.0, 0.0)
    )
    sizes = QPageSize.PageSizeId
    orientations = QPageLayout.Orientation
    return (
        sizes.A3 if max(wide, high) > _LONGER_THAN_A4 else sizes.A4,
        orientations.Landscape if wide > high else orientations.Portrait,
    )
