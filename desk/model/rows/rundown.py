"""The rundown of an event (susunan acara), row by row."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class ItemRow:
    """One row; `starts` and `ends` are wall times in the event's zone, words in the asked language.

    `leader` and `in_charge` are names for people to read, whether the desk knows the person or
    only the words (`leader_words`, `in_charge_words`).
    """

    id: int
    event_id: int
    offset_minutes: int
    minutes: int
    starts: datetime
    ends: datetime
    title: str
    titles: Mapping[str, str]
    place: str
    leader_id: int | None
    leader: str
    leader_words: str
    in_charge_id: int | None
    in_charge: str
    in_charge_words: str
    language: str
    dress: str
    dresses: Mapping[str, str]
    notes: str
    locked: bool
    internal: bool


@dataclass(frozen=True, slots=True)
class CommonRow:
    """A row that many rundowns have: its key, its words in the asked language, its usual length."""

    key: str
    title: str
    titles: Mapping[str, str]
    minutes: int
    icon: str
    internal: bool


@dataclass(frozen=True, slots=True)
class Shift:
    """What became of a change of times: how far rows moved, and what stood in the way.

    `stopped_at` is the title of the locked row that kept its time, empty when none did; `missing`
    the minutes by which the rows before it now overlap or fall short.
    """

    moved_by: int = 0
    stopped_at: str = ""
    missing: int = 0


@dataclass(frozen=True, slots=True)
class RundownFinding:
    """A gap, an overlap or a row past the event's end, in words."""

    code: str
    """`gap`, `overlap` or `over_end`."""
    item_id: int
    title: str
    why: str
    minutes: int
