"""English words, a frame that writes down what it is asked, and the page of a rundown."""

from datetime import datetime, timedelta

import pytest
from pytestqt.qtbot import QtBot

from desk.gui.context import Context, Target
from desk.gui.pages.rundown import RundownPage
from desk.services import programme
from desk.services.desk import Desk
from tests.gui.asking import Asked, asked, english

__all__ = ["Asked", "asked", "english"]

STARTS = datetime(2026, 12, 6, 9, 0)


@pytest.fixture
def event(desk: Desk, english: None) -> int:
    """A meeting of two hours."""
    return programme.create_event(
        desk, title="Meeting", starts=STARTS, ends=STARTS + timedelta(hours=2)
    )


@pytest.fixture
def page(qtbot: QtBot, context: Context, event: int) -> RundownPage:
    page = RundownPage(context)
    qtbot.addWidget(page)
    page.resize(1232, 760)
    page.show()
    page.open(Target("rundown", event))
    context.committed.connect(page.on_committed)
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    return page
