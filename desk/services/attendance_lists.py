"""The attendance list of an event, drafted for paper."""

from dataclasses import dataclass
from typing import Any

from desk.documents.attendance import (
    ATTENDANCE_TEMPLATE,
    AttendanceBlock,
    AttendanceList,
    AttendanceRow,
    attendance_data,
)
from desk.locale import _, said, said_many
from desk.locale.formats import long_date, time_range
from desk.model.choices import DocumentKind, Side
from desk.model.errors import NotThere, UserError
from desk.model.rows.documents import DocumentDraft
from desk.model.rows.events import EventRow
from desk.model.rows.precedence import StandingRow
from desk.model.tables import Event
from desk.services.assembly.events import event_rows
from desk.services.assembly.paper_order import PaperOrder, paper_order
from desk.services.desk import Desk
from desk.services.prints import known_language, latest_print, what_changed, when_printed
from desk.services.settings import settings_in

MOST_BLANK_ROWS = 500


@dataclass(frozen=True, slots=True)
class AttendanceChoices:
    """How an attendance list is to look."""

    language: str
    blank_rows: int = 0
    show_office: bool = True
    show_signature: bool = True
    show_original_script: bool = False


def attendance_draft(desk: Desk, event_id: int, choices: AttendanceChoices) -> DocumentDraft:
    """The attendance list of an event, ready to be set. Raises UserError."""
    language = known_language(choices.language)
    if not 0 <= choices.blank_rows <= MOST_BLANK_ROWS:
        raise UserError(
            _("Give a number of blank rows from 0 to {count}.").format(count=MOST_BLANK_ROWS),
            field="blank_rows",
        )
    with desk.read() as session:
        table_row = session.get(Event, event_id)
        if table_row is None:
            raise NotThere(_("This event is not there any more."))
        event = event_rows(session, [table_row], language)[0]
        day = event.starts.date()
        office = settings_in(session)
        facts = {
            "title": event.title,
            "day": long_date(day, language),
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
        blocks = _blocks(paper_order(session, table_row, language), language)
        content: dict[str, Any] = {
            **facts,
            "names": [f"{row.name} {row.note}".strip() for block in blocks for row in block.rows],
            "offices": [
                f"{row.office} {row.organisation}" for block in blocks for row in block.rows
            ],
        }
        earlier = latest_print(session, DocumentKind.ATTENDANCE, language, event_id=event_id)
        number = earlier.number + 1 if earlier else 1
        changed = what_changed(earlier.content, content, language) if earlier else ()
        replaces = (
            said(language, "print {number} of {when}").format(
                number=earlier.number, when=when_printed(desk, earlier.produced_at, language)
            )
            if earlier
            else ""
        )
        subject = ", ".join(part for part in (event.title, event.visit_title) if part)
        attendance = AttendanceList(
            language=language,
            letterhead=office.letterhead_lines,
            event=subject,
            day=facts["day"],
            time=facts["time"],
            place=facts["place"],
            blocks=blocks,
            blank_rows=choices.blank_rows,
            prepared=said(language, "Print {number}, {when}").format(
                number=number, when=when_printed(desk, desk.now(), language)
            ),
            replaces=replaces or None,
            changes=", ".join(changed) or None,
            show_office=choices.show_office,
            show_signature=choices.show_signature,
            show_original_script=choices.show_original_script,
        )
        return DocumentDraft(
            kind=DocumentKind.ATTENDANCE,
            template=ATTENDANCE_TEMPLATE,
            data=attendance_data(attendance),
            title=_("Attendance list"),
            file_name=_file_name(event, choices),
            language=language,
            event_id=event_id,
            visit_id=event.visit_id,
            content=content,
            number=number,
            replaces=replaces,
            changed=changed,
        )


def _blocks(order: PaperOrder, language: str) -> tuple[AttendanceBlock, ...]:
    """Delegation and hosts as blocks, each in the order in which people stand.

    Who declined is not expected. Who comes instead of somebody stands by the own office, with a
    line that says for whom; once, if they take part themselves or instead of several. Who walked
    in was also present.
    """
    titles = {Side.GUEST: said(language, "Guests"), Side.HOST: said(language, "Hosts")}
    blocks = [(titles[side], standings) for side, standings in order.expected.items()]
    blocks.append((said(language, "Also present"), order.walked_in))
    return tuple(
        AttendanceBlock(title, tuple(_row(row, language) for row in standings))
        for title, standings in blocks
        if standings
    )


def _row(row: StandingRow, language: str) -> AttendanceRow:
    """One person with their titles, as they are written on paper, or one unnamed group."""
    if row.is_group:
        return AttendanceRow(None, row.name, _group_words(row.headcount, language), "")
    note = said(language, "representing {name}").format(name="; ".join(row.represents))
    return AttendanceRow(
        None,
        row.name_with_titles,
        row.office,
        row.organisation,
        note=note if row.represents else "",
        original=row.original_script,
    )


def _group_words(headcount: int | None, language: str) -> str:
    if not headcount:
        return said(language, "Group, number not known yet")
    return said_many(language, "Group, {count} person", "Group, {count} people", headcount).format(
        count=headcount
    )


def _file_name(event: EventRow, choices: AttendanceChoices) -> str:
    return f"{event.reference.replace('/', '-')}_attendance_{choices.language}.pdf"
