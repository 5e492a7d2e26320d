"""What the agenda shows of some weeks."""

from datetime import date

import pytest

from desk.gui.models.agenda import Period, in_days, period_around
from desk.gui.models.calendar_rows import (
    CalendarFilter,
    CalendarRow,
    calendar_row,
    calendar_rows,
    clashes_by_event,
)
from desk.gui.models.rows import Group
from desk.model.choices import Severity, Status
from desk.model.rows.events import EventRow
from desk.model.rows.findings import FindingRow
from desk.services import programme
from desk.services.desk import Desk
from tests.gui.conftest import SUNDAY

TODAY = date(2026, 12, 3)


def finding(
    event_id: int, other: int, severity: Severity = Severity.ERROR, accepted: str = ""
) -> FindingRow:
    return FindingRow(
        "room_clash", severity, "", "", "", event_id=event_id, other_event_id=other,
        accepted=accepted,
    )  # fmt: skip


def row_of(desk: Desk, event: EventRow, clash: FindingRow | None = None) -> CalendarRow:
    return calendar_row(event, clash, desk.now(), desk.zone)


def test_a_period_begins_on_a_monday_and_lasts_four_weeks() -> None:
    assert period_around(SUNDAY) == Period(date(2026, 11, 30), date(2026, 12, 27))


def test_a_period_moves_and_grows_by_its_weeks() -> None:
    period = period_around(SUNDAY)
    assert period.moved(1) == Period(date(2026, 12, 28), date(2027, 1, 24))
    assert period.with_earlier() == Period(date(2026, 11, 2), date(2026, 12, 27))
    assert period.with_later().holds(date(2027, 1, 24))


def test_both_sides_of_a_clash_are_marked_by_the_gravest() -> None:
    found = clashes_by_event(
        [finding(1, 2, Severity.WARNING), finding(2, 3), finding(4, 5, accepted="Agreed")]
    )
    severities = {event_id: clash.severity for event_id, clash in found.items()}
    assert severities == {1: Severity.WARNING, 2: Severity.ERROR, 3: Severity.ERROR}


def test_today_has_a_heading_even_without_events(desk: Desk, sample: int) -> None:
    rows = calendar_rows(programme.events_of_visit(desk, sample), {}, desk.now(), desk.zone)
    shown = in_days(rows, period_around(TODAY), TODAY, desk.zone)
    headings = [row for row in shown if isinstance(row, Group)]
    assert [row.key for row in headings] == [
        date(2026, 11, 30),
        TODAY,
        date(2026, 12, 5),
        SUNDAY,
    ]
    assert headings[1].title == "Thursday, 3 December 2026"
    assert headings[1].note == "today · nothing planned"
    assert headings[3].note == "4 events · office closed"


def test_what_began_before_the_period_stands_below_its_first_day(desk: Desk, sample: int) -> None:
    rows = calendar_rows(programme.events_of_visit(desk, sample), {}, desk.now(), desk.zone)
    shown = in_days(rows, Period(SUNDAY, SUNDAY), TODAY, desk.zone)
    assert [row.key for row in shown if isinstance(row, Group)] == [SUNDAY]


@pytest.mark.parametrize(
    ("which", "count"), [("all", 3), ("confirmed", 1), ("tentative", 1), ("clashes", 1)]
)
def test_a_filter_keeps_what_fits(desk: Desk, sample: int, which: str, count: int) -> None:
    firm = next(e for e in programme.events_of_visit(desk, sample) if e.title == "Business Meeting")
    for status in (Status.TENTATIVE, Status.CANCELLED):
        event_id = programme.create_event(
            desk, title=status.value, starts=firm.starts, ends=firm.ends
        )
        programme.set_event_status(desk, event_id, status, reason="Asked for")
    others = [e for e in programme.events_between(desk, SUNDAY, SUNDAY) if e.visit_id is None]
    rows = [row_of(desk, firm, finding(1, 2)), *(row_of(desk, event) for event in others)]
    assert sum(CalendarFilter(which).keeps(row) for row in rows) == count


def test_a_row_reads_as_one_sentence(desk: Desk, sample: int) -> None:
    meeting = next(
        e for e in programme.events_of_visit(desk, sample) if e.title == "Business Meeting"
    )
    sentence = row_of(desk, meeting, finding(1, 2)).sentence
    assert sentence.startswith(
        "Business Meeting, Meeting; clashes with another event; Sunday, 6 December 2026, "
        "09:00–11:30 WITA (06:00–08:30 Astana); Confirmed; "
    )
    assert "hosts: M. Syirajudin, M. Faisal" in sentence
