"""`free`: a room and a time at which everybody is free; `check` over a period."""

import pytest

from tests.cli.conftest import Run
from tests.cli.test_commands import json_of

DAY = ("--from", "2026-12-08", "--to", "2026-12-08")


def test_free_times_are_listed_for_people(run: Run, sample: str) -> None:
    said = run("free", sample, "--minutes", "90", *DAY, "--seats", "41", "--people", "M. Faisal")
    assert (said.status, said.err) == (0, "")
    assert said.out.splitlines()[0].startswith("Tue 8 Dec 2026  07:00–08:30 WITA  Pandurata Room")
    assert "1 person is free" in said.out


def test_free_times_are_listed_for_programs(run: Run, sample: str) -> None:
    said = run("free", sample, "--minutes", "90", *DAY, "--seats", "90", "--json", language="id")
    [slot, *_later] = json_of(said.out)
    assert slot == {
        "venue": "Pendopo Odah Etam",
        "building": "",
        "layout": "Meja bundar",
        "seats": 100,
        "starts": "2026-12-08T07:00:00",
        "ends": "2026-12-08T08:30:00",
        "zone": "Asia/Makassar",
        "free_until": "2026-12-08T23:00:00",
        "why": slot["why"],
        "cautions": [],
    }


def test_nothing_free_is_said(run: Run, sample: str) -> None:
    said = run("free", sample, "--minutes", "90", *DAY, "--seats", "9000")
    assert said == (0, "No free time was found; look at more days, or ask for less.\n", "")


@pytest.mark.parametrize(
    ("given", "sentence"),
    [
        (("--people", "Nobody"), "There is nobody called Nobody."),
        (("--people", "P1", "P999"), "There is nobody called P999."),
        (("--from", "tomorrow"), "tomorrow is no date; dates look like 2026-12-06."),
        (("--to", "2026-12-01"), "The last day is before the first day."),
        (("--minutes", "0"), "Give a number from 1 to 1440."),
        (("--to", "2028-01-01"), "Look at 92 days at most."),
    ],
)
def test_a_mistake_is_one_sentence_and_status_1(
    run: Run, sample: str, given: tuple[str, ...], sentence: str
) -> None:
    said = run("free", sample, "--minutes", "90", *DAY, *given)
    assert said == (1, "", f"{sentence}\n")


def test_check_looks_at_a_period(run: Run, sample: str) -> None:
    said = run("check", sample, "--from", "2026-12-06", "--to", "2026-12-06", "--json")
    assert {row["code"] for row in json_of(said.out)} == {"headcount_unknown", "sunday"}
    later = run("check", sample, "--from", "2027-01-04")
    assert later == (0, "Nothing to mend: no clashes, nothing missing.\n", "")
    backwards = run("check", sample, "--from", "2027-01-04", "--to", "2027-01-03")
    assert backwards == (1, "", "The last day is before the first day.\n")
    both = run("check", sample, "2026-001", "--to", "2026-12-06")
    assert both == (1, "", "Give a visit or days, not both.\n")
