"""What each command does and prints."""

import json
import subprocess
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Run, opened
from tests.documents.reading import words

VISIT_KEYS = {
    "reference",
    "title",
    "country",
    "status",
    "starts",
    "ends",
    "zone",
    "events",
    "delegation",
}
EVENT_KEYS = {"reference", "title", "kind", "status", "starts", "ends", "zone", "venue", "hosts"}


def json_of(text: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(text)
    return found


def test_the_sample_says_what_it_made(run: Run, new_address: str) -> None:
    said = run("sample", new_address, "--on", "2026-12-06")
    assert (said.status, said.err) == (0, "")
    assert said.out.startswith("2026-001  ")
    assert said.out.endswith("Saturday, 5 December to Sunday, 6 December 2026\n")


def test_without_a_day_the_sample_lies_two_weeks_ahead(run: Run, new_address: str) -> None:
    assert run("sample", new_address).status == 0
    [visit] = json_of(run("visits", new_address, "--json").out)
    starts = {event["starts"][:10] for event in visit["events"]}
    assert "2026-12-20" in starts


def test_visits_are_listed_for_people(run: Run, sample: str) -> None:
    said = run("visits", sample)
    assert (said.status, said.err) == (0, "")
    [line] = said.out.splitlines()
    assert line.startswith("2026-001  KZ  confirmed   Visit of the delegation from Kazakhstan")
    said = run("visits", sample, "--language", "ru")
    assert "суббота, 5 декабря" in said.out


def test_without_visits_the_list_says_so(run: Run, address: str) -> None:
    assert run("visits", address) == (0, "No visits yet.\n", "")
    assert json_of(run("visits", address, "--json").out) == []


def test_visits_are_told_to_other_programs(run: Run, sample: str) -> None:
    [visit] = json_of(run("visits", sample, "--json", "--language", "id").out)
    assert set(visit) == VISIT_KEYS
    assert (visit["reference"], visit["country"], visit["status"], visit["zone"]) == (
        "2026-001",
        "KZ",
        "confirmed",
        "Asia/Makassar",
    )
    # From the guests' arrival to their departure; the office's own meeting a week before is not
    # part of it.
    assert visit["starts"] == "2026-12-05T14:00:00+08:00"
    assert visit["ends"] == "2026-12-06T18:00:00+08:00"
    events = visit["events"]
    assert [event["reference"] for event in events] == [f"2026-001/{n}" for n in range(1, 9)]
    assert all(set(event) == EVENT_KEYS for event in events)
    meeting = events[5]
    assert meeting["title"] == "Business Meeting"
    assert meeting["starts"] == "2026-12-06T09:00:00+08:00"
    assert datetime.fromisoformat(meeting["ends"]).utcoffset() is not None
    assert meeting["venue"] == "Ruang Pandurata"
    assert meeting["hosts"][0] == "M. Syirajudin"
    guests = visit["delegation"]
    assert len(guests) == 7
    assert guests[0] == {
        "name": "M. Fadjroel Rachman",
        "group": False,
        "group_name": None,
        "headcount": 1,
        "role": "head",
        "office": guests[0]["office"],
        "organisation": guests[0]["organisation"],
        "country": "ID",
    }
    assert guests[0]["office"].startswith("Duta Besar")
    group = guests[-1]
    assert (group["name"], group["group"], group["headcount"]) == (None, True, None)


def test_a_visit_without_events_lasts_whole_days(run: Run, address: str) -> None:
    from desk.services import visits
    from tests.fixtures.desks import SUNDAY

    desk = opened(address, create=False)
    visits.create_visit(desk, title="Jepang", first_day=SUNDAY, zone="Africa/Cairo")
    desk.store.close()
    [visit] = json_of(run("visits", address, "--json").out)
    assert (visit["starts"], visit["ends"]) == (
        "2026-12-06T00:00:00+02:00",
        "2026-12-07T00:00:00+02:00",
    )


def test_restricted_data_is_told_to_nobody(run: Run, address: str, tmp_path: Path) -> None:
    from desk.services import delegation, people, programme, visits
    from tests.fixtures.desks import SUNDAY

    desk = opened(address, create=False)
    visit = visits.create_visit(desk, title="Jepang", first_day=SUNDAY)
    guest = people.create_person(
        desk, name="Kenji", email="kenji@example.org", phone="+81 555 0142", notes="Diabetes"
    )
    delegation.add_member(desk, visit, person_id=guest, notes="Kamar 1207")
    programme.create_event(
        desk,
        title="Rapat",
        visit_id=visit,
        starts=datetime(2026, 12, 6, 9),
        ends=datetime(2026, 12, 6, 10),
        notes="Hanya untuk kantor",
    )
    desk.store.close()
    out = tmp_path / "out"
    told = run("visits", address, "--json").out + run("check", address, "--json").out
    run("invites", address, "2026-001", "--out", out)
    run("attendance", address, "2026-001/1", "--out", out / "list.pdf")
    files = list(out.iterdir())
    assert len(files) == 3
    for file in files:
        told += words(file.read_bytes()) if file.suffix == ".pdf" else file.read_text("utf-8")
    for secret in ("555", "Diabetes", "1207", "Hanya untuk kantor"):
        assert secret not in told


def test_invites_are_written_and_who_cannot_be_reached_is_named(
    run: Run, sample: str, tmp_path: Path
) -> None:
    out = tmp_path / "new" / "invites"
    said = run("invites", sample, "2026-001", "--out", out)
    assert said.status == 0
    assert said.err.startswith("Without a mailbox, so not invited: ")
    paths = [Path(line) for line in said.out.splitlines()]
    assert sorted(paths) == sorted(out.iterdir())
    assert any(path.name == "2026-001_programme_en.ics" for path in paths)
    again = tmp_path / "again"
    run("invites", sample, "2026-001", "--out", again, "--language", "kk", "--event", "6")
    names = [path.name for path in again.iterdir()]
    assert len(names) == 13
    assert all(name.startswith("2026-001-6_") and name.endswith("_kk.ics") for name in names)


def test_an_empty_programme_has_nobody_to_invite(run: Run, address: str, tmp_path: Path) -> None:
    from desk.services import visits
    from tests.fixtures.desks import SUNDAY

    desk = opened(address, create=False)
    visits.create_visit(desk, title="Jepang", first_day=SUNDAY)
    desk.store.close()
    out = tmp_path / "out"
    said = run("invites", address, "2026-001", "--out", out)
    assert said == (1, "", "There is nothing in the programme yet.\n")
    assert not out.exists()


def test_the_attendance_list_is_written(run: Run, sample: str, tmp_path: Path) -> None:
    path = tmp_path / "new" / "list.pdf"
    said = run(
        "attendance", sample, "2026-001/6", "--out", path, "--language", "id", "--blank-rows", "2"
    )
    assert said == (0, f"{path}  (2 pages)\n", "")
    text = subprocess.run(
        ["pdftotext", "-enc", "UTF-8", str(path), "-"], capture_output=True, check=True
    ).stdout.decode("utf-8")
    assert "Minggu, 6 Desember 2026" in text
    assert "16." in text
    assert "17." not in text


def test_check_tells_what_is_wrong_and_says_so_in_its_status(run: Run, sample: str) -> None:
    said = run("check", sample)
    assert (said.status, said.err) == (0, "")
    assert "sunday" in said.out
    rows = json_of(run("check", sample, "2026-001", "--json").out)
    assert {tuple(row) for row in rows} == {("code", "severity", "about", "message")}
    assert {row["severity"] for row in rows} == {"warning"}
    clash(sample)
    said = run("check", sample, "--json", language="id")
    assert said.status == 3
    first = json_of(said.out)[0]
    assert (first["code"], first["severity"]) == ("room_clash", "error")
    assert first["about"] in ("2026-001/6", "2026/1")
    assert "Ruang Pandurata" in first["message"]
    assert run("check", sample).status == 3


def clash(address: str) -> None:
    """Book the room of the meeting once more."""
    from desk.services import programme
    from tests.fixtures.events import confirmed_event

    desk = opened(address, create=False)
    meeting = programme.find_event(desk, "2026-001/6")
    confirmed_event(
        desk,
        title="Latihan paduan suara",
        starts=meeting.starts,
        ends=meeting.ends,
        venue_id=meeting.venue_id,
    )
    desk.store.close()


def test_check_has_nothing_to_say_about_an_empty_desk(run: Run, address: str) -> None:
    assert run("check", address) == (0, "Nothing to mend: no clashes, nothing missing.\n", "")
    assert run("check", address, "--json").out == "[]\n"


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_screenshots_are_named(run: Run, sample: str, tmp_path: Path, theme: str) -> None:
    said = run("screenshots", sample, "--out", tmp_path / "s", "--theme", theme)
    assert said == (0, f"{tmp_path / 's' / f'today-id-{theme}.png'}\n", "")


def test_the_tour_does_all_of_it(run: Run, tmp_path: Path) -> None:
    out = tmp_path / "tour"
    for _time in range(2):
        said = run("tour", "--out", out)
        assert said.status == 0
        assert f"4 pictures in {out / 'screenshots'}\n" in said.out
        assert said.out.endswith(f"The tour is complete: {out}\n")
        names = {path.name for path in out.iterdir()}
        assert names >= {
            "sample.pandurata",
            "invitations",
            "screenshots",
            *(f"attendance_{language}.pdf" for language in ("id", "en", "ru", "kk")),
        }
    assert len(list((out / "screenshots").glob("*/*.png"))) == 4
