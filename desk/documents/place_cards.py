"""Place cards to fold, and flat name plates to cut: one for everybody who has a seat."""

from dataclasses import dataclass

from desk.documents.text import one_line
from desk.locale import said

PLACE_CARDS_TEMPLATE = "place_cards.typ"


@dataclass(frozen=True, slots=True)
class PlaceCard:
    """What stands on one card: the name in its form for cards, the office under it or nothing."""

    name: str
    office: str = ""
    organisation: str = ""


@dataclass(frozen=True, slots=True)
class PlaceCards:
    """The cards of one event, said already in its language (id, en, ru, kk), the first on top.

    With `folded` each is an A4 sheet lying and folded along the middle, to be read from both
    sides; else three flat plates are cut from one upright sheet.
    """

    language: str
    author: str
    event: str
    cards: tuple[PlaceCard, ...]
    folded: bool = True


def place_cards_data(cards: PlaceCards) -> dict[str, object]:
    """The cards as place_cards.typ reads them, ready for JSON.

    Raises UnknownLanguage for a language that documents do not come in.
    """
    language = cards.language
    title = said(language, "Place cards") if cards.folded else said(language, "Name plates")
    return {
        "language": language,
        "author": [one_line(cards.author)] if cards.author else [],
        "document": f"{title}, {one_line(cards.event)}",
        "folded": cards.folded,
        "nobody": said(language, "Nobody takes part yet."),
        "cards": [
            {
                "name": one_line(card.name),
                "lines": [one_line(line) for line in (card.office, card.organisation) if line],
            }
            for card in cards.cards
        ],
    }
