"""The parts of a name: proposed from how it is written, confirmed by a person."""

import re
from dataclasses import dataclass

from desk.rules.name_titles import split_titles
from desk.rules.transliteration import has_cyrillic

_PATRONYMIC = re.compile(
    r"""(?:ovich|evich|yevich|ievich|ovna|evna|yevna|ievna|inichna|uly|uli|ulı|ūly|kyzy|qyzy|kizi|qızy|qızı
         |ович|евич|овна|евна|инична|ұлы|улы|қызы|кызы)$""",
    re.VERBOSE | re.IGNORECASE,
)
_SEPARATE = {"uly", "uli", "kyzy", "qyzy", "ұлы", "улы", "қызы", "кызы", "ulı"}
"""Kazakh patronymic endings that may stand as a word of their own."""

_FAMILY = re.compile(
    r"""(?:ov|ova|ev|eva|yev|yeva|in|ina|yn|yna|skiy|skaya|sky|sky|bay|baev|enko|uk|chuk
         |ов|ова|ев|ева|ин|ина|ын|ына|ский|ская|бай|енко|ук)$""",
    re.VERBOSE | re.IGNORECASE,
)

FAMILY_FIRST = frozenset({"KZ", "RU", "KG", "UZ", "TJ", "TM", "BY", "UA", "AZ"})
"""Countries whose official order is family, given, patronymic."""


@dataclass(frozen=True, slots=True)
class ParsedName:
    """A proposal: the name as the person writes it, and the parts it seems to have.

    `full_name` is the name without titles; every part but that may be empty.
    """

    full_name: str
    family: str = ""
    given: str = ""
    patronymic: str = ""
    titles_before: str = ""
    titles_after: str = ""
    honorific: str = ""
    original_script: str = ""

    @property
    def as_written(self) -> str:
        """Titles and name together, with the exact punctuation."""
        before = f"{self.titles_before} " if self.titles_before else ""
        honorific = f"{self.honorific} " if self.honorific else ""
        after = f", {self.titles_after}" if self.titles_after else ""
        return f"{honorific}{before}{self.full_name}{after}"


def parse_name(text: str, *, country: str = "") -> ParsedName:
    """Propose the parts of a name.

    An Indonesian name, or one of a single word, is complete as it is and gets no parts. Where a
    patronymic shows, the official order Family Given Patronymic is taken, or Given Patronymic
    Family when it stands in the middle. Mr and Ms are never inferred.
    """
    titled = split_titles(text)
    words = titled.name.split()
    family = given = patronymic = ""
    at, width = _patronymic_at(words)
    if at is not None:
        patronymic = " ".join(words[at : at + width])
        before, after = words[:at], words[at + width :]
        if after:
            given, family = " ".join(before), " ".join(after)
        elif len(before) >= 2:
            family, given = before[0], " ".join(before[1:])
        else:
            given = " ".join(before)
    elif len(words) == 2 and country in FAMILY_FIRST:
        first, second = words
        if _FAMILY.search(first) and not _FAMILY.search(second):
            family, given = first, second
        elif _FAMILY.search(second) and not _FAMILY.search(first):
            given, family = first, second
    return ParsedName(
        full_name=titled.name,
        family=family,
        given=given,
        patronymic=patronymic,
        titles_before=titled.before,
        titles_after=titled.after,
        honorific=titled.honorific,
        original_script=titled.name if has_cyrillic(titled.name) else "",
    )


def _patronymic_at(words: list[str]) -> tuple[int | None, int]:
    """Where the patronymic stands and how many words it has; a lone word is a name."""
    for at in range(1, len(words)):
        word = words[at]
        if word.lower() in _SEPARATE:
            return (at - 1, 2) if at > 1 else (None, 0)
        if _PATRONYMIC.search(word) and len(word) > 5:
            return at, 1
    return None, 0
