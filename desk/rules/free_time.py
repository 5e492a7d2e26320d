"""Where there is room between what is held already."""

from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta

Span = tuple[datetime, datetime]
"""Half-open, both instants aware."""


def free_spans(within: Span, taken: Iterable[Span]) -> Iterator[Span]:
    """What is left of a span, in order of time: the longest spans that touch nothing taken."""
    free_from, ends = within
    for taken_from, taken_until in sorted(taken):
        if taken_from >= ends:
            break
        if taken_until <= free_from or taken_from >= taken_until:
            continue
        if taken_from > free_from:
            yield free_from, taken_from
        free_from = taken_until
    if free_from < ends:
        yield free_from, ends


def kept_clear(taken: Span, *, before: timedelta, after: timedelta) -> Span:
    """A taken span as seen by something that needs time of its own between itself and that.

    `before` is what it needs to be over before the span begins, `after` what it needs once it ends.
    """
    return taken[0] - before, taken[1] + after


def rounded_up(moment: datetime, step: timedelta) -> datetime:
    """The first moment of the steps of a day at or after that one, on the same clock."""
    midnight = moment.replace(hour=0, minute=0, second=0, microsecond=0)
    steps = -((midnight - moment) // step)
    return midnight + steps * step
