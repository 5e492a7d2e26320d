"""desk/store/search.py: things are found by any part of their words, in any script."""

from dataclasses import dataclass
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desk.model.tables import Organisation, SearchEntry
from desk.rules.folding import fold
from desk.store.search import Hit, find
from desk.store.search_entries import rebuild_entries, searchable
from desk.store.store import Store
from tests.counting import counted_statements
from tests.fixtures.rows import ME, NOW, event, member, office, person, venue, visit
from tests.fixtures.steps import add, change, delete, rows_of


def found(store: Store, words: str, **options: object) -> list[tuple[str, int]]:
    with store.read() as session:
        return [(hit.kind, hit.row_id) for hit in find(session, words, **options)]  # type: ignore[arg-type]


@pytest.mark.parametrize("words", ["kaisa", "Қайса", "Кайса", "Kajsa", "KAISA zak", "zak kai"])
def test_a_person_is_found_in_every_script_and_order(store: Store, words: str) -> None:
    kaisa = person("Mankaraev Kaisa Zakirovich")
    add(store, person("Serik"), kaisa)
    assert found(store, words) == [("person", kaisa.id)]


def test_a_person_is_found_by_other_spellings_office_and_body(store: Store) -> None:
    body = Organisation(name={"en": "Akimat of Astana", "ru": "Акимат Астаны"}, short_name="ДЭБП")
    talgat = person("Yergaliev Talgat", original_script="Ергалиев", aliases=["Ergaliev"])
    add(store, body, talgat)
    held = office(talgat.id, organisation_id=body.id, title={"id": "Anggota Maslikhat"})
    add(store, held)
    for words in ("ergaliev", "Ергал", "maslihat", "akimat astana", "акимат", "debp"):
        assert found(store, words) == [("person", talgat.id)], words
    change(store, body, name={"en": "City Hall"})
    assert found(store, "akimat") == []
    assert found(store, "city hall") == [("person", talgat.id)]
    delete(store, held)
    assert found(store, "hall") == []


def test_an_office_that_changes_hands_is_found_with_its_new_holder(store: Store) -> None:
    first, second = person("Abai"), person("Gabbas")
    add(store, first, second)
    held = office(first.id, title={"en": "Rector"})
    add(store, held)
    change(store, held, person_id=second.id)
    assert found(store, "rector") == [("person", second.id)]


def test_visits_events_and_venues_are_found(store: Store) -> None:
    own, room = visit(41), venue(building={"id": "Kantor Gubernur"}, city="Samarinda")
    add(store, own, room)
    meeting = event(own.id, 3, place="Bandara Sepinggan")
    alone = event(None, 7, title={"id": "Rapat"})
    group = member(own.id, group_name={"en": "Influencers"})
    add(store, meeting, alone, group)
    assert found(store, "kazakhstan") == [("visit", own.id)]
    assert found(store, "influ") == [("visit", own.id)]
    assert found(store, "samarinda gub") == [("venue", room.id)]
    assert found(store, "sepinggan") == [("event", meeting.id)]
    assert found(store, "2026-041/3") == [("event", meeting.id)]
    assert found(store, "2026/7") == [("event", alone.id)]
    assert found(store, "2026-041") == [("visit", own.id), ("event", meeting.id)]
    delete(store, group)
    assert found(store, "influ") == []


def test_hits_at_a_words_start_come_first_then_the_latest(store: Store) -> None:
    middle = event(title={"en": "Kantata"}, starts=event().starts.replace(year=2029))
    old = event(title={"en": "Tata tempat"}, starts=event().starts.replace(year=2024))
    new = event(title={"en": "Susunan tata tempat"})
    add(store, middle, old, new)
    assert found(store, "tata") == [("event", row.id) for row in (new, old, middle)]
    assert found(store, "ta") == [("event", row.id) for row in (new, old)]
    assert found(store, "tata", limit=2) == [("event", row.id) for row in (new, old)]
    assert found(store, "t", limit=1) == [("event", new.id)]


def test_only_the_kinds_that_were_asked_for_are_found(store: Store) -> None:
    astana, own = person("Astana B."), visit(title={"en": "Astana"})
    add(store, astana, own)
    assert found(store, "astana") == [("visit", own.id), ("person", astana.id)]
    assert found(store, "astana", kinds=["person"]) == [("person", astana.id)]
    assert found(store, "astana", kinds=("venue", "event")) == []
    assert found(store, "astana", kinds=()) == []


