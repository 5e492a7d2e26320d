"""A photo that is chosen, dropped or pasted."""

from PySide6.QtCore import QEvent, QMimeData, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDropEvent,
    QGuiApplication,
    QImage,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPixmap,
)
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from desk.gui.photos import read_image
from desk.gui.theme.application import current_theme
from desk.gui.widgets.button import Button
from desk.gui.widgets.keyboard_focus import KeyboardFocus
from desk.gui.widgets.painting import (
    CENTRE,
    draw_focus_ring,
    draw_frame,
    draw_tinted_icon,
    draw_words,
    painting,
    saved,
)
from desk.locale import _

_HEIGHT = 148
_EMPTY_HEIGHT = 84


class PhotoFrame(KeyboardFocus, QWidget):
    """The photo, or a place to drop one; Ctrl+V pastes, Delete takes it out, Enter chooses."""

    image_given = Signal(object)
    """A `QImage`."""
    no_image_given = Signal()
    """What was dropped, pasted or chosen is no picture."""
    choice_asked = Signal()
    removal_asked = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = name
        self._photo: QPixmap | None = None
        self.setAcceptDrops(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.show_photo(None)

    @property
    def photo(self) -> QPixmap | None:
        """What is shown."""
        return self._photo

    def show_photo(self, photo: QPixmap | None) -> None:
        """Show a photo, or the empty place for one."""
        self._photo = photo
        words = self._name if photo is not None else _("{name}: none yet").format(name=self._name)
        self.setAccessibleName(words)
        self.setAccessibleDescription(_("Drop, paste or choose a picture"))
        self.setFixedHeight(_EMPTY_HEIGHT if photo is None else _HEIGHT)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(240, _EMPTY_HEIGHT if self._photo is None else _HEIGHT)

    def take(self, data: QMimeData | None) -> bool:
        """Take the picture that was dropped or pasted; False when there is none."""
        image: QImage | None = None
        if data is not None and data.hasImage():
            given = data.imageData()
            image = given if isinstance(given, QImage) else None
        if image is None and data is not None:
            paths = [url.toLocalFile() for url in data.urls() if url.isLocalFile()]
            image = next((found for path in paths if (found := read_image(path))), None)
        if image is None or image.isNull():
            self.no_image_given.emit()
            return False
        self.image_given.emit(image)
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        keys = Qt.Key
        if event.matches(QKeySequence.StandardKey.Paste):
            self.take(QGuiApplication.clipboard().mimeData())
        elif event.key() in (keys.Key_Return, keys.Key_Enter, keys.Key_Space):
            self.choice_asked.emit()
        elif event.key() in (keys.Key_Delete, keys.Key_Backspace) and self._photo is not None:
            self.removal_asked.emit()
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == event.Type.ShortcutOverride:
            own = event.matches(QKeySequence.StandardKey.Paste) or (
                event.key() == Qt.Key.Key_Delete and self._photo is not None
            )
            if own:
                event.accept()
                return True
        return super().event(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(event.pos()):
            self.choice_asked.emit()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        data = event.mimeData()
        if data.hasImage() or data.hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        if self.take(event.mimeData()):
            event.acceptProposedAction()

    def paintEvent(self, _event: QPaintEvent) -> None:
        with painting(self) as painter:
            theme = current_theme()
            box = QRectF(self.rect())
            if self._photo is None:
                self._paint_empty(painter, box)
            else:
                path = QPainterPath()
                path.addRoundedRect(box, theme.radius.box, theme.radius.box)
                with saved(painter):
                    painter.setClipPath(path)
                    painter.setRenderHint(painter.RenderHint.SmoothPixmapTransform)
                    painter.drawPixmap(box, self._photo, _cut(self._photo, box))
            if self.shows_focus:
                draw_focus_ring(painter, box, theme.radius.box)

    @staticmethod
    def _paint_empty(painter: QPainter, box: QRectF) -> None:
        theme = current_theme()
        draw_frame(
            painter,
            box,
            theme.radius.box,
            fill=theme.colour("surface"),
            edge=theme.colour("edge"),
            dashes=(3.0, 3.0),
        )
        side = 24.0
        sign = QRectF(box.center().x() - side / 2, box.center().y() - 26, side, side)
        draw_tinted_icon(painter, sign, "image", "text2")
        words = QRectF(box.left() + 8, box.center().y() + 4, box.width() - 16, 18)
        draw_words(painter, words, _("Drop or paste a photo"), "note", "text2", CENTRE)


class PhotoField(QWidget):
    """The frame, and buttons to choose a file and to take the photo out."""

    image_given = Signal(object)
    no_image_given = Signal()
    removal_asked = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.frame = PhotoFrame(name)
        self.choose = Button(_("Choose a photo…"), "image", "quiet", dense=True)
        self.remove = Button(_("Take out"), "x", "quiet", dense=True)
        self.remove.setAccessibleName(_("Take the photo out"))
        row = QHBoxLayout()
        row.setSpacing(4)
        row.addWidget(self.choose)
        row.addWidget(self.remove)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.frame)
        column.addLayout(row)
        self.remove.hide()
        self.frame.image_given.connect(self.image_given)
        self.frame.no_image_given.connect(self.no_image_given)
        self.frame.removal_asked.connect(self.removal_asked)
        self.frame.choice_asked.connect(self._on_choice_asked)
        self.choose.clicked.connect(self._on_choice_asked)
        self.remove.clicked.connect(self.removal_asked)

    def show_photo(self, photo: QPixmap | None) -> None:
        """Show a photo, or the place for one."""
        self.frame.show_photo(photo)
        self.remove.setVisible(photo is not None)

    def _on_choice_asked(self) -> None:
        path, _filter = QFileDialog.getOpenFileName(
            self, _("Choose a photo"), "", _("Pictures (*.jpg *.jpeg *.png *.webp *.bmp)")
        )
        if not path:
            return
        image = read_image(path)
        if image is None:
            self.no_image_given.emit()
        else:
            self.image_given.emit(image)


def _cut(photo: QPixmap, box: QRectF) -> QRectF:
    """The middle of the photo in the shape of the box."""
    scale = min(photo.width() / box.width(), photo.height() / box.height())
    width, height = box.width() * scale, box.height() * scale
    return QRectF((photo.width() - width) / 2, (photo.height() - height) / 2, width, height)
