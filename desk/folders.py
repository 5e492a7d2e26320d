"""Where the files lie that travel with the program."""

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


def _travelling(name: str) -> Path:
    """The folder beside the package in a checkout, inside it in a wheel or bundle."""
    inside = _PACKAGE / name
    return inside if inside.is_dir() else _PACKAGE.parent / name


RESOURCES = _travelling("resources")
"""Fonts, theme tokens, document templates, tables."""

SEEDS = _travelling("seeds")
"""What a new database starts from, and the sample visit."""
