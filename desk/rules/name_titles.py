"""Titles around a name, told apart from it with their punctuation kept to the letter."""

import re
from typing import NamedTuple

_BEFORE = {
    *("prof.", "prof", "dr.", "dr", "drs.", "dra.", "ir.", "dr.h.c.", "dr(hc)."),
    *("h.", "hj.", "k.h.", "kh.", "hc.", "tgk.", "ust.", "drg.", "drh.", "ns.", "apt."),
    *("adm.", "gen.", "col.", "maj.", "lt.", "capt.", "letjen", "mayjen", "brigjen", "laksda"),
    *("kol.", "irjen", "brigjen.", "komjen"),
}
"""Compared without capitals, except that `dr.` (physician) and `Dr.` are both kept as written."""

_HONORIFICS = ("H.E.", "HE", "Y.M.", "YM", "Yth.", "Y.Th.", "S.E.", "С.П.", "Е.П.", "Yang Mulia")
"""S.E. is an honorific before a name (Son Excellence) and a degree after it."""

_DEGREE = re.compile(
    r"""^(?:[A-Z][A-Za-z]{0,4}\.)+(?:\s?[A-Z][A-Za-z]{0,4}\.)*(?:\([A-Za-z.]+\))?$  # S.E. M.Si. Ph.D.
      | ^(?:SE|SH|ST|SIP|SKM|SPd|SSos|MM|MSi|MH|MT|MA|MBA|MPA|MPd|MAP|PhD|LLM|BSc|MSc|Jr|Sr|II|III)$""",
    re.VERBOSE,
)


class Titled(NamedTuple):
    """A name and what stands around it, each exactly as written."""

    honorific: str
    before: str
    name: str
    after: str


def split_titles(text: str) -> Titled:
    """Take honorific, titles before and titles after off a name.

    What may be a part of the name stays in it: `Aji`, `Syarifah`, `Andi` are never stripped, and
    after the first comma only what looks like degrees is taken.
    """
    rest = " ".join(text.split())
    honorific = ""
    for one in _HONORIFICS:
        if rest.startswith(f"{one} "):
            honorific, rest = one, rest[len(one) + 1 :]
            break
    rest, after = _degrees(rest)
    words = rest.split(" ")
    count = 0
    # A name is left over, whatever it looks like.
    while count < len(words) - 1 and _is_before(words[count]):
        count += 1
    return Titled(honorific, " ".join(words[:count]), " ".join(words[count:]), after)


def _is_before(word: str) -> bool:
    if word.lower() in _BEFORE:
        return True
    # Prof.Dr. and the like, written without a space; initials of a name (M.) are none.
    parts = [f"{part}." for part in word.split(".") if part]
    return word.endswith(".") and len(parts) > 1 and all(p.lower() in _BEFORE for p in parts)


def _degrees(text: str) -> tuple[str, str]:
    name, comma, rest = text.partition(",")
    parts = [part.strip() for part in rest.split(",")]
    if not comma or not rest.strip() or not all(map(_DEGREE.match, parts)):
        return text, ""
    return name.strip(), rest.strip()
