"""The window on the sample visit, as the tests of the window have it."""

from tests.gui.conftest import (
    address,
    clock,
    context,
    desk,
    open_window,
    opener,
    remembered,
    sample,
    window,
)

__all__ = [
    "address",
    "clock",
    "context",
    "desk",
    "open_window",
    "opener",
    "remembered",
    "sample",
    "window",
]
