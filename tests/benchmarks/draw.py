"""Drawing by lot, the same for the same seed."""

from collections.abc import Sequence
from random import Random
from typing import TypeVar

Item = TypeVar("Item")


def spread(random: Random, total: int, lows: Sequence[int], highs: Sequence[int]) -> list[int]:
    """As many numbers as bounds are given, each between its bounds, whose sum is the total.

    Raises ValueError when the bounds do not allow it.
    """
    if not sum(lows) <= total <= sum(highs):
        raise ValueError(f"{total} is not between {sum(lows)} and {sum(highs)}")
    numbers = [random.randint(low, high) for low, high in zip(lows, highs, strict=True)]
    missing = total - sum(numbers)
    step = 1 if missing > 0 else -1
    while missing:
        index = random.randrange(len(numbers))
        if lows[index] <= numbers[index] + step <= highs[index]:
            numbers[index] += step
            missing -= step
    return numbers


def weighted(random: Random, *choices: tuple[Item, float]) -> Item:
    """One of the choices, each as often as its weight says."""
    point = random.random() * sum(weight for _item, weight in choices)
    for item, weight in choices:
        point -= weight
        if point < 0:
            return item
    return choices[-1][0]


class Round(list[Item]):
    """Things taken in turn, from the start again after the last."""

    def __init__(self, items: Sequence[Item]) -> None:
        super().__init__(items)
        self._next = 0

    def take(self, count: int) -> list[Item]:
        """The next ones, each once at most."""
        taken: list[Item] = []
        for _turn in range(min(count, len(self))):
            taken.append(self[self._next])
            self._next = (self._next + 1) % len(self)
        return taken


class Bookings:
    """Who or what is taken when: minutes of one day at a time."""

    def __init__(self) -> None:
        self._taken: dict[tuple[object, int], list[tuple[int, int]]] = {}

    def is_free(self, thing: object, day: int, starts: int, ends: int) -> bool:
        """Whether nothing overlaps these minutes of the day, half-open."""
        return all(
            ends <= begun or starts >= over for begun, over in self._taken.get((thing, day), ())
        )

    def take(self, thing: object, day: int, starts: int, ends: int) -> None:
        """It is taken then."""
        self._taken.setdefault((thing, day), []).append((starts, ends))

    def forget_before(self, day: int) -> None:
        """Days that will not be asked about any more."""
        self._taken = {key: spans for key, spans in self._taken.items() if key[1] >= day}
