"""Refuses to start where the program is known to break.

Imports nothing of the desk and nothing installed: it has to work on the very interpreter that it
refuses, and before any message catalog can be read, so its sentences are in English only.
"""

import sys

_OLDEST = (3, 11)
_NEWEST = (3, 13)
_QT = "PySide6-Essentials"


def python_supported(version: tuple[int, int] = sys.version_info[:2]) -> bool:
    """Whether the desk is tested on this Python, given as major and minor number."""
    return _OLDEST <= version <= _NEWEST


def refuse_other_python(version: tuple[int, int] = sys.version_info[:2]) -> None:
    """Leave with one sentence on a Python that the desk is not tested on.

    Raises SystemExit (status 1, the sentence on stderr).
    """
    if python_supported(version):
        return
    raise SystemExit(
        f"Pandurata needs Python 3.11, 3.12 or 3.13, and this is Python {version[0]}.{version[1]}:"
        " install one of them and start it again."
    )


def refuse_broken_qt(
    version: tuple[int, int] = sys.version_info[:2], qt_version: str | None = None
) -> None:
    """Leave with one sentence where PySide6 6.12 meets Python 3.11.

    There every call that returns nothing gives away one reference to None: the interpreter
    crashes after some minutes of work, with edits unsaved. `qt_version` defaults to the installed
    version; nothing happens when none is installed, as the command line needs no window.

    Raises SystemExit (status 1, the sentence on stderr).
    """
    if version != (3, 11):
        return
    if qt_version is None:
        # Reads files beside every package and brings half of `email` with it.
        from importlib import metadata

        try:
            qt_version = metadata.version(_QT)
        except metadata.PackageNotFoundError:
            return
    if qt_version.split(".")[:2] == ["6", "12"]:
        raise SystemExit(
            f"{_QT} {qt_version} crashes on Python 3.11: install {_QT} 6.11.3"
            " or start Pandurata with Python 3.12 or 3.13."
        )
