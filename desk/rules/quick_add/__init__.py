"""Quick add: a line as people type it, Indonesian and English mixed, understood as an event.

A small grammar of our own: dates, times, lengths and zones are recognised where they stand,
`@venue`, `#kind`, `+person` and `!status` by their marks, and what is left is the title. Nothing is
guessed: where a line can be read in several ways, all of them are in the plan.
"""

from desk.rules.quick_add.reading import read, words_behind
from desk.rules.quick_add.tree import (
    Days,
    Hours,
    Known,
    Named,
    Occurrence,
    Part,
    PartKind,
    Plan,
    Problem,
    Reading,
    Span,
)

__all__ = [
    "Days",
    "Hours",
    "Known",
    "Named",
    "Occurrence",
    "Part",
    "PartKind",
    "Plan",
    "Problem",
    "Reading",
    "Span",
    "read",
    "words_behind",
]
