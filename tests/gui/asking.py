"""A frame that writes down what it is asked, for tests of one page or one detail."""

from dataclasses import dataclass, field

import pytest
from PySide6.QtWidgets import QApplication

from desk.gui.context import Context, Target
from desk.gui.theme.application import apply_theme
from desk.locale import use_language


@dataclass
class Asked:
    """What was asked of the frame."""

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
def asked(context: Context) -> Asked:
    asked = Asked()
    context.navigation_asked.connect(asked.targets.append)
    context.detail_asked.connect(asked.details.append)
    context.told.connect(lambda text, undo: asked.told.append((text, undo)))
    context.problem_told.connect(asked.problems.append)
    context.command_asked.connect(asked.commands.append)
    return asked
