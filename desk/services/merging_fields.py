"""The fields of two entries that become one: side by side, and what is made of them."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any, cast

from desk.locale import _
from desk.locale.countries import country_name
from desk.locale.formats import medium_date
from desk.locale.languages import language_names
from desk.locale.words import current_language
from desk.model.rows.same_person import FieldChoice, Which
from desk.model.tables import Person, RestrictedRecord
from desk.services.field_names import field_name

PERSON_FIELDS = tuple(name for name in Person.model_fields if name not in {"id", "aliases"})
"""What somebody may choose of a person; other spellings are always kept, all of them."""

RESTRICTED_FIELDS = tuple(
    name for name in RestrictedRecord.model_fields if name not in {"id", "person_id"}
)

HIDDEN = frozenset({"phone", *RESTRICTED_FIELDS})
"""Masked in a comparison: looking at them is a step of its own, and recorded."""

_JOINED = frozenset({"aliases", "name_forms", "notes"})
"""Both may stay."""

_MASK = "•••"


def compared_fields(
    kept: Person,
    gone: Person,
    kept_hidden: RestrictedRecord | None,
    gone_hidden: RestrictedRecord | None,
) -> tuple[FieldChoice, ...]:
    """Every field in which one of the two says something."""
    rows = [(name, getattr(kept, name), getattr(gone, name)) for name in Person.model_fields]
    rows += [
        (name, getattr(kept_hidden, name, None), getattr(gone_hidden, name, None))
        for name in RESTRICTED_FIELDS
    ]
    return tuple(
        _choice(name, one, other) for name, one, other in rows if name != "id" and (one or other)
    )


def merged_values(
    kept: Person | RestrictedRecord | None,
    gone: Person | RestrictedRecord | None,
    take: Mapping[str, Which],
) -> dict[str, Any]:
    """What the fields of one table say afterwards. Raises ValueError for a choice there is not."""
    names = PERSON_FIELDS if isinstance(gone, Person) else RESTRICTED_FIELDS
    for name, which in take.items():
        known = name in PERSON_FIELDS or name in RESTRICTED_FIELDS
        if not known or (which is Which.BOTH and name not in _JOINED):
            raise ValueError(f"{name} cannot be taken from {which}")
    found: dict[str, Any] = {}
    for name in names:
        one, other = getattr(kept, name), getattr(gone, name)
        which = take.get(name, _proposed(name, one, other))
        if which is Which.BOTH:
            found[name] = _joined(one, other)
        else:
            found[name] = one if which is Which.KEPT else other
    return found


def other_names(kept: Person, gone: Person, values: Mapping[str, Any]) -> list[str]:
    """The other spellings of one person made of two: whatever either was called, each once."""
    called = [
        *kept.aliases,
        kept.full_name,
        gone.full_name,
        *gone.aliases,
        kept.original_script,
        gone.original_script,
    ]
    there = {values["full_name"].casefold(), values["original_script"].casefold(), ""}
    found: list[str] = []
    for name in (name.strip() for name in called):
        if name.casefold() not in there:
            there.add(name.casefold())
            found.append(name)
    return found


def joined_text(one: str, other: str) -> str:
    """Both texts as paragraphs, once where they say the same."""
    return "\n\n".join(text for text in dict.fromkeys((one, other)) if text)


def _choice(name: str, one: Any, other: Any) -> FieldChoice:
    differs = bool(one and other and one != other)
    proposed = _proposed(name, one, other)
    choices: tuple[Which, ...] = (proposed,)
    if differs and name != "aliases":
        choices = (Which.KEPT, Which.GONE)
        if name in _JOINED:
            choices = (*choices, Which.BOTH)
    return FieldChoice(
        field=name,
        name=field_name(name),
        kept_value=_in_words(name, one),
        gone_value=_in_words(name, other),
        differs=differs,
        proposed=proposed,
        choices=choices,
        restricted=name in HIDDEN,
    )


def _proposed(name: str, one: Any, other: Any) -> Which:
    if not one and other:
        return Which.GONE
    return Which.BOTH if name in _JOINED and one and other and one != other else Which.KEPT


def _joined(one: Any, other: Any) -> Any:
    """Both: what the kept one says comes first, and counts where both say something."""
    if isinstance(one, dict):
        return {**cast(dict[str, Any], other), **cast(dict[str, Any], one)}
    return joined_text(one, other)


def _in_words(name: str, value: Any) -> str:
    language = current_language()
    if not value:
        return ""
    if name in HIDDEN:
        return _MASK
    if name == "photo":
        return _("a photo")
    if name == "country":
        return country_name(value, language)
    if name == "language":
        return language_names(value, language)
    if isinstance(value, date):
        return medium_date(value, language)
    return "; ".join(_texts(value))


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        yield from cast(dict[str, str], value).values()
    elif isinstance(value, list):
        yield from cast(list[str], value)
    else:
        yield str(value)
