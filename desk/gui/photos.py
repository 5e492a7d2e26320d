"""Photos on their way into the database: smaller, upright, as JPEG."""

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt
from PySide6.QtGui import QColor, QImage, QImageReader, QPainter, QPixmap

LONGEST_SIDE = 1600
"""Pixels: enough for a screen or half a page of paper."""

_QUALITY = 85


def read_image(path: str) -> QImage | None:
    """The picture in a file, turned as the camera says; None when it is none."""
    reader = QImageReader(path)
    reader.setAutoTransform(True)
    image = reader.read()
    return None if image.isNull() else image


def jpeg_of(image: QImage) -> bytes:
    """The picture as a JPEG whose sides are at most `LONGEST_SIDE` pixels."""
    longest = max(image.width(), image.height())
    if longest > LONGEST_SIDE:
        image = image.scaled(
            QSize(LONGEST_SIDE, LONGEST_SIDE),
            Qt.AspectRatioMode.KeepAspectRatio,
            Qt.TransformationMode.SmoothTransformation,
        )
    if image.hasAlphaChannel():
        # JPEG knows no transparency, and black would stand in its place.
        ground = QImage(image.size(), QImage.Format.Format_RGB32)
        ground.fill(QColor("white"))
        painter = QPainter(ground)
        painter.drawImage(0, 0, image)
        painter.end()
        image = ground
    content = QByteArray()
    buffer = QBuffer(content)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "JPEG", _QUALITY)  # pyright: ignore[reportCallIssue, reportArgumentType]
    buffer.close()
    return bytes(content.data())


def pixmap_of(content: bytes | None) -> QPixmap | None:
    """The picture for a screen; None when there is none."""
    pixmap = QPixmap()
    if not content or not pixmap.loadFromData(content):
        return None
    return pixmap
