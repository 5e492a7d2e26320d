"""Languages that are spoken: what they are called in id, en, ru and kk, and reading their names."""

from functools import cache

from desk.locale.cldr import locale_of

USUAL_LANGUAGES = (
    "id", "en", "kk", "ru", "zh", "ja", "ko", "ar", "ms", "nl", "de", "fr",
    "es", "pt", "it", "tr", "hi", "th", "vi", "fil", "uz", "tg", "ky", "fa",
)  # fmt: skip
"""Spoken where guests of the province come from; those met most often come first."""


@cache
def language_name(code: str, language: str) -> str:
    """What a language is called: "Kazakh", "казахский"; its code in capitals when CLDR has none."""
    name = _names(language).get(code)
    return name[:1].upper() + name[1:] if name else code.upper()


def language_names(codes: str, language: str) -> str:
    """Several languages in the order spoken, from codes with commas between: "Rusia, Indonesia"."""
    return ", ".join(language_name(code, language) for code in codes.split(",") if code)


def language_codes(text: str) -> str:
    """The codes of what was typed, commas between: "Rusia / Inggris" and "ru, en" give "ru,en".

    Raises LookupError with the word that is no language.
    """
    found: list[str] = []
    for word in _words(text):
        code = _codes().get(word.casefold())
        if code is None:
            raise LookupError(word)
        if code not in found:
            found.append(code)
    return ",".join(found)


def _names(language: str) -> dict[str, str]:
    return dict(locale_of(language).languages)


def _words(text: str) -> list[str]:
    for sign in ("/", ";", "–", "&", "+"):
        text = text.replace(sign, ",")
    return [word.strip() for word in text.split(",") if word.strip()]


@cache
def _codes() -> dict[str, str]:
    found = {code: code for code in USUAL_LANGUAGES}
    for language in ("kk", "ru", "en", "id"):
        for code in USUAL_LANGUAGES:
            found[language_name(code, language).casefold()] = code
            found[f"bahasa {language_name(code, language)}".casefold()] = code
    return found
