"""Where something stands in a calendar."""

from dataclasses import dataclass

from PySide6.QtCore import QRectF

from desk.gui.models.calendar_rows import AnyRow


@dataclass(frozen=True, slots=True)
class Block:
    """Where a row stands: one box for each day, week or lane it is drawn in.

    Without boxes it is not drawn (folded away) and the arrows pass it by. `before` and `after`:
    it goes on outside what is shown.
    """

    row: AnyRow
    boxes: tuple[QRectF, ...]
    pinned: bool = False
    before: bool = False
    after: bool = False
