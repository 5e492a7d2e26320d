"""Chips: the small marks of state, of a basis in law, of what is undecided."""

from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desk.gui.theme.application import current_theme
from desk.gui.widgets.painting import draw_frame, draw_tinted_icon, draw_words, painting

ChipKind = Literal["ok", "warn", "bad", "info", "mute", "solid", "dashed", "lip", "nav"]

_PADDING = 7
_GAP = 4


@dataclass(frozen=True)
class ChipLook:
    """What a chip shows.

    Kinds: ok, warn (amber: undecided), bad, info, mute are filled tints for a state; solid is an
    outline for a basis in law; dashed an equivalent chosen by us; lip what was understood from
    typing; nav for the dark navigation. `icon` is a Phosphor name.
    """

    text: str
    kind: ChipKind = "mute"
    icon: str = ""
    tip: str = ""


def chip_width(look: ChipLook) -> float:
    """The width of a chip in logical pixels."""
    theme = current_theme()
    width = theme.advance("chip", look.text) + 2 * _PADDING
    if look.icon:
        width += theme.icon.chip + (_GAP if look.text else 0) - 1
    return float(int(width + 0.99))


def paint_chip(painter: QPainter, box: QRectF, look: ChipLook) -> None:
    """Paint a chip over the whole of `box`; words that do not fit are elided."""
    theme = current_theme()
    colour, fill, edge, dashes = _colours(look.kind)
    draw_frame(
        painter,
        box,
        theme.radius.chip,
        fill=theme.colour(fill) if fill else None,
        edge=theme.colour(edge) if edge else None,
        dashes=dashes,
    )
    left = box.left() + _PADDING - (1 if look.icon else 0)
    if look.icon:
        side = theme.icon.chip
        place = QRectF(left, box.top() + (box.height() - side) / 2, side, side)
        draw_tinted_icon(painter, place, look.icon, colour)
        left += side + _GAP
    room = QRectF(left, box.top(), box.right() - _PADDING - left + 1, box.height())
    draw_words(painter, room, look.text, "chip", colour)


def _colours(kind: ChipKind) -> tuple[str, str, str, tuple[float, float] | None]:
    """Words, fill, edge (tokens, empty for none) and dashes."""
    if kind == "solid":
        return "text", "surface", "accent", None
    if kind == "dashed":
        return "text2", "", "edge", (4.0, 3.0)
    if kind == "lip":
        return "text", "lip", "", None
    if kind == "nav":
        return "nav_text", "nav_sel", "", None
    return kind, f"{kind}_bg", "", None


class Chip(QWidget):
    """A chip by itself, 20 px high (22 large)."""

    def __init__(
        self,
        text: str,
        kind: ChipKind = "mute",
        icon: str = "",
        *,
        large: bool = False,
        tip: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        height = current_theme().height
        self.setFixedHeight(height.chip_large if large else height.chip)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._look = ChipLook(text, kind, icon, tip)
        self.show_look(self._look)

    @property
    def look(self) -> ChipLook:
        """What is shown."""
        return self._look

    def show_look(self, look: ChipLook) -> None:
        """Show something else."""
        self._look = look
        self.setAccessibleName(look.text)
        self.setToolTip(look.tip)
        self.setMaximumWidth(int(chip_width(look)))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(int(chip_width(self._look)), self.height())

    def minimumSizeHint(self) -> QSize:
        return QSize(min(40, self.sizeHint().width()), self.height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        with painting(self) as painter:
            paint_chip(painter, QRectF(self.rect()), self._look)
