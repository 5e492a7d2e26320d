import json
from datetime import datetime
from typing import Any

import pytest

from desk.ical import content_hash, facts, schedule_digest
from tests.ical.samples import GUEST, MEETING, ORGANISER, OTHER, guest, meeting


@pytest.mark.parametrize(
    "changes",
    [
        {"starts": datetime(2026, 12, 6, 8, 30)},
        {"ends": datetime(2026, 12, 6, 12)},
        {"zone": "Asia/Singapore"},
        {"status": "TENTATIVE"},
        {"location": "Pendopo Odah Etam"},
        {"all_day": True, "starts": datetime(2026, 12, 6), "ends": datetime(2026, 12, 7)},
    ],
)
def test_a_change_of_the_schedule_is_a_new_version(changes: dict[str, Any]) -> None:
    assert schedule_digest(meeting(**changes)) != schedule_digest(MEETING)
    assert content_hash(meeting(**changes), GUEST, "kk") != content_hash(MEETING, GUEST, "kk")


@pytest.mark.parametrize(
    "changes",
    [
        {"title": "Rapat bisnis"},
        {"description": "Agenda baru"},
        {"categories": ("Rapat",)},
        {"position": (-0.5021, 117.1537)},
        {"conference": "https://meet.example/a"},
        {"url": "https://kaltim.example/a"},
    ],
)
def test_a_change_of_the_text_is_news_but_no_new_version(changes: dict[str, Any]) -> None:
    assert schedule_digest(meeting(**changes)) == schedule_digest(MEETING)
    assert content_hash(meeting(**changes), GUEST, "kk") != content_hash(MEETING, GUEST, "kk")


@pytest.mark.parametrize(
    "changes",
    [
        {"sequence": 7},
        {"title": " Business\u2028Meeting "},
        {"location": "Ruang Pandurata, Kantor Gubernur Kalimantan Timur \n"},
        {"position": None},
    ],
)
def test_what_no_guest_can_see_is_no_news(changes: dict[str, Any]) -> None:
    assert content_hash(meeting(**changes), GUEST, "kk") == content_hash(MEETING, GUEST, "kk")


@pytest.mark.parametrize(
    "changes",
    [
        {"name": "Mankaraev K. Z."},
        {"address": "aide@akimat.example"},
        {"role": "CHAIR"},
        {"kind": "GROUP"},
        {"language": "ru"},
        {"reply_wanted": False},
    ],
)
def test_a_change_of_the_guest_is_news(changes: dict[str, Any]) -> None:
    assert content_hash(MEETING, guest(**changes), "kk") != content_hash(MEETING, GUEST, "kk")


def test_the_guests_own_answer_and_the_spelling_of_an_address_are_no_news() -> None:
    same = content_hash(MEETING, GUEST, "kk")
    assert content_hash(MEETING, guest(answer="ACCEPTED"), "kk") == same
    assert content_hash(MEETING, guest(address="OFFICE@akimat.example"), "kk") == same


def test_language_zone_organiser_and_the_other_guests_are_news_but_not_their_order() -> None:
    others = [OTHER, guest(address="press@akimat.example")]
    hashes = {
        content_hash(MEETING, GUEST, "kk"),
        content_hash(MEETING, GUEST, "ru"),
        content_hash(MEETING, GUEST, "kk", guest_zone="Asia/Almaty"),
        content_hash(MEETING, GUEST, "kk", organiser=ORGANISER),
        content_hash(MEETING, GUEST, "kk", others=others),
    }
    assert len(hashes) == 5
    assert content_hash(MEETING, GUEST, "kk", others=others[::-1]) in hashes


def test_the_digests_stay_the_same_in_every_version_of_the_program() -> None:
    assert (
        schedule_digest(MEETING)
        == "8b184f94aa5e55ed08edfa388be387222c3697469f8e8f55e3538998c4b23c8d"
    )
    assert (
        content_hash(MEETING, GUEST, "kk")
        == "e0b60cfb93ed96d55c5ad32d3980ef4e3ed02b592236f293f9447d0478068687"
    )


def test_facts_are_plain_values() -> None:
    known = facts(MEETING, GUEST, "kk", guest_zone="Asia/Almaty", organiser=ORGANISER)
    assert json.loads(json.dumps(known)) == known
    assert known["starts"] == "2026-12-06T09:00:00"
    assert known["starts_at"] == "2026-12-06T01:00:00+00:00"
    assert known["title"] == "Business Meeting"
