"""Ten years of work in one database, the same for the same seed.

    python -m tests.benchmarks.decade DB [--scale N] [--seed N]

DB is a path or a PostgreSQL URL of a database that does not exist yet or is empty. At scale 1 it
gets 5,000 visits, 50,000 events, 20,000 people and 400,000 attendances from 2017 to 2026, looked at
from 3 December 2026; at scale N so many times that, in as many times the rooms.
"""

import argparse
import gc
import sys
import time
from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime
from random import Random

from sqlmodel import select

from desk.model.errors import UserError
from desk.model.tables import Event, Person, Visit
from desk.store.store import Store, open_store
from tests.benchmarks.bulk import Bulk, gather_statistics, write_entries
from tests.benchmarks.cast import make_cast
from tests.benchmarks.programmes import TODAY, make_programmes
from tests.benchmarks.promises import make_promises

SEED = 20_261_203
NOW = datetime(TODAY.year, TODAY.month, TODAY.day, 1, 30, tzinfo=UTC)
"""Half past nine in the morning at the office."""


@dataclass(frozen=True, slots=True)
class Size:
    """How many of each there are; the rest follows."""

    visits: int
    events: int
    people: int
    attendances: int
    organisations: int
    venues: int
    follow_ups: int
    agreements: int


def size_at(scale: float) -> Size:
    """The sizes at a scale; a small decade still has rooms and bodies enough to be one."""
    return Size(
        visits=max(1, round(5_000 * scale)),
        events=max(10, round(50_000 * scale)),
        people=max(60, round(20_000 * scale)),
        attendances=max(80, round(400_000 * scale)),
        organisations=max(24, round(300 * scale)),
        venues=max(8, round(40 * scale)),
        follow_ups=max(2, round(10_000 * scale)),
        agreements=max(1, round(250 * scale)),
    )


def make_decade(store: Store, *, scale: float = 1.0, seed: int = SEED) -> Size:
    """Fill an empty database in one transaction, without history. Raises UserError if it is not."""
    if scale <= 0:
        raise UserError("The scale is a number above zero.")
    with store.read() as session:
        if any(session.exec(select(table.id).limit(1)).first() for table in (Visit, Person, Event)):
            raise UserError(f"{store.place} holds data already; give a new database.")
    size = size_at(scale)
    # Rows that wait to be written are no garbage; looking at them takes a quarter of the time.
    gc.disable()
    try:
        _fill(store, size, Random(seed))
    finally:
        gc.enable()
    return size


def _fill(store: Store, size: Size, random: Random) -> None:
    with store.work("Decade", who="Protokol", at=NOW) as work:
        connection = work.session.connection()
        bulk = Bulk(connection)
        cast = make_cast(
            bulk, random, bodies=size.organisations, people=size.people, venues=size.venues
        )
        visits = make_programmes(
            bulk,
            random,
            cast,
            visits=size.visits,
            events=size.events,
            attendances=size.attendances,
        )
        make_promises(bulk, random, cast, visits, agreements=size.agreements, count=size.follow_ups)
        bulk.finish()
        write_entries(work.session)
        gather_statistics(connection)


def main(arguments: Sequence[str]) -> int:
    """The command; gives the exit status."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.decade")
    parser.add_argument("database", metavar="DB", help="a path, or a PostgreSQL URL")
    parser.add_argument("--scale", type=float, default=1.0, metavar="N", help="N times the size")
    parser.add_argument("--seed", type=int, default=SEED, metavar="N", help="another decade")
    given = parser.parse_args(arguments)
    begun = time.perf_counter()
    try:
        with closing(open_store(given.database)) as store:
            size = make_decade(store, scale=given.scale, seed=given.seed)
    except UserError as error:
        print(error, file=sys.stderr)
        return 1
    print(
        f"{size.visits:,} visits, {size.events:,} events, {size.people:,} people,"
        f" {size.attendances:,} attendances in {time.perf_counter() - begun:.0f} s"
    )
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
