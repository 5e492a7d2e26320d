"""The programme of a visit: its days, and what happens on each."""

from dataclasses import dataclass

from desk.documents.foot import foot_lines
from desk.documents.text import for_column, one_line
from desk.locale import said, to_be_said
from desk.model.choices import Status

PROGRAMME_TEMPLATE = "programme.typ"

# What is firm needs no word; the others must not be taken for firm.
_STATUS_WORDS = {
    Status.IDEA: to_be_said("proposed"),
    Status.TENTATIVE: to_be_said("tentative"),
    Status.CANCELLED: to_be_said("cancelled"),
    Status.POSTPONED: to_be_said("postponed"),
}


@dataclass(frozen=True, slots=True)
class ProgrammeEvent:
    """One event, ready to print.

    `time` is at the place and `guest_time` the same by the guests' clocks, both with their zone;
    `guest_time` is "" where they agree. `hosts` are names with offices, in their order. `status`
    prints a word unless it is firm; an event that no longer takes place is struck through.
    """

    time: str
    guest_time: str
    title: str
    place: str
    hosts: tuple[str, ...] = ()
    dress: str = ""
    note: str = ""
    status: Status = Status.CONFIRMED


@dataclass(frozen=True, slots=True)
class ProgrammeDay:
    """One day under its heading: weekday and date."""

    heading: str
    events: tuple[ProgrammeEvent, ...]


@dataclass(frozen=True, slots=True)
class Programme:
    """All that stands on a printed programme, said already in its language (id, en, ru, kk).

    `visit` names the visit and `period` says when it is; `facts` are further lines, label and
    value, under the title. `prepared`, `replaces` and `changes` as on an attendance list.
    """

    language: str
    letterhead: tuple[str, ...]
    visit: str
    period: str
    days: tuple[ProgrammeDay, ...]
    title: str | None = None
    facts: tuple[tuple[str, str], ...] = ()
    prepared: str = ""
    replaces: str | None = None
    changes: str | None = None


def programme_data(programme: Programme) -> dict[str, object]:
    """The programme as programme.typ reads it: with the language's labels, ready for JSON.

    Raises UnknownLanguage for a language that documents do not come in.
    """
    language = programme.language
    title = one_line(programme.title or said(language, "Programme"))
    facts = (
        (said(language, "Visit"), programme.visit),
        (said(language, "Day, date"), programme.period),
        *programme.facts,
    )
    return {
        "language": language,
        "author": [one_line(line) for line in programme.letterhead[:1]],
        "document": f"{title}, {one_line(programme.visit)}",
        "letterhead": [for_column(line) for line in programme.letterhead],
        "title": for_column(title),
        "running": for_column(f"{title} · {programme.visit}"),
        "day": one_line(programme.period),
        "facts": [[one_line(label), for_column(value)] for label, value in facts if value],
        "columns": {
            "time": said(language, "Time"),
            "event": said(language, "Event and place"),
            "hosts": said(language, "Hosts"),
        },
        "dress": said(language, "Dress"),
        "days": [
            {
                "heading": for_column(day.heading),
                "events": [_event(event, language) for event in day.events],
            }
            for day in programme.days
            if day.events
        ],
        "page": said(language, "Page {page} of {pages}"),
        "footer": foot_lines(language, programme.prepared, programme.replaces, programme.changes),
    }


def _event(event: ProgrammeEvent, language: str) -> dict[str, object]:
    word = _STATUS_WORDS.get(event.status)
    return {
        "time": for_column(event.time),
        "guest_time": for_column(event.guest_time),
        "title": for_column(event.title),
        "place": for_column(event.place),
        "hosts": [for_column(host) for host in event.hosts],
        "dress": for_column(event.dress),
        "note": for_column(event.note),
        "status": said(language, word) if word else "",
        "off": event.status in (Status.CANCELLED, Status.POSTPONED),
    }
