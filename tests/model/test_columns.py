"""desk/model/columns.py: how values lie in the database."""

from datetime import UTC, datetime, timedelta, timezone

import pytest
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.engine import Dialect

from desk.model.choices import Status
from desk.model.columns import INSTANT, WALL_TIME, ChoiceType

DIALECTS = [sqlite.dialect(), postgresql.dialect()]


@pytest.mark.parametrize("dialect", DIALECTS, ids=lambda dialect: dialect.name)
class TestOnEveryDatabase:
    def test_a_wall_time_is_kept_as_written_and_never_has_a_zone(self, dialect: Dialect) -> None:
        wall = datetime(2026, 3, 15, 9, 0)
        assert WALL_TIME.process_bind_param(wall, dialect) == wall
        assert WALL_TIME.process_bind_param(None, dialect) is None
        with pytest.raises(ValueError, match="no zone"):
            WALL_TIME.process_bind_param(wall.replace(tzinfo=UTC), dialect)

    def test_an_instant_is_kept_as_naive_utc_and_comes_back_aware(self, dialect: Dialect) -> None:
        at = datetime(2026, 3, 15, 9, 0, tzinfo=timezone(timedelta(hours=8)))
        kept = INSTANT.process_bind_param(at, dialect)
        assert kept == datetime(2026, 3, 15, 1, 0)
        assert INSTANT.process_result_value(kept, dialect) == at
        assert INSTANT.process_bind_param(None, dialect) is None
        assert INSTANT.process_result_value(None, dialect) is None
        with pytest.raises(ValueError, match="carries a zone"):
            INSTANT.process_bind_param(datetime(2026, 3, 15, 9, 0), dialect)

    def test_a_choice_is_kept_as_its_word(self, dialect: Dialect) -> None:
        column = ChoiceType(Status)
        assert column.process_bind_param(Status.UNDER_WAY, dialect) == "under_way"
        assert column.process_bind_param("under_way", dialect) == "under_way"
        assert column.process_result_value("under_way", dialect) is Status.UNDER_WAY
        assert column.process_bind_param(None, dialect) is None
        assert column.process_result_value(None, dialect) is None
        with pytest.raises(ValueError, match="perhaps"):
            column.process_bind_param("perhaps", dialect)
