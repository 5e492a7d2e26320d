"""Kazakh and Russian Cyrillic in Latin letters: proposed for a name, never forced on it.

The letters of Kazakh and Russian travel documents (ICAO Doc 9303), in mixed case, and the initial
Е as Ye, as the guests' own offices write it.
"""

import re

_TABLE = (
    "а=a б=b в=v г=g д=d е=e ё=yo ж=zh з=z и=i й=i к=k л=l м=m н=n о=o п=p р=r с=s т=t у=u"
    " ф=f х=kh ц=ts ч=ch ш=sh щ=shch ъ= ы=y ь= э=e ю=yu я=ya"
    " ә=a ғ=g қ=k ң=n ө=o ұ=u ү=u һ=h і=i"
)

_LETTERS = {pair[0]: pair[2:] for pair in _TABLE.split()}

_CYRILLIC = re.compile(r"[Ѐ-ӿ]")
_WORD = re.compile(r"[Ѐ-ӿ]+")


def has_cyrillic(text: str) -> bool:
    """Whether any letter of the text is Cyrillic."""
    return _CYRILLIC.search(text) is not None


def transliterate(text: str) -> str:
    """The text with every Cyrillic word in Latin letters; all else stays, an unknown letter too."""
    return _WORD.sub(lambda found: _word(found[0]), text)


def _word(word: str) -> str:
    shouted = len(word) > 1 and word.isupper()
    parts: list[str] = []
    for number, letter in enumerate(word):
        small = letter.lower()
        latin = _LETTERS.get(small, letter)
        if number == 0 and small == "е":
            latin = "ye"
        if letter != small:
            latin = latin.upper() if shouted else latin[:1].upper() + latin[1:]
        parts.append(latin)
    return "".join(parts)
