"""The invitations of the sample visit, as the desk exports them, in readers nobody here wrote."""

from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from desk.locale.words import DOCUMENT_LANGUAGES
from desk.model.rows.events import EventRow
from desk.services import invitations, people, programme, samples
from desk.services.desk import Desk
from desk.store.store import open_store
from tests.fixtures.desks import SUNDAY
from tests.interop.libical import Libical
from tests.interop.node import IcalJs


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    path = tmp_path_factory.mktemp("sample") / "desk.db"
    with closing(open_store(path)) as store:
        made = Desk(store, clock=lambda: datetime(2026, 12, 1, 2, 0, tzinfo=UTC), who="Rani")
        samples.load_sample(made, on=SUNDAY)
        yield made


def events(desk: Desk) -> dict[str, EventRow]:
    return {row.uid: row for row in programme.events_of_visit(desk, 1)}


@pytest.mark.parametrize("language", [None, *DOCUMENT_LANGUAGES])
def test_every_file_is_read_without_a_finding_and_at_the_right_instant(
    desk: Desk, libical: Libical, ical_js: IcalJs, tmp_path: Path, language: str | None
) -> None:
    for _progress in invitations.export(
        desk, tmp_path, visit_id=1, language=language, with_programme=True
    ):
        pass
    files = [path.read_bytes() for path in sorted(tmp_path.iterdir())]
    assert len(files) == 65
    planned = events(desk)
    boxes = {person.email for person in people.list_people(desk)}
    # Libical.read fails on any error component and on any rule of icalrestriction_check.
    seen_by_libical = [libical.read(file) for file in files]
    assert seen_by_libical == ical_js.read_all(files)
    for calendar in seen_by_libical:
        for event in calendar.events:
            expected = planned[event.uid]
            assert event.starts == int(expected.starts_at.timestamp())
            assert event.ends == int(expected.ends_at.timestamp())
            if calendar.method == "REQUEST":
                [guest] = event.attendees
                assert guest.address.removeprefix("mailto:") in boxes
    assert [c.method for c in seen_by_libical].count("PUBLISH") == 1
