from pathlib import Path

from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from desk.gui.screenshots import SHOTS, take_screenshots
from desk.gui.sections import OTHER_PLACES, SECTIONS
from desk.locale import current_language
from desk.services.desk import Desk


def test_every_page_and_dialog_has_its_picture(
    qapp: QApplication, desk: Desk, sample: int, tmp_path: Path
) -> None:
    listener = desk.committed
    made = take_screenshots(desk, tmp_path / "pictures", language="id", theme="dark")
    expected = [f"{number:02}-{shot.name}.png" for number, shot in enumerate(SHOTS, start=1)]
    assert [path.name for path in made] == expected
    sizes = {(image.width(), image.height()) for image in map(QImage, map(str, made))}
    assert sizes == {(1440, 900)}
    # The desk is left as it was.
    assert current_language() == "en"
    assert desk.committed == listener
    assert desk.today() is not None


def test_an_empty_desk_has_pictures_of_what_there_is(
    qapp: QApplication, desk: Desk, tmp_path: Path
) -> None:
    made = take_screenshots(desk, tmp_path, language="en", theme="light")
    names = {path.stem.partition("-")[2] for path in made}
    assert {place.name.replace("_", "-") for place in SECTIONS} <= names
    assert "visit-overview" not in names


def test_every_place_is_on_the_list() -> None:
    named = {shot.name.partition("-")[0] for shot in SHOTS} | {
        shot.name.replace("-", "_") for shot in SHOTS
    }
    assert {place.name for place in (*SECTIONS, *OTHER_PLACES)} <= named
