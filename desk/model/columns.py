"""How values lie in the database: choices as words, instants as UTC, wall times untouched."""

from datetime import UTC, datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import JSON, DateTime, String
from sqlalchemy.engine import Dialect
from sqlalchemy.types import TypeDecorator


class ChoiceType(TypeDecorator[StrEnum]):
    """A StrEnum stored as its value: no database enum type that a new word would have to alter."""

    impl = String(24)
    cache_ok = True

    def __init__(self, choices: type[StrEnum]) -> None:
        super().__init__()
        self.choices = choices
        # Asked for a month's events, the class takes six times as long as this.
        self._by_value: dict[str, StrEnum] = {choice.value: choice for choice in choices}

    def process_bind_param(self, value: StrEnum | str | None, dialect: Dialect) -> str | None:
        return None if value is None else self.choices(value).value

    def process_result_value(self, value: str | None, dialect: Dialect) -> StrEnum | None:
        return None if value is None else self._by_value.get(value) or self.choices(value)


class WallTimeType(TypeDecorator[datetime]):
    """A naive local time, stored as written; an aware one is our mistake."""

    impl = DateTime(timezone=False)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is not None and value.tzinfo is not None:
            raise ValueError(f"a wall time carries no zone: {value!r}")
        return value


class InstantType(TypeDecorator[datetime]):
    """An aware UTC moment, stored as naive UTC on every database alike."""

    impl = DateTime(timezone=False)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError(f"an instant carries a zone: {value!r}")
        return value.astimezone(UTC).replace(tzinfo=None)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        return None if value is None else value.replace(tzinfo=UTC)


def choice(choices: type[StrEnum]) -> Any:
    """The column type of a closed list of words."""
    return ChoiceType(choices)


WALL_TIME = WallTimeType()
INSTANT = InstantType()

JSON_OR_NULL = JSON(none_as_null=True)
"""JSON in which None is the database's NULL, so that a query can ask for it."""


def empty_mapping() -> dict[str, Any]:
    """A new empty mapping, as a default; asked for `dict`, pydantic takes 50 times as long."""
    return {}


def empty_list() -> list[Any]:
    """A new empty list, as a default."""
    return []
