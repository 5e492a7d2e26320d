"""The one guard around painting, and the strokes that the widgets share."""

import functools
import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any, TypeVar

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPaintDevice, QPainter, QPen

from desk.gui.theme.application import current_theme
from desk.gui.theme.icons import draw_icon
from desk.gui.theme.theme import FontName, Theme

_LOG = logging.getLogger(__name__)
_Paint = TypeVar("_Paint", bound=Callable[..., None])

MIDDLE_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
MIDDLE_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
CENTRE = Qt.AlignmentFlag.AlignCenter


class _OneLine(dict[Qt.AlignmentFlag, int]):
    """The flags of one line of words for an alignment: joining flags in Python is slow."""

    def __missing__(self, align: Qt.AlignmentFlag) -> int:
        flags = self[align] = int((align | Qt.TextFlag.TextSingleLine).value)
        return flags


_ONE_LINE = _OneLine()


@contextmanager
def painting(device: QPaintDevice) -> Iterator[QPainter]:
    """A painter for a whole paint event, always ended.

    An exception that leaves a paint event with an open painter ends the process; here it is
    logged and the rest of the picture is missing.
    """
    painter = QPainter(device)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    try:
        yield painter
    except Exception:
        _LOG.exception("Painting %s failed.", type(device).__name__)
    finally:
        painter.end()


@contextmanager
def saved(painter: QPainter) -> Iterator[QPainter]:
    """The painter with its state put back afterwards."""
    painter.save()
    try:
        yield painter
    finally:
        painter.restore()


def guarded_paint(method: _Paint) -> _Paint:
    """Guard `paint(self, painter, option, index)` of a delegate: log what fails, restore."""

    @functools.wraps(method)
    def guarded(self: Any, painter: QPainter, *arguments: Any) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        try:
            method(self, painter, *arguments)
        except Exception:
            _LOG.exception("Painting a row of %s failed.", type(self).__name__)
        finally:
            painter.restore()

    return guarded  # pyright: ignore[reportReturnType]


def draw_frame(
    painter: QPainter,
    box: QRectF,
    radius: float,
    *,
    fill: QColor | None = None,
    edge: QColor | None = None,
    width: float = 1.0,
    dashes: tuple[float, float] | None = None,
) -> None:
    """A rounded box with its line wholly inside `box`; dashes are logical pixels."""
    if edge is None:
        painter.setPen(Qt.PenStyle.NoPen)
        inner = box
    else:
        pen = QPen(edge, width)
        if dashes is not None:
            pen.setDashPattern([length / width for length in dashes])
            pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        painter.setPen(pen)
        half = width / 2
        inner = box.adjusted(half, half, -half, -half)
        radius = max(0.0, radius - half)
    painter.setBrush(fill if fill is not None else Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(inner, radius, radius)


def draw_focus_ring(
    painter: QPainter, box: QRectF, radius: float, colour: QColor | None = None
) -> None:
    """The 2 px ring of the keyboard's focus, inside the box, so that nothing moves."""
    theme = current_theme()
    draw_frame(painter, box, radius, edge=colour or theme.colour("focus"), width=theme.line.focus)


def draw_words(
    painter: QPainter,
    box: QRectF,
    words: str,
    role: FontName = "body",
    colour: str | QColor = "text",
    align: Qt.AlignmentFlag = MIDDLE_LEFT,
    *,
    struck: bool = False,
) -> float:
    """One line of words, elided at the right when it does not fit; gives its width."""
    theme = current_theme()
    shown, width = fitted(role, words, box.width())
    painter.setFont(theme.font(role, words, struck=struck))
    painter.setPen(theme.colour(colour) if isinstance(colour, str) else colour)
    painter.drawText(box, _ONE_LINE[align], shown)
    return width


def fitted(role: FontName, words: str, width: float) -> tuple[str, float]:
    """The words as they fit into a width, and how wide they then are."""
    return _fitted(current_theme(), role, words, width)


@functools.lru_cache(maxsize=8192)
def _fitted(theme: Theme, role: FontName, words: str, width: float) -> tuple[str, float]:
    # A week has a hundred events with the same hours and rooms: measuring is half of painting.
    metrics = theme.metrics(role, words)
    shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, max(0.0, width + 0.5))
    # What was cut takes all of its room: nothing follows it that would need the exact end.
    return shown, metrics.horizontalAdvance(words) if shown == words else max(0.0, width)


def draw_tinted_icon(painter: QPainter, box: QRectF, name: str, role: str = "text2") -> None:
    """A Phosphor icon in a colour of the theme."""
    draw_icon(painter, box, name, current_theme().colour(role))
