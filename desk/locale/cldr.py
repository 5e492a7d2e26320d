"""What the desk asks of CLDR, the Unicode locale data, through Babel.

Babel takes 40 ms to import and up to 20 ms for each language, so it is imported on first use, and
everything that the first screen needs (dates, clocks, the usual zones) does without it.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from collections.abc import Mapping

    from babel import Locale

    _Names = Mapping[str, Mapping[str, str]]

# CLDR files a city under the name that its zone had first; these have been renamed since.
_FIRST_NAMES = {
    "Africa/Asmara": "Africa/Asmera",
    "America/Argentina/Buenos_Aires": "America/Buenos_Aires",
    "America/Argentina/Catamarca": "America/Catamarca",
    "America/Argentina/Cordoba": "America/Cordoba",
    "America/Argentina/Jujuy": "America/Jujuy",
    "America/Argentina/Mendoza": "America/Mendoza",
    "America/Atikokan": "America/Coral_Harbour",
    "America/Indiana/Indianapolis": "America/Indianapolis",
    "America/Kentucky/Louisville": "America/Louisville",
    "America/Nuuk": "America/Godthab",
    "Asia/Ho_Chi_Minh": "Asia/Saigon",
    "Asia/Kathmandu": "Asia/Katmandu",
    "Asia/Kolkata": "Asia/Calcutta",
    "Asia/Yangon": "Asia/Rangoon",
    "Atlantic/Faroe": "Atlantic/Faeroe",
    "Europe/Kyiv": "Europe/Kiev",
    "Pacific/Chuuk": "Pacific/Truk",
    "Pacific/Kanton": "Pacific/Enderbury",
    "Pacific/Pohnpei": "Pacific/Ponape",
}

_LOCALES = {"id": "id", "en": "en_GB", "ru": "ru", "kk": "kk"}


@cache
def locale_of(language: str) -> Locale:
    """Babel's locale for "id", "en" (British), "ru" or "kk"; KeyError for anything else."""
    from babel import Locale

    return Locale.parse(_LOCALES[language])


@cache
def zone_city(zone: str, language: str) -> str:
    """The city that stands for a zone: "Singapura", "Сингапур"."""
    # Read from the data: babel.dates.get_timezone_location takes a millisecond for each zone, and
    # a list of zones has four hundred.
    cities = cast("_Names", locale_of(language).time_zones)
    return cities.get(_FIRST_NAMES.get(zone, zone), {}).get("city") or zone.rpartition("/")[
        2
    ].replace("_", " ")


@cache
def zone_generic_name(zone: str, language: str, *, has_summer_time: bool) -> str | None:
    """A zone's long name that is right all the year round; None where CLDR has none.

    UTS #35 (Time Zone Format Terminology): the generic name, else the standard name of a zone
    without summer time.
    """
    from babel.core import get_global

    group = get_global("meta_zones").get(_FIRST_NAMES.get(zone, zone), "")
    groups = cast("Mapping[str, _Names]", locale_of(language).meta_zones)
    names = groups.get(group, {}).get("long", {})
    return names.get("generic") or (None if has_summer_time else names.get("standard"))


@cache
def territory_names(language: str) -> dict[str, str]:
    """ISO 3166 code -> the country's name; CLDR's regions and groupings are among them."""
    return dict(locale_of(language).territories)
