"""Which language the command line speaks."""

import os
from collections.abc import Mapping

from desk.locale import _, use_language
from desk.locale.words import DOCUMENT_LANGUAGES, SCREEN_LANGUAGES
from desk.model.errors import UserError


def speak(asked: str | None, environment: Mapping[str, str] = os.environ) -> None:
    """Speak the language asked for if screens have it, else that of the environment, else English."""
    if asked in SCREEN_LANGUAGES:
        use_language(asked)
        return
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if value := environment.get(name):
            use_language("id" if value.startswith("id") else "en")
            return
    use_language("en")


def known_screen_language(asked: str | None) -> str | None:
    """The language of screens that was asked for. Raises UserError for another one."""
    return _known(asked, SCREEN_LANGUAGES)


def known_document_language(asked: str | None) -> str | None:
    """The language of documents that was asked for. Raises UserError for another one."""
    return _known(asked, DOCUMENT_LANGUAGES)


def _known(asked: str | None, languages: tuple[str, ...]) -> str | None:
    if asked is not None and asked not in languages:
        raise UserError(
            _("{language} is not a language this can be had in; choose {languages}.").format(
                language=asked, languages=", ".join(languages)
            ),
            field="language",
        )
    return asked
