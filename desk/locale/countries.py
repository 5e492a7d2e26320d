"""Countries: their names in id, en, ru and kk, and what is usual for guests from there."""

import unicodedata
from functools import cache

from desk.locale.cldr import territory_names
from desk.locale.zones import country_codes, zones_of_country


class UnknownCountry(ValueError):
    """A code that ISO 3166-1 does not hold; `.code` is what was asked for."""

    def __init__(self, code: str) -> None:
        super().__init__(f"unknown country code {code!r}")
        self.code = code


# Indonesia recognises the State of Palestine (since 1988); CLDR names it "Palestinian Territories".
_OWN_NAMES = {
    "PS": {"id": "Palestina", "en": "Palestine", "ru": "Палестина", "kk": "Палестина"},
}

# The capital's zone, where tzdata's zone.tab does not list it first.
_CAPITAL_ZONES = {
    "AU": "Australia/Sydney",
    "BR": "America/Sao_Paulo",
    "CA": "America/Toronto",
    "RU": "Europe/Moscow",
    "UA": "Europe/Kyiv",
    "UZ": "Asia/Tashkent",
    "FM": "Pacific/Pohnpei",
    "PS": "Asia/Hebron",
}

# Russian is an official or working language of these states. Others that used it once are written
# to in English, as their protocol offices prefer.
_RUSSIAN_SPEAKING = frozenset({"AM", "AZ", "BY", "KG", "RU", "TJ", "TM", "UZ"})

# Unicode does not hold the letters in the order of these alphabets.
_ALPHABETS = {
    "ru": "абвгдеёжзийклмнопрстуфхцчшщъыьэюя",
    "kk": "аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюя",
}


def country_name(code: str, language: str) -> str:
    """A country's name: "Kazakhstan", "Казахстан", "Қазақстан"; raises UnknownCountry.

    `code` is ISO 3166-1 alpha-2 in capitals; `language` is id, en, ru or kk (else KeyError).
    """
    if code not in country_codes():
        raise UnknownCountry(code)
    return _names(language)[code]


@cache
def _names(language: str) -> dict[str, str]:
    names = territory_names(language)
    own = {code: by_language[language] for code, by_language in _OWN_NAMES.items()}
    return {code: names[code] for code in country_codes()} | own


@cache
def country_choices(language: str) -> tuple[tuple[str, str], ...]:
    """Every country as (code, name), in the order of the language's alphabet."""
    choices = _names(language).items()
    return tuple(sorted(choices, key=lambda choice: (sorting_key(choice[1], language), choice[0])))


def sorting_key(text: str, language: str) -> tuple[tuple[int, str], ...]:
    """A key that sorts words by the language's alphabet, without regard to case and accents."""
    alphabet = _ALPHABETS.get(language)
    if alphabet is None:
        plain = unicodedata.normalize("NFKD", text.casefold())
        return tuple((0, sign) for sign in plain if not unicodedata.combining(sign))
    # Signs of no alphabet (spaces, hyphens) come before letters.
    return tuple((alphabet.find(sign) + 1, sign) for sign in text.casefold())


def usual_zone(code: str) -> str | None:
    """The zone of a country's capital, for instance "Asia/Almaty" for KZ; None without any zone."""
    zones = zones_of_country(code)
    return _CAPITAL_ZONES.get(code) or (zones[0] if zones else None)


def usual_language(code: str) -> str:
    """The language to write to guests from a country in, out of id, en, ru and kk; else en."""
    if code == "ID":
        return "id"
    if code == "KZ":
        return "kk"
    return "ru" if code in _RUSSIAN_SPEAKING else "en"
