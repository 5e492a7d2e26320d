"""What was typed into a cell of a rundown, as the fields of its row."""

from collections.abc import Mapping
from datetime import time

from desk.locale import _, current_language
from desk.locale.formats import clock_time, parse_clock
from desk.model.errors import UserError
from desk.model.localised import with_text
from desk.model.rows.rundown import ItemRow
from desk.services.rundown import LONGEST

Fields = Mapping[str, object]


def value_typed(item: ItemRow, field: str, words: str) -> tuple[Fields, Fields]:
    """What to write and what was seen before. Raises UserError with a sentence for the cell."""
    if field == "starts":
        return {field: _clock(words)}, {field: item.starts}
    if field == "minutes":
        return {field: _minutes(words)}, {field: item.minutes}
    if field == "title":
        return {field: with_text(item.titles, current_language(), words)}, {field: item.titles}
    if field == "dress":
        return {field: with_text(item.dresses, current_language(), words)}, {field: item.dresses}
    return {field: words}, {field: getattr(item, field)}


def _clock(words: str) -> time:
    try:
        return parse_clock(words)
    except ValueError as problem:
        last = clock_time(time(23, 59), current_language())
        raise UserError(_("Not a time. Hours go up to {last}.").format(last=last)) from problem


def _minutes(words: str) -> int:
    if not (words.isascii() and words.isdigit()):
        raise UserError(_("Write a whole number, for example 20."))
    if int(words) > LONGEST:
        raise UserError(_("A number from {least} to {most}.").format(least=0, most=LONGEST))
    return int(words)
