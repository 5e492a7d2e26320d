"""The rundown of an event: rows that keep their minute, follow, stop, and are taken back."""

from datetime import datetime, timedelta

import pytest

from desk.locale import use_language
from desk.model.errors import ChangedElsewhere, NotThere, UserError
from desk.model.rows.rundown import Shift
from desk.services import (
    history,
    people,
    programme,
    rundown,
    rundown_help,
    rundown_words,
)
from desk.services.desk import Desk
from tests.fixtures.images import all_images

STARTS = datetime(2026, 12, 6, 9, 0)


@pytest.fixture
def event(desk: Desk) -> int:
    """A meeting of two hours without a visit."""
    return programme.create_event(
        desk, title="Rapat", starts=STARTS, ends=STARTS + timedelta(hours=2)
    )


@pytest.fixture
def rows(desk: Desk, event: int) -> list[int]:
    """Arrival 09.00, welcome 09.15, photo 09.25, a locked signing at 10.00."""
    made = [
        rundown.add_item(desk, event, title="Arrival", minutes=15),
        rundown.add_item(desk, event, title="Welcome", minutes=10),
        rundown.add_item(desk, event, title="Photo", minutes=15),
        rundown.add_item(desk, event, title="Signing", minutes=30, offset_minutes=60),
    ]
    rundown.update_item(desk, made[3], {"locked": True})
    return made


def clock(desk: Desk, event_id: int) -> list[str]:
    return [
        f"{row.starts:%H.%M}–{row.ends:%H.%M} {row.title}"
        for row in rundown.items_of_event(desk, event_id)
    ]


PLANNED = [
    "09.00–09.15 Arrival",
    "09.15–09.25 Welcome",
    "09.25–09.40 Photo",
    "10.00–10.30 Signing",
]


def test_new_rows_stand_one_behind_the_other(desk: Desk, event: int, rows: list[int]) -> None:
    assert clock(desk, event) == PLANNED


def test_the_rows_move_with_their_event(desk: Desk, event: int, rows: list[int]) -> None:
    programme.move_event(desk, event, starts=STARTS + timedelta(hours=3))
    assert clock(desk, event)[0] == "12.00–12.15 Arrival"


def test_a_row_put_in_between_pushes_only_as_far_as_it_must(
    desk: Desk, event: int, rows: list[int]
) -> None:
    rundown.add_item(desk, event, title="Anthem", minutes=5, after=rows[1])
    assert clock(desk, event) == [
        *PLANNED[:2],
        "09.25–09.30 Anthem",
        "09.30–09.45 Photo",
        PLANNED[3],
    ]
    rundown.add_item(desk, event, title="Press", minutes=10, after=rows[2])
    assert clock(desk, event)[4:] == ["09.45–09.55 Press", PLANNED[3]]


def test_a_longer_row_pushes_the_others_up_to_the_locked_one(
    desk: Desk, event: int, rows: list[int]
) -> None:
    assert rundown.set_minutes(desk, rows[0], 25, follow=True) == Shift(10)
    shift = rundown.set_minutes(desk, rows[0], 45, follow=True)
    assert shift == Shift(10, "Signing", 10)
    assert clock(desk, event) == [
        "09.00–09.45 Arrival",
        "09.35–09.45 Welcome",
        "09.45–10.00 Photo",
        "10.00–10.30 Signing",
    ]
    assert rundown_words.shift_words(shift) == (
        "“Signing” is locked and keeps its time; 10 minutes are missing before it."
    )


def test_a_locked_row_keeps_its_time_against_every_hand(
    desk: Desk, event: int, rows: list[int]
) -> None:
    at = STARTS + timedelta(minutes=70)
    assert rundown.set_start(desk, rows[3], at, follow=False).stopped_at == "Signing"
    assert rundown.move_items(desk, rows, 5).stopped_at == "Signing"
    assert rundown.swap_item(desk, rows[3], down=False).stopped_at == "Signing"
    assert rundown.place_item(desk, rows[0], None).stopped_at == "Signing"
    assert clock(desk, event)[3] == PLANNED[3]
    assert rundown_words.shift_words(Shift(0, "Signing")) == (
        "“Signing” is locked and keeps its time."
    )


