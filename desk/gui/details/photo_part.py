"""The photo of a thing: shown, changed, taken out; each is one step that undo takes back."""

from collections.abc import Callable

from PySide6.QtGui import QImage
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desk.gui.context import Context
from desk.gui.photos import jpeg_of, pixmap_of
from desk.gui.widgets.photo_field import PhotoField
from desk.locale import _
from desk.services import pictures

Write = Callable[[str], object]
"""Write the digest of another photo, or "" for none, into the thing's row."""


class PhotoPart(QWidget):
    """Keeps what is given, made smaller, and lets the owner write its digest."""

    def __init__(
        self, context: Context, name: str, write: Write, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._write = write
        self._shown: str | None = None
        self.field = PhotoField(name)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.field)
        self.field.image_given.connect(self._on_field_image_given)
        self.field.no_image_given.connect(self._on_field_no_image_given)
        self.field.removal_asked.connect(self._on_field_removal_asked)

    def show_digest(self, digest: str) -> None:
        """Show the photo of that digest; the one that is shown already is not read again."""
        if digest != self._shown:
            self._shown = digest
            self.field.show_photo(pixmap_of(pictures.read(self._context.desk, digest)))

    def _on_field_image_given(self, image: QImage) -> None:
        desk = self._context.desk

        def write() -> bool:
            with desk.work(_("Change the photo")):
                self._write(pictures.keep(desk, jpeg_of(image)))
            return True

        if self._context.attempt(write):
            self._context.tell(_("Photo changed"), undo=True)

    def _on_field_no_image_given(self) -> None:
        self._context.problem_told.emit(_("This is no picture: choose a JPEG or a PNG."))

    def _on_field_removal_asked(self) -> None:
        def write() -> bool:
            with self._context.desk.work(_("Take the photo out")):
                self._write("")
            return True

        if self._context.attempt(write):
            self._context.tell(_("Photo taken out"), undo=True)
