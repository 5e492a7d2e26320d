"""How far a long piece of work has come."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Progress:
    """One step of a long piece of work: `done` of `total` units, with a text for the user."""

    done: int
    total: int
    text: str = ""
