"""The rundown of an event, drafted for paper."""

from collections.abc import Sequence
from dataclasses import dataclass

from desk.documents.rundown import RUNDOWN_TEMPLATE, Rundown, RundownItem, rundown_data
from desk.locale import _, said
from desk.locale.formats import clock_span, guest_times, long_date, time_range
from desk.locale.languages import language_names
from desk.locale.zones import zone_label
from desk.model.choices import DocumentKind
from desk.model.errors import NotThere
from desk.model.rows.documents import DocumentDraft
from desk.model.rows.events import EventRow
from desk.model.rows.rundown import ItemRow
from desk.model.tables import Event
from desk.services.assembly.events import event_rows
from desk.services.desk import Desk
from desk.services.prints import known_language, latest_print, what_changed, when_printed
from desk.services.rundown import item_rows
from desk.services.settings import settings_in


@dataclass(frozen=True, slots=True)
class RundownChoices:
    """How a rundown is to look; guests read neither internal rows nor notes nor who is in charge."""

    language: str
    internal: bool = False


def rundown_draft(desk: Desk, event_id: int, choices: RundownChoices) -> DocumentDraft:
    """The rundown of an event, ready to be set. Raises UserError."""
    language = known_language(choices.language)
    kind = DocumentKind.RUNDOWN_INTERNAL if choices.internal else DocumentKind.RUNDOWN
    with desk.read() as session:
        found = session.get(Event, event_id)
        if found is None:
            raise NotThere(_("This event is not there any more."))
        event = event_rows(session, [found], language)[0]
        shown = [
            row
            for row in item_rows(session, found, language)
            if choices.internal or not row.internal
        ]
        items = tuple(_item(event, row, language, internal=choices.internal) for row in shown)
        office = settings_in(session)
        facts = _facts(event, language)
        content = {**facts, "rows": [_content(item) for item in items]}
        earlier = latest_print(session, kind, language, event_id=event_id)
        number = earlier.number + 1 if earlier else 1
        changed = what_changed(earlier.content, content, language) if earlier else ()
        replaces = (
            said(language, "print {number} of {when}").format(
                number=earlier.number, when=when_printed(desk, earlier.produced_at, language)
            )
            if earlier
            else ""
        )
        data = rundown_data(
            Rundown(
                language=language,
                letterhead=office.letterhead_lines,
                event=", ".join(part for part in (event.title, event.visit_title) if part),
                day=facts["day"],
                time=facts["time"],
                place=facts["place"],
                zone=zone_label(event.zone, event.starts, language),
                guest_zone=_guests_clock(event, items, language),
                items=items,
                internal=choices.internal,
                dress=event.dress,
                prepared=said(language, "Print {number}, {when}").format(
                    number=number, when=when_printed(desk, desk.now(), language)
                ),
                replaces=replaces or None,
                changes=", ".join(changed) or None,
            )
        )
    return DocumentDraft(
        kind=kind,
        template=RUNDOWN_TEMPLATE,
        data=data,
        title=_("Rundown"),
        file_name=_file_name(event, choices),
        language=language,
        event_id=event_id,
        visit_id=event.visit_id,
        content=content,
        number=number,
        replaces=replaces,
        changed=changed,
    )


def _facts(event: EventRow, language: str) -> dict[str, str]:
    return {
        "title": event.title,
        "day": long_date(event.starts.date(), language),
        "time": time_range(
            event.starts,
            event.ends,
            event.zone,
            language,
            guest_zone=event.guest_zone or None,
            fold=event.starts_fold,
        ),
        "place": ", ".join(part for part in (event.place, event.city) if part),
    }


def _item(event: EventRow, row: ItemRow, language: str, *, internal: bool) -> RundownItem:
    ends = row.ends if row.minutes else None
    return RundownItem(
        time=clock_span(row.starts, ends, language),
        guest_time=_guest_time(event, row, language),
        length=str(row.minutes) if row.minutes else "",
        title=row.title or said(language, "Untitled"),
        place=row.place,
        leader=row.leader,
        in_charge=row.in_charge if internal else "",
        language=language_names(row.language, language),
        dress=row.dress,
        note=row.notes if internal else "",
        locked=row.locked and internal,
        internal=row.internal,
    )


def _guest_time(event: EventRow, row: ItemRow, language: str) -> str:
    """The guests' own clock without its name, which stands at the head of the column."""
    if not event.guest_zone:
        return ""
    ends = row.ends if row.minutes else None
    found = guest_times(
        row.starts, ends, event.zone, event.guest_zone, language, fold=event.starts_fold
    )
    label = zone_label(event.guest_zone, row.starts, language)
    return (found or "").removesuffix(f" {label}")


def _guests_clock(event: EventRow, items: Sequence[RundownItem], language: str) -> str:
    if not any(item.guest_time for item in items):
        return ""
    return zone_label(event.guest_zone, event.starts, language)


def _content(item: RundownItem) -> list[str]:
    return [
        item.time,
        item.title,
        item.place,
        item.leader,
        item.in_charge,
        item.language,
        item.dress,
        item.note,
    ]


def _file_name(event: EventRow, choices: RundownChoices) -> str:
    which = "rundown-internal" if choices.internal else "rundown"
    return f"{event.reference.replace('/', '-')}_{which}_{choices.language}.pdf"
