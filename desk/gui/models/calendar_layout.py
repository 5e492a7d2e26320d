"""Where events stand in a day and in the strip above the days: arithmetic without Qt."""

from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

MINUTES = 24 * 60
SHORTEST = 25
"""An event takes at least so many minutes of room, so that its title can be read."""
OVERLAP = 0.36
"""How far to the right the later of two events begins, as a part of the column."""
_WORDS = 25
"""Two events that begin so many minutes apart leave the first's words in sight."""
_MOST_CASCADE = 0.72


@dataclass(frozen=True, slots=True)
class Piece:
    """The part of something that lies in one day, in minutes of that day's wall time."""

    key: Hashable
    day: int
    begins: float
    ends: float
    shown_end: float = field(init=False, compare=False)
    """Where its box ends: later than its time when that is very short."""

    def __post_init__(self) -> None:
        # Kept: to find what meets what, a busy day asks some thousand times.
        object.__setattr__(self, "shown_end", max(self.ends, self.begins + SHORTEST))


@dataclass(frozen=True, slots=True)
class Placed:
    """A piece with the part of the column it takes, from 0 to 1.

    `clear` is how many minutes from its begin are not covered by a later one.
    """

    piece: Piece
    left: float
    right: float
    clear: float


def pieces_of(
    key: Hashable, starts: datetime, ends: datetime, first: date, days: int
) -> list[Piece]:
    """What of a span of wall times lies in each of the days; half-open, midnight ends a day.

    A piece that would begin in the last minutes of its day is as long as it is: nothing is drawn
    beyond midnight.
    """
    found: list[Piece] = []
    begin = (starts.date() - first).days
    end = (ends.date() - first).days
    for number in range(max(0, begin), min(days - 1, end) + 1):
        midnight = datetime.combine(first + timedelta(days=number), datetime.min.time())
        begins = max(0.0, (starts - midnight).total_seconds() / 60)
        until = min(float(MINUTES), (ends - midnight).total_seconds() / 60)
        if until > begins and begins < MINUTES:
            begins = min(begins, float(MINUTES - SHORTEST))
            found.append(Piece(key, number, begins, until))
    return found


def placed(pieces: Iterable[Piece]) -> list[Placed]:
    """The pieces of one day beside one another, the later above the earlier.

    Where the words of the earlier stay in sight the later one begins 36 % to the right and lies
    over it; where they would be covered, both stand side by side.
    """
    found: list[Placed] = []
    for cluster in _clusters(pieces):
        found += _place(cluster)
    return found


def _clusters(pieces: Iterable[Piece]) -> list[list[Piece]]:
    clusters: list[list[Piece]] = []
    until = -1.0
    for piece in sorted(pieces, key=lambda p: (p.begins, -p.ends, str(p.key))):
        if clusters and piece.begins < until:
            clusters[-1].append(piece)
            until = max(until, piece.shown_end)
        else:
            clusters.append([piece])
            until = piece.shown_end
    return clusters


def _place(cluster: list[Piece]) -> list[Placed]:
    levels = _levels(cluster)
    count = max(levels) + 1
    if count == 1:
        return [Placed(piece, 0.0, 1.0, piece.shown_end - piece.begins) for piece in cluster]
    indent = min(OVERLAP, _MOST_CASCADE / (count - 1))
    if count > 3 or _covers_words(cluster, levels):
        return [
            Placed(piece, level / count, _right(cluster, levels, at, count), _length(piece))
            for at, (piece, level) in enumerate(zip(cluster, levels, strict=True))
        ]
    return [
        Placed(piece, level * indent, 1.0, _clear(cluster, levels, at))
        for at, (piece, level) in enumerate(zip(cluster, levels, strict=True))
    ]


def _length(piece: Piece) -> float:
    return piece.shown_end - piece.begins


def _levels(cluster: list[Piece]) -> list[int]:
    """The first column that is free for each piece, in order of their begin."""
    ends: list[float] = []
    levels: list[int] = []
    for piece in cluster:
        level = next((at for at, end in enumerate(ends) if end <= piece.begins), len(ends))
        if level == len(ends):
            ends.append(piece.shown_end)
        else:
            ends[level] = piece.shown_end
        levels.append(level)
    return levels


def _meet(one: Piece, other: Piece) -> bool:
    return one.begins < other.shown_end and other.begins < one.shown_end


def _covers_words(cluster: list[Piece], levels: list[int]) -> bool:
    """Whether a later piece would hide the words of an earlier one below it, or lie under it."""
    for at, piece in enumerate(cluster):
        for other_at in range(at + 1, len(cluster)):
            other = cluster[other_at]
            if not _meet(piece, other):
                continue
            if other.begins - piece.begins < _WORDS or levels[other_at] < levels[at]:
                return True
    return False


def _clear(cluster: list[Piece], levels: list[int], at: int) -> float:
    piece = cluster[at]
    covering = [
        other.begins - piece.begins
        for other_at, other in enumerate(cluster)
        if levels[other_at] > levels[at] and _meet(piece, other) and other.begins > piece.begins
    ]
    return min([_length(piece), *covering])


def _right(cluster: list[Piece], levels: list[int], at: int, count: int) -> float:
    """Side by side a piece is as wide as the columns to its right are free."""
    piece, level = cluster[at], levels[at]
    taken = [
        levels[other_at]
        for other_at, other in enumerate(cluster)
        if levels[other_at] > level and _meet(piece, other)
    ]
    return min(taken, default=count) / count


def lanes_of(spans: Sequence[tuple[date, date]]) -> list[int]:
    """The lane of each span of days, both ends included: none of one lane touch the same day.

    Spans keep the order given where they can; the first free lane is taken.
    """
    free_from: list[date] = []
    lanes: list[int] = []
    for first, last in spans:
        lane = next((at for at, day in enumerate(free_from) if day <= first), len(free_from))
        following = last + timedelta(days=1)
        if lane == len(free_from):
            free_from.append(following)
        else:
            free_from[lane] = following
        lanes.append(lane)
    return lanes
