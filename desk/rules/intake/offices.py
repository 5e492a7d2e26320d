"""An office as a text gives it, taken apart: whether it is held for a time, and of which body."""

import re
from typing import NamedTuple

from desk.model.choices import Acting

_ACTING = re.compile(r"^(plt|plh|pj)\.?\s+", re.IGNORECASE)
_ACTING_IN_WORDS = re.compile(r"^acting\s+", re.IGNORECASE)
_BODY = re.compile(
    r"""^(?:the\s+)?(?:akimat|maslikhat|ministry|kementerian|kemen\w+|dinas|badan|biro|kantor|office|
        embassy|kedutaan|kbri|kjri|consulate|honorary\s+consulate|konsulat|pemerintah|pemprov|pemkot|
        pemkab|universit\w+|chamber|kamar\s+dagang|kadin|company|pt|cv|otorita|authority|dprd|dpr|
        dewan|parliament|council|bank|institute|institut|акимат|маслихат|министерство|посольство)\b""",
    re.IGNORECASE | re.VERBOSE,
)
_OF_BODY = re.compile(
    r"\s+(?:of|dari|pada|di)\s+(?=(?:the\s+)?(?:akimat|maslikhat|embassy|parliament)\b)",
    re.IGNORECASE,
)
_HEAD_OF_BODY = re.compile(
    r"^(?i:kepala|sekretaris|direktur|ketua|wakil ketua)\s+"
    r"(?P<body>(?:(?i:dinas|badan|biro|kantor|dprd|kadin)\b|Dis[a-z]{3}|[A-Z]{3}).*)$"
)


class ReadOffice(NamedTuple):
    """The title without its mark of acting, that mark, and the body; all but the title may lack."""

    title: str
    acting: Acting | None = None
    organisation: str = ""


def read_office(words: str) -> ReadOffice:
    """Take the words in parentheses apart: "Plt. Kepala Dinas X" or "Head of Y, Akimat of Astana".

    What cannot be told apart stays in the title: a wrong body would be kept with the person.
    """
    title = " ".join(words.split()).strip(" ,;.")
    acting: Acting | None = None
    if match := _ACTING.match(title):
        acting, title = Acting(f"{match[1].capitalize()}."), title[match.end() :]
    elif match := _ACTING_IN_WORDS.match(title):
        acting, title = Acting.PLT, title[match.end() :]
    before, comma, last = title.rpartition(", ")
    if comma and _BODY.match(last):
        return ReadOffice(before, acting, last)
    if _BODY.match(title):
        return ReadOffice("", acting, title)
    if match := _OF_BODY.search(title):
        return ReadOffice(title[: match.start()], acting, _without_article(title[match.end() :]))
    if match := _HEAD_OF_BODY.match(title):
        return ReadOffice(title, acting, match["body"])
    return ReadOffice(title, acting)


def _without_article(words: str) -> str:
    return words[4:] if words.lower().startswith("the ") else words
