"""Words, formats, zones and countries in the languages of the desk: id, en, ru, kk."""

from desk.locale.words import (
    DOCUMENT_LANGUAGES,
    N_,
    SCREEN_LANGUAGES,
    DocumentWords,
    UnknownLanguage,
    _,
    current_language,
    ngettext,
    said,
    said_again,
    said_many,
    to_be_said,
    use_language,
    words_in,
)

__all__ = [
    "DOCUMENT_LANGUAGES",
    "N_",
    "SCREEN_LANGUAGES",
    "DocumentWords",
    "UnknownLanguage",
    "_",
    "current_language",
    "ngettext",
    "said",
    "said_again",
    "said_many",
    "to_be_said",
    "use_language",
    "words_in",
]
