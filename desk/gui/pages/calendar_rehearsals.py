"""Periods that were laid out before anybody asked for them."""

from datetime import date
from typing import Generic, TypeVar

from desk.gui.models.calendar_rows import CalendarFilter
from desk.gui.pages.calendar_reader import Contents

_KEPT = 2
"""The periods before and after the one that is shown."""

LaidOut = TypeVar("LaidOut")


class Rehearsals(Generic[LaidOut]):
    """What was laid out, by the first day of its period; only for the contents it was made of."""

    def __init__(self) -> None:
        self._known: dict[date, tuple[Contents, CalendarFilter, LaidOut]] = {}

    def keep(
        self, first: date, contents: Contents, chosen: CalendarFilter, laid_out: LaidOut
    ) -> None:
        """Remember it, and forget the one that was remembered longest."""
        self._known.pop(first, None)
        self._known[first] = contents, chosen, laid_out
        while len(self._known) > _KEPT:
            del self._known[next(iter(self._known))]

    def of(self, first: date, contents: Contents, chosen: CalendarFilter) -> LaidOut | None:
        """What was laid out of just these contents, None when it was not."""
        known = self._known.get(first)
        if known is None or known[0] is not contents or known[1] != chosen:
            return None
        return known[2]
