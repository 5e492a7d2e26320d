import subprocess
import sys
from pathlib import Path

import pytest

import interpreter


@pytest.fixture
def stand_in(tmp_path: Path) -> str:
    """A file of the right name that starts nothing, as version managers put on the PATH."""
    script = tmp_path / "python3.12"
    script.write_text("#!/bin/sh\nexit 127\n", encoding="utf-8")
    script.chmod(0o755)
    return str(script)


def test_the_version_is_asked_of_the_interpreter_itself(stand_in: str) -> None:
    assert interpreter.version_of(sys.executable) == sys.version_info[:2]
    assert interpreter.version_of(stand_in) is None
    assert interpreter.version_of("no-such-program") is None


def test_a_stand_in_is_passed_over(stand_in: str) -> None:
    found = interpreter.find_interpreter(iter([stand_in, sys.executable]))
    assert found == (sys.executable, sys.version_info[:2])


def test_the_running_interpreter_comes_first_but_never_from_inside_an_environment() -> None:
    first = next(interpreter.candidates())
    inside = subprocess.run(
        [first, "-c", "import sys; print(sys.prefix != sys.base_prefix)"],
        capture_output=True,
        text=True,
        check=True,
    )
    assert inside.stdout == "False\n"


def test_an_interpreter_without_ensurepip_is_the_second_choice(tmp_path: Path) -> None:
    bare = tmp_path / "python3"
    bare.write_text(
        f'#!/bin/sh\ncase "$2" in *ensurepip*) exit 1;; esac\nexec "{sys.executable}" "$@"\n',
        encoding="utf-8",
    )
    bare.chmod(0o755)
    assert not interpreter.makes_environments(str(bare))
    assert interpreter.find_interpreter(iter([str(bare), sys.executable]))[0] == sys.executable
    assert interpreter.find_interpreter(iter([str(bare)]))[0] == str(bare)


def test_one_sentence_says_what_to_install(stand_in: str) -> None:
    with pytest.raises(interpreter.NoInterpreter) as problem:
        interpreter.find_interpreter(iter([stand_in]))
    assert str(problem.value) == (
        "Pandurata needs Python 3.11, 3.12 or 3.13, and this is Python"
        f" {sys.version_info[0]}.{sys.version_info[1]}: install one of them and run this again."
    )
