"""Names behind a mark: `@tepian ii`, `+faisal`, `#kunjungan lapangan`."""

from collections.abc import Sequence

from desk.model.choices import EventKind, Status
from desk.rules.folding import fold
from desk.rules.quick_add.tree import Named, Span

LONGEST_NAME = 6
"""Words of a name that are looked at."""

KIND_WORDS: dict[EventKind, tuple[str, ...]] = {
    EventKind.MEETING: ("meeting", "rapat", "pertemuan", "koordinasi"),
    EventKind.COURTESY_CALL: ("courtesy call", "kunjungan kehormatan", "audiensi", "audience"),
    EventKind.ARRIVAL: ("arrival", "kedatangan", "penjemputan"),
    EventKind.DEPARTURE: ("departure", "keberangkatan", "pengantaran"),
    EventKind.TRANSFER: ("transfer", "perjalanan", "transport"),
    EventKind.MEAL: (
        "meal", "jamuan", "jamuan makan", "makan", "makan siang", "makan malam", "sarapan",
        "breakfast", "lunch", "dinner",
    ),
    EventKind.SITE_VISIT: ("site visit", "kunjungan lapangan", "tinjauan lapangan", "peninjauan"),
    EventKind.SIGNING: ("signing", "penandatanganan"),
    EventKind.CEREMONY: ("ceremony", "upacara", "seremoni"),
    EventKind.INTERNAL: ("internal",),
    EventKind.OTHER: ("other", "lainnya", "lain-lain"),
}  # fmt: skip
"""What kinds are called behind `#`, in both languages."""

STATUS_WORDS: dict[Status, tuple[str, ...]] = {
    Status.IDEA: ("idea", "ide", "gagasan"),
    Status.TENTATIVE: ("tentative", "tentatif", "sementara"),
    Status.CONFIRMED: ("confirmed", "pasti", "firm", "terkonfirmasi"),
}
"""What a status is called behind `!`; the others need a reason and are not typed."""

KINDS = tuple(Named(at, words[0], words[1:]) for at, words in enumerate(KIND_WORDS.values()))
STATUSES = tuple(Named(at, words[0], words[1:]) for at, words in enumerate(STATUS_WORDS.values()))


def longest_match(
    words: Sequence[Span], text: str, known: Sequence[Named]
) -> tuple[int, tuple[Named, ...]]:
    """How many of the words are a name, and whose; (0, ()) when nobody is called like that.

    A word may be the beginning of one of the name's; names that hold exactly these words come
    alone, those that are spelled the same before those that only sound the same.
    """
    for count in range(min(len(words), LONGEST_NAME), 0, -1):
        typed = [span.of(text).strip(",;:()") for span in words[:count]]
        found = matching(" ".join(typed), known)
        if found:
            return count, found
    return 0, ()


def matching(typed: str, known: Sequence[Named]) -> tuple[Named, ...]:
    """The best matches for the typed words."""
    plain, folded = typed.casefold().split(), fold(typed).split()
    if not folded:
        return ()
    ranked = [(rank, name) for name in known if (rank := _rank(name, plain, folded)) is not None]
    best = min((rank for rank, _name in ranked), default=0)
    return tuple(name for rank, name in ranked if rank == best)


def _rank(named: Named, plain: list[str], folded: list[str]) -> int | None:
    """0 for the whole name, 1 spelled alike, 2 sounding alike, 3 beginning alike; None for no."""
    ranks = [
        rank
        for name in (named.name, *named.also)
        for rank in _ranks(name.casefold().split(), fold(name).split(), plain, folded)
    ]
    return min(ranks, default=None)


def _ranks(name: list[str], sounds: list[str], plain: list[str], folded: list[str]) -> list[int]:
    if name == plain:
        return [0]
    ranks: list[int] = []
    if any(part == plain for part in _runs(name, len(plain))):
        ranks.append(1)
    for part in _runs(sounds, len(folded)):
        if part == folded:
            ranks.append(2)
        elif all(word.startswith(begun) for word, begun in zip(part, folded, strict=True)):
            ranks.append(3)
    return ranks


def _runs(words: list[str], length: int) -> list[list[str]]:
    return [words[at : at + length] for at in range(len(words) - length + 1)]
