"""The words for days and months that people type, Indonesian and English mixed."""

from desk.locale.calendar_names import CALENDAR_NAMES, OTHER_DAY_NAMES, OTHER_MONTH_NAMES

_TYPED = tuple(CALENDAR_NAMES[code] for code in ("id", "en"))


def _numbered(*lists: tuple[str, ...], first: int) -> dict[str, int]:
    return {word.casefold(): at for words in lists for at, word in enumerate(words, first)}


WEEKDAYS: dict[str, int] = {
    **_numbered(*(names.days for names in _TYPED), first=0),
    "ahad": 6,
    "jum'at": 4,
    "jum’at": 4,
}
"""Names of days in full (Monday 0)."""

SHORT_WEEKDAYS: dict[str, int] = {
    **_numbered(*(names.days_abbreviated for names in _TYPED), first=0),
    **{word: at for word, at in OTHER_DAY_NAMES.items() if word not in WEEKDAYS},
}
"""Short names: they may be other words as well, so they count where nothing better is said."""

MONTHS: dict[str, int] = {
    **_numbered(*(names.months_abbreviated for names in _TYPED), first=1),
    **_numbered(*(names.months for names in _TYPED), first=1),
    **{word: at for word, at in OTHER_MONTH_NAMES.items() if word.isascii()},
}
"""Names of months, in full and short (January 1)."""


def any_of(words: dict[str, int]) -> str:
    """A pattern for one of the words, the longest first."""
    return "|".join(sorted(words, key=lambda word: (-len(word), word)))
