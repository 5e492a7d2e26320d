"""Events and who takes part in them."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from desk.model.choices import Answer, EventKind, Role, Severity, Side, Status


@dataclass(frozen=True, slots=True)
class EventRow:
    """An event: wall times in `zone`, instants in UTC, words in the asked language."""

    id: int
    reference: str
    number: int
    title: str
    titles: Mapping[str, str]
    kind: EventKind
    status: Status
    status_reason: str
    starts: datetime
    ends: datetime
    starts_fold: int
    ends_fold: int
    zone: str
    starts_at: datetime
    ends_at: datetime
    all_day: bool
    visit_id: int | None
    visit_reference: str
    visit_title: str
    country: str
    guest_zone: str
    venue_id: int | None
    venue: str
    layout_id: int | None
    layout: str
    place_words: str
    """The words for a place that is none of the venues."""
    place: str
    """Where, for people: the venue with its building, or the words."""
    city: str
    dress: str
    dresses: Mapping[str, str]
    description: str
    descriptions: Mapping[str, str]
    notes: str
    uid: str
    hosts: tuple[str, ...] = ()
    """Names of the hosts, the one who leads first."""
    participants: int = 0
    finding: Severity | None = None
    """The gravest finding about it, when findings were asked for."""


@dataclass(frozen=True, slots=True)
class ParticipantRow:
    """One person or group taking part in an event."""

    id: int
    event_id: int
    person_id: int | None
    member_id: int | None
    name: str
    office: str
    organisation: str
    side: Side
    role: Role
    position: int
    answer: Answer
    represented_by_id: int | None
    represented_by: str
    attended: bool | None
    headcount: int | None
    """People in the group; None for a person, and for a group nobody has counted."""

    @property
    def is_group(self) -> bool:
        """Whether it is an unnamed group."""
        return self.person_id is None
