"""Keeping people who were read from anywhere: one unit of work, a few statements for thousands."""

from collections.abc import Collection, Generator, Iterator, Mapping, Sequence
from typing import TypeVar

from sqlmodel import col, select

from desk.locale import _
from desk.model.choices import Role, Side
from desk.model.errors import NotThere, UserError
from desk.model.progress import Progress
from desk.model.rows.intake import IntakeRow, IntakeSaved
from desk.model.tables import DelegationMember, Office, Organisation, Person, Visit
from desk.rules.folding import fold
from desk.services.delegation import join_events
from desk.services.desk import Desk
from desk.services.edits import localised, new_row, row_for_change
from desk.store.unit_of_work import WorkSession

Item = TypeVar("Item")

_AT_ONCE = 500


def save(
    desk: Desk, rows: Sequence[IntakeRow], *, visit_id: int | None, same: Mapping[int, int]
) -> Generator[Progress, None, IntakeSaved]:
    """See `intake.save_intake`."""
    _judge(rows, visit_id)
    total = len(rows)
    yield Progress(0, total, _("Importing people"))
    with desk.work(_("Import of people")) as session:
        saving = _Saving(desk, session, visit_id, same)
        done = 0
        for some in _portions(rows):
            saving.keep_people(some)
            done += len(some)
            yield Progress(done, total, _("Importing people"))
        if visit_id is not None:
            saving.join(rows)
        return saving.saved()


class _Saving:
    """One import under way: which row became which person."""

    def __init__(
        self, desk: Desk, session: WorkSession, visit_id: int | None, same: Mapping[int, int]
    ) -> None:
        self._desk = desk
        self._session = session
        self._visit_id = visit_id
        if visit_id is not None:
            row_for_change(session, Visit, visit_id)
        self._person_of = dict(same)
        self._refuse_gone(same)
        self._organisations = self._known_organisations()
        self._known = 0
        self._created = 0
        self._groups = 0
        self._joined = 0
        self._new_organisations = 0

    def keep_people(self, rows: Sequence[IntakeRow]) -> None:
        """Write the people of these rows who are new, with their bodies and offices."""
        people = [row for row in rows if not row.is_group]
        fresh = [row for row in people if row.number not in self._person_of]
        self._known += len(people) - len(fresh)
        written = [_person(row) for row in fresh]
        self._session.add_all(written)
        self._keep_organisations(fresh)
        self._session.flush()
        offices: list[Office] = []
        for row, person in zip(fresh, written, strict=True):
            self._person_of[row.number] = person.id
            if row.office or row.organisation:
                offices.append(
                    Office(
                        person_id=person.id,
                        organisation_id=self._organisations.get(fold(row.organisation)),
                        title=localised(row.office),
                        acting=row.acting,
                    )
                )
        self._session.add_all(offices)
        self._session.flush()
        self._created += len(fresh)

    def join(self, rows: Sequence[IntakeRow]) -> None:
        """Let everybody join the delegation, and the guests its events to come."""
        assert self._visit_id is not None
        there = self._session.exec(
            select(DelegationMember).where(DelegationMember.visit_id == self._visit_id)
        ).all()
        joined = {member.person_id for member in there if member.person_id is not None}
        groups = {
            (fold(words), member.side) for member in there for words in member.group_name.values()
        }
        heads = {member.side for member in there if member.role is Role.HEAD}
        positions = {
            side: max((m.position for m in there if m.side is side), default=-1) for side in Side
        }
        written: list[DelegationMember] = []
        for row in rows:
            person_id = None if row.is_group else self._person_of[row.number]
            if person_id in joined or (row.is_group and (fold(row.name), row.side) in groups):
                continue
            if row.role is Role.HEAD:
                _refuse_second_head(row, heads)
                heads.add(row.side)
            if person_id is not None:
                joined.add(person_id)
            else:
                self._groups += 1
            positions[row.side] += 1
            written.append(
                DelegationMember(
                    visit_id=self._visit_id,
                    person_id=person_id,
                    group_name=localised(row.name) if row.is_group else {},
                    headcount=row.headcount,
                    side=row.side,
                    role=row.role,
                    position=positions[row.side],
                    country=row.country,
                )
            )
        self._session.add_all(written)
        self._session.flush()
        join_events(self._desk, self._session, self._visit_id, written)
        self._joined = len(written)

    def saved(self) -> IntakeSaved:
        """What was written."""
        return IntakeSaved(
            created=self._created,
            known=self._known,
            groups=self._groups,
            joined=self._joined,
            organisations=self._new_organisations,
        )

    def _known_organisations(self) -> dict[str, int]:
        """The bodies by every name they have, folded; of two of one name the first."""
        found: dict[str, int] = {}
        for row in self._session.exec(select(Organisation).order_by(col(Organisation.id))):
            for words in (*row.name.values(), row.short_name):
                if key := fold(words):
                    found.setdefault(key, row.id)
        return found

    def _keep_organisations(self, rows: Sequence[IntakeRow]) -> None:
        fresh: dict[str, Organisation] = {}
        for row in rows:
            key = fold(row.organisation)
            if key and key not in self._organisations and key not in fresh:
                fresh[key] = Organisation(name=localised(row.organisation))
        self._session.add_all(fresh.values())
        self._session.flush()
        self._organisations |= {key: row.id for key, row in fresh.items()}
        self._new_organisations += len(fresh)

    def _refuse_gone(self, same: Mapping[int, int]) -> None:
        for some in _portions(sorted(set(same.values()))):
            there = self._session.exec(select(Person.id).where(col(Person.id).in_(some))).all()
            if len(there) < len(some):
                raise NotThere(
                    _("Somebody chosen as known is not there any more; read the source again.")
                )


def _judge(rows: Sequence[IntakeRow], visit_id: int | None) -> None:
    """What no row may lack, told before anything is written."""
    for row in rows:
        if not row.name.strip():
            raise UserError(_("Row {number} has no name.").format(number=row.number), field="name")
        if row.is_group and row.headcount is not None and row.headcount < 1:
            raise UserError(_("A group has at least one person."), field="headcount")
    if visit_id is None and any(row.is_group for row in rows):
        raise UserError(
            _("A group without names belongs to a visit: choose one, or leave the group out."),
            field="visit_id",
        )


def _refuse_second_head(row: IntakeRow, heads: Collection[Side]) -> None:
    if row.side in heads:
        raise UserError(
            _("{name} cannot be the head: this side has a head already.").format(name=row.name),
            field="role",
        )


def _person(row: IntakeRow) -> Person:
    try:
        return Person(
            **new_row(
                Person,
                {
                    "full_name": row.name,
                    "family": row.family,
                    "given": row.given,
                    "patronymic": row.patronymic,
                    "titles_before": row.titles_before,
                    "titles_after": row.titles_after,
                    "honorific": row.honorific,
                    "original_script": row.original_script,
                    "country": row.country,
                    "language": row.language,
                    "email": row.email,
                    "phone": row.phone,
                },
            )
        )
    except UserError as error:
        # Among thousands of rows the sentence alone would not say which.
        raise UserError(f"{row.name}: {error.message}", field=error.field) from error


def _portions(items: Sequence[Item]) -> Iterator[Sequence[Item]]:
    for first in range(0, len(items), _AT_ONCE):
        yield items[first : first + _AT_ONCE]
