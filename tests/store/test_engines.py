"""What engines make of the values that lie in a database."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import JSON, Column, Integer, MetaData, Table, insert, select, text

from desk.store.engines import engine_for

VALUES = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**53), 2**53) | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=8,
)


def thing() -> Table:
    return Table(
        "thing", MetaData(), Column("id", Integer, primary_key=True), Column("value", JSON)
    )


@given(VALUES)
def test_values_come_back_as_they_were_stored(
    tmp_path_factory: pytest.TempPathFactory, value: object
) -> None:
    table = thing()
    engine = engine_for(tmp_path_factory.mktemp("engine") / "values.db")
    with engine.begin() as connection:
        table.create(connection)
        connection.execute(insert(table), [{"value": value}])
        found = connection.execute(select(table.c.value)).scalar_one()
    engine.dispose()
    assert found == value


def test_values_that_others_wrote_are_read_with_their_spaces_and_refused_when_broken(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    table = thing()
    engine = engine_for(tmp_path_factory.mktemp("engine") / "values.db")
    with engine.begin() as connection:
        table.create(connection)
        connection.execute(text("INSERT INTO thing VALUES (1, '{ \"id\" : 2 } \n')"))
        assert connection.execute(select(table.c.value)).scalar_one() == {"id": 2}
        connection.execute(text("UPDATE thing SET value = '{} {}'"))
        with pytest.raises(json.JSONDecodeError):
            connection.execute(select(table.c.value)).scalar_one()
    engine.dispose()
