"""Long work on the command line: driven to its end without showing how far it is."""

from collections.abc import Generator
from typing import TypeVar

from desk.model.progress import Progress

Result = TypeVar("Result")


def finish(work: Generator[Progress, None, Result]) -> Result:
    """Drive long work to its end."""
    while True:
        try:
            next(work)
        except StopIteration as end:
            result: Result = end.value
            return result
