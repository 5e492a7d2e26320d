"""Setting fields of a row: validated, and never over an edit that was not seen."""

from collections.abc import Callable, Mapping
from contextlib import suppress
from enum import Enum
from typing import Annotated, Any, TypeGuard, TypeVar

from pydantic import TypeAdapter, ValidationError
from sqlmodel import Session

from desk.locale import _
from desk.locale.words import current_language
from desk.model.errors import ChangedElsewhere, NotThere, UserError
from desk.model.localised import LocalisedText
from desk.model.tables.row import Row
from desk.services.values import country_code, mail_address, zone_name, zone_or_none

Found = TypeVar("Found", bound=Row)

_RULES: dict[str, Callable[[str, str], str]] = {
    "country": country_code,
    "email": mail_address,
    "guest_zone": zone_or_none,
    "zone": zone_name,
}
"""What is asked of a column of that name in every table."""

_adapters: dict[tuple[str, str], TypeAdapter[Any]] = {}


def _adapter(table: type[Row], name: str) -> TypeAdapter[Any]:
    """The validator of one field, made once: making one costs as much as a thousand uses."""
    key = (table.__name__, name)
    if key not in _adapters:
        field = table.model_fields[name]
        # The metadata holds the longest length, which only one of the databases would watch.
        annotation: Any = field.annotation
        if field.metadata:
            annotation = Annotated[annotation, *field.metadata]
        _adapters[key] = TypeAdapter(annotation)
    return _adapters[key]


def checked(table: type[Row], name: str, value: object) -> Any:
    """The value as the field's type. Raises UserError beside the field when it does not fit."""
    try:
        given = value.strip() if _is_text(value) else value
        valid = _adapter(table, name).validate_python(given)
    except ValidationError as error:
        raise UserError(_("This value does not fit here."), field=name) from error
    if _is_text(valid):
        return _RULES[name](valid, name) if name in _RULES else valid
    if table.model_fields[name].annotation == LocalisedText:
        return localised(valid)
    return valid


def _is_text(value: object) -> TypeGuard[str]:
    # A choice is a text as well, and has to stay a choice.
    return isinstance(value, str) and not isinstance(value, Enum)


def new_row(table: type[Row], values: Mapping[str, object]) -> dict[str, Any]:
    """The values of a row to be made, each validated. Raises UserError."""
    return {name: checked(table, name, value) for name, value in values.items()}


def set_fields(
    row: Row, changes: Mapping[str, object], seen: Mapping[str, object] | None = None
) -> bool:
    """Set the fields; whether anything differs now.

    `seen` holds what the screen showed for these fields: when the row says something else by
    now, ChangedElsewhere is raised instead of overwriting it. Raises UserError.
    """
    differs = False
    for name, value in changes.items():
        valid = checked(type(row), name, value)
        current = getattr(row, name)
        if current == valid:
            continue
        if seen is not None and name in seen and not _says(row, name, seen[name]):
            raise ChangedElsewhere(
                _(
                    "Somebody else changed this meanwhile. Their version is shown; nothing was lost."
                ),
                field=name,
            )
        setattr(row, name, valid)
        differs = True
    return differs


def _says(row: Row, name: str, seen: object) -> bool:
    """Whether the row still says what was seen; rows for screens hold tuples instead of lists."""
    current = getattr(row, name)
    if current == seen:
        return True
    with suppress(UserError):
        return bool(current == checked(type(row), name, seen))
    return False


def localised(text: str | Mapping[str, str]) -> LocalisedText:
    """Text as given: a plain string is in the language of the screen."""
    if isinstance(text, str):
        return {current_language(): text.strip()} if text.strip() else {}
    return {code: words.strip() for code, words in text.items() if words.strip()}


def row_for_change(session: Session, table: type[Found], row_id: int) -> Found:
    """The row of that id. Raises NotThere in a sentence."""
    row = session.get(table, row_id)
    if row is None:
        raise NotThere(_("This is not there any more; somebody deleted it meanwhile."))
    return row
