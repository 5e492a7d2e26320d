"""Days that the office notes itself: collective leave, extra holidays, days it works on."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Any

from sqlalchemy import Date, Select, bindparam
from sqlalchemy import select as select_columns
from sqlmodel import Session, col, select

from desk.locale import _
from desk.locale.words import current_language
from desk.model.choices import SpecialDayKind
from desk.model.errors import UserError
from desk.model.localised import text_in
from desk.model.rows.special_days import HolidayRow, SpecialDayRow
from desk.model.tables import SpecialDay
from desk.rules.decree import DecreeLine, read_decree
from desk.services.choice_words import choice_words
from desk.services.desk import Desk
from desk.services.edits import localised, new_row, row_for_change, set_fields
from desk.services.scheduling import refuse_strange_year

OFFICE_COUNTRY = "ID"

_ESTIMATED = (" (estimated)", " (perkiraan)")

# Made once: it is asked with every check of an event.
_BETWEEN: Select[*tuple[Any, ...]] = (
    select_columns(
        col(SpecialDay.id),
        col(SpecialDay.day),
        col(SpecialDay.country),
        col(SpecialDay.kind),
        col(SpecialDay.name),
        col(SpecialDay.basis),
    )
    .where(
        col(SpecialDay.day) >= bindparam("first", type_=Date),
        col(SpecialDay.day) <= bindparam("last", type_=Date),
    )
    .order_by(col(SpecialDay.day), col(SpecialDay.country), col(SpecialDay.id))
)


def list_special_days(desk: Desk, year: int, *, country: str | None = None) -> list[SpecialDayRow]:
    """What was noted for a year in order of days; with `country` only that one's."""
    with desk.read() as session:
        return days_between(
            session, date(year, 1, 1), date(year, 12, 31), None if country is None else [country]
        )


def days_between(
    session: Session, first: date, last: date, countries: Sequence[str] | None = None
) -> list[SpecialDayRow]:
    """What was noted for the days from first to last, both included."""
    query = _BETWEEN
    if countries is not None:
        query = query.where(col(SpecialDay.country).in_(countries))
    language = current_language()
    return [
        SpecialDayRow(
            id=row.id,
            day=row.day,
            country=row.country,
            kind=row.kind,
            name=text_in(row.name, language) or choice_words(row.kind),
            names=row.name,
            basis=row.basis,
        )
        for row in session.connection().execute(query, {"first": first, "last": last})
    ]


def add_special_day(
    desk: Desk,
    *,
    day: date,
    kind: SpecialDayKind,
    name: str | Mapping[str, str] = "",
    country: str = OFFICE_COUNTRY,
    basis: str = "",
) -> int:
    """Note a day; its id. Raises UserError when that day is noted for that country already."""
    with desk.work(_("New special day")) as session:
        row = SpecialDay(
            **new_row(
                SpecialDay,
                {
                    "day": day,
                    "country": country,
                    "kind": kind,
                    "name": localised(name),
                    "basis": basis,
                },
            )
        )
        _judge(session, row)
        return session.keep(row).id


def change_special_day(
    desk: Desk,
    day_id: int,
    changes: Mapping[str, object],
    *,
    seen: Mapping[str, object] | None = None,
) -> None:
    """Change fields of a noted day; `seen` as in `edits.set_fields`. Raises UserError."""
    with desk.work(_("Change special day")) as session:
        row = row_for_change(session, SpecialDay, day_id)
        if set_fields(row, changes, seen):
            _judge(session, row)
            session.add(row)


def delete_special_day(desk: Desk, day_id: int) -> None:
    """Take a noted day away; the calendars' own holidays stay."""
    with desk.work(_("Delete special day")) as session:
        session.drop(row_for_change(session, SpecialDay, day_id))


# The yearly decree


@dataclass(frozen=True, slots=True)
class PastedDays:
    """What a pasted list would note: the lines as read, and the days that are noted already."""

    lines: tuple[DecreeLine, ...]
    known: frozenset[date]

    @property
    def new(self) -> list[tuple[date, str]]:
        """Each day that would be noted once, with its name."""
        found: dict[date, str] = {}
        for line in self.lines:
            if line.problem != "other_year":
                for day in line.days:
                    if day not in self.known:
                        found.setdefault(day, line.name)
        return sorted(found.items())


def read_pasted_days(
    desk: Desk, text: str, *, year: int, country: str = OFFICE_COUNTRY
) -> PastedDays:
    """What a pasted decree says, line by line; nothing is written."""
    lines = tuple(read_decree(text, year=year, language=current_language()))
    known = frozenset(row.day for row in list_special_days(desk, year, country=country))
    return PastedDays(lines, known)


def add_pasted_days(
    desk: Desk,
    days: Iterable[tuple[date, str]],
    *,
    kind: SpecialDayKind = SpecialDayKind.COLLECTIVE_LEAVE,
    country: str = OFFICE_COUNTRY,
    basis: str = "",
) -> int:
    """Note several days at once, as one step; how many were new."""
    added = 0
    with desk.work(_("Days of the decree")) as session:
        for day, name in days:
            taken = select(SpecialDay.id).where(
                SpecialDay.day == day, SpecialDay.country == country
            )
            if session.exec(taken).first() is None:
                add_special_day(desk, day=day, kind=kind, name=name, country=country, basis=basis)
                added += 1
    return added


# What the calendars know by themselves


def public_holidays(country: str, year: int) -> list[HolidayRow]:
    """The public holidays of a country in a year as its calendar knows them; none for an unknown one.

    Calculated without the office's own notes. Days that hang on the moon are marked as estimated.
    """
    return list(_public_holidays(country, year, current_language()))


@lru_cache(maxsize=64)
def _public_holidays(country: str, year: int, language: str) -> tuple[HolidayRow, ...]:
    # Half a hundred countries are loaded with it, which no start waits for.
    import holidays

    wanted = "id" if (language, country) == ("id", "ID") else "en_US"
    try:
        calendar = holidays.country_holidays(country, years=year, language=wanted)
    except NotImplementedError:
        return ()
    rows: list[HolidayRow] = []
    for day, names in sorted(calendar.items()):
        for name in names.split("; "):
            plain = name
            for words in _ESTIMATED:
                plain = plain.replace(words, "")
            rows.append(HolidayRow(day, country, plain, estimated=plain != name))
    return tuple(rows)


def _judge(session: Session, row: SpecialDay) -> None:
    refuse_strange_year(row.day, "day")
    taken = session.exec(
        select(SpecialDay.id).where(SpecialDay.day == row.day, SpecialDay.country == row.country)
    ).all()
    if any(other != row.id for other in taken):
        raise UserError(_("This day is noted already."), field="day")
    if not row.name and row.kind is SpecialDayKind.HOLIDAY:
        raise UserError(_("A holiday needs a name."), field="name")
