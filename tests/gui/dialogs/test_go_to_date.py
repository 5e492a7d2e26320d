from datetime import date

from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desk.gui.context import Context
from desk.gui.dialogs.go_to_date import GoToDateDialog
from desk.locale import use_language


def dialog_with(context: Context, qtbot: QtBot, text: str) -> GoToDateDialog:
    use_language("en")
    dialog = GoToDateDialog(context)
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.field.selectAll()
    QTest.keyClicks(dialog.field, text)
    dialog.accept()
    return dialog


def test_a_typed_day_is_taken(context: Context, qtbot: QtBot) -> None:
    dialog = dialog_with(context, qtbot, "6 December 2026")
    assert dialog.day == date(2026, 12, 6)
    assert not dialog.isVisible()


def test_a_text_that_is_no_day_keeps_the_dialog_open(context: Context, qtbot: QtBot) -> None:
    dialog = dialog_with(context, qtbot, "31 February 2026")
    assert dialog.day is None
    assert dialog.isVisible()
    assert dialog.field.error
