"""Countries and time zones to choose from as one types."""

from functools import cache

from desk.locale import current_language
from desk.locale.countries import country_choices, country_name
from desk.locale.zones import zone_choices
from desk.rules.folding import fold

USUAL_COUNTRIES = ("KZ", "CN", "JP", "KR", "MY", "SG", "AU", "NL", "AE", "TR")
"""Offered before anything is typed: where delegations to the province often come from."""


def find_countries(text: str) -> list[tuple[str, str]]:
    """Countries whose code or name in any of the languages begins or holds what was typed."""
    language = current_language()
    if not text.strip():
        return [(code, country_name(code, language)) for code in USUAL_COUNTRIES]
    return _best(text, _countries(language))


def country_choice(code: str) -> tuple[str, str]:
    """The country of a code."""
    return code, country_name(code, current_language())


def find_zones(text: str) -> list[tuple[str, str]]:
    """Time zones whose label or IANA name begins or holds what was typed; usual ones for ""."""
    zones = _zones(current_language())
    if not text.strip():
        return [(key, words) for key, words, _folded in zones[:12]]
    return _best(text, zones)


def zone_choice(zone: str) -> tuple[str, str]:
    """The label of a zone; its IANA name when it is not one of the choices."""
    for key, words, _folded in _zones(current_language()):
        if key == zone:
            return key, words
    return zone, zone


@cache
def _countries(language: str) -> tuple[tuple[str, str, tuple[str, ...]], ...]:
    others = [dict(country_choices(code)) for code in ("id", "en", "ru", "kk")]
    return tuple(
        (code, name, tuple(fold(names[code]) for names in others) + (code.casefold(),))
        for code, name in country_choices(language)
    )


@cache
def _zones(language: str) -> tuple[tuple[str, str, tuple[str, ...]], ...]:
    return tuple(
        (zone, words, (fold(words), zone.casefold(), zone.rpartition("/")[2].casefold()))
        for zone, words in zone_choices(language)
    )


def _best(
    text: str, choices: tuple[tuple[str, str, tuple[str, ...]], ...]
) -> list[tuple[str, str]]:
    wanted, plain = fold(text), text.strip().casefold()
    begins = [
        (key, words)
        for key, words, names in choices
        if any(name.startswith((wanted, plain)) if wanted else plain in name for name in names)
    ]
    holds = [
        (key, words)
        for key, words, names in choices
        if (key, words) not in begins and wanted and any(wanted in name for name in names)
    ]
    return begins + holds
