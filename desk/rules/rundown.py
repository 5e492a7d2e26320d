"""The rundown of an event: what begins when, and what gives way when something takes longer.

A plan is the rows in their order. Times are minutes after the event's start, so a plan moves with
its event. A locked row keeps its time whatever happens before it.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

Plan = tuple["Item", ...]


@dataclass(frozen=True, slots=True)
class Item:
    """One row as the judge sees it, half-open; `starts` may be negative: before the event."""

    id: int
    starts: int
    minutes: int
    locked: bool = False

    @property
    def ends(self) -> int:
        """The minute at which it is over."""
        return self.starts + self.minutes


@dataclass(frozen=True, slots=True)
class Outcome:
    """The plan after a change, and what stood in its way.

    `moved_by` is how far the rows after the changed one were moved. `stopped_at` is the locked row
    that kept its time, `missing` the minutes that the rows before it now run into each other.
    """

    plan: Plan
    moved_by: int = 0
    stopped_at: int | None = None
    missing: int = 0


class FlawKind(StrEnum):
    """What is to be known about a plan."""

    GAP = "gap"
    OVERLAP = "overlap"
    OVER_END = "over_end"


@dataclass(frozen=True, slots=True)
class Flaw:
    """Minutes with nothing in them, wanted twice, or after the event's end.

    `first` is the row before, `second` the row it is said of; the same one for the event's end.
    """

    kind: FlawKind
    first: int
    second: int
    minutes: int


def in_order(items: Iterable[Item]) -> Plan:
    """By start; rows that begin in the same minute stay as they are given."""
    return tuple(sorted(items, key=lambda item: item.starts))


def place_of(plan: Plan, item_id: int) -> int:
    """Where a row stands; LookupError for none."""
    for place, item in enumerate(plan):
        if item.id == item_id:
            return place
    raise LookupError(item_id)


def ripple(plan: Plan, after: int, by: int) -> Outcome:
    """Move the unlocked rows after one by minutes, up to the first locked one ("geser berikutnya").

    They move together, and only as far as they keep their order: never into the locked row, never
    before the row they follow.
    """
    place = place_of(plan, after)
    head = plan[place]
    rest = plan[place + 1 :]
    run = _unlocked(rest)
    barrier = rest[len(run)] if len(run) < len(rest) else None
    moved_by = _room(head, run, barrier, by)
    moved = tuple(replace(item, starts=item.starts + moved_by) for item in run)
    stopped = barrier.id if barrier is not None and moved_by != by else None
    after_plan = (*plan[: place + 1], *moved, *rest[len(run) :])
    follower = (*moved, *rest[len(run) :])[:1]
    missing = 0
    if by > moved_by and follower:
        missing = min(by - moved_by, max(0, head.ends - follower[0].starts))
    return Outcome(after_plan, moved_by, stopped if by > 0 else None, missing)


def _unlocked(rest: Sequence[Item]) -> tuple[Item, ...]:
    run: list[Item] = []
    for item in rest:
        if item.locked:
            break
        run.append(item)
    return tuple(run)


def _room(head: Item, run: Sequence[Item], barrier: Item | None, by: int) -> int:
    """As much of the way as there is room for."""
    if not run:
        return 0
    if by < 0:
        return max(by, min(0, head.starts - run[0].starts))
    if barrier is None:
        return by
    return min(by, max(0, barrier.starts - max(item.ends for item in run)))


def stretch(plan: Plan, item_id: int, minutes: int, *, follow: bool) -> Outcome:
    """Let a row last so many minutes; with `follow` the rows after it give way or close up."""
    place = place_of(plan, item_id)
    by = minutes - plan[place].minutes
    changed = _with(plan, place, replace(plan[place], minutes=minutes))
    return ripple(changed, item_id, by) if follow and by else Outcome(changed)


def move(plan: Plan, item_id: int, starts: int, *, follow: bool) -> Outcome:
    """Let a row begin at a minute; locked rows stay.

    With `follow` the unlocked rows behind it move along, all by the same, as far as none of them
    runs into a locked row and the first does not overtake the row before.
    """
    place = place_of(plan, item_id)
    item = plan[place]
    if item.locked:
        return Outcome(plan, stopped_at=item_id)
    wanted = starts - item.starts
    if not follow:
        return Outcome(in_order(_with(plan, place, replace(item, starts=starts))))
    rest = plan[place + 1 :]
    block = (item, *_unlocked(rest))
    barrier = rest[len(block) - 1] if len(block) <= len(rest) else None
    by = wanted
    if wanted < 0 and place:
        by = max(wanted, min(0, plan[place - 1].starts - item.starts))
    elif wanted > 0 and barrier is not None:
        by = min(wanted, max(0, barrier.starts - max(each.ends for each in block)))
    moved = tuple(replace(each, starts=each.starts + by) for each in block)
    changed = (*plan[:place], *moved, *rest[len(block) - 1 :])
    if by == wanted or wanted < 0 or barrier is None:
        return Outcome(changed, by)
    return Outcome(changed, by, barrier.id, wanted - by)


def insert(plan: Plan, item: Item, after: int | None) -> Outcome:
    """Put a new row behind another one, or first; what follows makes room as far as it must."""
    place = 0 if after is None else place_of(plan, after) + 1
    grown = (*plan[:place], item, *plan[place:])
    following = plan[place : place + 1]
    needed = max(0, item.ends - following[0].starts) if following else 0
    return ripple(grown, item.id, needed) if needed else Outcome(grown)


def remove(plan: Plan, item_id: int, *, follow: bool) -> Outcome:
    """Take a row out; with `follow` the rows after it close up."""
    place = place_of(plan, item_id)
    item = plan[place]
    shorter = (*plan[:place], *plan[place + 1 :])
    if not follow or place + 1 == len(plan) or not item.minutes:
        return Outcome(shorter)
    closed = ripple(plan, item_id, -item.minutes)
    return replace(closed, plan=(*closed.plan[:place], *closed.plan[place + 1 :]))


def swap(plan: Plan, item_id: int, *, down: bool) -> Outcome:
    """Let a row change places with its neighbour; together they take the same time as before.

    Nothing passes a locked row, and a locked row passes nothing.
    """
    place = place_of(plan, item_id)
    other = place + 1 if down else place - 1
    if not 0 <= other < len(plan):
        return Outcome(plan)
    first, second = sorted((place, other))
    one, two = plan[first], plan[second]
    if one.locked or two.locked:
        return Outcome(plan, stopped_at=one.id if one.locked else two.id)
    gap = two.starts - one.ends
    # Overlapping rows keep the order of their starts, so that a second swap puts them back.
    later = max(one.starts, one.starts + two.minutes + gap)
    changed = (
        *plan[:first],
        replace(two, starts=one.starts),
        replace(one, starts=later),
        *plan[second + 1 :],
    )
    return Outcome(changed)


def place_before(plan: Plan, item_id: int, before: int | None) -> Outcome:
    """Carry a row to the place before another one, or to the end, one neighbour after the other."""
    outcome = Outcome(plan)
    if item_id == before:
        return outcome
    while True:
        place = place_of(outcome.plan, item_id)
        target = len(plan) if before is None else place_of(outcome.plan, before)
        if target in (place + 1, place):
            return outcome
        outcome = swap(outcome.plan, item_id, down=target > place)
        if outcome.stopped_at is not None:
            return outcome


def flaws(plan: Plan, length: int) -> list[Flaw]:
    """Gaps, overlaps and what runs over the event's end (`length` minutes), in order of time."""
    found: list[Flaw] = []
    latest: Item | None = None
    for item in in_order(plan):
        if latest is not None and item.starts > latest.ends:
            found.append(Flaw(FlawKind.GAP, latest.id, item.id, item.starts - latest.ends))
        elif latest is not None and item.minutes and item.starts < latest.ends:
            shared = min(latest.ends, item.ends) - item.starts
            found.append(Flaw(FlawKind.OVERLAP, latest.id, item.id, shared))
        if item.ends > length:
            found.append(Flaw(FlawKind.OVER_END, item.id, item.id, item.ends - length))
        if latest is None or item.ends > latest.ends:
            latest = item
    return found


def busy_minutes(plan: Plan) -> int:
    """The minutes in which at least one row is under way."""
    total, until = 0, None
    for item in in_order(plan):
        begins = item.starts if until is None else max(item.starts, until)
        total += max(0, item.ends - begins)
        until = item.ends if until is None else max(until, item.ends)
    return total


def _with(plan: Plan, place: int, item: Item) -> Plan:
    return (*plan[:place], item, *plan[place + 1 :])
