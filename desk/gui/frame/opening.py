"""Opening a database: the last one, another one, a new one; and what is shown until it is open."""

from pathlib import Path
from typing import TYPE_CHECKING, Protocol
from urllib.parse import urlsplit

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from desk.locale import _
from desk.model.errors import UserError

if TYPE_CHECKING:
    from desk.services.desk import Desk

SUFFIX = ".db"


class Opener(Protocol):
    """What the window needs of whoever wires the desk together."""

    def open(self, address: str, *, create: bool) -> "Desk":
        """Open a database at a path or URL. Raises UserError."""
        ...

    def close(self, desk: "Desk") -> None:
        """Let go of a database."""
        ...


class Opening(QObject):
    """`opened` carries the `Desk`, `failed` the sentence for the person."""

    opened = Signal(object)
    failed = Signal(str)

    def __init__(self, opener: Opener, window: QWidget, *, folder: Path) -> None:
        super().__init__(window)
        self._opener = opener
        self._window = window
        self._folder = folder
        self._address = ""
        self._create = True

    @property
    def address(self) -> str:
        """What was opened, or tried, last; fit to be remembered: without any password."""
        parts = urlsplit(self._address)
        return "" if parts.password else self._address

    def open(self, address: str, *, create: bool = True) -> None:
        """Open the database there; a missing file is made unless `create` is off."""
        self._address, self._create = address, create
        self.again()

    def again(self) -> None:
        """Try once more what failed."""
        try:
            desk = self._opener.open(self._address, create=self._create)
        except UserError as error:
            self.failed.emit(error.message)
            return
        if desk.store.path is not None:
            self._folder = desk.store.path.parent
        self.opened.emit(desk)

    def ask_existing(self) -> None:
        """Let the person choose the file of a database and open it."""
        path, _filter = QFileDialog.getOpenFileName(
            self._window, _("Open database"), str(self._folder), _filters()
        )
        if path:
            self.open(path, create=False)

    def ask_new(self) -> None:
        """Let the person choose where a new database shall lie and make it."""
        path, _filter = QFileDialog.getSaveFileName(
            self._window, _("New database"), str(self._folder / f"pandurata{SUFFIX}"), _filters()
        )
        if path:
            self.open(path if Path(path).suffix else path + SUFFIX)

    def close(self, desk: "Desk") -> None:
        """Let go of a database."""
        self._opener.close(desk)


def _filters() -> str:
    return ";;".join(
        [_("Pandurata databases (*{suffix})").format(suffix=SUFFIX), _("All files (*)")]
    )
