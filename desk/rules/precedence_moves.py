"""What has to be decided among equals so that somebody stands where they were moved to.

Only as much is decided as was said: who stands below the moved one and was equal stays equal.
"""

from collections.abc import Hashable, Mapping, Sequence
from typing import TypeVar

Key = TypeVar("Key", bound=Hashable)


def places_after_move(
    shown: Sequence[Key], decided: int, moved: Key, to: int
) -> Mapping[Key, int | None]:
    """The places of those of one rank after `moved` was put at the index `to`.

    `shown` is their order as it stands, the first `decided` of them decided already. Places count
    from 1; None for who stays equal with the others below. Raises ValueError for a `moved` that is
    not shown, and for a `to` outside.
    """
    source = shown.index(moved)
    if not 0 <= to < len(shown):
        raise ValueError(f"there is no place {to} among {len(shown)}")
    after = [key for key in shown if key != moved]
    after.insert(to, moved)
    if to < source:
        # Before those it passed: it and whoever stays above it are told apart.
        prefix = max(decided + (source >= decided), to + 1)
    elif to > source:
        # Behind those it passed: they are told apart, it joins the rest unless that was decided.
        prefix = decided if to < decided else to
    else:
        prefix = decided
    return {key: place if place <= prefix else None for place, key in enumerate(after, start=1)}