def test_a_start_that_is_typed_takes_the_rows_behind_it_along(
    desk: Desk, event: int, rows: list[int]
) -> None:
    at = STARTS + timedelta(minutes=20)
    assert rundown.set_start(desk, rows[1], at, follow=True) == Shift(5)
    assert clock(desk, event)[1:3] == ["09.20–09.30 Welcome", "09.30–09.45 Photo"]
    rundown.set_start(desk, rows[1], STARTS + timedelta(minutes=15), follow=False)
    assert clock(desk, event)[1:3] == ["09.15–09.25 Welcome", "09.30–09.45 Photo"]


def test_only_the_rows_that_follow_are_rippled(desk: Desk, event: int, rows: list[int]) -> None:
    rundown.ripple(desk, rows[0], 10)
    assert clock(desk, event)[:3] == [
        "09.00–09.15 Arrival",
        "09.25–09.35 Welcome",
        "09.35–09.50 Photo",
    ]


def test_rows_change_places(desk: Desk, event: int, rows: list[int]) -> None:
    rundown.swap_item(desk, rows[0], down=True)
    assert clock(desk, event)[:2] == ["09.00–09.10 Welcome", "09.10–09.25 Arrival"]
    rundown.place_item(desk, rows[2], rows[1])
    assert [row.title for row in rundown.items_of_event(desk, event)] == [
        "Photo",
        "Welcome",
        "Arrival",
        "Signing",
    ]


def test_a_moment_stays_where_it_was_put_among_rows_of_the_same_minute(
    desk: Desk, event: int
) -> None:
    first = rundown.add_item(desk, event, title="Doors", minutes=0)
    rundown.add_item(desk, event, title="Music", minutes=0)
    rundown.add_item(desk, event, title="Lights", minutes=0, after=first)
    assert [row.title for row in rundown.items_of_event(desk, event)] == [
        "Doors",
        "Lights",
        "Music",
    ]


def test_a_copy_stands_behind_its_model_and_is_not_locked(
    desk: Desk, event: int, rows: list[int]
) -> None:
    copy = rundown.duplicate_item(desk, rows[3])
    row = rundown.get_item(desk, copy)
    assert row is not None
    assert (row.title, f"{row.starts:%H.%M}", row.locked) == ("Signing", "10.30", False)


def test_rows_that_are_taken_out_let_the_others_close_up(
    desk: Desk, event: int, rows: list[int]
) -> None:
    rundown.delete_items(desk, [rows[1]], follow=True)
    assert clock(desk, event) == [PLANNED[0], "09.15–09.30 Photo", PLANNED[3]]


@pytest.mark.parametrize(
    "change",
    [
        lambda desk, event, rows: rundown.add_item(desk, event, title="Press", after=rows[0]),
        lambda desk, event, rows: rundown.update_item(desk, rows[0], {"place": "Lobby"}),
        lambda desk, event, rows: rundown.set_minutes(desk, rows[0], 25, follow=True),
        lambda desk, event, rows: rundown.set_start(
            desk, rows[1], STARTS + timedelta(minutes=20), follow=True
        ),
        lambda desk, event, rows: rundown.ripple(desk, rows[0], 5),
        lambda desk, event, rows: rundown.move_items(desk, rows[:2], -5),
        lambda desk, event, rows: rundown.swap_item(desk, rows[0], down=True),
        lambda desk, event, rows: rundown.place_item(desk, rows[2], rows[0]),
        lambda desk, event, rows: rundown.duplicate_item(desk, rows[0]),
        lambda desk, event, rows: rundown.delete_items(desk, rows[:3], follow=True),
        lambda desk, event, rows: rundown.copy_items(desk, event, other_event(desk)),
        lambda desk, event, rows: rundown_help.add_common_row(desk, event, "photo"),
        lambda desk, event, rows: rundown_help.set_person(desk, rows[0], "leader", "MC"),
        lambda desk, event, rows: programme.duplicate_event(desk, event),
        lambda desk, event, rows: programme.delete_event(desk, event),
    ],
)
def test_each_change_is_one_undo_and_one_redo(
    desk: Desk, event: int, rows: list[int], change: object
) -> None:
    other_event(desk)
    before = all_images(desk.store)
    change(desk, event, rows)  # type: ignore[operator]
    after = all_images(desk.store)
    assert before != after
    history.undo(desk)
    assert all_images(desk.store) == before
    history.redo(desk)
    assert all_images(desk.store) == after


