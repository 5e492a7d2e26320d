"""What was read of people, made ready to be looked at: parts, warnings, who may be known."""

from collections.abc import Generator, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from rapidfuzz import process
from rapidfuzz.distance import OSA
from sqlmodel import select

from desk.locale import DOCUMENT_LANGUAGES, _
from desk.locale.countries import country_choices
from desk.model.choices import Role, Side
from desk.model.progress import Progress
from desk.model.rows.intake import IntakeRow, IntakeWarning, WarningCode
from desk.model.rows.same_person import Candidate
from desk.model.tables import Organisation
from desk.rules.folding import fold
from desk.rules.intake.person import ReadPerson
from desk.rules.intake.roles import role_of
from desk.rules.known_names import known_person
from desk.rules.names import parse_name
from desk.services.desk import Desk
from desk.services.same_person import candidates_among

_AT_ONCE = 200
_SHORTEST_BODY = 5
"""Letters of a body's name below which one wrong letter makes another body."""
_WRONG_LETTERS = 2


def judged(desk: Desk, people: Sequence[ReadPerson]) -> Generator[Progress, None, list[IntakeRow]]:
    """The rows for the review; the generator's return value."""
    judging = _Judging(desk)
    rows: list[IntakeRow] = []
    words = _("Looking for people who are known already")
    for first in range(0, len(people), _AT_ONCE):
        yield Progress(first, len(people), words)
        some = people[first : first + _AT_ONCE]
        asked = [
            known_person(
                0,
                "" if person.is_group else person.name,
                original_script=person.original_script,
                email=person.email,
                phone=person.phone,
                country=judging.country(person.country) or "",
            )
            for person in some
        ]
        for person, candidates in zip(some, candidates_among(desk, asked), strict=True):
            rows.append(judging.row(len(rows) + 1, person, candidates))
    return rows


@dataclass(slots=True)
class _Seen:
    """What the rows before this one said."""

    names: set[str] = field(default_factory=set[str])
    heads: set[Side] = field(default_factory=set[Side])


class _Judging:
    """One source being judged: what is known of bodies and countries, and what was said before."""

    def __init__(self, desk: Desk) -> None:
        self._countries = _country_words()
        self._bodies = _bodies(desk)
        self._said_bodies: dict[str, str | None] = {}
        self._seen = _Seen()

    def country(self, words: str) -> str | None:
        """The code of a country by its name in any language or its code; None when it is none."""
        return self._countries.get(fold(words)) if words else ""

    def row(self, number: int, person: ReadPerson, candidates: Sequence[Candidate]) -> IntakeRow:
        """One row as it will be kept unless somebody changes it."""
        country = self.country(person.country)
        parsed = parse_name(person.name, country=country or "")
        role = person.role or (role_of(person.role_words) if person.role_words else None)
        headcount = person.headcount
        if headcount is None and person.is_group and person.headcount_words.isdigit():
            headcount = int(person.headcount_words) or None
        row = IntakeRow(
            number=number,
            name=person.name if person.is_group else parsed.full_name,
            is_group=person.is_group,
            headcount=headcount,
            family=person.family or parsed.family,
            given=person.given or parsed.given,
            patronymic=person.patronymic or parsed.patronymic,
            titles_before=person.titles_before or parsed.titles_before,
            titles_after=person.titles_after or parsed.titles_after,
            honorific=parsed.honorific,
            original_script=person.original_script or parsed.original_script,
            office=person.office,
            acting=person.acting,
            organisation=person.organisation,
            country=country or "",
            role=role or (Role.UNOFFICIAL if person.is_group else Role.MEMBER),
            side=person.side or Side.GUEST,
            email=person.email,
            phone=person.phone,
            language=person.language if person.language in DOCUMENT_LANGUAGES else "",
            same_as=tuple(candidates),
            line=person.line,
            source=person.source,
        )
        if person.is_group:
            row = replace(
                row, family="", given="", patronymic="", titles_before="", titles_after=""
            )
        warnings = tuple(self._warnings(row, person, country))
        if any(warning.code is WarningCode.SECOND_HEAD for warning in warnings):
            row = replace(row, role=Role.MEMBER)
        return replace(row, warnings=warnings)

    def _warnings(
        self, row: IntakeRow, person: ReadPerson, country: str | None
    ) -> Iterator[IntakeWarning]:
        if row.same_as:
            words = _("Perhaps known already: {name}").format(name=row.same_as[0].name)
            yield IntakeWarning(WarningCode.KNOWN, words, "name")
        key = fold(row.name)
        if key in self._seen.names:
            yield IntakeWarning(WarningCode.DUPLICATE, _("Stands twice in the source."), "name")
        self._seen.names.add(key)
        if country is None:
            words = _("{country} is no country that is known.").format(country=person.country)
            yield IntakeWarning(WarningCode.UNKNOWN_COUNTRY, words, "country")
        if person.role_words and not person.role and role_of(person.role_words) is None:
            words = _("{role} is no role that is known.").format(role=person.role_words)
            yield IntakeWarning(WarningCode.UNKNOWN_ROLE, words, "role")
        if row.role is Role.HEAD:
            if row.side in self._seen.heads:
                words = _("The source names a second head; taken as a member.")
                yield IntakeWarning(WarningCode.SECOND_HEAD, words, "role")
            self._seen.heads.add(row.side)
        if person.headcount_words and row.is_group and row.headcount is None:
            words = _("{count} is no number of people.").format(count=person.headcount_words)
            yield IntakeWarning(WarningCode.BAD_HEADCOUNT, words, "headcount")
        similar = self._similar_body(row.organisation)
        if similar:
            words = _("Perhaps mistyped: {name} is known.").format(name=similar)
            yield IntakeWarning(WarningCode.SIMILAR_ORGANISATION, words, "organisation")

    def _similar_body(self, words: str) -> str | None:
        """A known body whose name differs by a letter or two; None when it is known itself."""
        key = fold(words)
        if key not in self._said_bodies:
            self._said_bodies[key] = None
            if len(key) >= _SHORTEST_BODY and key not in self._bodies:
                allowed = 1 if len(key) < 2 * _SHORTEST_BODY else _WRONG_LETTERS
                found = process.extractOne(
                    key, self._bodies.keys(), scorer=OSA.distance, score_cutoff=allowed
                )
                if found is not None:
                    self._said_bodies[key] = self._bodies[found[0]]
        return self._said_bodies[key]


def _country_words() -> Mapping[str, str]:
    found: dict[str, str] = {}
    for language in DOCUMENT_LANGUAGES:
        for code, name in country_choices(language):
            found[fold(name)] = code
            found[fold(code)] = code
    return found


def _bodies(desk: Desk) -> dict[str, str]:
    """Every name of the bodies, folded, to how it is written."""
    with desk.read() as session:
        rows = session.exec(select(Organisation)).all()
        return {
            fold(words): words
            for row in rows
            for words in (*row.name.values(), row.short_name)
            if words
        }
