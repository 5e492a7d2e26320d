"""What was read of people, made ready to be looked at: parts, warnings, who may be known."""

from collections.abc import Generator, Sequence

from desk.locale import _
from desk.model.choices import Role, Side
from desk.model.progress import Progress
from desk.model.rows.intake import IntakeRow, IntakeWarning, WarningCode
from desk.rules.intake.person import ReadPerson
from desk.rules.known_names import known_person
from desk.rules.names import parse_name
from desk.services.desk import Desk
from desk.services.same_person import candidates_among

_AT_ONCE = 200


def judged(desk: Desk, people: Sequence[ReadPerson]) -> Generator[Progress, None, list[IntakeRow]]:
    """The rows for the review; the generator's return value."""
    rows: list[IntakeRow] = []
    asked = [
        known_person(
            0,
            person.name,
            original_script=person.original_script,
            email=person.email,
            phone=person.phone,
            country=person.country,
        )
        for person in people
    ]
    words = _("Looking for people who are known already")
    known = candidates_among(desk, asked)
    for number, (person, candidates) in enumerate(zip(people, known, strict=True), start=1):
        if number % _AT_ONCE == 1:
            yield Progress(number - 1, len(people), words)
        parsed = parse_name(person.name, country=person.country)
        warnings: list[IntakeWarning] = []
        if candidates:
            warnings.append(
                IntakeWarning(
                    WarningCode.KNOWN,
                    _("Perhaps known already: {name}").format(name=candidates[0].name),
                    "name",
                )
            )
        rows.append(
            IntakeRow(
                number=number,
                name=parsed.full_name,
                is_group=person.is_group,
                headcount=person.headcount,
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
                country=person.country,
                role=person.role or (Role.UNOFFICIAL if person.is_group else Role.MEMBER),
                side=person.side or Side.GUEST,
                email=person.email,
                phone=person.phone,
                language=person.language,
                same_as=tuple(candidates),
                warnings=tuple(warnings),
                line=person.line,
                source=person.source,
            )
        )
    return rows
