"""What keeps the budgets: indexes are used, and the work does not grow with the database."""

import re
from collections.abc import Callable
from datetime import timedelta

import pytest

from desk.services import (
    calendar_events,
    checks,
    finding,
    follow_ups,
    history,
    people,
    programme,
    status,
    today,
    visits,
)
from desk.services.desk import Desk
from tests.benchmarks.effort import counted_effort, plans
from tests.benchmarks.programmes import TODAY
from tests.benchmarks.subjects import checks_of_drafts, checks_of_events
from tests.counting import counted_statements

GROWING = (
    "delegation_member event follow_up history_change history_step office participation person visit"
).split()
"""The tables that grow with the years; what is scanned of others is small."""

_SCAN = re.compile(r"SCAN (?:TABLE )?(\w+)")

Action = Callable[[Desk], object]


def check_written(desk: Desk) -> object:
    return [check() for check in checks_of_events(desk, 10)]


def check_unwritten(desk: Desk) -> object:
    return [check() for check in checks_of_drafts(desk, 10)]


def check_unwritten(desk: Desk) -> object:
    return [check() for check in checks_of_drafts(desk, 10)]
