"""Text as it goes on paper."""

import re
import unicodedata

# Breaks nowhere and is wanted in names and times, unlike all other white space.
_NO_BREAK = "\N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}"

# Control characters, halves of surrogate pairs, and code points that mean nothing.
_UNPRINTABLE = frozenset({"Cc", "Cs", "Cn"})

# The narrowest column of a document holds this many ordinary small letters of Noto Sans Bold;
# others count by their width, so that a Russian word stays whole where it fits.
_NARROWEST_COLUMN = 24
_WIDEST_LETTERS = frozenset("mwMW@жмфшщыюЖМФШЩЫЮ")
_WIDEST, _CAPITAL = 1.65, 1.35
_LONG_WORD = re.compile(r"\S{15,}")
_PIECE = 4

MAY_BREAK = "\N{ZERO WIDTH SPACE}"
"""Stands in overlong words where a line may end; templates print nothing for it."""


def one_line(text: str) -> str:
    """`text` on one line: white space runs become one space, control characters disappear.

    Composed (NFC), as fonts hold the composed letters. No-break spaces stay.
    """
    if text.isascii() and text.isprintable() and "  " not in text:
        return text.strip(" ")
    spaced = "".join(
        " " if character.isspace() and character not in _NO_BREAK else character
        for character in unicodedata.normalize("NFC", text)
    )
    printable = "".join(c for c in spaced if unicodedata.category(c) not in _UNPRINTABLE)
    return " ".join(part for part in printable.split(" ") if part)


def for_column(text: str) -> str:
    """`one_line` with MAY_BREAK in words that no column holds, so that none runs out of its own."""
    return _LONG_WORD.sub(_with_breaks, one_line(text))


def _with_breaks(found: re.Match[str]) -> str:
    word = found[0]
    if sum(map(_width, word)) <= _NARROWEST_COLUMN:
        return word
    pieces: list[str] = []
    for letter in word:
        if pieces and (len(pieces[-1]) < _PIECE or _belongs_to_the_letter_before(letter)):
            pieces[-1] += letter
        else:
            pieces.append(letter)
    return MAY_BREAK.join(pieces)


def _width(letter: str) -> float:
    if letter in _WIDEST_LETTERS or unicodedata.east_asian_width(letter) in {"W", "F"}:
        return _WIDEST
    return _CAPITAL if letter.isupper() else 1


def _belongs_to_the_letter_before(letter: str) -> bool:
    return unicodedata.category(letter) in {"Mn", "Mc", "Me", "Cf", "Sk"}
