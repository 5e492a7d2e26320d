"""Whether two names may be one person's: proposed, for somebody who knows them to decide.

Names are compared folded (rules.folding): accents, hyphens, capitals, script and the order of the
words do not count. What is between two spellings of one word is few wrong letters, more of them in
a longer word; an initial stands for a word, a missing patronymic contradicts nothing, but two
different ones do.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz.distance import OSA

from desk.model.rows.same_person import SameReason
from desk.rules.folding import fold
from desk.rules.name_titles import split_titles
from desk.rules.transliteration import has_cyrillic

SURE = 100
LEAST = 60
"""Of a hundred; who is less alike is not offered."""

ONLY_REACHED = 65
"""How alike two people are who share a mailbox or a number and nothing else."""

_MUHAMMAD = frozenset(
    fold(word)
    for word in (
        *("Muhammad", "Muhamad", "Mohammad", "Mohamad", "Mohammed", "Mohamed", "Muhammed"),
        *("Mukhammed", "Mukhamed", "Muh", "Moh", "Mohd", "Muhd", "Mhd", "Md"),
    )
)
"""Written out, shortened or left away by the same people: it tells nobody apart."""

_PATRONYMIC = re.compile(
    r"(?:ovic|evic|ievic|ovna|evna|ievna|inicna|uli|ulu|kizi|kizu|gizi)$",
)
"""Folded."""

_SEPARATE = frozenset({"uli", "ulu", "kizi", "kizu", "ugli", "ogli"})


@dataclass(frozen=True, slots=True, order=True)
class NameWords:
    """A name taken apart for comparing, all of it folded.

    `strong` are the words that tell people apart; `initials` single letters; `light` whether a
    form of Muhammad is among them.
    """

    strong: tuple[str, ...]
    patronymics: tuple[str, ...] = ()
    initials: tuple[str, ...] = ()
    light: bool = False

    @property
    def joined(self) -> str:
        """The words as one, in their order: a hyphen or a space may be missing on one side."""
        return "".join((*self.strong, *self.patronymics))


@lru_cache(maxsize=65536)
def name_words(name: str) -> NameWords:
    """The words of a name, titles taken off."""
    words = fold(split_titles(name).name).split()
    strong: list[str] = []
    patronymics: list[str] = []
    initials: list[str] = []
    light = False
    for word in words:
        if len(word) == 1:
            initials.append(word)
        elif word in _SEPARATE and len(strong) > 1:
            # Serik uly: the father's name, and that it is his.
            patronymics.append(strong.pop() + word)
        elif strong and len(word) > 5 and _PATRONYMIC.search(word):
            patronymics.append(word)
        elif word in _MUHAMMAD:
            light = True
        else:
            strong.append(word)
    if not strong and light:
        # Somebody may be called Muhammad and nothing else.
        strong, light = [fold("Muhammad")], False
    return NameWords(tuple(strong), tuple(patronymics), tuple(initials), light)


def wrong_letters(length: int) -> int:
    """How many letters may be wrong, missing, too many or swapped in a word of that length."""
    if length < 5:
        return 0
    return 1 if length < 9 else 2


def likeness(one: str, other: str) -> int:
    """0 when two folded words are different ones, 100 when they are the same, else between."""
    if one == other:
        return SURE
    longer = max(len(one), len(other))
    allowed = wrong_letters(longer)
    if not allowed:
        return 0
    distance = OSA.distance(one, other, score_cutoff=allowed)
    if distance > allowed:
        return 0
    # A word that begins otherwise is rarely a slip of the pen.
    elsewhere = 0 if one[0] == other[0] else 6
    return SURE - round(100 * distance / longer) - elsewhere


def names_alike(one: NameWords, other: NameWords) -> int:
    """How alike two names are: 0 for different people, up to 100 for the same words."""
    if not one.strong or not other.strong:
        return 0
    if one.joined == other.joined and one.initials == other.initials:
        return SURE if one.light == other.light else SURE - 2
    one, other = sorted((one, other), key=_fewest_words_first)
    pairs, left = _paired(one.strong, other.strong)
    if pairs is None:
        return _SPACED if one.joined == other.joined else 0
    fathers = _fathers_alike(one, other)
    if fathers == 0:
        return 0
    initials = list(one.initials)
    bare = 0
    for word in left:
        if word[0] in initials:
            initials.remove(word[0])
        else:
            bare += 1
    if bare and (len(pairs) < 2 or bare > len(pairs)):
        return 0
    if len(pairs) == 1 and not _one_word_is_enough(one, other, left):
        return 0
    weights = [len(word) for word in one.strong]
    mean = sum(score * weight for score, weight in zip(pairs, weights, strict=True)) / sum(weights)
    shorter = 10 * bare + 5 * (len(left) - bare)
    missing = 5 if bool(one.patronymics) is not bool(other.patronymics) else 0
    aside = 2 if (one.light, one.initials) != (other.light, other.initials) else 0
    return max(LEAST, min(SURE - 1, round(min(mean, fathers)) - shorter - missing - aside))


_SPACED = 95
"""The same letters, with a space or hyphen on one side only."""


def _fewest_words_first(words: NameWords) -> tuple[int, NameWords]:
    return len(words.strong), words


def _paired(fewer: Sequence[str], more: Sequence[str]) -> tuple[list[int] | None, list[str]]:
    """For each of the fewer words how alike its partner is, and the words without one.

    None when one of them has no partner: each word is somebody's only once, the most alike first.
    """
    left = list(more)
    scores: list[int] = []
    for word in fewer:
        best = max(left, key=lambda candidate: likeness(word, candidate))
        score = likeness(word, best)
        if not score:
            return None, left
        scores.append(score)
        left.remove(best)
    return scores, left


def _fathers_alike(one: NameWords, other: NameWords) -> int:
    """0 when both name a father and not the same, 100 when nothing is said against it."""
    if not one.patronymics or not other.patronymics:
        return SURE
    return max(likeness(a, b) for a in one.patronymics for b in other.patronymics)


def _one_word_is_enough(one: NameWords, other: NameWords, left: Sequence[str]) -> bool:
    """Whether a single word they share can mean one person: nothing else may speak against it."""
    if left:
        # Kaisa M. and Mankaraev Kaisa: each of the other words is there as an initial.
        return len(one.initials) >= len(left)
    # A. Faisal is not B. Faisal.
    initials, others = set(one.initials), set(other.initials)
    if one.light:
        initials.add("m")
    if other.light:
        others.add("m")
    return initials <= others or others <= initials


@dataclass(frozen=True, slots=True)
class Spelling:
    """One way in which somebody's name is written, taken apart."""

    written: str
    kind: SameReason
    """NAME, ALIAS or SCRIPT."""
    words: NameWords


