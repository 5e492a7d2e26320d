"""The words: one door for every sentence a person reads.

Two sets of words are kept apart. The *screens* speak one language at a time, chosen with
`use_language` (domain ``desk``: id, en). *Documents and invitations* speak the language of whoever
receives them, whatever the screens speak (domain ``documents``: id, en, ru, kk).

Source strings are English with named placeholders; they are looked up when called, never at import,
so that the language can be switched while the window is open:

    _("Saved at {time}").format(time=...)
    ngettext("{count} person", "{count} people", n).format(count=n)
    said(language, "Attendance list")
    said_many(language, "Group, {count} person", "Group, {count} people", n).format(count=n)

`packaging/catalogs.py` collects the strings from calls of these names.
"""

from functools import cache
from gettext import GNUTranslations, NullTranslations, translation
from pathlib import Path

SCREEN_LANGUAGES = ("id", "en")
DOCUMENT_LANGUAGES = ("id", "en", "ru", "kk")

CATALOG_FOLDER = Path(__file__).parent / "catalogs"


class UnknownLanguage(ValueError):
    """A language that the words do not come in; `.language` is what was asked for."""

    def __init__(self, language: str, known: tuple[str, ...]) -> None:
        super().__init__(f"unknown language {language!r}, known are {', '.join(known)}")
        self.language = language
        self.known = known


class _Words(GNUTranslations):
    """A catalog that can also be read backwards."""

    _catalog: dict[str | tuple[str, int], str]

    def sources(self) -> dict[str, str]:
        """From the words of this language to their English source; of plain words only."""
        return {words: source for source, words in self._catalog.items() if isinstance(source, str)}


@cache
def _catalog(domain: str, language: str) -> NullTranslations:
    # English is the source language: without a compiled catalog the words are still right.
    return translation(domain, CATALOG_FOLDER, [language], _Words, fallback=language == "en")


@cache
def _sources() -> dict[str, str]:
    """From the screens' words in any language to their English source."""
    found: dict[str, str] = {}
    for language in SCREEN_LANGUAGES:
        catalog = _catalog("desk", language)
        if isinstance(catalog, _Words):
            found |= catalog.sources()
    return found


class _Screen:
    """What the screens speak now. One per process, as there is one person in front of it."""

    language = "en"
    words: NullTranslations = NullTranslations()


def use_language(language: str) -> None:
    """Let the screens speak `language` ("id" or "en") from the next lookup on.

    Raises UnknownLanguage for anything else.
    """
    if language not in SCREEN_LANGUAGES:
        raise UnknownLanguage(language, SCREEN_LANGUAGES)
    _Screen.words = _catalog("desk", language)
    _Screen.language = language


def current_language() -> str:
    """The language the screens speak: "id" or "en"; "en" until `use_language` was called."""
    return _Screen.language


def _(english: str) -> str:
    """The screen's words for an English source string; the source itself when not translated."""
    # The empty string is the key of the catalog's header and must not be looked up.
    return _Screen.words.gettext(english) if english else ""


def said_again(words: str) -> str:
    """Words that the screens said once, in whatever language, as they are said now.

    For what was written down as it was said, as the names of steps are. Words that no catalog
    holds come back as they are.
    """
    return _(_sources().get(words, words))


def ngettext(one: str, many: str, count: int) -> str:
    """The screen's words for a counted thing, still with its placeholders: format it afterwards."""
    return _Screen.words.ngettext(one, many, count)


def N_(english: str) -> str:
    """Mark a screen's string for translation where it is defined; look it up later with `_`."""
    return english


class DocumentWords:
    """The words of documents and invitations in one language; get it from `words_in`."""

    __slots__ = ("_words", "language")

    def __init__(self, language: str, words: NullTranslations) -> None:
        self.language = language
        self._words = words

    def text(self, english: str) -> str:
        """The words for an English source string; the source itself when not translated."""
        return self._words.gettext(english) if english else ""

    def plural(self, one: str, many: str, count: int) -> str:
        """The words for a counted thing, still with its placeholders: format it afterwards."""
        return self._words.ngettext(one, many, count)


@cache
def words_in(language: str) -> DocumentWords:
    """The documents' words in "id", "en", "ru" or "kk", whatever the screens speak.

    Raises UnknownLanguage for anything else.
    """
    if language not in DOCUMENT_LANGUAGES:
        raise UnknownLanguage(language, DOCUMENT_LANGUAGES)
    return DocumentWords(language, _catalog("documents", language))


def said(language: str, english: str) -> str:
    """A document's or invitation's words in `language`; the string is collected from the call."""
    return words_in(language).text(english)


def said_many(language: str, one: str, many: str, count: int) -> str:
    """A document's words for a counted thing in `language`, still with its placeholders."""
    return words_in(language).plural(one, many, count)


def to_be_said(english: str) -> str:
    """Mark a document's string for translation where it is defined; look it up with `said`."""
    return english