def other_event(desk: Desk) -> int:
    known = programme.events_between(desk, STARTS.date(), STARTS.date())
    found = [row.id for row in known if row.title == "Other"]
    if found:
        return found[0]
    return programme.create_event(
        desk, title="Other", starts=STARTS, ends=STARTS + timedelta(hours=1)
    )


def test_an_event_is_deleted_and_copied_with_its_rundown(
    desk: Desk, event: int, rows: list[int]
) -> None:
    copy = programme.duplicate_event(desk, event)
    assert clock(desk, copy) == PLANNED
    programme.delete_event(desk, event)
    assert rundown.items_of_event(desk, event) == []
    assert rundown.get_item(desk, rows[0]) is None


def test_a_rundown_is_copied_from_another_event(desk: Desk, event: int, rows: list[int]) -> None:
    other = other_event(desk)
    assert [s.title for s in rundown_help.rundown_sources(desk, other)] == ["Rapat"]
    assert rundown_help.rundown_sources(desk, event) == []
    assert rundown.copy_items(desk, event, other) == 4
    assert clock(desk, other) == PLANNED


def test_the_visits_own_events_are_offered_first(desk: Desk, sample: int, event: int) -> None:
    own = [row.id for row in programme.events_of_visit(desk, sample)]
    later = programme.create_event(
        desk, title="Later", starts=STARTS + timedelta(days=30), ends=STARTS + timedelta(days=31)
    )
    for event_id in (own[0], later):
        rundown.add_item(desk, event_id, title="Welcome")
    found = rundown_help.rundown_sources(desk, own[1])
    assert [(s.event_id, s.same_visit) for s in found if s.event_id in (own[0], later)] == [
        (own[0], True),
        (later, False),
    ]


def test_the_palette_speaks_every_language_of_the_guests(desk: Desk, event: int) -> None:
    rows = rundown_help.common_rows()
    assert [row.key for row in rows][:3] == ["preparation", "arrival", "holding_room"]
    assert all(set(row.titles) == {"id", "en", "ru", "kk"} for row in rows)
    made = rundown_help.add_common_row(desk, event, "gifts")
    row = rundown.get_item(desk, made)
    assert row is not None
    assert (row.title, row.titles["id"], row.minutes) == (
        "Exchange of gifts",
        "Pertukaran cenderamata",
        5,
    )
    before = rundown.get_item(desk, rundown_help.add_common_row(desk, event, "preparation"))
    assert before is not None
    assert (f"{before.starts:%H.%M}", before.internal) == ("08.45", True)


def test_a_leader_is_a_person_of_the_event_or_known_by_that_name_or_words(
    desk: Desk, sample: int
) -> None:
    event = programme.find_event(desk, "2026-001/6").id
    item = rundown.add_item(desk, event, title="Welcome")
    names = rundown_help.names_for_rundown(desk, event)
    assert names[0] == "M. Syirajudin"

    def leader(text: str) -> tuple[bool, str, str]:
        rundown_help.set_person(desk, item, "leader", text)
        row = rundown.get_item(desk, item)
        assert row is not None
        return row.leader_id is not None, row.leader, row.leader_words

    assert leader("M. Syirajudin") == (True, "M. Syirajudin", "")
    assert leader("Master of ceremonies") == (False, "Master of ceremonies", "Master of ceremonies")
    stranger = people.create_person(desk, name="Dewi Anggraini")
    assert leader("dewi anggraini") == (True, "Dewi Anggraini", "")
    with pytest.raises(UserError, match="part of visits"):
        people.delete_person(desk, stranger)
    assert leader("") == (False, "", "")
    people.delete_person(desk, stranger)


