"""Who takes part in an event, as the table in its details shows them."""

from collections.abc import Callable, Sequence
from typing import Any

from desk.gui.models.choice_words import answer_mark, host_role_words
from desk.gui.models.rows import Column, Group, RowModel
from desk.locale import _, ngettext
from desk.model.choices import Answer, Role, Side
from desk.model.rows.events import ParticipantRow
from desk.services.choice_words import choice_words

NAME_COLUMN, ANSWER_COLUMN = 1, 2
"""After the box that says who came."""


def participant_columns(
    answer_cell: Callable[[ParticipantRow], Any],
) -> list[Column[ParticipantRow]]:
    """A box for who came, the name with the office, the sign of the answer."""
    return [
        Column(
            "",
            lambda row: "",
            checked=lambda row: row.attended is True,
            tip=lambda row: attended_words(row),
            width=34,
        ),
        Column(
            _("Name"),
            name_words,
            second=office_words,
            tip=lambda row: f"{name_words(row)}\n{office_words(row)}".strip(),
            stretches=True,
        ),
        Column(_("Answer"), lambda row: "", cell=answer_cell, width=34, tip=answer_words),
    ]


def participant_model(
    answer_cell: Callable[[ParticipantRow], Any],
) -> RowModel[ParticipantRow]:
    """The empty table of participants; `answer_cell` gives the delegate its sign."""
    return RowModel(participant_columns(answer_cell))


def in_sides(rows: Sequence[ParticipantRow]) -> list[ParticipantRow | Group]:
    """Guests and hosts, each below their heading; a side without anybody is left out."""
    shown: list[ParticipantRow | Group] = []
    for side in (Side.GUEST, Side.HOST):
        own = [row for row in rows if row.side is side]
        if own:
            shown.append(Group(f"side/{side.value}", choice_words(side), _count_words(own)))
            shown += own
    return shown


def _count_words(rows: Sequence[ParticipantRow]) -> str:
    heads = sum(row.headcount or 0 if row.is_group else 1 for row in rows)
    came = sum(row.attended is True for row in rows)
    words = ngettext("{count} person", "{count} people", heads).format(count=heads)
    if any(row.is_group and row.headcount is None for row in rows):
        words = _("{count} and a group").format(count=words)
    return _("{count}, {came} came").format(count=words, came=came) if came else words


def name_words(row: ParticipantRow) -> str:
    """The name; a group with its head-count."""
    if not row.is_group:
        return row.name
    count = "?" if row.headcount is None else str(row.headcount)
    return _("{name} ({count})").format(name=row.name, count=count)


def office_words(row: ParticipantRow) -> str:
    """Office and body, and the role where it is a special one."""
    answered = answer_words(row) if row.answer is not Answer.NONE else ""
    parts = [answered, row.office, row.organisation]
    if row.role not in (Role.MEMBER,):
        host = row.side is Side.HOST
        parts.append(host_role_words(row.role) if host else choice_words(row.role))
    if row.answer is Answer.REPRESENTED and row.represented_by:
        parts[0] = _("Represented by {name}").format(name=row.represented_by)
    return ", ".join(part for part in parts if part)


def answer_words(row: ParticipantRow) -> str:
    """What they answered."""
    return answer_mark(row.answer).words


def attended_words(row: ParticipantRow) -> str:
    """Whether they came."""
    if row.attended is None:
        return _("Not noted yet; tick when they came")
    return _("Came") if row.attended else _("Did not come")
