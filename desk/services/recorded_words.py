"""What the history recorded, in the words of the screen."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from enum import Enum
from typing import Any, cast

from sqlmodel import Session, col, select

from desk.locale import _
from desk.locale.formats import clock_time, medium_date
from desk.locale.languages import language_names
from desk.locale.words import current_language
from desk.model.changes import RowChange
from desk.model.localised import text_in
from desk.model.rows.history import FieldChange
from desk.model.tables import HistoryChange
from desk.rules.opening_hours import Hours
from desk.services.choice_words import choice_words
from desk.services.field_names import field_name
from desk.services.opening_words import hours_words
from desk.store.images import columns_of, image_of, table_named, values_from

MOST_FIELDS = 12

_HIDDEN = frozenset(
    {"id", "starts_at", "ends_at", "long", "starts_fold", "ends_fold", "uid", "position"}
)
_RESTRICTED = frozenset(
    {
        "phone",
        "passport_number",
        "passport_until",
        "birth_date",
        "diet",
        "health",
        "hotel_room",
    }
)
_NAMES = ("title", "name", "full_name", "group_name")
_BEARERS = (
    ("person_id", "person"),
    ("member_id", "delegation_member"),
    ("resource_id", "resource"),
    ("event_id", "event"),
    ("visit_id", "visit"),
    ("venue_id", "venue"),
    ("from_venue_id", "venue"),
)
"""Whose name a row without one goes by, the nearest first."""


def name_in_image(table: str, image: Mapping[str, Any]) -> str:
    """What a recorded row is called by itself; empty for one without a name."""
    for column in _NAMES if table != "setting" else ():
        value = image.get(column)
        if isinstance(value, dict) and value:
            return text_in(cast(dict[str, str], value), current_language())
        if isinstance(value, str) and value:
            return value
    return ""


class RecordedWords:
    """Says what changed; names that were looked up once are remembered."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._found: dict[tuple[str, int], str] = {}

    def about(self, changes: Sequence[RowChange]) -> str:
        """The names of what was changed: one or two, or one and how many more."""
        images = [(change.table, change.after or change.before or {}) for change in changes]
        names = [self._name(table, image) for table, image in images]
        named = list(dict.fromkeys(name for name in names if name))
        if len(named) <= 2:
            return ", ".join(named)
        return _("{name} and {count} more").format(name=named[0], count=len(named) - 1)

    def fields(self, changes: Sequence[RowChange]) -> tuple[FieldChange, ...]:
        """Each field of a changed row before and after, the first dozen."""
        found: list[FieldChange] = []
        for change in changes:
            if change.before is None or change.after is None:
                continue
            for column in sorted(change.columns - _HIDDEN):
                before, after = change.before.get(column), change.after.get(column)
                if change.table == "setting":
                    found += _inner_fields(before, after)
                else:
                    before, after = _differing(before, after)
                    found.append(
                        FieldChange(
                            field_name(column),
                            self._value(change.table, column, before),
                            self._value(change.table, column, after),
                        )
                    )
        return tuple(found[:MOST_FIELDS])

    def _name(self, table: str, image: Mapping[str, Any]) -> str:
        if name := name_in_image(table, image):
            return name
        bearers = ((image.get(column), bearer) for column, bearer in _BEARERS)
        names = (self._name_of(bearer, row_id) for row_id, bearer in bearers if row_id)
        return next((name for name in names if name), "")

    def _name_of(self, table: str, row_id: int) -> str:
        """What a row is called now, or was called last when it is gone."""
        key = (table, row_id)
        if key not in self._found:
            row = self._session.get(table_named(table), row_id)
            image = image_of(row) if row is not None else self._last_image(table, row_id)
            self._found[key] = name_in_image(table, image)
        return self._found[key]

    def _last_image(self, table: str, row_id: int) -> Mapping[str, Any]:
        change = self._session.exec(
            select(HistoryChange)
            .where(HistoryChange.table_name == table, HistoryChange.row_id == row_id)
            .order_by(col(HistoryChange.id).desc())
            .limit(1)
        ).first()
        return (change.after or change.before or {}) if change else {}

    def _value(self, table: str, column: str, recorded: object) -> str:
        if column in _RESTRICTED:
            return "•••" if recorded else ""
        if column == "opening_hours":
            return hours_words(cast(Hours, recorded or {}))
        if column == "photo":
            # A digest says nothing to anybody.
            return _("a photo") if recorded else ""
        if column == "languages":
            codes = cast(list[str], recorded or [])
            return language_names(",".join(codes), current_language())
        if isinstance(recorded, int) and (parent := _parent_of(table, column)):
            return self._name_of(parent, recorded)
        # An image may hold a column that the table does not have any more.
        values = values_from(table_named(table), {column: recorded})
        return _in_words(values.get(column, recorded))


def _parent_of(table: str, column: str) -> str | None:
    """The table that a column refers to."""
    for found in columns_of(table_named(table)):
        if found.key == column:
            return next((key.column.table.name for key in found.foreign_keys), None)
    return None


def _differing(before: object, after: object) -> tuple[object, object]:
    """Of two texts in several languages only those that differ."""
    one, other = _by_language(before), _by_language(after)
    if one is None or other is None:
        return before, after
    same = {key for key in one.keys() & other.keys() if one[key] == other[key]}
    return (
        {key: value for key, value in one.items() if key not in same},
        {key: value for key, value in other.items() if key not in same},
    )


def _by_language(value: object) -> dict[str, object] | None:
    return cast(dict[str, object], value) if isinstance(value, dict) else None


def _inner_fields(before: object, after: object) -> list[FieldChange]:
    one, other = _differing(before or {}, after or {})
    if not isinstance(one, dict) or not isinstance(other, dict):
        return []
    old, new = cast(dict[str, object], one), cast(dict[str, object], other)
    return [
        FieldChange(field_name(key), _in_words(old.get(key)), _in_words(new.get(key)))
        for key in sorted(old.keys() | new.keys())
    ]


def _in_words(value: object) -> str:
    language = current_language()
    if value is None:
        return ""
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    if isinstance(value, Enum):
        return choice_words(value)
    if isinstance(value, datetime):
        return f"{medium_date(value.date(), language)} {clock_time(value, language)}"
    if isinstance(value, date):
        return medium_date(value, language)
    if isinstance(value, dict):
        return ", ".join(cast(dict[str, str], value).values())
    if isinstance(value, list):
        return ", ".join(str(item) for item in cast(list[object], value))
    return str(value)
