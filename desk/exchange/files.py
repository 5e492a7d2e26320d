"""Files that people are read from: how large they may be, and how their letters are told."""

from pathlib import Path

from charset_normalizer import from_bytes

from desk.locale import _
from desk.model.errors import UserError

MOST_BYTES = 32 * 1024 * 1024
"""A spreadsheet of ten thousand people has one or two million."""
_LOOKED_AT = 200_000


def bytes_of(path: Path) -> bytes:
    """The whole file; raises UserError for one that cannot be read or is too large to be a list."""
    try:
        if path.stat().st_size > MOST_BYTES:
            raise UserError(
                _("{name} is larger than 32 MB: a list of people is not that large.").format(
                    name=path.name
                )
            )
        return path.read_bytes()
    except OSError as error:
        raise UserError(
            _("{name} cannot be read: {why}").format(name=path.name, why=error.strerror or "")
        ) from error


def text_of(path: Path) -> str:
    """The words of a text file in whatever encoding; raises UserError for what is no text."""
    data = bytes_of(path)
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        sample = data[:_LOOKED_AT]
        best = from_bytes(sample).best()
    # Only the encodings of two and four bytes a letter hold zeros; anything else with them is none.
    if best is None or (b"\0" in sample and not best.encoding.startswith("utf")):
        raise UserError(_("{name} holds no text that can be read.").format(name=path.name))
    return data.decode(best.encoding, errors="replace")
