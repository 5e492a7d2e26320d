"""desk/store/history.py: what other desks did can be followed step by step."""

from contextlib import closing

from desk.model.changes import StepKind
from desk.store.history import changes_after, last_step
from desk.store.store import Store, open_store
from tests.counting import counted_statements
from tests.fixtures.rows import COLLEAGUE, office, person
from tests.fixtures.steps import add, redo, undo


def test_a_desk_follows_what_another_did(store: Store, address: str) -> None:
    with store.read() as session:
        assert last_step(session) == 0
        assert changes_after(session, 0) == []
    seen = add(store, person())
    with closing(open_store(address)) as other:
        news = [add(other, person("Abai"), person("Gabbas"), who=COLLEAGUE)]
        news += [undo(other, COLLEAGUE), redo(other, COLLEAGUE)]
    with store.read() as session:
        assert last_step(session) == news[-1].step
        assert changes_after(session, seen.step) == news
        assert [change.kind for change in changes_after(session, 0)] == [
            StepKind.DO,
            StepKind.DO,
            StepKind.UNDO,
            StepKind.REDO,
        ]
        assert changes_after(session, news[-1].step) == []


def test_following_takes_two_questions_however_much_was_done(store: Store) -> None:
    for _number in range(5):
        serik = person()
        add(store, serik)
        add(store, office(serik.id))
    with store.read() as session, counted_statements() as statements:
        assert len(changes_after(session, 0)) == 10
    assert len(statements) == 2