def spellings(name: str, original_script: str = "", aliases: Iterable[str] = ()) -> list[Spelling]:
    """Every way in which a name is noted to be written; the same words once."""
    found: dict[NameWords, Spelling] = {}
    noted = ((name, SameReason.NAME), (original_script, SameReason.SCRIPT))
    for written, kind in (*noted, *((alias, SameReason.ALIAS) for alias in aliases)):
        words = name_words(written)
        if words.strong:
            found.setdefault(words, Spelling(written, kind, words))
    return list(found.values())


def best_match(
    ones: Iterable[Spelling], others: Sequence[Spelling]
) -> tuple[int, SameReason, Spelling] | None:
    """How alike the nearest two spellings are, what tells it, and the one of `others`; or None."""
    best: tuple[int, SameReason, Spelling] | None = None
    for one in ones:
        for other in others:
            if _are_nicknames(one, other):
                continue
            score = names_alike(one.words, other.words)
            if score and (best is None or score > best[0]):
                best = score, _reason(one, other, score), other
    return best


def _are_nicknames(one: Spelling, other: Spelling) -> bool:
    """Two people may both be called Serik by their friends: that makes them no less two."""
    return (
        one.kind is other.kind is SameReason.ALIAS
        and min(len(one.words.strong), len(other.words.strong)) == 1
    )


def _reason(one: Spelling, other: Spelling, score: int) -> SameReason:
    if SameReason.ALIAS in (one.kind, other.kind):
        return SameReason.ALIAS
    if has_cyrillic(one.written) is not has_cyrillic(other.written):
        return SameReason.SCRIPT
    return SameReason.NAME if score == SURE else SameReason.SPELLING


def together(score: int, reasons: Sequence[SameReason]) -> int:
    """How alike two people are when a name, a mailbox and a number may all speak for it."""
    reached = sum(reason in (SameReason.EMAIL, SameReason.PHONE) for reason in reasons)
    if not score:
        return ONLY_REACHED + 10 * (reached - 1) if reached else 0
    return min(SURE, score + 5 * reached)


# --- telephone numbers ---


def last_digits(phone: str) -> str:
    """The last seven digits: numbers that differ in them are different; empty for no number."""
    digits = re.sub(r"\D", "", phone)
    return digits[-7:] if len(digits) >= 7 else ""


def same_number(one: str, other: str, *, country: str, other_country: str = "") -> bool:
    """Whether two telephone numbers are one, each read as it is dialled in its country.

    `0812 345 6789` in Indonesia is `+62 812-345-6789`.
    """
    first, second = last_digits(one), last_digits(other)
    if not first or first != second:
        return False
    a, b = international(one, country), international(other, other_country or country)
    return bool(a) and a == b


@lru_cache(maxsize=4096)
def international(phone: str, country: str) -> str:
    """The number as it is dialled from anywhere (E.164), or nothing when it cannot be read."""
    import phonenumbers

    try:
        number = phonenumbers.parse(phone, country or None)
    except phonenumbers.NumberParseException:
        return ""
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)
