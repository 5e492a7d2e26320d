"""Opens Pandurata on the sample visit: `python3 packaging/run.py`.

The first start makes a virtual environment in the project's folder, installs the locked packages
and writes the sample database into the person's data folder; later starts need no network.
Where there is no display it does the tour instead: invitations, documents and pictures of every
page in the folder `tour`. Whatever else is given goes to the desk:

    python3 packaging/run.py --language en --theme dark
    python3 packaging/run.py visits my.pandurata --json

Runs on any Python from 3.9, as it looks for one that the desk can live on.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from debian import QT, CannotInstall
from environment import RUNNING, CannotPrepare, Environment, clean_variables, prepare, say
from interpreter import NoInterpreter

_OPTIONS_WITH_VALUE = ("--database", "--language", "--theme")
_OWN_PLACE = ("--database", "--help", "-h", "--version")
_SHOWING_NOTHING = ("offscreen", "minimal")
_ASKING_A_SERVER = ("", "xcb", "wayland", "wayland-egl")


def data_folder(variables: Mapping[str, str], platform: str, home: Path) -> Path:
    """Where the person's databases lie: what platformdirs says for "pandurata"."""
    if platform == "win32":
        local = variables.get("LOCALAPPDATA")
        return (Path(local) if local else home / "AppData" / "Local") / "pandurata"
    if platform == "darwin":
        return home / "Library" / "Application Support" / "pandurata"
    given = variables.get("XDG_DATA_HOME", "").strip()
    return (Path(given) if given else home / ".local" / "share") / "pandurata"


def has_display(variables: Mapping[str, str], platform: str) -> bool:
    """Whether a window could be seen by somebody."""
    plugin = variables.get("QT_QPA_PLATFORM", "").partition(":")[0].partition(";")[0]
    if plugin in _SHOWING_NOTHING:
        return False
    if platform != "linux" or plugin not in _ASKING_A_SERVER:
        return True
    return bool(variables.get("DISPLAY") or variables.get("WAYLAND_DISPLAY"))


def command_in(arguments: Sequence[str]) -> str | None:
    """The first word that is neither an option nor the value of one."""
    words = iter(arguments)
    for word in words:
        if word in _OPTIONS_WITH_VALUE:
            next(words, None)
        elif not word.startswith("-"):
            return word
    return None


def desk_arguments(arguments: Sequence[str], sample: Path, *, display: bool) -> list[str]:
    """What to start the desk with.

    A command, a database or a question (`--help`) is the person's own choice and goes through as
    it is; otherwise the window on the sample, or the tour when nobody could see a window.
    """
    given = list(arguments)
    own = any(word.partition("=")[0] in _OWN_PLACE for word in given)
    if own or command_in(given) is not None:
        return given
    if display or "--measure-start" in given:
        return ["--database", str(sample), *given]
    return [*given, "tour", "--out", "tour"]


def main(arguments: Sequence[str]) -> int:
    """Prepare the environment, then become the desk; gives its exit status."""
    try:
        environment = prepare(RUNNING, QT)
    except (NoInterpreter, CannotInstall, CannotPrepare) as problem:
        say(str(problem))
        return 1
    display = has_display(os.environ, sys.platform)
    variables = clean_variables(os.environ)
    if not display:
        variables["QT_QPA_PLATFORM"] = "offscreen"
    sample = data_folder(os.environ, sys.platform, Path.home()) / "sample.pandurata"
    started_with = desk_arguments(arguments, sample, display=display)
    if started_with[:2] == ["--database", str(sample)] and not sample.exists():
        status = _make_sample(environment, sample, variables)
        if status != 0:
            return status
    return _become(_desk(environment, started_with), variables)


def _make_sample(environment: Environment, sample: Path, variables: Mapping[str, str]) -> int:
    say(f"Writing the sample visit to {sample}")
    try:
        sample.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        say(f"The folder {sample.parent} could not be made: {error.strerror}.")
        return 1
    command = _desk(environment, ["sample", str(sample)])
    # Its words go to stderr: stdout belongs to what was asked for.
    return subprocess.run(
        command, env=dict(variables), stdout=sys.stderr.fileno(), check=False
    ).returncode


def _desk(environment: Environment, arguments: Sequence[str]) -> list[str]:
    # -P keeps the folder that the person stands in, and its modules, out of the search path.
    return [str(environment.python), "-P", "-m", "desk", *arguments]


def _become(command: list[str], variables: Mapping[str, str]) -> int:
    """Replace the launcher, so that signals and the exit status are the desk's own."""
    sys.stdout.flush()
    if os.name != "nt":
        os.execve(command[0], command, dict(variables))
    return subprocess.run(command, env=dict(variables), check=False).returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
