"""Where the lines and headings of the rooms' timeline stand, from the top."""

from collections.abc import Collection, Hashable
from dataclasses import dataclass, replace

from PySide6.QtCore import QRectF

from desk.gui.models.timeline_layout import (
    Axis,
    Placed,
    RowLayout,
    Span,
    lay_row,
    row_height,
)
from desk.gui.models.timeline_rows import Line, Section, Timeline, UseRow
from desk.gui.theme.application import current_theme
from desk.gui.widgets.timeline_looks import words_widths

_INSET = 6
"""Above the only block of a line and below it."""
_INSET_OF_SEVERAL = 4
_BETWEEN = 3
"""Between two lanes."""
_PREPARED_LESS = 3
"""How much lower the preparation is than its block, above and below."""


@dataclass(frozen=True, slots=True)
class LinePlace:
    """One line: how far from the top, how high, and its uses from left to right."""

    line: Line
    top: float
    height: float
    layout: RowLayout
    by_key: dict[Hashable, Placed]

    @property
    def bottom(self) -> float:
        """Where the next line begins."""
        return self.top + self.height

    def lane(self, number: int) -> tuple[float, float]:
        """(top, height) of the blocks of a lane."""
        lanes = max(1, self.layout.lanes)
        inset = _INSET if lanes == 1 else _INSET_OF_SEVERAL
        room = (self.height - 1 - 2 * inset - (lanes - 1) * _BETWEEN) / lanes
        return self.top + inset + number * (room + _BETWEEN), room

    def box_of(self, placed: Placed) -> QRectF:
        """The block of a use."""
        top, height = self.lane(placed.lane)
        return QRectF(placed.left, top, placed.right - placed.left, height)

    def set_up_of(self, placed: Placed) -> QRectF:
        """The area before a block."""
        top, height = self._prepared(placed)
        return QRectF(placed.bound_left, top, placed.left - placed.bound_left, height)

    def clear_down_of(self, placed: Placed) -> QRectF:
        """The area after a block."""
        top, height = self._prepared(placed)
        return QRectF(placed.right, top, placed.bound_right - placed.right, height)

    def words_of(self, placed: Placed) -> QRectF:
        """The room for words beside a block."""
        top, height = self.lane(placed.lane)
        return QRectF(placed.words_left, top, placed.words_width, height)

    def _prepared(self, placed: Placed) -> tuple[float, float]:
        top, height = self.lane(placed.lane)
        return top + _PREPARED_LESS, height - 2 * _PREPARED_LESS


@dataclass(frozen=True, slots=True)
class HeadPlace:
    """The heading of a section: how far from the top, and whether its lines are folded away."""

    section: Section
    top: float
    height: float
    folded: bool


@dataclass(frozen=True, slots=True)
class TimelinePlaces:
    """All of it, and how high it is altogether."""

    heads: tuple[HeadPlace, ...] = ()
    lines: tuple[LinePlace, ...] = ()
    height: float = 0.0

    def line_at(self, y: float) -> LinePlace | None:
        """The line at a distance from the top."""
        return next((place for place in self.lines if place.top <= y < place.bottom), None)

    def head_at(self, y: float) -> HeadPlace | None:
        """The heading at a distance from the top."""
        return next((h for h in self.heads if h.top <= y < h.top + h.height), None)

    def line_of(self, target: int | None) -> LinePlace | None:
        """The line of a venue, or of a resource (minus its id)."""
        return next((place for place in self.lines if place.line.target == target), None)

    def line_named(self, key: str) -> LinePlace | None:
        """The line with a key."""
        return next((place for place in self.lines if place.line.key == key), None)


def places_of(timeline: Timeline, axis: Axis, folded: Collection[str]) -> TimelinePlaces:
    """Headings with their lines below one another; the lines of folded sections are left out."""
    theme = current_theme()
    heads: list[HeadPlace] = []
    lines: list[LinePlace] = []
    top = 0.0
    for section in timeline.sections:
        is_folded = section.key in folded
        heads.append(HeadPlace(section, top, float(theme.height.timeline_group), is_folded))
        top += theme.height.timeline_group
        for line in () if is_folded else section.lines:
            spans = [_measured(use) for use in line.uses]
            layout = lay_row(spans, axis)
            height = row_height(
                layout.lanes,
                one=theme.height.timeline_row,
                two=theme.height.timeline_row_conflict,
            )
            by_key = {placed.key: placed for placed in layout.placed}
            lines.append(LinePlace(line, top, float(height), layout, by_key))
            top += height
    return TimelinePlaces(tuple(heads), tuple(lines), top)


def _measured(use: UseRow) -> Span:
    words, beside = words_widths(use)
    return replace(use.span, words=words, beside=beside)
