"""The minute-by-minute programme (susunan acara) inside an event."""

from sqlalchemy import JSON
from sqlmodel import Field

from desk.model.columns import empty_mapping
from desk.model.localised import LocalisedText
from desk.model.tables.row import AUTOINCREMENT, Row


class ProgrammeItem(Row, table=True):
    """One row of the rundown; its time is counted from the event's start, so it moves with it."""

    __table_args__ = AUTOINCREMENT

    event_id: int = Field(foreign_key="event.id", index=True)
    offset_minutes: int = 0
    """Minutes of wall time after the event's start; negative before it."""
    minutes: int = 0
    position: int = 0
    """Orders rows that begin in the same minute."""
    title: LocalisedText = Field(default_factory=empty_mapping, sa_type=JSON)
    place: str = ""
    leader_id: int | None = Field(default=None, foreign_key="person.id", index=True)
    leader: str = ""
    """Who leads, in words, when it is nobody the desk knows: the master of ceremonies."""
    in_charge_id: int | None = Field(default=None, foreign_key="person.id", index=True)
    in_charge: str = ""
    """Who sees to it (PIC), in words."""
    language: str = ""
    """ISO 639-1 code of what is spoken."""
    dress: LocalisedText = Field(default_factory=empty_mapping, sa_type=JSON)
    notes: str = ""
    locked: bool = False
    """Keeps its time when the rows before it are moved."""
    internal: bool = False
    """Only the office reads it."""
