"""Opening hours in a line, for screens and for the history."""

from collections.abc import Sequence
from datetime import time

from desk.locale import _
from desk.locale.formats import clock_time, weekday_names
from desk.locale.words import current_language
from desk.rules.opening_hours import MINUTES_OF_A_DAY, Hours, minute_of


def hours_words(hours: Hours) -> str:
    """Days with the same hours together: "Mon–Fri 07:00–17:00, Sat 08:00–12:00"."""
    if not hours:
        return _("Always open")
    names = weekday_names(current_language(), "abbreviated")
    said: list[str] = []
    for first, last, span in _runs(hours):
        days = names[first - 1] if first == last else f"{names[first - 1]}–{names[last - 1]}"
        said.append(f"{days} {span_words(span)}")
    return ", ".join(said)


def span_words(span: Sequence[str]) -> str:
    """From and until on the clock of the screen's language: "07.00–17.00"."""
    return "–".join(_clock(clock) for clock in span)


def _clock(clock: str) -> str:
    minute = minute_of(clock)
    language = current_language()
    if minute == MINUTES_OF_A_DAY:
        return clock_time(time.min, language).replace("00", "24", 1)
    return clock_time(time(minute // 60, minute % 60), language)


def _runs(hours: Hours) -> list[tuple[int, int, tuple[str, ...]]]:
    """Neighbouring weekdays with the same hours: first, last, hours."""
    runs: list[tuple[int, int, tuple[str, ...]]] = []
    for weekday in range(1, 8):
        if (given := hours.get(str(weekday))) is None:
            continue
        span = tuple(given)
        if runs and runs[-1][1] == weekday - 1 and runs[-1][2] == span:
            runs[-1] = (runs[-1][0], weekday, span)
        else:
            runs.append((weekday, weekday, span))
    return runs
