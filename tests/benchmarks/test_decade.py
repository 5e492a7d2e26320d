"""The decade database: the sizes it says, the same for the same seed, as the desk would write it."""

import hashlib
import json
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import func, text
from sqlmodel import Session, col, select

from desk.locale.zones import instant
from desk.model.errors import UserError
from desk.model.tables import (
    DelegationMember,
    Event,
    HistoryStep,
    Participation,
    Person,
    SearchEntry,
    Visit,
)
from desk.services import checks, people, today, visits
from desk.services.desk import Desk
from desk.services.finding import find_things
from desk.services.opening import open_desk
from desk.store.images import image_of, tables
from desk.store.search_entries import rebuild_entries
from desk.store.store import Store, open_store
from tests.benchmarks.conftest import SMALL
from tests.benchmarks.decade import NOW, main, make_decade, size_at
from tests.benchmarks.programmes import TODAY

TINY = 0.002


def digest(store: Store) -> str:
    """One value for everything that a database holds."""
    with store.read() as session:
        rows = [
            (name, image_of(row))
            for name, table in tables().items()
            for row in session.exec(select(table).order_by(col(table.id)))
        ]
    return hashlib.sha256(json.dumps(rows, sort_keys=True).encode()).hexdigest()


def count(session: Session, table: type[Visit | Event | Person | Participation]) -> int:
    return session.exec(select(func.count()).select_from(table)).one()


def test_the_sizes_at_scale_one() -> None:
    size = size_at(1)
    assert (size.visits, size.events, size.people) == (5_000, 50_000, 20_000)
    assert (size.attendances, size.venues, size.organisations) == (400_000, 40, 300)
    assert size.follow_ups == 10_000


def test_it_holds_as_many_rows_as_it_says(small_decade: Desk) -> None:
    size = size_at(SMALL)
    with small_decade.read() as session:
        assert count(session, Visit) == size.visits == 25
        assert count(session, Event) == size.events == 250
        assert count(session, Person) == size.people == 100
        assert count(session, Participation) == size.attendances == 2_000
        assert session.exec(select(HistoryStep)).first() is None


def test_the_same_seed_gives_the_same_content(tmp_path: Path) -> None:
    digests: list[str] = []
    for number, seed in enumerate((1, 1, 2)):
        store = open_store(tmp_path / f"{number}.db")
        make_decade(store, scale=TINY, seed=seed)
        digests.append(digest(store))
        store.close()
    assert digests[0] == digests[1] != digests[2]


def test_it_lies_in_ten_years_mostly_on_working_days(tenfold_decade: Desk) -> None:
    with tenfold_decade.read() as session:
        events = session.exec(select(Event)).all()
    assert min(event.starts.date() for event in events) >= date(2017, 1, 1)
    assert max(event.starts.date() for event in events) <= date(2026, 12, 31)
    short = [event for event in events if not event.long]
    at_work = [
        event for event in short if event.starts.isoweekday() <= 5 and event.starts.hour < 18
    ]
    assert len(at_work) > 0.9 * len(short)
    assert 0 < len(events) - len(short) < 0.03 * len(events)


def test_instants_follow_from_wall_times(small_decade: Desk) -> None:
    with small_decade.read() as session:
        events = session.exec(select(Event)).all()
    for event in events:
        assert event.starts_at == instant(event.starts, event.zone)
        assert event.ends_at == instant(event.ends, event.zone)


def test_delegations_are_of_a_likely_size(small_decade: Desk) -> None:
    with small_decade.read() as session:
        sizes = session.exec(
            select(func.count())
            .where(DelegationMember.side == "guest", col(DelegationMember.person_id).is_not(None))
            .group_by(col(DelegationMember.visit_id))
        ).all()
    assert len(sizes) == 25
    assert min(sizes) >= 1
    assert max(sizes) <= 12


def test_the_words_it_is_found_by_are_those_the_desk_writes(store: Store) -> None:
    make_decade(store, scale=TINY)

    def entries() -> list[tuple[int, str, int, str, str]]:
        with store.read() as session:
            return [
                (row.id, row.kind, row.row_id, row.words, row.recent)
                for row in session.exec(select(SearchEntry).order_by(col(SearchEntry.id)))
            ]

    before = entries()
    with store.work("Words", who="Protokol", at=NOW) as work:
        rebuild_entries(work.session)
    assert entries() == before


def test_people_are_found_in_the_script_they_are_asked_for(small_decade: Desk) -> None:
    with small_decade.read() as session:
        person = session.exec(
            select(Person).where(Person.country == "KZ", Person.original_script != "")
        ).first()
    assert person is not None
    for words in (person.full_name, person.original_script):
        found = [hit.id for hit in find_things(small_decade, words, limit=50)]
        assert person.id in found


def test_the_desk_works_on_it(tenfold_decade: Desk) -> None:
    page = today.today(tenfold_decade)
    assert page.day == TODAY
    assert page.overdue != ()
    assert len(visits.list_visits(tenfold_decade)) == 250
    assert len(people.list_people(tenfold_decade)) == 500
    assert checks.findings(tenfold_decade) != []


def test_there_are_a_few_clashes(tenfold_decade: Desk) -> None:
    with tenfold_decade.read() as session:
        first, last = session.exec(select(func.min(Event.starts_at), func.max(Event.ends_at))).one()
    clashes = checks.clash_findings_between(tenfold_decade, first, last)
    assert 0 < len(clashes) < 0.05 * size_at(0.05).events


def test_what_is_added_later_goes_on_from_it(address: str) -> None:
    store = open_store(address)
    make_decade(store, scale=TINY)
    store.close()
    desk = open_desk(address, clock=lambda: NOW, who="Protokol", create=False)
    with desk.read() as session:
        last = session.exec(select(func.max(Visit.id))).one()
        numbers = session.exec(select(Visit.number).where(Visit.year == 2025)).all()
    added = visits.create_visit(desk, title="One more", first_day=date(2025, 12, 3))
    row = visits.get_visit(desk, added)
    desk.store.close()
    assert row is not None
    assert added == (last or 0) + 1
    assert row.reference == f"2025-{max(numbers, default=0) + 1:03d}"


def test_rows_know_their_parents(small_decade: Desk) -> None:
    with small_decade.read() as session:
        assert session.connection().execute(text("PRAGMA foreign_key_check")).all() == []


def test_a_database_with_data_is_left_alone(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = str(tmp_path / "decade.db")
    assert main([path, "--scale", str(TINY)]) == 0
    assert "visits" in capsys.readouterr().out
    assert main([path, "--scale", str(TINY)]) == 1
    assert "holds data already" in capsys.readouterr().err


def test_a_scale_is_above_zero(file_store: Store) -> None:
    with pytest.raises(UserError, match="above zero"):
        make_decade(file_store, scale=0)
