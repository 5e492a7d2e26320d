"""vCards 2.1, 3.0 and 4.0: each is read by itself, so that a broken one loses only itself."""

import logging
import re
from binascii import Error as BadBase64
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, cast

import vobject

from desk.rules.intake.groups import group_of_line
from desk.rules.intake.person import ReadPerson
from desk.rules.intake.text import person_of_group

_CARD = re.compile(r"^BEGIN:VCARD[ \t]*$.*?^END:VCARD[ \t]*$", re.M | re.S | re.IGNORECASE)
_BEGIN = re.compile(r"^BEGIN:VCARD[ \t]*$", re.M | re.IGNORECASE)


# The library says nothing of the types it gives.
_READ_ONE = cast(Any, vobject.readOne)  # pyright: ignore[reportUnknownMemberType]


@dataclass(frozen=True, slots=True)
class CardsRead:
    """The people of the cards, and the numbers of the cards that could not be read."""

    people: list[ReadPerson]
    broken: list[int]


def read_cards(text: str) -> CardsRead:
    """Everybody in a file of vCards."""
    # The library says in its log what it forgives; that holds the words of the card.
    logging.getLogger("vobject").setLevel(logging.CRITICAL)
    people: list[ReadPerson] = []
    broken: list[int] = []
    for number, card in enumerate(_cards(text), start=1):
        person = _person(card, number)
        if person is None:
            broken.append(number)
        else:
            people.append(person)
    return CardsRead(people, broken)


def _cards(text: str) -> Iterator[str]:
    plain = text.replace("\r\n", "\n").replace("\r", "\n")
    begins = [match.start() for match in _BEGIN.finditer(plain)]
    for at, begin in enumerate(begins):
        # A card without its end ends where the next begins.
        until = begins[at + 1] if at + 1 < len(begins) else len(plain)
        whole = _CARD.match(plain, begin, until)
        yield whole[0] if whole else plain[begin:until]


def _person(card: str, number: int) -> ReadPerson | None:
    try:
        read: Any = _READ_ONE(card, allowQP=True, ignoreUnreadable=True)
    except (
        vobject.base.VObjectError,
        ValueError,
        LookupError,
        BadBase64,
        AttributeError,
        StopIteration,
        TypeError,
    ):
        return None
    if read is None:
        return None
    named = getattr(getattr(read, "n", None), "value", None)
    family, given, additional = (_part(named, key) for key in ("family", "given", "additional"))
    full = _value(read, "fn") or " ".join(part for part in (family, given, additional) if part)
    if not full:
        return None
    group = group_of_line(full, _value(read, "note"))
    if group is not None:
        return person_of_group(group)
    body: Any = getattr(getattr(read, "org", None), "value", None)
    units = [body] if isinstance(body, str) else list(body or ())
    role = _value(read, "role")
    address = getattr(getattr(read, "adr", None), "value", None)
    return ReadPerson(
        full,
        titles_before=_part(named, "prefix"),
        titles_after=_part(named, "suffix"),
        office=_value(read, "title"),
        organisation=", ".join(unit.strip() for unit in units if unit.strip()),
        country=_part(address, "country"),
        role_words=role,
        email=_value(read, "email"),
        phone=_value(read, "tel"),
        line=number,
        source=full,
    )


def _value(read: Any, name: str) -> str:
    value = getattr(getattr(read, name, None), "value", "")
    return " ".join(value.split()) if isinstance(value, str) else ""


def _part(value: Any, name: str) -> str:
    part: Any = getattr(value, name, "") if value is not None and not isinstance(value, str) else ""
    words = part if isinstance(part, str) else " ".join(str(each) for each in part or ())
    return " ".join(words.split())
