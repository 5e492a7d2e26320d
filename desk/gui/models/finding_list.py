"""Findings of a period below the days they stand on, what was kept apart from the rest."""

from collections.abc import Sequence
from itertools import groupby
from typing import Literal

from desk.gui.models.rows import Group
from desk.locale import _, current_language
from desk.locale.formats import long_date, time_range
from desk.model.choices import Severity
from desk.model.rows.finding_list import ListedFinding
from desk.rules.folding import fold

Choice = Literal["all", "clashes", "others", "kept"]


def is_clash(row: ListedFinding) -> bool:
    """Whether two events stand in each other's way."""
    return row.finding.other_event_id is not None


def chosen_findings(
    rows: Sequence[ListedFinding], choice: Choice, words: str
) -> list[ListedFinding]:
    """Those of a kind that hold the words; without a kind what was kept is among them."""
    wanted = fold(words)
    tests = {
        "all": lambda row: True,
        "clashes": lambda row: is_clash(row) and not row.finding.accepted,
        "others": lambda row: not is_clash(row) and not row.finding.accepted,
        "kept": lambda row: bool(row.finding.accepted),
    }
    return [
        row
        for row in rows
        if tests[choice](row) and (not wanted or wanted in fold(" ".join(_words(row))))
    ]


def by_day(rows: Sequence[ListedFinding]) -> list[ListedFinding | Group]:
    """Each day below its heading, then what somebody decided to keep as it is."""
    shown: list[ListedFinding | Group] = []
    open_rows = [row for row in rows if not row.finding.accepted]
    for day, group in groupby(open_rows, key=lambda row: row.day):
        of_day = list(group)
        title = long_date(day, current_language())
        shown.append(Group(f"day/{day}", title, tone=_tone(of_day), count=len(of_day)))
        shown += of_day
    kept = [row for row in rows if row.finding.accepted]
    if kept:
        title = _("Kept as they are")
        shown.append(Group("kept", title, icon="check-circle", tone="ok", count=len(kept)))
        shown += kept
    return shown


def kind_words(row: ListedFinding) -> str:
    """What kind of finding it is, so that colour is never alone."""
    if row.finding.accepted:
        return _("Kept")
    if is_clash(row):
        return _("Clash")
    if row.finding.severity is Severity.NOTE:
        return _("Note")
    return _("Not possible") if row.finding.severity is Severity.ERROR else _("Warning")


def time_words(row: ListedFinding) -> str:
    """The times of its event with their zone; empty for a whole visit."""
    if row.starts is None or row.ends is None:
        return ""
    return time_range(row.starts, row.ends, row.zone, current_language())


def finding_list_text(rows: Sequence[ListedFinding], title: str) -> str:
    """The findings as plain text for a chat; why something was kept stays in the office."""
    parts = [f"*{title}*"]
    open_rows = [row for row in rows if not row.finding.accepted]
    for day, group in groupby(open_rows, key=lambda row: row.day):
        parts.append(f"*{long_date(day, current_language())}*")
        for row in group:
            about = " · ".join(part for part in (time_words(row), row.title) if part)
            parts.append(f"{about}\n{row.finding.message}")
    if not open_rows:
        parts.append(_("Nothing clashes and nothing is missing."))
    return "\n\n".join(parts)


def _words(row: ListedFinding) -> tuple[str, ...]:
    finding = row.finding
    return finding.title, finding.why, row.title, row.place, row.visit_reference


def _tone(rows: Sequence[ListedFinding]) -> str:
    grave = any(row.finding.severity is Severity.ERROR for row in rows)
    return "bad" if grave else "warn"
