import re
import subprocess
import sys
from pathlib import Path

import pytest

import environment
from environment import DEVELOPING, RUNNING, CannotPrepare, Environment


@pytest.fixture
def lock(tmp_path: Path) -> Path:
    """A lock file that asks for nothing, so that pip needs no network."""
    file = tmp_path / "requirements.lock"
    file.write_text("# nothing\n", encoding="utf-8")
    return file


def pins(lock: Path) -> dict[str, str]:
    return dict(re.findall(r"^([a-z0-9._-]+)==(\S+)", lock.read_text("utf-8"), re.MULTILINE))


def test_an_environment_follows_its_lock_file(lock: Path, tmp_path: Path) -> None:
    made = Environment(tmp_path / "made")
    assert not made.is_current(lock)
    made.install(lock, sys.executable)
    assert made.is_current(lock)
    assert made.is_usable()

    lock.write_text("# nothing else\n", encoding="utf-8")
    assert not made.is_current(lock)
    made.install(lock, None)
    assert made.is_current(lock)

    lock.write_text("no-such-package==1.0\n", encoding="utf-8")  # no hash: pip refuses it at once
    with pytest.raises(CannotPrepare, match="could not be filled with the locked packages"):
        made.install(lock, None)
    lock.write_text("# nothing else\n", encoding="utf-8")
    assert not made.is_current(lock)  # half-done: the next start goes on with it
    made.install(lock, None)
    assert made.is_current(lock)

    made.python.unlink()  # what an upgrade of the system does
    assert not made.is_current(lock)
    assert not made.is_usable()


def test_the_lock_for_developing_holds_the_lock_for_running() -> None:
    running, developing = pins(RUNNING), pins(DEVELOPING)
    assert len(running) > 15
    assert {name: developing.get(name) for name in running} == running


def test_every_locked_version_has_hashes_and_no_index_is_named() -> None:
    for lock in (RUNNING, DEVELOPING):
        blocks = re.split(r"\n(?=[a-z0-9])", lock.read_text(encoding="utf-8"))
        assert [block for block in blocks if "--hash=sha256:" not in block] == []
        assert "://" not in "".join(blocks)


def test_nobody_elses_modules_reach_the_program() -> None:
    given = {"PYTHONPATH": "elsewhere", "PYTHONHOME": "elsewhere", "LANG": "id_ID.UTF-8"}
    assert environment.clean_variables(given) == {
        "LANG": "id_ID.UTF-8",
        "PYTHONPATH": str(environment.ROOT),
    }


def test_launchers_wait_for_each_other(tmp_path: Path) -> None:
    other = (
        "import sys, environment; from pathlib import Path\n"
        "print('ready', flush=True)\n"
        "with environment.alone(Path(sys.argv[1])): print(Path(sys.argv[1], 'done').exists())"
    )
    with environment.alone(tmp_path):
        process = subprocess.Popen(
            [sys.executable, "-c", other, str(tmp_path)],
            cwd=environment.ROOT / "packaging",
            stdout=subprocess.PIPE,
            text=True,
        )
        assert process.stdout is not None
        assert process.stdout.readline() == "ready\n"
        (tmp_path / "done").touch()
    assert process.communicate() == ("True\n", None)
