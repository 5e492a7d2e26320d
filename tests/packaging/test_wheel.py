"""The wheel holds the program, what travels with it, and nothing else."""

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

import desk
from environment import ROOT

FOLDERS = "import desk.folders as f; print(f.RESOURCES, f.SEEDS, f.SEEDS.is_dir(), sep='\\n')"


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Built with what the environment holds: needs no network."""
    folder = tmp_path_factory.mktemp("wheel")
    outcome = subprocess.run(
        [
            *(sys.executable, "-m", "build", "--wheel", "--no-isolation"),
            *("--outdir", str(folder), str(ROOT)),
        ],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
    )
    assert outcome.returncode == 0, outcome.stdout + outcome.stderr
    (built,) = folder.glob("*.whl")
    return built


def contents(wheel: Path) -> set[str]:
    with zipfile.ZipFile(wheel) as archive:
        return set(archive.namelist())


def files_in(name: str) -> set[str]:
    """The project's files under a folder, by their place in the project."""
    return {
        path.relative_to(ROOT).as_posix()
        for path in (ROOT / name).rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }


@pytest.mark.parametrize("name", ["resources", "seeds"])
def test_what_travels_with_the_program_lies_in_the_wheel(wheel: Path, name: str) -> None:
    files = files_in(name)
    assert files
    assert {f"desk/{file}" for file in files} <= contents(wheel)


def test_the_wheel_holds_the_whole_package_and_no_test(wheel: Path) -> None:
    inside = contents(wheel)
    assert files_in("desk") <= inside
    tops = {name.partition("/")[0] for name in inside}
    assert tops == {"desk", f"pandurata-{desk.__version__}.dist-info"}


def test_the_program_in_the_wheel_finds_what_travels_with_it(wheel: Path, tmp_path: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(tmp_path)
    outcome = subprocess.run(
        [sys.executable, "-P", "-c", FOLDERS],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(tmp_path)},
        capture_output=True,
        text=True,
        check=True,
    )
    inside = tmp_path / "desk"
    expected = [str(inside / "resources"), str(inside / "seeds"), "True"]
    assert outcome.stdout.splitlines() == expected


def test_the_wheel_offers_the_command(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        points = archive.read(f"pandurata-{desk.__version__}.dist-info/entry_points.txt")
    assert "pandurata = desk.app:main" in points.decode().splitlines()
