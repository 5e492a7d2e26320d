"""Leaves the tests of the throw-away PostgreSQL out where there is none."""

import os

from postgres import VARIABLE, find_programs

collect_ignore = [] if os.environ.get(VARIABLE) and find_programs() else ["test_postgres.py"]
