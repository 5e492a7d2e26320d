"""Budgets and what is measured, as a table: `python -m tests.benchmarks`.

Makes the decade database and one of a tenth of its size (a minute and a half), or measures the one
that is named. Seconds are only printed; the tests beside this file guard the budgets by counting.
"""

import argparse
import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, closing, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from desk.app import tidy_memory
from desk.documents.compiler import Compiler
from desk.model.errors import UserError
from desk.services import today
from desk.services.desk import Desk
from desk.services.opening import open_desk
from desk.services.visits import list_visits
from desk.store.store import open_store
from tests.benchmarks import calendar, subjects, window
from tests.benchmarks.decade import NOW, make_decade
from tests.benchmarks.timing import Budget, Figures, Line, figures_of, repeated, table, timed

TENTH = 0.1


def main(arguments: Sequence[str]) -> int:
    """The command; gives the exit status, which no figure changes."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks")
    parser.add_argument("--database", metavar="DB", help="a decade that is there already")
    parser.add_argument("--scale", type=float, default=1.0, metavar="N", help="of the one to make")
    given = parser.parse_args(arguments)
    try:
        with ExitStack() as stack:
            folder = Path(stack.enter_context(TemporaryDirectory(prefix="pandurata-")))
            whole = given.database or _made(folder / "decade.db", given.scale)
            tenth = _made(folder / "tenth.db", given.scale * TENTH)
            lines = [*_window_lines(whole)]
            with _opened(whole) as desk, _opened(tenth) as small:
                lines += _database_lines(desk, small)
                lines += _calendar_lines(desk)
            lines += _paper_lines()
    except UserError as error:
        print(error, file=sys.stderr)
        return 1
    print(table(lines))
    return 0


def _made(path: Path, scale: float) -> str:
    print(f"Making a decade of scale {scale:g} …", file=sys.stderr, flush=True)
    with closing(open_store(path)) as store:
        make_decade(store, scale=scale)
    return str(path)


@contextmanager
def _opened(database: str) -> Iterator[Desk]:
    desk = open_desk(database, clock=lambda: NOW, who="Protokol", create=False)
    try:
        yield desk
    finally:
        desk.store.close()


def _window_lines(database: str) -> Iterator[Line]:
    baseline = figures_of([window.interpreter_start() for _time in range(5)]).median
    measured = window.starts(os.path.abspath(database) if "://" not in database else database, 5)
    yield Line("an interpreter that does nothing", Budget(), Figures(baseline, baseline))
    frames = figures_of([start.first_frame for start in measured])
    yield Line("start to the first frame", Budget(400), frames, baseline)
    data = figures_of([start.today for start in measured])
    yield Line("start to today's data", Budget(800), data, baseline)
    memory = figures_of([start.memory for start in measured])
    yield Line("resident memory of the window", Budget(high=160, unit="MB"), memory)


def _database_lines(desk: Desk, small: Desk) -> Iterator[Line]:
    # As the window does once today is shown.
    tidy_memory()
    baseline = repeated(subjects.row_read(desk), 300)
    row = baseline.median
    yield Line("one row read by its key", Budget(), baseline)
    typing = list(subjects.typing(desk))
    yield Line("search as you type", Budget(high=30), timed(typing, warm=typing[0]), row)
    for what, checking in (
        ("check of one booking, written", subjects.checks_of_events),
        ("check of one booking, not written yet", subjects.checks_of_drafts),
    ):
        few, many = (
            timed(actions, warm=actions[0])
            for actions in (checking(small, 300), checking(desk, 300))
        )
        yield Line(what, Budget(high=2), many, row)
        yield Line("… as much as on a tenth of the data", Budget(), many, few.median)
    for what, days in (("another week", 7), ("another month", 42)):
        shown = subjects.weeks_shown(desk, 60, days=days)
        yield Line(f"events of {what}", Budget(16, 33), timed(shown, warm=shown[0]), row)
    for what, days in (("another day", 1), ("another week", 7)):
        shown = subjects.rooms_shown(desk, 60, days=days)
        yield Line(f"rooms of {what}", Budget(16, 33), timed(shown, warm=shown[0]), row)
    yield Line("the first page's data", Budget(), repeated(lambda: today.today(desk), 20), row)
    yield Line("list of 500 visits", Budget(), repeated(lambda: list_visits(desk), 10), row)


def _calendar_lines(desk: Desk) -> Iterator[Line]:
    for name in ("week", "month"):
        with calendar.shown(desk, name) as part:
            looked_at = timed(calendar.steps(part, 40))
            yield Line(f"another {name} on screen", Budget(16, 33), looked_at)
            jumped = calendar.jumps(part, 40)
            yield Line(f"a {name} that nobody expected", Budget(high=33), timed(jumped))
    with calendar.frames_of_a_drag(100) as frames:
        words = f"a frame of a drag among {calendar.DRAGGED} events"
        yield Line(words, Budget(high=16), timed(frames))


def _paper_lines() -> Iterator[Line]:
    baseline = repeated(subjects.sorting(), 50)
    yield Line("sorting ten thousand words", Budget(), baseline)
    compiler = Compiler()
    for people, budget in ((60, 50), (1000, 500)):
        sheet = repeated(subjects.attendance_sheet(compiler, people), 10)
        yield Line(f"attendance list of {people:,} rows", Budget(budget), sheet, baseline.median)
    invites = [subjects.invite(number) for number in range(300)]
    yield Line("one invitation", Budget(1), timed(invites, warm=invites[0]), baseline.median)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
