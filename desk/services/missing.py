"""What events and visits still lack."""

from collections.abc import Mapping, Sequence

from sqlmodel import Session, select

from desk.locale import _, ngettext
from desk.locale.formats import clock_time, weekday_date
from desk.locale.words import current_language
from desk.locale.zones import zone_label
from desk.model.choices import EventKind, Role, Severity, Side, Status
from desk.model.localised import text_in
from desk.model.rows.findings import FindingRow
from desk.model.tables import (
    DelegationMember,
    Event,
    Person,
    Visit,
)
from desk.services.assembly.findings import event_finding
from desk.services.assembly.lookup import rows_by_id
from desk.services.numbers import visit_reference


def lacking_findings(events: Sequence[Event], visits: Mapping[int, Visit]) -> list[FindingRow]:
    """Events without a place, and those outside the days of their visit."""
    language = current_language()
    rows: list[FindingRow] = []
    for event in events:
        visit = visits.get(event.visit_id or 0)
        # What the office does among itself before and after is no part of the guests' days.
        if (
            visit is not None
            and event.kind is not EventKind.INTERNAL
            and not (visit.first_day <= event.starts.date() and event.ends.date() <= visit.last_day)
        ):
            rows.append(
                event_finding(
                    event,
                    visit,
                    "outside_visit",
                    _("Outside the days of the visit"),
                    _("The visit is planned from {first} to {last}.").format(
                        first=weekday_date(visit.first_day, language),
                        last=weekday_date(visit.last_day, language),
                    ),
                    field="starts",
                )
            )
        if event.venue_id is None and not event.place:
            rows.append(
                event_finding(
                    event,
                    visit,
                    "no_place",
                    _("No place yet"),
                    _("{title}, {day} {time} {zone}, has no venue.").format(
                        title=text_in(event.title, language),
                        day=weekday_date(event.starts.date(), language),
                        time=clock_time(event.starts, language),
                        zone=zone_label(event.zone, event.starts, language),
                    ),
                    field="venue_id",
                )
            )
    return rows


def visit_findings(session: Session, visit: Visit) -> list[FindingRow]:
    """What a visit still lacks."""
    if visit.status in (Status.CANCELLED, Status.POSTPONED, Status.DONE):
        return []
    about = visit_reference(visit.year, visit.number)
    members = session.exec(
        select(DelegationMember).where(DelegationMember.visit_id == visit.id)
    ).all()
    guests = [member for member in members if member.side is Side.GUEST]
    rows: list[FindingRow] = []

    def note(code: str, title: str, why: str) -> None:
        rows.append(
            FindingRow(
                code, Severity.WARNING, about, title, why, visit_id=visit.id, field="delegation"
            )
        )

    if not guests:
        note("no_delegation", _("No delegation yet"), _("Nobody is named as a guest."))
    elif not any(member.role is Role.HEAD for member in guests):
        note("no_head", _("No head of delegation"), _("Say who leads the delegation."))
    uncounted = [m for m in guests if m.person_id is None and m.headcount is None]
    if uncounted:
        names = ", ".join(text_in(m.group_name, current_language()) for m in uncounted)
        note(
            "headcount_unknown",
            _("Number of people unknown"),
            _("{names}: chairs, meals and cars depend on it.").format(names=names),
        )
    people = rows_by_id(session, Person, {m.person_id for m in guests})
    unreachable = [
        people[m.person_id].full_name
        for m in guests
        if m.person_id in people and not people[m.person_id].email
    ]
    if unreachable:
        note(
            "no_mailbox",
            ngettext(
                "{count} guest without a mailbox",
                "{count} guests without a mailbox",
                len(unreachable),
            ).format(count=len(unreachable)),
            _("{names}: enter the mailbox of an aide or the embassy.").format(
                names=", ".join(unreachable)
            ),
        )
    return rows
