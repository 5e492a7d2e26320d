"""What may be said on the command line, and how it is explained."""

import pytest

from desk.cli.arguments import read_arguments
from tests.cli.conftest import Run

COMMANDS = ("sample", "visits", "invites", "attendance", "check", "screenshots", "tour")


@pytest.mark.parametrize("language", ["id", "en"])
def test_help_names_every_command(run: Run, language: str) -> None:
    said = run("--help", language=language)
    assert (said.status, said.err) == (0, "")
    for command in COMMANDS:
        assert f"\n    {command}" in said.out


@pytest.mark.parametrize("language", ["id", "en"])
@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_explains_itself(run: Run, command: str, language: str) -> None:
    said = run(command, "--help", language=language)
    assert (said.status, said.err) == (0, "")
    assert f"python -m desk {command}" in said.out
    assert "--language" in said.out
    assert "%" not in said.out


def test_help_speaks_the_language_of_the_screen(run: Run) -> None:
    indonesian, english = (run("visits", "--help", language=language) for language in ("id", "en"))
    assert indonesian.out != english.out


@pytest.mark.parametrize(
    "words",
    [
        ("nonsense",),
        ("visits",),
        ("visits", "a.db", "--jsn"),
        ("invites", "a.db", "2026-001"),
        ("attendance", "a.db", "2026-001/6", "--out", "l.pdf", "--blank-rows", "many"),
        ("screenshots", "a.db", "--out", "s", "--theme", "pink"),
        ("--theme", "pink"),
        ("tour",),
    ],
)
def test_wrong_usage_ends_with_status_2(run: Run, words: tuple[str, ...]) -> None:
    said = run(*words)
    assert (said.status, said.out) == (2, "")
    assert said.err.startswith("usage: python -m desk")
    assert "Traceback" not in said.err


def test_without_a_command_the_window_is_asked_for() -> None:
    asked = read_arguments(["--database", "a.db", "--theme", "dark", "--language", "id"])
    assert (asked.command, asked.database, asked.theme, asked.language) == (
        None,
        "a.db",
        "dark",
        "id",
    )
    nothing = read_arguments([])
    assert (nothing.database, nothing.theme, nothing.language) == (None, None, None)
    assert not nothing.measure_start


@pytest.mark.parametrize("command", ["visits", "check", "sample"])
def test_the_language_may_stand_before_the_command_or_after(command: str) -> None:
    before = read_arguments(["--language", "id", command, "a.db"])
    after = read_arguments([command, "a.db", "--language", "id"])
    assert (before.language, before.database) == ("id", "a.db")
    assert vars(before) == vars(after)
    assert (
        read_arguments(["--language", "id", command, "a.db", "--language", "en"]).language == "en"
    )


def test_the_theme_may_stand_before_the_command() -> None:
    asked = read_arguments(["--theme", "dark", "screenshots", "a.db", "--out", "s"])
    assert asked.theme == "dark"


def test_options_are_written_in_full() -> None:
    with pytest.raises(SystemExit) as end:
        read_arguments(["visits", "a.db", "--lang", "id"])
    assert end.value.code == 2
