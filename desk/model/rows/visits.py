"""Visits and delegations."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from desk.model.choices import Role, Side, Status, VisitKind


@dataclass(frozen=True, slots=True)
class HeadCount:
    """Heads by kind: they differ for chairs, meals and cars."""

    named: int = 0
    unnamed: int = 0
    """People in groups whose number is known."""
    groups_unknown: int = 0
    """Groups whose number nobody knows yet."""
    press: int = 0
    interpreters: int = 0
    drivers: int = 0

    @property
    def chairs(self) -> int:
        """Named and unnamed guests, press and interpreters; drivers wait outside."""
        return self.named + self.unnamed + self.press + self.interpreters


@dataclass(frozen=True, slots=True)
class VisitRow:
    """A visit with its title in the asked language and what it consists of, counted."""

    id: int
    reference: str
    title: str
    titles: Mapping[str, str]
    country: str
    status: Status
    status_reason: str
    first_day: date
    last_day: date
    zone: str
    guest_zone: str
    purpose: str
    letter: str
    notes: str
    kind: VisitKind = VisitKind.OTHER
    events: int = 0
    guests: int = 0
    hosts: int = 0
    follow_ups: int = 0
    """Follow-ups still open."""
    cities: tuple[str, ...] = ()
    """Where its events are, in order."""


@dataclass(frozen=True, slots=True)
class MemberRow:
    """One line of the delegation: a person with the office held at the visit, or a group."""

    id: int
    visit_id: int
    side: Side
    role: Role
    position: int
    name: str
    person_id: int | None
    group_names: Mapping[str, str]
    headcount: int | None
    office: str
    organisation: str
    country: str
    has_mailbox: bool
    notes: str

    @property
    def is_group(self) -> bool:
        """Whether it is an unnamed group."""
        return self.person_id is None


@dataclass(frozen=True, slots=True)
class ReadinessItem:
    """One thing a visit needs before it can begin, and whether it is there."""

    code: str
    text: str
    done: bool
