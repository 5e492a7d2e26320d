"""Reading people and dates from free text."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from desk.rules.intake.person import ReadPerson

_MARK = re.compile(r"^\s*(?:[-–—•·*]|\(?\d{1,3}[.)](?=\s)|[a-z][.)](?=\s))\s*", re.IGNORECASE)
_ENTRY = re.compile(r"^(?P<name>[^()]+?)\s*\((?P<office>.+)\)[\s.,;]*$")


@dataclass(frozen=True, slots=True)
class ReadText:
    """What a text says: its people and groups in their order."""

    people: Sequence[ReadPerson] = ()


def read_text(text: str) -> ReadText:
    """The people of a text, one line each: a name, or a name with its office in parentheses."""
    people: list[ReadPerson] = []
    for number, line in enumerate(text.splitlines(), start=1):
        words = " ".join(_MARK.sub("", line).split())
        if match := _ENTRY.match(words):
            people.append(
                ReadPerson(match["name"], office=match["office"], line=number, source=words)
            )
        elif words:
            people.append(ReadPerson(words, line=number, source=words))
    return ReadText(tuple(people))
