"""The attendance list (daftar hadir): who is expected at an event, with room to sign."""

from collections.abc import Iterator
from dataclasses import dataclass

from desk.documents.foot import foot_lines
from desk.documents.text import for_column, one_line
from desk.locale import said

ATTENDANCE_TEMPLATE = "attendance.typ"


@dataclass(frozen=True, slots=True)
class AttendanceRow:
    """One person, or one unnamed group.

    `number` None takes the next number; a given one is printed, and counting goes on from it.
    `original` is the name in its own script, `note` a short line under the name, such as whom the
    person represents.
    """

    number: int | None
    name: str
    office: str
    organisation: str
    note: str = ""
    original: str = ""


@dataclass(frozen=True, slots=True)
class AttendanceBlock:
    """People under one heading, in the order they stand in; no heading when `title` is empty."""

    title: str
    rows: tuple[AttendanceRow, ...]


@dataclass(frozen=True, slots=True)
class AttendanceList:
    """All that stands on one attendance list, said already in its language (id, en, ru, kk).

    `day`, `time` and `place` are ready to print, `time` with its zone. `letterhead` holds lines
    from the top: who, which office of theirs, addresses. `title` None is the language's own
    "Attendance list". `blank_rows` rows for people who come unannounced follow the last block,
    numbered on. `prepared` tells which print this is and when it was made; `replaces` names the
    earlier print and `changes` what is different since. The columns of office and signature can be
    left out; the original script stands under the name.
    """

    language: str
    letterhead: tuple[str, ...]
    event: str
    day: str
    time: str
    place: str
    blocks: tuple[AttendanceBlock, ...]
    title: str | None = None
    blank_rows: int = 0
    prepared: str = ""
    replaces: str | None = None
    changes: str | None = None
    show_office: bool = True
    show_signature: bool = True
    show_original_script: bool = False


def attendance_data(attendance: AttendanceList) -> dict[str, object]:
    """The list as attendance.typ reads it: numbered, with the language's labels, ready for JSON.

    Raises UnknownLanguage for a language that documents do not come in, ValueError for a negative
    number of blank rows.
    """
    if attendance.blank_rows < 0:
        raise ValueError(f"blank rows cannot be {attendance.blank_rows}")
    language = attendance.language
    title = one_line(attendance.title or said(language, "Attendance list"))
    event = one_line(attendance.event)
    facts = (
        (said(language, "Event"), attendance.event),
        (said(language, "Day, date"), attendance.day),
        (said(language, "Time"), attendance.time),
        (said(language, "Place"), attendance.place),
    )
    return {
        "language": language,
        "author": [one_line(line) for line in attendance.letterhead[:1]],
        "letterhead": [for_column(line) for line in attendance.letterhead],
        "title": for_column(title),
        "document": f"{title}, {event}",
        "running": for_column(f"{title} · {attendance.event}"),
        "day": one_line(attendance.day),
        "facts": [[label, for_column(value)] for label, value in facts if value],
        "columns": {
            "number": said(language, "No."),
            "name": said(language, "Name"),
            "office": (
                said(language, "Office and organisation") if attendance.show_office else None
            ),
            "signature": said(language, "Signature") if attendance.show_signature else None,
        },
        "blocks": list(_numbered(attendance)),
        "page": said(language, "Page {page} of {pages}"),
        "footer": foot_lines(
            language, attendance.prepared, attendance.replaces, attendance.changes
        ),
    }


def _numbered(attendance: AttendanceList) -> Iterator[dict[str, object]]:
    number = 0
    for block in attendance.blocks:
        rows: list[dict[str, object]] = []
        for row in block.rows:
            number = number + 1 if row.number is None else row.number
            rows.append(_row(row, number, attendance.show_original_script))
        if rows:
            yield {"title": for_column(block.title), "rows": rows}
    blank = AttendanceRow(None, "", "", "")
    if attendance.blank_rows:
        # The heading keeps people who come unannounced out of the block above.
        title = said(attendance.language, "Also present") if number else ""
        if attendance.blocks and attendance.blocks[-1].title == title:
            title = ""  # The blank rows go on below those who walked in.
        numbers = range(number + 1, number + 1 + attendance.blank_rows)
        yield {"title": title, "rows": [_row(blank, each, False) for each in numbers]}


def _row(row: AttendanceRow, number: int, show_original: bool) -> dict[str, object]:
    return {
        "number": number,
        "name": for_column(row.name),
        "original": for_column(row.original) if show_original else "",
        "office": for_column(row.office),
        "organisation": for_column(row.organisation),
        "note": for_column(row.note),
    }
