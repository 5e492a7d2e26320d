"""The typed line while it is read: what was understood is covered and not read again."""

import re

from desk.rules.quick_add.tree import Span

COVER = "\ufffc"
"""Stands where something was understood; what people type never holds it after `Canvas` made it."""

BEFORE = rf"(?<![^\s(,;{COVER}])"
AFTER = rf"(?=\Z|[\s,;)!?{COVER}]|\.(?:\s|\Z))"
"""Where a word may begin and end."""

_WORD = re.compile(rf"[^\s{COVER}]+")

# Words that lead to a day, a time or a place and mean nothing once that was understood.
_LEADING = frozenset(
    (
        *("pada", "hari", "tanggal", "tgl", "jam", "pukul", "pkl", "di", "dari", "dengan"),
        *("at", "on", "from", "with"),
    )
)


def pattern(expression: str) -> re.Pattern[str]:
    """A pattern for whole words of plain letters, capitals or not."""
    return re.compile(f"{BEFORE}(?:{expression}){AFTER}", re.IGNORECASE | re.ASCII)


class Canvas:
    """The text with what is still to be read; spans are those of the text as typed."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._open = text.replace(COVER, " ")
        self._covered: list[Span] = []

    @property
    def open(self) -> str:
        """The text, of the same length, with covers over what was understood."""
        return self._open

    def cover(self, span: Span) -> None:
        """Mark characters as understood."""
        self._open = (
            self._open[: span.start] + COVER * (span.end - span.start) + self._open[span.end :]
        )
        self._covered.append(span)

    def words_after(self, at: int) -> list[Span]:
        """The words from there on, up to a mark of their own or to what was understood."""
        found: list[Span] = []
        while match := _WORD.match(self._open, at):
            if found and match.group()[0] in "@#+!":
                break
            found.append(Span(*match.span()))
            at = match.end()
            while at < len(self._open) and self._open[at].isspace():
                at += 1
        return found

    def cover_leading_words(self) -> None:
        """Cover the words that only led to what was understood: "pada", "at"."""
        for span in list(self._covered):
            start = span.start
            while match := re.search(rf"([^\s{COVER}]+)\s+\Z", self._open[:start]):
                if match.group(1).casefold() not in _LEADING:
                    break
                self.cover(Span(match.start(1), match.end(1)))
                start = match.start(1)

    def rest(self) -> list[Span]:
        """The words nobody understood: the title."""
        return [Span(*match.span()) for match in _WORD.finditer(self._open) if _says(match.group())]


def _says(word: str) -> bool:
    return any(letter.isalnum() for letter in word)
