"""Checks everything: `python3 packaging/test.py`.

Makes or updates the virtual environment for development, then runs the linter, the formatter, the
type checker, the import rules and, last, the tests, on SQLite and on a throw-away PostgreSQL when
one is installed or can be. All steps run even when one fails. Arguments go to pytest:

    python3 packaging/test.py -k seating
    python3 packaging/test.py --benchmarks        the timings too, as a table

Exit status 0 when every step passed. Works without network once installed.
"""

from __future__ import annotations

import contextlib
import os
import signal
import sys
from collections.abc import Sequence
from types import FrameType

from checks import FAILED_STEPS, headline, run_steps, steps, testing_variables, wait_for
from debian import QT, TESTING, CannotInstall, Need, provide
from environment import DEVELOPING, CannotPrepare, prepare, say
from interpreter import NoInterpreter
from postgres import VARIABLE, Unavailable, find_programs, throw_away_server


def main(arguments: Sequence[str]) -> int:
    """Everything; gives the exit status."""
    if arguments[:1] in (["-h"], ["--help"]):
        print(__doc__)
        return 0
    signal.signal(signal.SIGTERM, _on_termination)
    try:
        environment = prepare(DEVELOPING, (*QT, *TESTING))
    except (NoInterpreter, CannotInstall, CannotPrepare) as problem:
        say(str(problem))
        return 1
    variables = testing_variables(os.environ)
    try:
        with contextlib.ExitStack() as stack:
            variables.update(_postgresql(stack))
            failed = run_steps(steps(environment.python), variables)
            headline("tests")
            if failed:
                print(f"Failed before the tests: {', '.join(failed)}", flush=True)
                variables[FAILED_STEPS] = ", ".join(failed)
            tests = [str(environment.python), "-m", "pytest", *_side_by_side(arguments), *arguments]
            status = wait_for(tests, variables)
    except KeyboardInterrupt:
        return 130
    return status or (1 if failed else 0)


def _side_by_side(arguments: Sequence[str]) -> list[str]:
    """One worker a core; timings want the machine for themselves."""
    return [] if "--benchmarks" in arguments else ["-n", "logical"]


def _postgresql(stack: contextlib.ExitStack) -> dict[str, str]:
    """The variable that tells the tests of a server; empty, and said so, when there is none."""
    given = os.environ.get(VARIABLE)
    if given:
        print(f"PostgreSQL: the tests use the server that {VARIABLE} names.", flush=True)
        return {VARIABLE: given}
    line = ""
    if find_programs() is None and sys.platform == "linux":
        try:
            provide([Need("postgresql", program="pg_ctlcluster")])
        except CannotInstall as problem:
            line = f" ({str(problem).splitlines()[-1]})"
    try:
        url = stack.enter_context(throw_away_server())
    except Unavailable as problem:
        print(f"PostgreSQL: {problem}{line}; its half of the tests is not run.", flush=True)
        return {}
    print("PostgreSQL: the tests use a throw-away server.", flush=True)
    return {VARIABLE: url}


def _on_termination(number: int, _frame: FrameType | None) -> None:
    # Unwinds: the running step is ended, the server stopped, its folder deleted.
    sys.exit(128 + number)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
