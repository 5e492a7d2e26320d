"""Dates in a text, with the weekday that was written beside them."""

import re
from dataclasses import dataclass
from datetime import date

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "januari january jan",
            "februari february feb",
            "maret march mar",
            "april apr",
            "mei may",
            "juni june jun",
            "juli july jul",
            "agustus august agu aug",
            "september sep sept",
            "oktober october okt oct",
            "november nopember nov",
            "desember december des dec",
        ),
        start=1,
    )
    for name in names.split()
}
_WEEKDAYS = {
    name: number
    for number, names in enumerate(
        (
            "senin monday mon",
            "selasa tuesday tue",
            "rabu wednesday wed",
            "kamis thursday thu",
            "jumat jum'at friday fri",
            "sabtu saturday sat",
            "minggu ahad sunday sun",
        )
    )
    for name in names.split()
}
_WEEKDAY = "|".join(sorted(_WEEKDAYS, key=len, reverse=True))
_MONTH = "|".join(sorted(_MONTHS, key=len, reverse=True))
_DATE = re.compile(
    rf"""(?:\b(?P<weekday>{_WEEKDAY})\b[\s,(]*)?
        (?:\b(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s+(?P<month>{_MONTH})\b\.?,?\s+(?P<year>\d{{4}})
          |\b(?P<d>\d{{1,2}})[/.-](?P<m>\d{{1,2}})[/.-](?P<y>\d{{4}})
          |\b(?P<iy>\d{{4}})-(?P<im>\d{{2}})-(?P<id>\d{{2}}))\b""",
    re.IGNORECASE | re.VERBOSE,
)
_WEEK = re.compile(r"\bminggu\s+(?:depan|ini|lalu|besok)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class ReadDate:
    """A date as written; `day` is None when there is no such day or it cannot be told.

    `weekday` is the one written (0 is Monday), None for none; `ambiguous` says that "Minggu" may
    mean the Sunday or the week.
    """

    text: str
    day: date | None
    weekday: int | None = None
    ambiguous: bool = False

    @property
    def contradicts(self) -> bool:
        """Whether the weekday written is not that of the date."""
        return self.day is not None and self.weekday not in (None, self.day.weekday())


def dates_in(text: str) -> list[ReadDate]:
    """Every date of a text in its order, Indonesian or English; day before month in figures."""
    found: list[tuple[int, ReadDate]] = []
    for match in _DATE.finditer(text):
        weekday = match["weekday"]
        said = _WEEKDAYS[weekday.lower()] if weekday else None
        found.append((match.start(), ReadDate(match[0].strip(), _day(match), said)))
    for match in _WEEK.finditer(text):
        found.append((match.start(), ReadDate(match[0], None, ambiguous=True)))
    return [one for _start, one in sorted(found, key=lambda pair: pair[0])]


def _day(match: re.Match[str]) -> date | None:
    if match["day"]:
        parts = int(match["year"]), _MONTHS[match["month"].lower()], int(match["day"])
    elif match["d"]:
        parts = int(match["y"]), int(match["m"]), int(match["d"])
    else:
        parts = int(match["iy"]), int(match["im"]), int(match["id"])
    try:
        return date(*parts)
    except ValueError:
        return None
