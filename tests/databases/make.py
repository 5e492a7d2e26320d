"""Makes the stored database of the present schema: `python -m tests.databases.make`.

Run once before a schema is released, never again for the same revision: the stored file is what
people out there have.
"""

import sqlite3
import tempfile
from contextlib import closing
from datetime import date
from pathlib import Path

from desk.model.choices import Acting, FollowUpStatus, Role, Side, Status
from desk.model.tables import (
    Agreement,
    AgreementParty,
    CalendarCopy,
    DelegationMember,
    FollowUp,
    Gift,
    IncomingAnswer,
    InvitationWording,
    Journey,
    NotSamePerson,
    Office,
    Organisation,
    Participation,
    Person,
    Photo,
    PrecedenceDecision,
    PrecedenceScheme,
    PreparationTask,
    ProgrammeItem,
    Resource,
    ResourceBooking,
    RestrictedRecord,
    SpecialDay,
    TravelTime,
    Venue,
    VenueLayout,
    Visit,
)
from desk.store.backup import copy_to
from desk.store.schema import HEAD
from desk.store.store import Store, open_store
from tests.fixtures.rows import ME, NOW, closed_time, event
from tests.fixtures.steps import add, change

FOLDER = Path(__file__).parent


def fill(store: Store) -> None:
    """A small visit with something in every table that people fill in."""
    with store.work("Open visit", who=ME, at=NOW) as work:
        keep = work.session.keep
        akimat = keep(Organisation(name={"en": "Akimat of Astana", "ru": "Акимат Астаны"}))
        bureau = keep(Organisation(name={"id": "Biro Administrasi Pimpinan"}, short_name="Adpim"))
        guest = keep(Person(full_name="Қайса", aliases=["Kaisa"], country="KZ", language="kk"))
        host = keep(Person(full_name="Syarifah Alawiyah", email="adpim@example.org"))
        keep(Office(person_id=guest.id, organisation_id=akimat.id, title={"en": "Head"}))
        keep(
            Office(
                person_id=host.id,
                organisation_id=bureau.id,
                title={"id": "Kepala Biro", "en": "Head of Bureau"},
                acting=Acting.PLT,
                starts_on=date(2024, 5, 1),
            )
        )
        room = keep(Venue(name={"id": "Ruang Pandurata"}, zone="Asia/Makassar", city="Samarinda"))
        hall = keep(Venue(name={"id": "Pendopo"}, zone="Asia/Makassar", floor="1"))
        keep(TravelTime(from_venue_id=room.id, to_venue_id=hall.id, minutes=20))
        keep(closed_time(hall.id))
        keep(SpecialDay(day=date(2026, 3, 19), name={"id": "Cuti bersama"}))
        bus = keep(Resource(name={"id": "Bus"}, seats=25, set_up_minutes=15))
        rows = keep(VenueLayout(venue_id=room.id, name={"id": "Baris"}, seats=40))
        visit = keep(
            Visit(
                year=2026,
                number=1,
                title={"en": "Delegation from Kazakhstan", "id": "Delegasi Kazakhstan"},
                country="KZ",
                status=Status.CONFIRMED,
                first_day=date(2026, 3, 15),
                last_day=date(2026, 3, 16),
                zone="Asia/Makassar",
                guest_zone="Asia/Almaty",
            )
        )
        head = keep(DelegationMember(visit_id=visit.id, person_id=guest.id, role=Role.HEAD))
        keep(Journey(member_id=head.id, flight="GA 570", zone="Asia/Makassar"))
        keep(RestrictedRecord(person_id=guest.id, diet="Halal"))
        keep(NotSamePerson(first_id=guest.id, second_id=host.id))
        keep(Gift(visit_id=visit.id, person_id=guest.id, title="Mandau"))
        keep(Photo(picture="0" * 64, visit_id=visit.id))
        keep(PrecedenceScheme(key="ours", name={"id": "Milik kami"}, content={"key": "ours"}))
        group = keep(DelegationMember(visit_id=visit.id, group_name={"en": "Business people"}))
        meeting = keep(
            event(
                visit.id,
                1,
                status=Status.CONFIRMED,
                venue_id=room.id,
                layout_id=rows.id,
                uid="8f4d4a4e-5a63-4b5c-9d1e-3f1f3b0d6a01",
            )
        )
        keep(Participation(event_id=meeting.id, person_id=guest.id))
        keep(
            PrecedenceDecision(
                event_id=meeting.id,
                person_id=guest.id,
                scheme="uu_9_2010_10",
                rank="p",
                reason="As agreed",
                decided_by=ME,
            )
        )
        keep(Participation(event_id=meeting.id, person_id=host.id, side=Side.HOST, role=Role.HEAD))
        keep(Participation(event_id=meeting.id, member_id=group.id))
        keep(InvitationWording(visit_id=visit.id, language="ru", subject="{title}"))
        keep(IncomingAnswer(digest="1" * 64, received_at=NOW, event_id=meeting.id))
        keep(PreparationTask(visit_id=visit.id, title={"id": "Rapat"}, offset_days=7))
        keep(
            CalendarCopy(
                event_id=meeting.id, collection="c", href="c/1.ics", etag="1", published_at=NOW
            )
        )
        keep(ResourceBooking(event_id=meeting.id, resource_id=bus.id))
        keep(
            ProgrammeItem(
                event_id=meeting.id, offset_minutes=10, minutes=5, title={"en": "Opening"}
            )
        )
        pact = keep(Agreement(visit_id=visit.id, title={"en": "Sister cities"}))
        keep(AgreementParty(agreement_id=pact.id, organisation_id=akimat.id))
        keep(
            FollowUp(
                visit_id=visit.id,
                event_id=meeting.id,
                title="Send the list of projects",
                due_on=date(2026, 4, 1),
                status=FollowUpStatus.UNDER_WAY,
            )
        )
    change(store, meeting, place="second floor")
    add(store, Person(full_name="Serik"))


def main() -> None:
    """Write the database of the present revision beside this file."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "small.db"
        with closing(open_store(Path(folder) / "made.db")) as store:
            fill(store)
            copy_to(store, path)
        with closing(sqlite3.connect(path)) as connection:
            # Many nearly empty tables: small pages make a small file.
            connection.execute("PRAGMA page_size=512")
            connection.execute("VACUUM")
        (FOLDER / f"{HEAD}.db").write_bytes(path.read_bytes())


if __name__ == "__main__":
    main()
