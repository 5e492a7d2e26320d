"""Hands on the real window: typing, pressing, dragging, and what happens in a dialog meanwhile."""

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QPoint, QPointF, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from pytestqt.qtbot import QtBot

from desk.gui.main_window import MainWindow

CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
ALT = Qt.KeyboardModifier.AltModifier
LEFT = Qt.MouseButton.LeftButton
Shown = TypeVar("Shown", bound=QWidget)


def focused() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def type_text(qtbot: QtBot, text: str) -> None:
    qtbot.keyClicks(focused(), text)


def press(qtbot: QtBot, key: Qt.Key, times: int = 1) -> None:
    for _time in range(times):
        qtbot.keyClick(focused(), key)


def choose(qtbot: QtBot, text: str) -> None:
    """Take the first of what is found, and go on."""
    field = focused()
    qtbot.keyClicks(field, text)
    qtbot.keyClick(field, Qt.Key.Key_Return)
    qtbot.keyClick(field, Qt.Key.Key_Tab)


def in_dialog(kind: type[QDialog], act: Callable[[QDialog], None]) -> list[Exception]:
    """Do something in the next dialog of that kind, which holds the test up until it closes."""
    problems: list[Exception] = []

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        if not isinstance(dialog, kind) or not dialog.isActiveWindow():
            QTimer.singleShot(20, look)
            return
        try:
            act(dialog)
        except Exception as problem:
            problems.append(problem)
            dialog.reject()

    QTimer.singleShot(20, look)
    return problems


def page(qtbot: QtBot, window: MainWindow, kind: type[Shown]) -> Shown:
    """The page of that kind, as soon as it is seen."""

    def visible() -> list[Shown]:
        return [found for found in window.findChildren(kind) if found.isVisible()]

    qtbot.waitUntil(lambda: bool(visible()))
    return visible()[0]


def activate(qtbot: QtBot, window: MainWindow) -> None:
    """Give the window the keyboard back, as the window manager does after a dialog."""
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)


def drag(surface: QWidget, start: QPointF, end: QPointF) -> None:
    """Drag with the left button in some steps, as a hand does."""
    one, other = start.toPoint(), end.toPoint()
    QTest.mousePress(surface, LEFT, pos=one)
    for step in range(1, 9):
        between = QPoint(
            one.x() + (other.x() - one.x()) * step // 8, one.y() + (other.y() - one.y()) * step // 8
        )
        QTest.mouseMove(surface, between)
        QApplication.processEvents()
    QTest.mouseRelease(surface, LEFT, pos=other)
    QApplication.processEvents()
