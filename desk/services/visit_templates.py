"""A typical programme for each kind of visit, proposed where none is planned yet."""

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import cache
from typing import Any

from sqlmodel import col, select

from desk.folders import SEEDS
from desk.locale import _
from desk.locale.words import current_language
from desk.model.choices import EventKind, VisitKind
from desk.model.errors import UserError
from desk.model.localised import text_in
from desk.model.tables import Event, Venue, Visit
from desk.rules.folding import fold
from desk.services import programme, visits
from desk.services.desk import Desk
from desk.services.edits import row_for_change
from desk.services.rundown_help import add_common_row


@dataclass(frozen=True, slots=True)
class ProposedEvent:
    """One event of a typical programme, at wall times of the visit."""

    titles: Mapping[str, str]
    kind: EventKind
    starts: datetime
    ends: datetime
    place: str = ""
    venue_words: tuple[str, ...] = ()
    """Words by which the venue is known."""
    rundown: tuple[str, ...] = ()
    """Keys of the common rows."""
    with_delegation: bool = True

    @property
    def title(self) -> str:
        """In the language of the screen."""
        return text_in(self.titles, current_language())


@cache
def _seeds() -> dict[str, Any]:
    return tomllib.loads((SEEDS / "visit_templates.toml").read_text(encoding="utf-8"))


def kinds_with_programme() -> tuple[VisitKind, ...]:
    """The kinds of visit that have a typical programme."""
    return tuple(kind for kind in VisitKind if kind.value in _seeds()["visits"])


def proposed_events(
    kind: VisitKind, first_day: date, last_day: date, *, today: date
) -> list[ProposedEvent]:
    """The typical programme of a visit on these days, in order of time; none for another kind.

    What would be before `today` is left out, as the meeting a week ahead of a visit tomorrow.
    """
    length = (last_day - first_day).days + 1
    found: list[ProposedEvent] = []
    for row in _seeds()["visits"].get(kind.value, ()):
        if not row.get("from_days", 1) <= length <= row.get("to_days", length):
            continue
        day = _day(row, first_day, last_day)
        if "before" in row and day < today:
            continue
        event = _seeds()["events"][row["event"]]
        starts = datetime.combine(day, time.fromisoformat(row["starts"]))
        found.append(
            ProposedEvent(
                titles=event["title"],
                kind=EventKind(event["kind"]),
                starts=starts,
                ends=starts + timedelta(minutes=event["minutes"]),
                place=event.get("place", ""),
                venue_words=tuple(event.get("venue", ())),
                rundown=tuple(event.get("rundown", ())),
                with_delegation=event.get("delegation", True),
            )
        )
    return sorted(found, key=lambda event: event.starts)


def _day(row: Mapping[str, Any], first_day: date, last_day: date) -> date:
    if "before" in row:
        return first_day - timedelta(days=row["before"])
    day: int = row["day"]
    return first_day + timedelta(days=day - 1) if day > 0 else last_day + timedelta(days=day + 1)


def apply_template(desk: Desk, visit_id: int) -> list[int]:
    """Plan the typical programme of the visit, all of it tentative; the events' ids.

    One step and one undo. Raises UserError when the visit has a programme already, or when
    nothing is typical for its kind.
    """
    with desk.work(_("Propose a programme")) as session:
        visit = row_for_change(session, Visit, visit_id)
        if session.exec(select(Event.id).where(Event.visit_id == visit_id).limit(1)).first():
            raise UserError(_("This visit has a programme already."))
        proposed = proposed_events(visit.kind, visit.first_day, visit.last_day, today=desk.today())
        if not proposed:
            raise UserError(
                _("Choose the kind of visit on the overview first; then one can be proposed."),
                field="kind",
            )
        known = session.exec(select(Venue).order_by(col(Venue.id))).all()
        return [_plan(desk, visit_id, event, _venue(known, event)) for event in proposed]


def _plan(desk: Desk, visit_id: int, event: ProposedEvent, venue_id: int | None) -> int:
    event_id = programme.create_event(
        desk,
        title=event.titles,
        starts=event.starts,
        ends=event.ends,
        visit_id=visit_id,
        kind=event.kind,
        venue_id=venue_id,
        place=event.place if venue_id is None else "",
        with_delegation=event.with_delegation,
    )
    for key in event.rundown:
        add_common_row(desk, event_id, key)
    return event_id


def _venue(known: Sequence[Venue], event: ProposedEvent) -> int | None:
    """The venue that the first of the words fits; none when the office has no such place."""
    for word in event.venue_words:
        for venue in known:
            if any(fold(word) in fold(name) for name in venue.name.values()):
                return venue.id
    return None


def book_visit(
    desk: Desk,
    *,
    title: str | Mapping[str, str],
    kind: VisitKind,
    first_day: date,
    last_day: date | None = None,
    country: str = "",
    guest_zone: str = "",
    letter: str = "",
    with_programme: bool = False,
) -> int:
    """Book a visit, with its typical programme when asked: one step, one undo. Raises UserError."""
    with desk.work(_("New visit")):
        visit_id = visits.create_visit(
            desk,
            title=title,
            kind=kind,
            first_day=first_day,
            last_day=last_day,
            country=country,
            guest_zone=guest_zone,
            letter=letter,
        )
        if with_programme:
            apply_template(desk, visit_id)
        return visit_id
