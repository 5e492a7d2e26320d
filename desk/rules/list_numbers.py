"""Numbers of a printed list, as they are typed back: "3, 5-9, 12"."""

import re

_PART = re.compile(r"(\d{1,3})(?:\s*[-\u2013]\s*(\d{1,3}))?")


def list_numbers(typed: str) -> tuple[int, ...] | None:
    """The numbers once each, rising; None when the text is not a list of numbers.

    Parts stand between commas, semicolons or spaces; a span may be typed either way round.
    """
    text = re.sub(r"\s*([-\u2013])\s*", r"\1", typed.strip())
    parts = [part for part in re.split(r"[,;\s]+", text) if part]
    numbers: set[int] = set()
    for part in parts:
        found = _PART.fullmatch(part)
        if found is None:
            return None
        first = int(found[1])
        last = int(found[2]) if found[2] else first
        numbers.update(range(min(first, last), max(first, last) + 1))
    return tuple(sorted(numbers)) if numbers else None
