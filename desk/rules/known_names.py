"""Everybody whose name is known, arranged so that those like a name are found among many.

Two names can only be alike when they share words, letter for letter or nearly: whoever shares none
is never compared. Twenty thousand people are gone through against each other in seconds.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import combinations

from rapidfuzz import process
from rapidfuzz.distance import OSA

from desk.model.rows.same_person import SameReason
from desk.rules.same_person import (
    LEAST,
    NameWords,
    Spelling,
    best_match,
    last_digits,
    same_number,
    spellings,
    together,
    wrong_letters,
)

MOST_SHARED = 3
"""A mailbox or number of more people is a unit's: by itself it tells nothing of who is who."""


@dataclass(frozen=True, slots=True)
class KnownPerson:
    """What somebody is known by; the telephone number is only ever compared."""

    id: int
    spellings: tuple[Spelling, ...]
    email: str = ""
    phone: str = field(default="", repr=False)
    country: str = ""


@dataclass(frozen=True, slots=True)
class Match:
    """Somebody known who is like what was asked for."""

    person_id: int
    score: int
    reasons: tuple[SameReason, ...]
    written: str


def known_person(
    person_id: int,
    name: str,
    *,
    original_script: str = "",
    aliases: Iterable[str] = (),
    email: str = "",
    phone: str = "",
    country: str = "",
) -> KnownPerson:
    """What is compared of somebody."""
    written = tuple(spellings(name, original_script, aliases))
    return KnownPerson(person_id, written, email.strip().casefold(), phone.strip(), country)


class KnownNames:
    """People by the words of their names, their mailboxes and their numbers."""

    def __init__(self, home_country: str = "ID") -> None:
        self._home = home_country
        self._people: dict[int, KnownPerson] = {}
        self._by_word: dict[str, set[int]] = defaultdict(set)
        self._by_only_word: dict[str, set[int]] = defaultdict(set)
        """Those one of whose spellings has a single word that tells people apart."""
        self._by_joined: dict[str, set[int]] = defaultdict(set)
        self._by_mail: dict[str, set[int]] = defaultdict(set)
        self._by_digits: dict[str, set[int]] = defaultdict(set)
        self._words_of_length: dict[int, dict[str, str]] = defaultdict(dict)
        self._near: dict[str, tuple[str, ...]] = {}

    def __len__(self) -> int:
        return len(self._people)

    def put(self, person: KnownPerson) -> None:
        """Know somebody, in place of what was known under that id."""
        self.drop(person.id)
        self._people[person.id] = person
        for index, key in self._keys(person):
            index[key].add(person.id)
        for spelling in person.spellings:
            for word in spelling.words.strong:
                if word not in self._words_of_length[len(word)]:
                    self._words_of_length[len(word)][word] = word
                    # What was near what is judged anew with this word in it.
                    self._near.clear()

    def drop(self, person_id: int) -> None:
        """Forget somebody; nothing happens when nobody is known under that id."""
        person = self._people.pop(person_id, None)
        if person is None:
            return
        for index, key in self._keys(person):
            index[key].discard(person_id)

    def like(self, person: KnownPerson, *, after_id: int = 0) -> list[Match]:
        """Who may be that person, the most alike first; never the one of that very id.

        Only those with an id above `after_id`, so that each pair is met once.
        """
        found: list[Match] = []
        by_mail = self._by_mail.get(person.email, set()) if person.email else set[int]()
        by_phone = self._by_phone(person)
        named = self._sharing_words(person.spellings)
        for other_id in named | by_mail | by_phone:
            if other_id == person.id or other_id <= after_id:
                continue
            other = self._people[other_id]
            best = best_match(person.spellings, other.spellings) if other_id in named else None
            reasons = [] if best is None else [best[1]]
            for sharing, reason in (
                (by_mail, SameReason.EMAIL),
                (by_phone, SameReason.PHONE),
            ):
                alone = best is None and len(sharing - {person.id}) > MOST_SHARED
                if other_id in sharing and not alone:
                    reasons.append(reason)
            score = together(best[0] if best else 0, reasons)
            if score >= LEAST:
                written = best[2].written if best else ""
                found.append(Match(other_id, score, tuple(reasons), written))
        return sorted(found, key=lambda match: (-match.score, match.person_id))

    def pairs(self) -> Iterator[tuple[int, list[Match]]]:
        """Everybody in the order of their ids, each with whoever of a higher id is like them."""
        for person_id in sorted(self._people):
            yield person_id, self.like(self._people[person_id], after_id=person_id)

    def _keys(self, person: KnownPerson) -> Iterator[tuple[dict[str, set[int]], str]]:
        for spelling in person.spellings:
            words = spelling.words
            yield self._by_joined, words.joined
            for word in words.strong:
                yield self._by_word, word
            if len(words.strong) == 1:
                yield self._by_only_word, words.strong[0]
        if person.email:
            yield self._by_mail, person.email
        if digits := last_digits(person.phone):
            yield self._by_digits, digits

    def _by_phone(self, person: KnownPerson) -> set[int]:
        country = person.country or self._home
        return {
            other_id
            for other_id in self._by_digits.get(last_digits(person.phone), ())
            if same_number(
                person.phone,
                self._people[other_id].phone,
                country=country,
                other_country=self._people[other_id].country or self._home,
            )
        }

    def _sharing_words(self, written: Sequence[Spelling]) -> set[int]:
        found: set[int] = set()
        for spelling in written:
            words = spelling.words
            found |= self._by_joined.get(words.joined, set())
            found |= self._sharing(words)
        return found

    def _sharing(self, words: NameWords) -> set[int]:
        """Whoever shares two words with these, or the only one that they or the others have."""
        near = [self._words_near(word) for word in words.strong]
        found: set[int] = set()
        if len(near) > 1:
            holders = [self._holders(self._by_word, some) for some in near]
            for one, other in combinations(holders, 2):
                found |= one & other
        elif words.initials:
            # Kaisa M. may be Mankaraev Kaisa.
            found |= self._holders(self._by_word, near[0])
        for some in near:
            found |= self._holders(self._by_only_word, some)
        return found

    @staticmethod
    def _holders(index: dict[str, set[int]], words: Iterable[str]) -> set[int]:
        return set[int]().union(*(index[word] for word in words if word in index))

    def _words_near(self, word: str) -> tuple[str, ...]:
        """The known words that this one may be a slip of, itself among them when it is known."""
        if word not in self._near:
            found: list[str] = []
            for length in range(len(word) - 2, len(word) + 3):
                known = self._words_of_length.get(length)
                if not known:
                    continue
                allowed = wrong_letters(max(length, len(word)))
                if abs(length - len(word)) <= allowed:
                    near = process.extract_iter(
                        word, known, scorer=OSA.distance, score_cutoff=allowed
                    )
                    found += [one for one, _distance, _key in near]
            self._near[word] = tuple(found)
        return self._near[word]
