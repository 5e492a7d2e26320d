import sys
from pathlib import Path

import platformdirs
import pytest

import run

SAMPLE = Path("data") / "sample.pandurata"


@pytest.mark.parametrize("given", ["", "  ", "elsewhere"])
def test_the_sample_lies_where_platformdirs_puts_the_desk(
    given: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path) if given == "elsewhere" else given)
    expected = platformdirs.user_data_path("pandurata", appauthor=False)
    variables = {"XDG_DATA_HOME": str(tmp_path) if given == "elsewhere" else given}
    assert run.data_folder(variables, sys.platform, Path.home()) == expected


def test_the_sample_has_a_place_on_other_systems() -> None:
    home = Path("home")
    assert run.data_folder({"LOCALAPPDATA": "local"}, "win32", home) == Path("local/pandurata")
    assert run.data_folder({}, "darwin", home) == home / "Library/Application Support/pandurata"


@pytest.mark.parametrize(
    ("variables", "platform", "expected"),
    [
        ({}, "linux", False),
        ({"DISPLAY": ":0"}, "linux", True),
        ({"WAYLAND_DISPLAY": "wayland-0"}, "linux", True),
        ({"DISPLAY": ""}, "linux", False),
        ({"DISPLAY": ":0", "QT_QPA_PLATFORM": "offscreen"}, "linux", False),
        ({"QT_QPA_PLATFORM": "xcb"}, "linux", False),
        ({"QT_QPA_PLATFORM": "vnc:size=1280x800"}, "linux", True),
        ({}, "darwin", True),
        ({}, "win32", True),
    ],
)
def test_a_display_is_known(variables: dict[str, str], platform: str, expected: bool) -> None:
    assert run.has_display(variables, platform) == expected


@pytest.mark.parametrize(
    ("given", "display", "expected"),
    [
        ([], True, ["--database", str(SAMPLE)]),
        (["--language", "en"], True, ["--database", str(SAMPLE), "--language", "en"]),
        ([], False, ["tour", "--out", "tour"]),
        (["--theme", "dark"], False, ["--theme", "dark", "tour", "--out", "tour"]),
        (["--measure-start"], False, ["--database", str(SAMPLE), "--measure-start"]),
        (["--database", "mine.pandurata"], True, ["--database", "mine.pandurata"]),
        (["--database=mine.pandurata"], False, ["--database=mine.pandurata"]),
        (["--help"], False, ["--help"]),
        (["visits", "mine.pandurata", "--json"], False, ["visits", "mine.pandurata", "--json"]),
        (["--language", "en", "check", "mine"], True, ["--language", "en", "check", "mine"]),
        (["tour", "--out", "here"], True, ["tour", "--out", "here"]),
    ],
)
def test_the_desk_is_started_with_what_was_given_or_on_the_sample(
    given: list[str], display: bool, expected: list[str]
) -> None:
    assert run.desk_arguments(given, SAMPLE, display=display) == expected
