"""Which versions run here: for the settings, the about box and whoever helps."""

import platform

from PySide6.QtCore import qVersion

from desk import __version__
from desk.locale import _
from desk.locale.zones import data_version


def versions() -> tuple[tuple[str, str], ...]:
    """Parts and their versions."""
    return (
        ("Pandurata", __version__),
        (_("Time zone data"), data_version()),
        ("Qt", qVersion()),
        ("Python", platform.python_version()),
    )
