"""desk/model/changes.py: what one unit of work changed."""

from desk.model.changes import ChangeKind, Changes, RowChange


def test_a_change_knows_what_happened_and_which_columns_differ() -> None:
    image = {"id": 1, "full_name": "Serik", "notes": ""}
    added = RowChange("person", 1, None, image)
    changed = RowChange("person", 1, image, {**image, "notes": "late"})
    removed = RowChange("person", 1, image, None)
    assert [row.kind for row in (added, changed, removed)] == [
        ChangeKind.ADDED,
        ChangeKind.CHANGED,
        ChangeKind.REMOVED,
    ]
    assert changed.columns == {"notes"}
    assert added.columns == removed.columns == {"id", "full_name", "notes"}


def test_changes_name_each_table_once() -> None:
    rows = (RowChange("visit", 1, None, {}), RowChange("event", 1, None, {}))
    assert Changes(3, "Add", rows=rows + rows).tables == {"visit", "event"}
    assert Changes(0, "Nothing").tables == set()
