"""People whom a text counts without naming them: "rombongan pengusaha", "15 wartawan"."""

import re
from typing import NamedTuple

from desk.model.choices import Role

_KINDS = (
    r"pengusaha|influencer|wartawan|jurnalis|media|staf|pengawal|ajudan|pelajar|mahasiswa|penari|"
    r"orang|people|persons|guests|tamu|journalists|reporters|business\s?people|businessmen|"
    r"entrepreneurs|investors|investor|students|officers|staff|members|anggota|peserta"
)
_GROUP = re.compile(
    rf"""(?<!\w)(?:
        (?:sejumlah|beberapa|para|serombongan|rombongan|kelompok|sekelompok|tim|
           (?:an?\s+)?(?:unnamed\s+)?group\s+of|several|some|a\s+number\s+of)\s+
           (?!ini\b|itu\b|yang\b|dipimpin\b|terdiri\b)[^.,;:()]+
      | (?P<count>\d{{1,4}})\s+(?:orang\s+|people\s+from\s+)?(?:{_KINDS})\b[^.,;:()]*
    )""",
    re.IGNORECASE | re.VERBOSE,
)
_LEADS_ON = re.compile(
    r"\b(?:dipimpin|dipimpin oleh|led by|headed by|diketuai|terdiri|yaitu|tiba|hadir|akan|will|"
    r"arrived?|consists?|termasuk|including)\b",
    re.IGNORECASE,
)
_NUMBER = re.compile(
    r"(?<![\w.])(\d{1,4})\s*(?:orang|people|persons|pax|org)?(?![\w.])", re.IGNORECASE
)
_FROM = re.compile(r"\b(?:dari|asal|from)\s+(?P<place>[A-Z][\w' -]*)$")
_PRESS = re.compile(
    r"\b(?:wartawan|jurnalis|media|pers|press|journalists|reporters)\b", re.IGNORECASE
)
_STAFF = re.compile(r"\b(?:staf|staff|ajudan)\b", re.IGNORECASE)
_GUARDS = re.compile(r"\b(?:pengawal|security|bodyguards?)\b", re.IGNORECASE)


class ReadGroup(NamedTuple):
    """What a group is called, how many they are if that is said, where from, and what they are."""

    name: str
    headcount: int | None
    place: str
    role: Role
    start: int
    end: int


def groups_in(text: str) -> list[ReadGroup]:
    """The groups of a text without parentheses; a group that leads on to a name is none."""
    found: list[ReadGroup] = []
    for match in _GROUP.finditer(text):
        words = " ".join(match[0].split())
        if _LEADS_ON.search(words):
            continue
        count = match["count"]
        found.append(_group(words, int(count) if count else None, match.start(), match.end()))
    return found


def group_of_line(words: str, in_parentheses: str = "") -> ReadGroup | None:
    """The group that a line of a list is, None when it names somebody.

    A number in the parentheses is its head-count: "Rombongan pengusaha (15 orang)".
    """
    match = _GROUP.match(words)
    if match is None or _LEADS_ON.search(words):
        return None
    count = _NUMBER.search(in_parentheses) if in_parentheses else None
    said = match["count"] or (count[1] if count else "")
    return _group(
        " ".join(words.split()).rstrip(" ,;."), int(said) if said else None, 0, len(words)
    )


def _group(words: str, headcount: int | None, start: int, end: int) -> ReadGroup:
    name = re.sub(r"^\d{1,4}\s+(?:orang\s+)?", "", words).strip()
    name = re.sub(r"^an?\s+", "", name, flags=re.IGNORECASE)
    place = match["place"].strip() if (match := _FROM.search(words)) else ""
    role = Role.UNOFFICIAL
    for pattern, kind in ((_PRESS, Role.PRESS), (_STAFF, Role.STAFF), (_GUARDS, Role.SECURITY)):
        if pattern.search(words):
            role = kind
            break
    return ReadGroup(name[:1].upper() + name[1:], headcount, place, role, start, end)
