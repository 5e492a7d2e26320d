"""People, the offices they hold, the bodies they hold them in."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from desk.model.choices import Acting, OrganisationKind


@dataclass(frozen=True, slots=True)
class OrganisationRow:
    """A body, its name in the asked language and in all."""

    id: int
    name: str
    names: Mapping[str, str]
    short_name: str
    kind: OrganisationKind
    country: str
    city: str
    email: str
    notes: str
    parent_id: int | None
    people: int = 0


@dataclass(frozen=True, slots=True)
class OfficeRow:
    """An office held for a period; `title` carries the acting word (Plt.) before it."""

    id: int
    person_id: int
    title: str
    titles: Mapping[str, str]
    acting: Acting | None
    organisation_id: int | None
    organisation: str
    starts_on: date | None
    ends_on: date | None


@dataclass(frozen=True, slots=True)
class PersonRow:
    """Somebody, with the office held on the asked day."""

    id: int
    name: str
    office: str
    organisation: str
    country: str
    email: str
    language: str
    family: str = ""
    given: str = ""
    patronymic: str = ""
    original_script: str = ""
    titles_before: str = ""
    titles_after: str = ""
    honorific: str = ""
    pronunciation: str = ""
    aliases: tuple[str, ...] = ()
    notes: str = ""
    offices: tuple[OfficeRow, ...] = field(default=())
    visits: int = 0

    @property
    def name_with_titles(self) -> str:
        """The name with its titles, punctuation exactly as entered."""
        before = f"{self.titles_before} " if self.titles_before else ""
        after = f", {self.titles_after}" if self.titles_after else ""
        return f"{before}{self.name}{after}"
