"""What the fields about lending find: resources, equipment, languages."""

from collections.abc import Callable, Sequence

from desk.gui.models.resources import ICONS, about_words, fits
from desk.gui.widgets.searchable_combo import Choice
from desk.locale import current_language
from desk.locale.languages import USUAL_LANGUAGES, language_name
from desk.model.rows.resources import ResourceRow
from desk.rules.folding import fold
from desk.services import resources, venues
from desk.services.choice_words import choice_words
from desk.services.desk import Desk

Find = Callable[[str], Sequence[Choice]]


def resource_choice(row: ResourceRow) -> Choice:
    """A resource with its kind and what it can."""
    detail = " · ".join(part for part in (choice_words(row.kind), about_words(row)) if part)
    return Choice(row.id, row.name, detail, ICONS[row.kind])


def find_resources(desk: Desk) -> Find:
    """Resources by name, person, kind, city or owner; read anew each time."""

    def find(text: str) -> list[Choice]:
        return [resource_choice(row) for row in resources.list_resources(desk) if fits(row, text)]

    return find


def find_equipment(desk: Desk) -> Find:
    """What stands in other venues already, so that one word is used for one thing."""

    def find(text: str) -> list[Choice]:
        wanted = fold(text)
        return [
            Choice(words, words) for words in venues.known_equipment(desk) if wanted in fold(words)
        ]

    return find


def find_languages(text: str) -> list[Choice]:
    """Languages by code or name, the usual ones first."""
    code, wanted = text.strip().casefold(), fold(text)
    if code in USUAL_LANGUAGES:
        return [language_choice(code)]
    choices = map(language_choice, USUAL_LANGUAGES)
    return [choice for choice in choices if wanted in fold(choice.text)]


def language_choice(code: str) -> Choice:
    """A language as a choice."""
    return Choice(code, language_name(code, current_language()), icon="translate")
