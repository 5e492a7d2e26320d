"""One spelling for many: the form in which names are compared and found, in any script."""

import re
import unicodedata
from functools import lru_cache

from anyascii import anyascii

_NOT_A_LETTER = re.compile(r"[^a-z0-9]+")
_DOUBLED = re.compile(r"([a-z])\1+")

_SOUNDS_ALIKE = (
    # Older Indonesian spelling and the romanisations of Cyrillic meet in the same plain letters.
    ("shch", "s"),
    ("dj", "j"),
    ("tj", "c"),
    ("oe", "u"),
    ("kh", "h"),
    ("gh", "g"),
    ("zh", "j"),
    ("sh", "s"),
    ("sy", "s"),
    ("ch", "c"),
    ("ya", "ia"),
    ("yu", "iu"),
    ("q", "k"),
    ("w", "v"),
    ("x", "ks"),
    ("y", "i"),
    ("j", "i"),
)


def fold(text: str) -> str:
    """The text in plain lower-case Latin letters and single spaces, spelling variants made equal.

    `Қайса`, `Кайса`, `Kajsa` and `kaisa` all give `kaisa`. Order of words is kept.
    """
    folded = (_folded_word(word) for word in text.split())
    return " ".join(word for word in folded if word)


# Words come again and again where whole texts do not.
@lru_cache(maxsize=65536)
def _folded_word(word: str) -> str:
    plain = anyascii(unicodedata.normalize("NFKC", word)).lower().replace("'", "")
    words = _NOT_A_LETTER.sub(" ", plain).strip()
    for spelling, sound in _SOUNDS_ALIKE:
        words = words.replace(spelling, sound)
    return _DOUBLED.sub(r"\1", words)
