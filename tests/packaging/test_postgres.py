import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from sqlalchemy import create_engine, make_url, text

import postgres

PARENT = """
import time, postgres
with postgres.throw_away_server() as url:
    print(url, flush=True)
    time.sleep(60)
"""


def folder_of(url: str) -> Path:
    return Path(str(make_url(url).query["host"]))


def test_a_server_comes_empty_and_goes_without_a_trace() -> None:
    with postgres.throw_away_server() as url:
        engine = create_engine(url)
        with engine.connect() as connection:
            names = connection.execute(text("SELECT datname FROM pg_database")).scalars().all()
            encoding = connection.execute(text("SHOW server_encoding")).scalar_one()
            assert sorted(names) == ["postgres", "template0", "template1"]
            assert encoding == "UTF8"
        engine.dispose()
        folder = folder_of(url)
        assert folder.stat().st_mode & 0o077 == 0
        server = int((folder / "data" / "postmaster.pid").read_text("utf-8").splitlines()[0])
        assert Path(f"/proc/{server}").exists()
    assert not folder.exists()
    assert not Path(f"/proc/{server}").exists()


def test_a_server_goes_when_its_user_is_interrupted() -> None:
    process = subprocess.Popen(
        [sys.executable, "-c", PARENT],
        cwd=Path(postgres.__file__).parent,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    assert process.stdout is not None
    folder = folder_of(process.stdout.readline().strip())
    assert folder.is_dir()
    process.send_signal(2)
    process.communicate()
    assert not folder.exists()


def test_a_server_that_cannot_start_is_told_in_one_line(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(postgres, "_SETTINGS", ("no_such_setting=on",))
    with (
        pytest.raises(postgres.Unavailable, match=r"did not start: .*no_such_setting") as problem,
        postgres.throw_away_server(),
    ):
        pass
    assert not re.search("\n", str(problem.value))


def test_without_the_programs_there_is_no_server(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(postgres, "find_programs", lambda: None)
    with (
        pytest.raises(postgres.Unavailable, match="PostgreSQL is not installed"),
        postgres.throw_away_server(),
    ):
        pass


def test_the_server_never_runs_as_root() -> None:
    account = postgres.Account() if os.geteuid() else postgres._account()  # pyright: ignore[reportPrivateUsage]
    assert (account.user or os.geteuid()) != 0
