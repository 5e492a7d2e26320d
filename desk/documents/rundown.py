"""The rundown of an event on paper: for the guests, or with everything for the office."""

from dataclasses import dataclass

from desk.documents.foot import foot_lines
from desk.documents.text import for_column, one_line
from desk.locale import said

RUNDOWN_TEMPLATE = "rundown.typ"


@dataclass(frozen=True, slots=True)
class RundownItem:
    """One row, ready to print; `guest_time` is "" where the clocks agree.

    What guests do not read (`in_charge`, `note`, `locked`, `internal`) is left empty by whoever
    drafts their paper: the template prints whatever is there.
    """

    time: str
    guest_time: str
    length: str
    title: str
    place: str = ""
    leader: str = ""
    in_charge: str = ""
    language: str = ""
    dress: str = ""
    note: str = ""
    locked: bool = False
    internal: bool = False


@dataclass(frozen=True, slots=True)
class Rundown:
    """All that stands on a printed rundown, said already in its language (id, en, ru, kk).

    `internal` says whose paper it is: the office's says so in its title. `zone` and `guest_zone`
    name the clocks of the two columns of time. `prepared`, `replaces` and `changes` as on an
    attendance list.
    """

    language: str
    letterhead: tuple[str, ...]
    event: str
    day: str
    time: str
    place: str
    zone: str
    guest_zone: str
    items: tuple[RundownItem, ...]
    internal: bool = False
    dress: str = ""
    prepared: str = ""
    replaces: str | None = None
    changes: str | None = None


def rundown_data(rundown: Rundown) -> dict[str, object]:
    """The rundown as rundown.typ reads it: with the language's labels, ready for JSON.

    Raises UnknownLanguage for a language that documents do not come in.
    """
    language = rundown.language
    title = said(language, "Order of events")
    facts = (
        (said(language, "Event"), rundown.event),
        (said(language, "Day, date"), rundown.day),
        (said(language, "Time"), rundown.time),
        (said(language, "Place"), rundown.place),
        (said(language, "Dress"), rundown.dress),
    )
    return {
        "language": language,
        "author": [one_line(line) for line in rundown.letterhead[:1]],
        "document": f"{title}, {one_line(rundown.event)}",
        "letterhead": [for_column(line) for line in rundown.letterhead],
        "title": for_column(title),
        "mark": said(language, "For the office only, not for guests") if rundown.internal else "",
        "running": for_column(f"{title} · {rundown.event}"),
        "day": one_line(rundown.day),
        "facts": [[one_line(label), for_column(value)] for label, value in facts if value],
        "internal": rundown.internal,
        "columns": {
            "time": said(language, "Time") + f" ({one_line(rundown.zone)})",
            "guest_time": one_line(rundown.guest_zone),
            "length": said(language, "Minutes"),
            "item": said(language, "Item"),
            "leader": said(language, "Led by"),
            "in_charge": said(language, "In charge"),
            "note": said(language, "Note"),
        },
        "words": {
            "language": said(language, "Language"),
            "dress": said(language, "Dress"),
            "locked": said(language, "fixed"),
            "internal": said(language, "internal"),
            "nothing": said(language, "No rows yet."),
        },
        "items": [
            {
                "time": for_column(item.time),
                "guest_time": for_column(item.guest_time),
                "length": one_line(item.length),
                "title": for_column(item.title),
                "place": for_column(item.place),
                "leader": for_column(item.leader),
                "in_charge": for_column(item.in_charge),
                "language": for_column(item.language),
                "dress": for_column(item.dress),
                "note": for_column(item.note),
                "locked": item.locked,
                "internal": item.internal,
            }
            for item in rundown.items
        ],
        "page": said(language, "Page {page} of {pages}"),
        "footer": foot_lines(language, rundown.prepared, rundown.replaces, rundown.changes),
    }
