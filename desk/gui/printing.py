"""Sending pages to a printer as vectors."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo
from PySide6.QtSvg import QSvgRenderer

from desk.locale import _
from desk.model.errors import UserError


def printer_names() -> list[str]:
    """The printers this computer knows, the usual one first."""
    usual = QPrinterInfo.defaultPrinterName()
    names = QPrinterInfo.availablePrinterNames()
    return sorted(names, key=lambda name: (name != usual, name))


def print_pages(
    pages: Sequence[QSvgRenderer], *, printer_name: str = "", copies: int = 1, title: str = ""
) -> None:
    """Print A4 pages edge to edge of the paper. Raises UserError when the printer refuses."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    if printer_name:
        printer.setPrinterName(printer_name)
    print_on(printer, pages, copies=copies, title=title)


def print_on(
    printer: QPrinter, pages: Sequence[QSvgRenderer], *, copies: int = 1, title: str = ""
) -> None:
    """The same on a printer, or on what stands for one."""
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    printer.setPageOrientation(QPageLayout.Orientation.Portrait)
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
