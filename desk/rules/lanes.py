"""Lanes for what happens at the same time: beside or below one another, as few as it takes."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Lane:
    """Where one interval goes: its lane, and how many lanes its neighbours need together."""

    lane: int
    lanes: int


def lanes_of(spans: Sequence[tuple[int, int]]) -> list[Lane]:
    """A lane for each half-open span, in the order given; spans of one lane never overlap.

    Spans that overlap directly or through others share their number of lanes, so that blocks of
    one cluster are equally wide.
    """
    order = sorted(range(len(spans)), key=lambda place: (spans[place][0], -spans[place][1], place))
    found: dict[int, int] = {}
    widths: dict[int, int] = {}
    ends: list[int] = []
    cluster: list[int] = []
    until = None
    for place in order:
        starts, stops = spans[place]
        if until is not None and starts >= until:
            widths |= dict.fromkeys(cluster, len(ends))
            ends, cluster, until = [], [], None
        lane = next((number for number, end in enumerate(ends) if end <= starts), len(ends))
        if lane == len(ends):
            ends.append(stops)
        else:
            ends[lane] = stops
        found[place] = lane
        cluster.append(place)
        until = stops if until is None else max(until, stops)
    widths |= dict.fromkeys(cluster, len(ends))
    return [Lane(found[place], widths[place]) for place in range(len(spans))]
