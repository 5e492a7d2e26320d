"""What the palette shows for what was typed: things found and commands, in groups."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from desk.gui.models.rows import Group
from desk.locale import N_, _, current_language
from desk.locale.formats import date_range
from desk.model.rows.search import SearchHit
from desk.rules.folding import fold
from desk.services import visits
from desk.services.desk import Desk
from desk.services.finding import find_things
from desk.services.venues import list_venues

_MOST_THINGS = 12
_MOST_COMMANDS = 6
_MOST_SEARCHED = 60
"""Looked through when only one kind of thing is wanted."""

_ICONS = {
    "person": "user",
    "visit": "airplane-landing",
    "event": "calendar-blank",
    "venue": "buildings",
    "resource": "bus",
}

_GROUPS = {
    "person": ("people", N_("People")),
    "visit": ("events", N_("Events and visits")),
    "event": ("events", N_("Events and visits")),
    "venue": ("venues", N_("Venues")),
    "resource": ("venues", N_("Venues")),
}


@dataclass(frozen=True, slots=True)
class PaletteCommand:
    """One of the frame's commands; `detail` says what it would do now, `keys` run it directly."""

    name: str
    words: str
    detail: str = ""
    icon: str = ""
    keys: str = ""


@dataclass(frozen=True, slots=True)
class PaletteItem:
    """One row: either something found or a command."""

    id: str
    title: str
    detail: str
    icon: str
    keys: str = ""
    hit: SearchHit | None = None
    command: str = ""
    action: str = ""
    """What quick add does with the row."""


def items_for(
    desk: Desk, typed: str, commands: Sequence[PaletteCommand]
) -> list[PaletteItem | Group]:
    """The rows for what was typed: `>` asks for commands only, `@` for venues, `#` for visits."""
    mark, text = (
        (typed[0], typed[1:].strip()) if typed[:1] in (">", "@", "#") else ("", typed.strip())
    )
    if mark == ">":
        return _with_group(_fitting(commands, text))
    if mark == "@":
        return _grouped(_venues(desk, text))
    if mark == "#":
        return _grouped(_visits(desk, text))
    if not text:
        return _with_group(_fitting(commands, ""))
    found = find_things(desk, text, limit=_MOST_THINGS)
    return [*_grouped(found), *_with_group(_fitting(commands, text)[:_MOST_COMMANDS])]


def _venues(desk: Desk, text: str) -> list[SearchHit]:
    if text:
        hits = find_things(desk, text, limit=_MOST_SEARCHED)
        return [hit for hit in hits if hit.kind == "venue"][:_MOST_THINGS]
    return [
        SearchHit("venue", row.id, row.name, ", ".join(filter(None, (row.building, row.city))))
        for row in list_venues(desk)[:_MOST_THINGS]
    ]


def _visits(desk: Desk, text: str) -> list[SearchHit]:
    if text:
        hits = find_things(desk, text, limit=_MOST_SEARCHED)
        return [hit for hit in hits if hit.kind == "visit"][:_MOST_THINGS]
    return [
        SearchHit(
            "visit",
            row.id,
            row.title,
            date_range(row.first_day, row.last_day, current_language(), same_year_once=True),
            row.reference,
        )
        for row in visits.list_visits(desk, limit=_MOST_THINGS)
    ]


def _grouped(hits: Iterable[SearchHit]) -> list[PaletteItem | Group]:
    """The hits under the headings of their kinds; the kind of the best one stands first."""
    groups: dict[str, list[PaletteItem | Group]] = {}
    for hit in hits:
        key, label = _GROUPS[hit.kind]
        rows = groups.setdefault(key, [Group(key, _(label))])
        detail = " · ".join(part for part in (hit.why, hit.reference, hit.subtitle) if part)
        rows.append(
            PaletteItem(f"{hit.kind}/{hit.id}", hit.title, detail, _ICONS[hit.kind], hit=hit)
        )
    return [row for rows in groups.values() for row in rows]


def _fitting(commands: Sequence[PaletteCommand], text: str) -> list[PaletteItem]:
    """The commands whose name holds every word, those that begin with the text first."""
    wanted = fold(text)
    found: list[tuple[bool, PaletteItem]] = []
    for command in commands:
        name = fold(command.words)
        if all(word in name for word in wanted.split()):
            item = PaletteItem(
                f"command/{command.name}",
                command.words,
                command.detail,
                command.icon,
                command.keys,
                command=command.name,
            )
            found.append((not name.startswith(wanted), item))
    return [item for _late, item in sorted(found, key=lambda pair: pair[0])]


def _with_group(commands: Sequence[PaletteItem]) -> list[PaletteItem | Group]:
    return [Group("commands", _("Commands")), *commands] if commands else []
