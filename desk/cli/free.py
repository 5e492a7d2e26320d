"""Finding a free time on the command line."""

import json
import sys
from argparse import Namespace
from datetime import date

from desk.cli.screen_language import known_screen_language
from desk.locale import _
from desk.locale.formats import time_range, weekday_date
from desk.locale.words import current_language
from desk.model.errors import UserError
from desk.model.rows.free_time import FreeSlot
from desk.services.desk import Desk
from desk.services.free_time import find_free
from desk.services.person_references import find_person


def free(desk: Desk, arguments: Namespace) -> int:
    """Say when and where so many people could meet; the first free time of every stretch."""
    known_screen_language(arguments.language)
    slots = find_free(
        desk,
        minutes=arguments.minutes,
        first_day=_day(arguments.first_day, "--from"),
        last_day=_day(arguments.last_day, "--to"),
        seats=arguments.seats,
        people=[find_person(desk, reference) for reference in arguments.people],
    )
    if arguments.json:
        plain = (sys.stdout.encoding or "").lower().replace("-", "") != "utf8"
        _say(json.dumps([_object(slot) for slot in slots], ensure_ascii=plain, indent=2))
        return 0
    for slot in slots:
        _say(_line(slot))
    if not slots:
        _say(_("No free time was found; look at more days, or ask for less."))
    return 0


def _line(slot: FreeSlot) -> str:
    language = current_language()
    place = ", ".join(part for part in (slot.venue, slot.building) if part)
    day = weekday_date(slot.starts.date(), language)
    when = time_range(slot.starts, slot.ends, slot.zone, language)
    cautions = f"  [{'; '.join(slot.cautions)}]" if slot.cautions else ""
    return f"{day}  {when}  {place}  ({slot.why}){cautions}"


def _object(slot: FreeSlot) -> dict[str, object]:
    return {
        "venue": slot.venue,
        "building": slot.building,
        "layout": slot.layout,
        "seats": slot.seats,
        "starts": slot.starts.isoformat(),
        "ends": slot.ends.isoformat(),
        "zone": slot.zone,
        "free_until": slot.free_until.isoformat(),
        "why": slot.why,
        "cautions": list(slot.cautions),
    }


def _day(text: str, option: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise UserError(
            _("{text} is no date; dates look like 2026-12-06.").format(text=text), field=option
        ) from error


def _say(text: str) -> None:
    sys.stdout.write(f"{text}\n")
