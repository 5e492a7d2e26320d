"""Taking times, and telling them as a table."""

import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from statistics import median, quantiles
from typing import NamedTuple

Action = Callable[[], object]


class Figures(NamedTuple):
    """What was measured, in the unit of the budget."""

    median: float
    high: float
    """95 of 100 were below it."""


class Budget(NamedTuple):
    """What a thing may take: the median or, where only that is given, the 95th of 100."""

    median: float | None = None
    high: float | None = None
    unit: str = "ms"

    def __str__(self) -> str:
        parts = (
            f"{value:g} {self.unit}{words}"
            for value, words in ((self.median, ""), (self.high, " p95"))
            if value is not None
        )
        return ", ".join(parts) or "-"

    def holds(self, figures: Figures) -> bool:
        """Whether the figures stay within it."""
        return (self.median is None or figures.median <= self.median) and (
            self.high is None or figures.high <= self.high
        )


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the table; `baseline` is in the unit of the figures."""

    what: str
    budget: Budget
    figures: Figures
    baseline: float | None = None


def figures_of(numbers: Sequence[float]) -> Figures:
    """The median and the 95th of 100, of few numbers the highest."""
    high = quantiles(numbers, n=20)[-1] if len(numbers) >= 20 else max(numbers)
    return Figures(median(numbers), high)


def timed(actions: Iterable[Action], *, warm: Action | None = None) -> Figures:
    """Each action once, in milliseconds; `warm` is done before and not counted."""
    if warm is not None:
        warm()
    numbers: list[float] = []
    for action in actions:
        begun = time.perf_counter()
        action()
        numbers.append((time.perf_counter() - begun) * 1000)
    return figures_of(numbers)


def repeated(action: Action, times: int) -> Figures:
    """The same action so many times, and once before that is not counted."""
    return timed([action] * times, warm=action)


def table(lines: Sequence[Line]) -> str:
    """The lines as text, in columns."""
    rows = [("what", "budget", "median", "p95", "of baseline", "")]
    for line in lines:
        ratio = f"x {line.figures.median / line.baseline:.1f}" if line.baseline else ""
        kept = "" if line.budget.holds(line.figures) else "over"
        if line.budget == Budget():
            kept = ""
        rows.append(
            (
                line.what,
                str(line.budget),
                f"{line.figures.median:.2f}",
                f"{line.figures.high:.2f}",
                ratio,
                kept,
            )
        )
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    return "\n".join(
        " | ".join(
            cell.ljust(width) if column < 2 else cell.rjust(width)
            for column, (cell, width) in enumerate(zip(row, widths, strict=True))
        ).rstrip(" |")
        for row in rows
    )
