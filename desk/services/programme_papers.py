"""The programme of a visit, drafted for paper."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date

from sqlmodel import Session, col, select

from desk.documents.programme import (
    PROGRAMME_TEMPLATE,
    Programme,
    ProgrammeDay,
    ProgrammeEvent,
    programme_data,
)
from desk.locale import _, said
from desk.locale.formats import date_range, guest_times, long_date, time_range
from desk.model.choices import DocumentKind, EventKind, Role, Side, Status
from desk.model.errors import NotThere
from desk.model.localised import text_in
from desk.model.rows.documents import DocumentDraft
from desk.model.rows.events import EventRow
from desk.model.tables import Event, Visit
from desk.services.assembly.events import event_rows
from desk.services.assembly.lookup import rows_by_id
from desk.services.assembly.standings import by_side, order_in
from desk.services.desk import Desk
from desk.services.numbers import visit_reference
from desk.services.prints import known_language, latest_print, what_changed, when_printed
from desk.services.settings import settings_in


@dataclass(frozen=True, slots=True)
class ProgrammeChoices:
    """How a programme is to look; guests are not told of the office's own meetings."""

    language: str
    show_internal: bool = False
    show_cancelled: bool = False


def programme_draft(desk: Desk, visit_id: int, choices: ProgrammeChoices) -> DocumentDraft:
    """The programme of a visit, ready to be set. Raises UserError."""
    language = known_language(choices.language)
    with desk.read() as session:
        visit = session.get(Visit, visit_id)
        if visit is None:
            raise NotThere(_("This visit is not there any more."))
        rows = [row for row in _events(session, visit_id, language) if _is_shown(row, choices)]
        hosts = _hosts(session, rows, language)
        office = settings_in(session)
        title = text_in(visit.title, language)
        events = {row.id: _event(row, hosts.get(row.id, ()), language) for row in rows}
        days: dict[date, list[ProgrammeEvent]] = defaultdict(list)
        for row in rows:
            days[row.starts.date()].append(events[row.id])
        period = date_range(visit.first_day, visit.last_day, language)
        content = {
            "title": title,
            "day": period,
            "events": [[e.time, e.title, e.place, list(e.hosts), e.dress] for e in events.values()],
        }
        earlier = latest_print(session, DocumentKind.PROGRAMME, language, visit_id=visit_id)
        number = earlier.number + 1 if earlier else 1
        changed = what_changed(earlier.content, content, language) if earlier else ()
        replaces = (
            said(language, "print {number} of {when}").format(
                number=earlier.number, when=when_printed(desk, earlier.produced_at, language)
            )
            if earlier
            else ""
        )
        programme = Programme(
            language=language,
            letterhead=office.letterhead_lines,
            visit=title,
            period=period,
            days=tuple(
                ProgrammeDay(long_date(day, language), tuple(listed))
                for day, listed in sorted(days.items())
            ),
            prepared=said(language, "Print {number}, {when}").format(
                number=number, when=when_printed(desk, desk.now(), language)
            ),
            replaces=replaces or None,
            changes=", ".join(changed) or None,
        )
        reference = visit_reference(visit.year, visit.number)
    return DocumentDraft(
        kind=DocumentKind.PROGRAMME,
        template=PROGRAMME_TEMPLATE,
        data=programme_data(programme),
        title=_("Programme"),
        file_name=f"{reference}_programme_{language}.pdf",
        language=language,
        event_id=None,
        visit_id=visit_id,
        content=content,
        number=number,
        replaces=replaces,
        changed=changed,
    )


def _events(session: Session, visit_id: int, language: str) -> list[EventRow]:
    events = session.exec(
        select(Event)
        .where(Event.visit_id == visit_id)
        .order_by(col(Event.starts_at), col(Event.id))
    ).all()
    return event_rows(session, events, language)


def _is_shown(row: EventRow, choices: ProgrammeChoices) -> bool:
    if row.kind is EventKind.INTERNAL and not choices.show_internal:
        return False
    return choices.show_cancelled or row.status not in (Status.CANCELLED, Status.POSTPONED)


def _hosts(session: Session, rows: list[EventRow], language: str) -> dict[int, tuple[str, ...]]:
    """Who leads the hosts comes first, the others in the order in which they stand."""
    events = rows_by_id(session, Event, (row.id for row in rows))
    return {
        row.id: tuple(
            ", ".join(part for part in (one.name, one.office, one.organisation) if part)
            for one in sorted(
                by_side(order_in(session, events[row.id], language))[Side.HOST],
                key=lambda one: one.role is not Role.HEAD,
            )
        )
        for row in rows
    }


def _event(row: EventRow, hosts: tuple[str, ...], language: str) -> ProgrammeEvent:
    guest = (
        guest_times(row.starts, row.ends, row.zone, row.guest_zone, language, fold=row.starts_fold)
        if row.guest_zone
        else None
    )
    return ProgrammeEvent(
        time=time_range(row.starts, row.ends, row.zone, language, fold=row.starts_fold),
        guest_time=guest or "",
        title=row.title,
        place=", ".join(part for part in (row.place, row.city) if part),
        hosts=hosts,
        dress=row.dress,
        status=row.status,
    )
