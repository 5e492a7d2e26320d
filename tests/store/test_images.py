"""desk/store/images.py: a row as JSON values, and back."""

import json
from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from desk.model.choices import Acting, Status
from desk.model.tables import Event, HistoryStep, Office, Person
from desk.store.images import image_of, table_named, tables, values_from
from tests.fixtures.rows import event


def test_an_image_is_json_and_gives_the_same_row_again() -> None:
    made = event(7, 3, status=Status.CONFIRMED)
    image = json.loads(json.dumps(image_of(made)))
    assert image["status"] == "confirmed"
    assert image["starts"] == "2026-03-15T09:00:00"
    assert image["starts_at"] == "2026-03-15T01:00:00+00:00"
    again = Event(**values_from(Event, image))
    assert again == made
    assert type(again.status) is Status


def test_an_instant_looks_the_same_from_every_zone() -> None:
    at = datetime(2026, 3, 1, 9, 0, tzinfo=timezone(timedelta(hours=5)))
    step = HistoryStep(at=at, who="Rani", label="Add")
    assert image_of(step)["at"] == "2026-03-01T04:00:00+00:00"
    assert values_from(HistoryStep, image_of(step))["at"] == at.astimezone(UTC)


def test_dates_and_choices_and_what_is_missing_come_back() -> None:
    held = Office(person_id=1, acting=Acting.PLT, starts_on=date(2024, 5, 1))
    values = values_from(Office, image_of(held))
    assert (values["acting"], values["starts_on"], values["ends_on"]) == (
        Acting.PLT,
        date(2024, 5, 1),
        None,
    )


def test_an_image_does_not_follow_the_row() -> None:
    serik = Person(full_name="Serik", aliases=["Serik S."])
    image = image_of(serik)
    serik.aliases.append("later")
    assert image["aliases"] == ["Serik S."]
    values_from(Person, image)["aliases"].append("later")
    assert image["aliases"] == ["Serik S."]


def test_columns_that_are_no_more_are_left_out() -> None:
    assert values_from(Person, {"full_name": "Serik", "telex": "123"}) == {"full_name": "Serik"}


def test_tables_are_found_by_name_parents_first() -> None:
    assert table_named("event") is Event
    names = list(tables())
    assert names.index("visit") < names.index("event") < names.index("participation")
    with pytest.raises(LookupError):
        table_named("nothing")
