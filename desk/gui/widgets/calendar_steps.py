"""Where the arrows lead in a calendar: by where things stand, not by their order in the list."""

from collections.abc import Sequence
from typing import Protocol, TypeVar

from PySide6.QtCore import QRectF
from PySide6.QtWidgets import QAbstractItemView, QScrollBar

Action = QAbstractItemView.CursorAction
_NEAR = 12.0
"""What is as near as the nearest, within so many logical pixels, is judged by its height."""


class Standing(Protocol):
    """Something that stands in one or several boxes."""

    @property
    def boxes(self) -> Sequence[QRectF]:
        """Where it stands; the first box counts."""
        ...

    @property
    def pinned(self) -> bool:
        """Whether it stands in the strip above the ground."""
        ...


_T = TypeVar("_T", bound=Standing)


def step_from(blocks: Sequence[_T], current: _T | None, action: Action) -> _T | None:
    """The block that a key leads to, None when there is none in that direction.

    Up and down stay in the column (from the strip into it and back), left and right go to the
    nearest column that has something and there to what stands at about the same height.
    """
    if not blocks:
        return None
    in_order = sorted(blocks, key=_place)
    if action == Action.MoveHome:
        return in_order[0]
    if action == Action.MoveEnd:
        return in_order[-1]
    if current is None or not current.boxes:
        return in_order[0]
    others = [block for block in blocks if block is not current]
    if action in (Action.MoveDown, Action.MoveUp):
        return _along(others, current, down=action == Action.MoveDown)
    if action in (Action.MoveRight, Action.MoveLeft):
        return _across(others, current, right=action == Action.MoveRight)
    if action in (Action.MoveNext, Action.MovePrevious):
        at = next(place for place, block in enumerate(in_order) if block is current)
        beside = at + (1 if action == Action.MoveNext else -1)
        return in_order[beside] if 0 <= beside < len(in_order) else None
    return None


def _place(block: Standing) -> tuple[bool, float, float]:
    box = block.boxes[0]
    return (not block.pinned, box.top(), box.left())


def _along(others: Sequence[_T], current: _T, *, down: bool) -> _T | None:
    here, box = _place(current), current.boxes[0]
    found = [
        block
        for block in others
        if (_place(block) > here) is down
        and min(block.boxes[0].right(), box.right()) - max(block.boxes[0].left(), box.left()) > 1
    ]
    if not found:
        return None
    return min(found, key=_place) if down else max(found, key=_place)


def _across(others: Sequence[_T], current: _T, *, right: bool) -> _T | None:
    box = current.boxes[0]

    def gap(block: _T) -> float:
        other = block.boxes[0]
        return other.left() - box.right() if right else box.left() - other.right()

    beside = [block for block in others if gap(block) > -2]
    if not beside:
        return None
    nearest = min(gap(block) for block in beside)
    near = [block for block in beside if gap(block) <= nearest + _NEAR + box.width() / 2]
    return min(
        near,
        key=lambda block: (
            block.pinned != current.pinned,
            abs(block.boxes[0].top() - box.top()),
            gap(block),
        ),
    )


def reveal(bar: QScrollBar, first: float, last: float, room: float) -> None:
    """Scroll just so far that a span is in sight, its beginning when it is longer."""
    margin = 8
    if first - margin < bar.value() or last - first > room:
        bar.setValue(int(first - margin))
    elif last + margin > bar.value() + room:
        bar.setValue(int(last + margin - room))