@pytest.mark.parametrize("words", ["", "  ", "%", "_", '"', "'", "***", '") + (', "\x00", "."])
def test_what_holds_no_letter_finds_nothing(store: Store, words: str) -> None:
    add(store, person("Serik"))
    assert found(store, words) == []
    assert found(store, f"{words} serik {words}") == [("person", 1)]


def test_a_whole_page_pasted_by_mistake_is_no_error(store: Store) -> None:
    add(store, person("Serik"))
    assert found(store, "serik " + " ".join(f"word{number}" for number in range(2000))) == []


SYLLABLES = ("ka", "ta", "sa", "tak", "ri", "bu", "s", "kata", "an")


def expected(entries: list[SearchEntry], words: str, kinds: list[str] | None) -> list[Hit]:
    """What `find` promises, said plainly."""
    terms = fold(words).split()
    ranked: list[tuple[bool, str, str, int, Hit]] = []
    for entry in entries:
        begun = [f"  {term}" in entry.words for term in terms]
        inside = [len(term) > 2 and term in entry.words for term in terms]
        if all(one or other for one, other in zip(begun, inside, strict=True)) and (
            kinds is None or entry.kind in kinds
        ):
            hit = Hit(entry.kind, entry.row_id)
            ranked.append((all(begun), entry.recent, entry.kind, entry.id, hit))
    return [hit for *_rank, hit in sorted(ranked, key=lambda one: one[:4], reverse=True)]


@dataclass
class Filled:
    """A store and all its search entries."""

    store: Store
    entries: list[SearchEntry]


@pytest.fixture
def filled(store: Store) -> Filled:
    """More entries than are looked at first, made of few syllables."""
    random = Random(4)

    def word() -> str:
        return "".join(random.choices(SYLLABLES, k=random.randint(1, 3)))

    with store.work("Fill", who=ME, at=NOW) as work:
        for number in range(2500):
            kind = random.choice(["person", "event"])
            recent = f"20{random.randint(10, 26)}-01-01" if kind == "event" else ""
            words = searchable(" ".join(word() for _count in range(random.randint(1, 4))))
            work.session.add(SearchEntry(kind=kind, row_id=number, words=words, recent=recent))
    return Filled(store, rows_of(store, SearchEntry))


@settings(
    max_examples=80,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(
    words=st.lists(st.lists(st.sampled_from(SYLLABLES), min_size=1, max_size=3), max_size=3),
    kinds=st.none() | st.lists(st.sampled_from(["person", "event"]), max_size=2, unique=True),
    limit=st.integers(1, 30),
)
def test_hits_are_what_a_plain_look_through_everything_gives(
    filled: Filled, words: list[list[str]], kinds: list[str] | None, limit: int
) -> None:
    text = " ".join("".join(word) for word in words)
    with filled.store.read() as session:
        hits = find(session, text, kinds=kinds, limit=limit)
    assert hits == (expected(filled.entries, text, kinds)[:limit] if words else [])


def test_a_search_asks_two_questions_at_most(filled: Filled) -> None:
    with filled.store.read() as session:
        for words, most in (("k", 1), ("kata", 1), ("rikatabu", 2), ("nowhere", 2)):
            with counted_statements() as statements:
                find(session, words)
            assert len(statements) <= most, words


def test_words_can_be_written_anew(store: Store) -> None:
    own = visit()
    add(store, own, person("Serik"), venue(), event())
    before = rows_of(store, SearchEntry)
    with store.work("Forget", who=ME, at=NOW) as work:
        session = work.session
        for entry in before[1:]:
            session.delete(session.get_one(SearchEntry, entry.id))
        session.get_one(SearchEntry, before[0].id).words = "  wrong"
        session.add(SearchEntry(kind="person", row_id=4711, words="  gone"))
    with store.work("Rebuild", who=ME, at=NOW) as work:
        rebuild_entries(work.session)
    assert work.changes.rows == ()

    def said(entries: list[SearchEntry]) -> set[tuple[str, int, str, str]]:
        return {(entry.kind, entry.row_id, entry.words, entry.recent) for entry in entries}

    assert said(rows_of(store, SearchEntry)) == said(before)