def test_a_field_that_somebody_else_changed_is_not_written_over(
    desk: Desk, event: int, rows: list[int]
) -> None:
    rundown.update_item(desk, rows[0], {"place": "Lobby"}, seen={"place": ""})
    with pytest.raises(ChangedElsewhere):
        rundown.update_item(desk, rows[0], {"place": "Garden"}, seen={"place": ""})


def test_languages_are_kept_as_codes(desk: Desk, event: int, rows: list[int]) -> None:
    rundown.update_item(desk, rows[0], {"language": "Russian, Indonesian"})
    row = rundown.get_item(desk, rows[0])
    assert row is not None
    assert row.language == "ru,id"
    with pytest.raises(UserError) as refused:
        rundown.update_item(desk, rows[0], {"language": "Klingon"})
    assert refused.value.field == "language"


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"minutes": -1}, "minutes"),
        ({"minutes": 50_000}, "minutes"),
        ({"offset_minutes": -2_000}, "offset_minutes"),
        ({"offset_minutes": 50_000}, "offset_minutes"),
    ],
)
def test_times_that_nobody_can_mean_are_refused(
    desk: Desk, rows: list[int], changes: dict[str, int], field: str
) -> None:
    with pytest.raises(UserError) as refused:
        rundown.update_item(desk, rows[0], changes)
    assert refused.value.field == field
    with pytest.raises(UserError):
        rundown.set_minutes(desk, rows[0], -5, follow=True)


def test_what_is_gone_cannot_be_changed(desk: Desk, event: int, rows: list[int]) -> None:
    rundown.delete_items(desk, rows, follow=False)
    with pytest.raises(NotThere):
        rundown.set_minutes(desk, rows[0], 5, follow=True)
    with pytest.raises(NotThere):
        rundown.add_item(desk, 9_999, title="X")


def test_findings_say_which_rows_and_how_many_minutes(
    desk: Desk, event: int, rows: list[int]
) -> None:
    row = programme.get_event(desk, event)
    assert row is not None
    rundown.set_minutes(desk, rows[3], 80, follow=False)
    rundown.set_start(desk, rows[1], STARTS + timedelta(minutes=10), follow=False)
    found = rundown_words.findings_of(row, rundown.items_of_event(desk, event))
    assert [(f.code, f.title, f.why) for f in found] == [
        ("overlap", "5 min used twice", "“Welcome” begins at 09:10, while “Arrival” is still under way."),
        ("gap", "5 min with nothing in it", "“Welcome” ends at 09:20, “Photo” begins at 09:25."),
        ("gap", "20 min with nothing in it", "“Photo” ends at 09:40, “Signing” begins at 10:00."),
        ("over_end", "20 min past the end", "“Signing” ends at 11:20; the event ends at 11:00."),
    ]  # fmt: skip
    balance = rundown_words.balance_of(row, rundown.items_of_event(desk, event))
    assert (balance.planned, balance.length, balance.left) == (95, 120, -20)


def test_the_text_for_guests_holds_nothing_internal(
    desk: Desk, event: int, rows: list[int]
) -> None:
    rundown.update_item(
        desk, rows[0], {"notes": "Mind the step", "language": "ru", "place": "Lobby"}
    )
    rundown_help.set_person(desk, rows[0], "in_charge", "Rani")
    rundown.update_item(desk, rows[1], {"internal": True})
    inside = rundown_words.rundown_text(desk, event, internal=True)
    outside = rundown_words.rundown_text(desk, event, internal=False)
    for words in ("Mind the step", "Rani", "Welcome"):
        assert words in inside
        assert words not in outside
    assert outside.split("\n\n") == [
        "*Rapat*\nSunday, 6 December 2026\n09:00–11:00 WITA",
        "09:00–09:15  Arrival\nLobby\nLanguage: Russian",
        "09:25–09:40  Photo",
        "10:00–10:30  Signing",
    ]
    use_language("id")
    assert "09.00–09.15" in rundown_words.rundown_text(desk, event, internal=False)


def test_an_empty_rundown_says_so(desk: Desk, event: int) -> None:
    assert rundown_words.rundown_text(desk, event, internal=True).endswith("Nothing is planned.")
    with pytest.raises(NotThere):
        rundown_words.rundown_text(desk, 9_999, internal=True)
