"""How many people come, by kind: chairs, meals and cars are not wanted by the same ones."""

from collections.abc import Iterable
from dataclasses import dataclass

from desk.model.choices import Answer, Role


@dataclass(frozen=True, slots=True)
class Comer:
    """Somebody who is to come, or a group of so many."""

    role: Role
    answer: Answer = Answer.NONE
    count: int = 1
    named: bool = True


@dataclass(frozen=True, slots=True)
class Heads:
    """People by kind; everybody is counted once, press and helpers apart from the others."""

    named: int = 0
    unnamed: int = 0
    tentative: int = 0
    """Of the named and unnamed, those who answered that they do not know yet."""
    press: int = 0
    interpreters: int = 0
    drivers: int = 0
    security: int = 0

    @property
    def chairs(self) -> int:
        """Interpreters sit beside; drivers wait outside, press and security stand."""
        return self.named + self.unnamed + self.interpreters

    @property
    def meals(self) -> int:
        """Everybody eats."""
        return self.chairs + self.press + self.security + self.drivers

    @property
    def cars(self) -> int:
        """Places beside the drivers; the press comes by itself."""
        return self.chairs + self.security


_APART = {
    Role.PRESS: "press",
    Role.INTERPRETER: "interpreters",
    Role.DRIVER: "drivers",
    Role.SECURITY: "security",
}


def count_heads(comers: Iterable[Comer]) -> Heads:
    """Everybody but those who declined; who is represented is counted as who comes instead."""
    counted = dict.fromkeys(Heads.__dataclass_fields__, 0)
    for comer in comers:
        if comer.answer is Answer.DECLINED:
            continue
        kind = _APART.get(comer.role)
        if kind is None:
            kind = "named" if comer.named else "unnamed"
            if comer.answer is Answer.TENTATIVE:
                counted["tentative"] += comer.count
        counted[kind] += comer.count
    return Heads(**counted)
