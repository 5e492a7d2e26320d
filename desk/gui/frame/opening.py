"""Opening a database: the last one, another one, a new one; and saying so when it fails."""

from typing import TYPE_CHECKING, Protocol

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
    """`opened` carries the `Desk`; `failed` the sentence for the person and the address."""

    opened = Signal(object)
    failed = Signal(str, str)

    def __init__(self, opener: Opener, window: QWidget) -> None:
        super().__init__(window)
        self._opener = opener
        self._window = window
        self._folder = ""

    def open(self, address: str, *, create: bool = True) -> None:
        """Open the database there; a missing file is made unless `create` is off."""
        try:
            desk = self._opener.open(address, create=create)
        except UserError as error:
            self.failed.emit(error.message, address)
            return
        self.opened.emit(desk)

    def ask_existing(self) -> None:
        """Let the person choose the file of a database and open it."""
        path, _filter = QFileDialog.getOpenFileName(
            self._window, _("Open database"), self._folder, _filters()
        )
        if path:
            self.open(path, create=False)

    def ask_new(self) -> None:
        """Let the person choose where a new database shall lie and make it."""
        path, _filter = QFileDialog.getSaveFileName(
            self._window, _("New database"), self._folder, _filters()
        )
        if path:
            self.open(path if "." in path.rpartition("/")[2] else path + SUFFIX)

    def start_in(self, folder: str) -> None:
        """Where the file dialogs begin to look."""
        self._folder = folder

    def close(self, desk: "Desk") -> None:
        """Let go of a database."""
        self._opener.close(desk)


def _filters() -> str:
    return ";;".join(
        [_("Pandurata databases (*{suffix})").format(suffix=SUFFIX), _("All files (*)")]
    )
