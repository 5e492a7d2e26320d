import logging
import sys
from collections.abc import Generator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desk.gui.reports import Reports, log_to_file
from desk.locale import use_language


@pytest.fixture
def log(tmp_path: Path) -> Generator[Path]:
    path = tmp_path / "pandurata.log"
    logger = logging.getLogger("desk")
    before = list(logger.handlers)
    log_to_file(path)
    yield path
    for handler in set(logger.handlers) - set(before):
        logger.removeHandler(handler)
        handler.close()


def fail(name: str) -> None:
    raise ValueError(f"{name} has no mailbox")


def catch(reports: Reports, name: str) -> None:
    try:
        fail(name)
    except ValueError:
        kind, error, trace = sys.exc_info()
        assert kind is not None
        assert error is not None
        reports.catch(kind, error, trace)


@pytest.mark.expected_log("Something went wrong.")
def test_a_mistake_is_told_once_for_each_place(log: Path, qtbot: QtBot) -> None:
    use_language("en")
    reports = Reports(log)
    told: list[str] = []
    reports.made.connect(told.append)
    catch(reports, "Somebody")
    catch(reports, "Somebody else")
    assert told == [
        "Something went wrong here; your data is safe. A report without names was written to "
        f"{log}."
    ]


@pytest.mark.expected_log("Something went wrong.")
def test_the_report_names_places_but_nobody(log: Path) -> None:
    catch(Reports(log), "Mankaraev")
    text = log.read_text(encoding="utf-8")
    assert "ValueError" in text
    assert "tests/gui/test_reports.py" in text
    assert "in fail" in text
    assert "Mankaraev" not in text
    assert str(Path(__file__).parent) not in text


def test_the_log_is_its_owners_alone(log: Path) -> None:
    assert log.stat().st_mode & 0o077 == 0


@pytest.mark.expected_log("Something went wrong.")
def test_it_takes_the_place_of_the_hook_and_gives_it_back(log: Path) -> None:
    before = sys.excepthook
    reports = Reports(log)
    reports.install()
    try:
        told: list[str] = []
        reports.made.connect(told.append)
        try:
            fail("Somebody")
        except ValueError as error:
            sys.excepthook(type(error), error, error.__traceback__)
        assert len(told) == 1
    finally:
        reports.remove()
    assert sys.excepthook is before
