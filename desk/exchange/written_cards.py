"""vCards 3.0 (RFC 2426) for address books and phones."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, cast

import vobject

_CARD = cast(Any, vobject.vCard)  # pyright: ignore[reportUnknownMemberType]
_NAME = cast(Any, vobject.vcard.Name)  # pyright: ignore[reportUnknownMemberType]


@dataclass(frozen=True, slots=True)
class Card:
    """What stands on a card: nothing that is restricted."""

    name: str
    family: str = ""
    given: str = ""
    patronymic: str = ""
    titles_before: str = ""
    titles_after: str = ""
    office: str = ""
    organisation: str = ""
    email: str = ""


def card_bytes(cards: Iterable[Card]) -> bytes:
    """The cards one after the other."""
    return "".join(_written(card) for card in cards).encode()


def _written(card: Card) -> str:
    made = _CARD()
    made.add("fn").value = card.name
    made.add("n").value = _NAME(
        family=card.family,
        # A name without parts is complete as it is; address books sort by what stands here.
        given=card.given or ("" if card.family else card.name),
        additional=card.patronymic,
        prefix=card.titles_before,
        suffix=card.titles_after,
    )
    if card.office:
        made.add("title").value = card.office
    if card.organisation:
        made.add("org").value = [card.organisation]
    if card.email:
        made.add("email").value = card.email
    return str(made.serialize())
