"""Giving out the numbers in references, and reading references back."""

import re

from sqlmodel import Session, col, select

from desk.locale import _
from desk.model.errors import NotThere
from desk.model.tables import Event, NumberSeries, Visit
from desk.store.unit_of_work import WorkSession

# No database counts further than nine digits.
_VISIT = re.compile(r"(\d{4})-(\d{3,9})")
_VISIT_EVENT = re.compile(r"(\d{4})-(\d{3,9})/(\d{1,9})")
_LONE_EVENT = re.compile(r"(\d{4})/(\d{1,9})")


def next_number(session: WorkSession, series: str) -> int:
    """The next number of the series; it is never given again."""
    row = session.exec(select(NumberSeries).where(NumberSeries.name == series)).first()
    row = row or NumberSeries(name=series, last=0)
    row.last += 1
    session.keep(row)
    return row.last


def visit_reference(year: int, number: int) -> str:
    """`2026-001`: the year of the visit's start and its number in that year."""
    return f"{year}-{number:03d}"


def event_reference(visit: Visit | None, event: Event) -> str:
    """`2026-001/3` within a visit, `2026/14` for an event of no visit."""
    if visit is None:
        return f"{event.starts.year}/{event.number}"
    return f"{visit_reference(visit.year, visit.number)}/{event.number}"


def visit_by_reference(session: Session, reference: str) -> Visit:
    """The visit of that reference. Raises NotThere."""
    if match := _VISIT.fullmatch(reference.strip()):
        visit = session.exec(
            select(Visit).where(Visit.year == int(match[1]), Visit.number == int(match[2]))
        ).first()
        if visit is not None:
            return visit
    raise NotThere(
        _("There is no visit {reference}; references look like 2026-001.").format(
            reference=reference
        )
    )


def event_by_reference(session: Session, reference: str) -> Event:
    """The event of that reference. Raises NotThere."""
    found: Event | None = None
    if match := _VISIT_EVENT.fullmatch(reference.strip()):
        found = session.exec(
            select(Event)
            .join(Visit, col(Event.visit_id) == col(Visit.id))
            .where(
                Visit.year == int(match[1]),
                Visit.number == int(match[2]),
                Event.number == int(match[3]),
            )
        ).first()
    elif match := _LONE_EVENT.fullmatch(reference.strip()):
        # One series for all years: the number alone decides, also after a move over New Year.
        found = session.exec(
            select(Event).where(col(Event.visit_id).is_(None), Event.number == int(match[2]))
        ).first()
    if found is None:
        raise NotThere(
            _("There is no event {reference}; references look like 2026-001/3.").format(
                reference=reference
            )
        )
    return found
