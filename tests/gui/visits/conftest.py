"""A desk on a file of its own with the sample visit, and a frame that writes down what it is asked."""

from collections.abc import Generator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from desk.gui.context import Context, Target
from desk.gui.theme.application import apply_theme
from desk.locale import use_language
from desk.services import samples
from desk.services.desk import Desk
from desk.store.store import open_store

NOW = datetime(2026, 12, 3, 2, 24, tzinfo=UTC)
"""10.24 WITA on a Thursday, three days before the sample's Sunday."""
SUNDAY = date(2026, 12, 6)


@dataclass
class Asked:
    """What a page asked of the frame."""

    targets: list[Target] = field(default_factory=list)
    details: list[Target | None] = field(default_factory=list)
    told: list[tuple[str, bool]] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)
    commands: list[str] = field(default_factory=list)


@pytest.fixture(autouse=True)
def english(qapp: QApplication) -> None:
    use_language("en")
    apply_theme(qapp, "light")


@pytest.fixture
def desk(tmp_path: Path) -> Generator[Desk]:
    store = open_store(tmp_path / "desk.pandurata")
    yield Desk(store, clock=lambda: NOW, who="Protocol")
    store.close()


@pytest.fixture
def context(desk: Desk) -> Context:
    context = Context(desk)
    desk.committed = context.committed.emit
    return context


@pytest.fixture
def visit_id(desk: Desk) -> int:
    return samples.load_sample(desk, on=SUNDAY)


@pytest.fixture
def asked(context: Context) -> Asked:
    asked = Asked()
    context.navigation_asked.connect(asked.targets.append)
    context.detail_asked.connect(asked.details.append)
    context.told.connect(lambda text, undo: asked.told.append((text, undo)))
    context.problem_told.connect(asked.problems.append)
    context.command_asked.connect(asked.commands.append)
    return asked
