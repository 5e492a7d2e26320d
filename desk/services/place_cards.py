"""The place cards and name plates of an event, drafted for paper."""

from dataclasses import dataclass

from desk.documents.place_cards import (
    PLACE_CARDS_TEMPLATE,
    PlaceCard,
    PlaceCards,
    place_cards_data,
)
from desk.locale import _, said
from desk.model.choices import DocumentKind, Side
from desk.model.errors import NotThere
from desk.model.rows.documents import DocumentDraft
from desk.model.rows.precedence import StandingRow
from desk.model.tables import Event
from desk.services.assembly.events import event_rows
from desk.services.assembly.standings import order_in
from desk.services.desk import Desk
from desk.services.prints import known_language, latest_print, what_changed, when_printed
from desk.services.settings import settings_in


@dataclass(frozen=True, slots=True)
class CardChoices:
    """How the cards are to look, and whose: both sides where `side` is None."""

    language: str
    folded: bool = True
    show_office: bool = True
    side: Side | None = None


def place_cards_draft(desk: Desk, event_id: int, choices: CardChoices) -> DocumentDraft:
    """A card for everybody who is expected by name, in the order in which they stand.

    Nothing of what was decided about the order is in it. Raises UserError.
    """
    language = known_language(choices.language)
    kind = DocumentKind.PLACE_CARDS if choices.folded else DocumentKind.NAME_PLATES
    with desk.read() as session:
        found = session.get(Event, event_id)
        if found is None:
            raise NotThere(_("This event is not there any more."))
        event = event_rows(session, [found], language)[0]
        cards = tuple(
            _card(row, choices)
            for row in order_in(session, found, language).standings
            if not row.is_group and choices.side in (None, row.side)
        )
        author = next(iter(settings_in(session).letterhead_lines), "")
        content = {
            "names": [card.name for card in cards],
            "offices": [f"{card.office} {card.organisation}".strip() for card in cards],
        }
        earlier = latest_print(session, kind, language, event_id=event_id)
        replaces = (
            said(language, "print {number} of {when}").format(
                number=earlier.number, when=when_printed(desk, earlier.produced_at, language)
            )
            if earlier
            else ""
        )
    which = "place-cards" if choices.folded else "name-plates"
    return DocumentDraft(
        kind=kind,
        template=PLACE_CARDS_TEMPLATE,
        data=place_cards_data(PlaceCards(language, author, event.title, cards, choices.folded)),
        title=_("Place cards") if choices.folded else _("Name plates"),
        file_name=f"{event.reference.replace('/', '-')}_{which}_{language}.pdf",
        language=language,
        event_id=event_id,
        visit_id=event.visit_id,
        content=content,
        number=earlier.number + 1 if earlier else 1,
        replaces=replaces,
        changed=what_changed(earlier.content, content, language) if earlier else (),
    )


def _card(row: StandingRow, choices: CardChoices) -> PlaceCard:
    """The name as somebody wrote it for cards, else with its titles."""
    name = row.name_forms.get(f"card.{choices.language}") or row.name_with_titles
    if not choices.show_office:
        return PlaceCard(name)
    return PlaceCard(name, row.office, row.organisation)
