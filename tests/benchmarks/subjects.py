"""What is measured: the actions behind the budgets, on an open decade."""

from collections.abc import Iterator
from datetime import UTC, datetime, time, timedelta
from functools import partial
from random import Random

from sqlalchemy import text
from sqlmodel import col, select

from desk.documents.attendance import (
    ATTENDANCE_TEMPLATE,
    AttendanceBlock,
    AttendanceList,
    AttendanceRow,
    attendance_data,
)
from desk.documents.compiler import Compiler
from desk.ical import Attendee, CalendarEvent, Mailbox, request_file
from desk.model.choices import Status
from desk.model.tables import DelegationMember, Event, Venue, Visit
from desk.services import checks, programme
from desk.services.desk import Desk
from desk.services.finding import find_things
from desk.services.venue_plan import plan_between
from tests.benchmarks.names import name_from
from tests.benchmarks.programmes import TODAY
from tests.benchmarks.timing import Action

TYPED = (
    "kaisa",
    "Қайса Ахметов",
    "Садыкова",
    "Zhaksybekov",
    "Siti Hasanah",
    "Müller",
    "pertemuan bisnis",
    "2024-017",
    "anggrek",
    "kamar dagang astana",
    "nobody of that name",
)
"""What people type into the search field, letter by letter."""


def row_read(desk: Desk) -> Action:
    """The baseline for the database: one short session that reads one row by its key."""

    def read() -> object:
        with desk.read() as session:
            statement = text("SELECT name FROM setting WHERE id = 1")
            return session.connection().execute(statement).scalar()

    return read


def sorting() -> Action:
    """The baseline for computing: sorting ten thousand words."""
    random = Random(1)
    words = [f"{random.random():.6f}" for _number in range(10_000)]
    return partial(sorted, words)


def typing(desk: Desk) -> Iterator[Action]:
    """The search after every letter that is typed."""
    for words in TYPED:
        for length in range(1, len(words) + 1):
            yield partial(find_things, desk, words[:length])


def checks_of_events(desk: Desk, count: int) -> list[Action]:
    """Checking one booking that is written, for so many of the last year."""
    with desk.read() as session:
        since = datetime.combine(TODAY, time(), UTC) - timedelta(days=365)
        ids = session.exec(
            select(Event.id).where(Event.starts_at > since).order_by(col(Event.id))
        ).all()
    chosen = Random(2).sample(list(ids), min(count, len(ids)))
    return [partial(checks.findings_of_event, desk, row_id, with_mends=False) for row_id in chosen]


def checks_of_drafts(desk: Desk, count: int) -> list[Action]:
    """Checking one booking that nobody wrote yet: any room, a delegation with its hosts.

    One in ten is in the middle of the delegation's programme, the others begin after it.
    """
    random = Random(3)
    with desk.read() as session:
        rooms = session.exec(select(Venue.id).order_by(col(Venue.id))).all()
        visits = session.exec(select(Visit).order_by(col(Visit.first_day).desc()).limit(200)).all()
        people = {
            visit.id: [
                member.person_id
                for member in session.exec(
                    select(DelegationMember).where(DelegationMember.visit_id == visit.id)
                )
                if member.person_id
            ]
            for visit in visits
        }
    actions: list[Action] = []
    for number in range(count):
        visit = random.choice(visits)
        starts = datetime.combine(visit.first_day, time(19 if number % 10 else 10))
        actions.append(
            partial(
                checks.findings_of_draft,
                desk,
                starts=starts,
                ends=starts + timedelta(minutes=90),
                zone=visit.zone,
                venue_id=random.choice(rooms),
                people=people[visit.id],
                status=Status.CONFIRMED,
                visit_id=visit.id,
            )
        )
    return actions


def weeks_shown(desk: Desk, count: int, *, days: int) -> list[Action]:
    """The events of a week or month, of so many of the decade."""
    random = Random(4)
    firsts = [TODAY - timedelta(days=random.randrange(0, 3400)) for _number in range(count)]
    return [
        partial(programme.events_between, desk, first, first + timedelta(days=days - 1))
        for first in firsts
    ]


def rooms_shown(desk: Desk, count: int, *, days: int) -> list[Action]:
    """Every room and resource over some days, of so many of the decade."""
    random = Random(6)
    firsts = [TODAY - timedelta(days=random.randrange(0, 3400)) for _number in range(count)]
    return [
        partial(plan_between, desk, first, first + timedelta(days=days - 1)) for first in firsts
    ]


def attendance_sheet(compiler: Compiler, people: int) -> Action:
    """Setting an attendance list of so many people as a PDF."""
    random = Random(5)
    rows = [
        AttendanceRow(None, name.full, "Kepala Dinas", "Dinas Perdagangan", original=name.original)
        for name in (name_from(random, country) for country in ["KZ", "ID"] * (people // 2))
    ]
    half = len(rows) // 2
    blocks = (
        AttendanceBlock("Tamu", tuple(rows[:half])),
        AttendanceBlock("Tuan rumah", tuple(rows[half:])),
    )
    prints = iter(range(1_000_000))

    def set_sheet() -> object:
        # Each print differs from the last, as it does at the office: nothing is set already.
        sheet = AttendanceList(
            language="id",
            letterhead=("PEMERINTAH PROVINSI", "BIRO ADMINISTRASI PIMPINAN"),
            event="Pertemuan bisnis",
            day="Kamis, 3 Desember 2026",
            time="09.00-11.30 WITA",
            place="Ruang Anggrek",
            blocks=blocks,
            prepared=f"Cetakan ke-{next(prints)}",
        )
        return compiler.pdf(ATTENDANCE_TEMPLATE, attendance_data(sheet))

    return set_sheet


def invite(number: int) -> Action:
    """Writing one invitation."""
    starts = datetime.combine(TODAY, time(9)) + timedelta(days=number)

    def write() -> object:
        return request_file(
            CalendarEvent(
                uid=f"00000000-0000-4000-8000-{number:012d}",
                sequence=0,
                starts=starts,
                ends=starts + timedelta(minutes=150),
                zone="Asia/Makassar",
                title="Іскерлік кездесу",
                description="Тамақтан кейін\nKunjungan delegasi Kazakhstan (Astana)",
                location="Ruang Anggrek, Kantor Gubernur, Samarinda",
            ),
            recipient=Attendee(mailbox=Mailbox(address="guest@example.org", name="Сәуле Қалиева")),
            organiser=Mailbox(address="protokol@kaltim.example", name="Protokol Provinsi"),
            language="kk",
            guest_zone="Asia/Almaty",
            written=datetime(2026, 12, 3, 1, 30, tzinfo=UTC),
        )

    return write
