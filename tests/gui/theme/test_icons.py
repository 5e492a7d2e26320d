import subprocess
import sys

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QIcon, QImage
from PySide6.QtWidgets import QApplication

from desk.gui.theme import apply_theme, icon


def darkest(image: QImage) -> int:
    """The strongest cover of any pixel, 0 to 255."""
    return max(
        image.pixelColor(x, y).alpha() for x in range(image.width()) for y in range(image.height())
    )


def test_an_icon_has_the_colour_of_the_theme_of_now(qapp: QApplication) -> None:
    printer = icon("printer", role="accent")

    def ink() -> str:
        image = printer.pixmap(QSize(64, 64)).toImage()
        solid = [
            image.pixelColor(x, y)
            for x in range(image.width())
            for y in range(image.height())
            if image.pixelColor(x, y).alpha() == 255
        ]
        return solid[0].name()

    apply_theme(qapp, "light")
    assert ink() == "#1f5a3f"
    apply_theme(qapp, "dark")
    assert ink() == "#a5d58d"
    apply_theme(qapp, "light")


def test_an_icon_is_drawn_finer_on_a_finer_screen(qapp: QApplication) -> None:
    coarse = icon("printer").pixmap(QSize(16, 16), 1.0)
    fine = icon("printer").pixmap(QSize(16, 16), 2.0)

    assert coarse.size() == QSize(16, 16)
    assert fine.size() == QSize(32, 32)
    assert fine.devicePixelRatio() == 2.0
    scaled = coarse.toImage().scaled(32, 32)
    assert fine.toImage().convertToFormat(scaled.format()) != scaled


def test_a_disabled_icon_is_drawn_at_forty_per_cent(qapp: QApplication) -> None:
    apply_theme(qapp, "light")
    usual = icon("printer").pixmap(QSize(64, 64), 1.0, QIcon.Mode.Normal).toImage()
    disabled = icon("printer").pixmap(QSize(64, 64), 1.0, QIcon.Mode.Disabled).toImage()

    assert darkest(usual) == 255
    assert darkest(disabled) == pytest.approx(102, abs=1)


def test_the_checked_state_may_have_another_colour(qapp: QApplication) -> None:
    apply_theme(qapp, "light")
    star = icon("star-fill", role="text2", role_on="accent")

    off = star.pixmap(QSize(64, 64), 1.0, QIcon.Mode.Normal, QIcon.State.Off).toImage()
    on = star.pixmap(QSize(64, 64), 1.0, QIcon.Mode.Normal, QIcon.State.On).toImage()

    assert off.pixelColor(32, 34).name() == "#475049"
    assert on.pixelColor(32, 34).name() == "#1f5a3f"


@pytest.mark.expected_log("There is no icon named")
def test_an_unknown_icon_is_logged_and_shown_as_a_question(qapp: QApplication) -> None:
    unknown = icon("no-such-picture").pixmap(QSize(32, 32), 1.0).toImage()

    assert unknown == icon("question").pixmap(QSize(32, 32), 1.0).toImage()


def test_the_package_that_carries_the_icons_is_not_imported() -> None:
    program = (
        "import sys; from PySide6.QtWidgets import QApplication; app = QApplication([]);"
        "from desk.gui.theme import apply_theme, icon; apply_theme(app, 'light');"
        "icon('printer').pixmap(16, 16);"
        "print(sorted(name for name in sys.modules if name.startswith('qta')))"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )

    assert done.stdout.strip() == "[]"
