"""Countries and time zones to choose from as one types."""

from functools import cache

from desk.locale import current_language
from desk.locale.countries import country_choices, country_name
from desk.locale.words import DOCUMENT_LANGUAGES
from desk.locale.zones import zone_choices
from desk.rules.folding import fold

USUAL_COUNTRIES = ("KZ", "CN", "JP", "KR", "MY", "SG", "AU", "NL", "AE", "TR", "ID")
"""Offered before anything is typed; every other country is found by typing."""
_USUAL_ZONES = 12

_Known = tuple[tuple[str, str, tuple[str, ...]], ...]


def find_countries(text: str) -> list[tuple[str, str]]:
    """Countries as (code, name): those whose name in any of the languages or code fits."""
    language = current_language()
    if not text.strip():
        return [(code, country_name(code, language)) for code in USUAL_COUNTRIES]
    return _fitting(text, _countries(language))


def country_choice(code: str) -> tuple[str, str]:
    """The country of a code."""
    return code, country_name(code, current_language())


def find_zones(text: str) -> list[tuple[str, str]]:
    """Time zones as (IANA name, label): those whose label or name fits; the usual ones for ""."""
    zones = _zones(current_language())
    if not text.strip():
        return [(key, words) for key, words, _names in zones[:_USUAL_ZONES]]
    return _fitting(text, zones)


def zone_choice(zone: str) -> tuple[str, str]:
    """A zone with its label; the IANA name itself when it is not one of the choices."""
    labels = {key: words for key, words, _names in _zones(current_language())}
    return zone, labels.get(zone, zone)


@cache
def _countries(language: str) -> _Known:
    others = [dict(country_choices(code)) for code in DOCUMENT_LANGUAGES]
    return tuple(
        (code, name, (*(fold(names[code]) for names in others), code.casefold()))
        for code, name in country_choices(language)
    )


@cache
def _zones(language: str) -> _Known:
    return tuple(
        (zone, words, (fold(words), fold(zone.rpartition("/")[2]), zone.casefold()))
        for zone, words in zone_choices(language)
    )


def _fitting(text: str, known: _Known) -> list[tuple[str, str]]:
    """Those that begin with what was typed, then those that hold it."""
    plain = text.strip().casefold()
    wanted = fold(text) or plain
    begins: list[tuple[str, str]] = []
    holds: list[tuple[str, str]] = []
    for key, words, names in known:
        if any(name.startswith((wanted, plain)) for name in names):
            begins.append((key, words))
        elif any(wanted in name for name in names):
            holds.append((key, words))
    return begins + holds
