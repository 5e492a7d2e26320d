"""A copy of the open database, for the office's own safe-keeping."""

from pathlib import Path

from desk.locale import _
from desk.model.errors import StoreProblem
from desk.store.copies import copy_file
from desk.store.store import Store


def copy_to(store: Store, path: Path) -> None:
    """Write a whole copy of the database as of this moment, while work goes on.

    A file of that name is replaced once the copy is whole. Raises StoreProblem: nothing is left
    behind then. A server is copied by whoever looks after it.
    """
    if store.path is None:
        raise StoreProblem(
            _("A database on a server is copied by its administrator, with pg_dump.")
        )
    copy_file(store.path, path.expanduser().absolute())
