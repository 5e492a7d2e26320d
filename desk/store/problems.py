"""What a database reported, said in one sentence."""

from collections.abc import Generator
from contextlib import contextmanager

from sqlalchemy.exc import DataError, DBAPIError, IntegrityError, InterfaceError, OperationalError

from desk.locale import _
from desk.model.errors import ChangedElsewhere, StoreProblem, UserError

# Primary result codes of SQLite (https://sqlite.org/rescode.html).
_BUSY = {5, 6, 15}
_READ_ONLY = {3, 8}
_IO = {10, 14}
_CORRUPT = {11, 26}
_FULL = {13}
_FULL_SHARED_MEMORY = 4874
"""SQLITE_IOERR_SHMSIZE: the file beside the database could not grow."""
_UNIQUE = {1555, 2067, 2579}
_FOREIGN_KEY = {787}


@contextmanager
def telling_problems(place: str) -> Generator[None]:
    """Turn what the world does to a database into a UserError; our own mistakes pass through."""
    try:
        yield
    except DBAPIError as error:
        told = problem_from(error, place)
        if told is None:
            raise
        raise told from error


def problem_from(error: DBAPIError, place: str) -> UserError | None:
    """The sentence for what the database reported; None when the mistake is ours."""
    sqlite_code = getattr(error.orig, "sqlite_errorcode", None)
    state = getattr(error.orig, "sqlstate", None)
    if isinstance(error, IntegrityError):
        return _broken_rule(sqlite_code, state, error.statement or "")
    if isinstance(error, DataError):
        return UserError(
            _("A value cannot be kept: it is too long, too large or holds unknown characters.")
        )
    if isinstance(sqlite_code, int):
        return _sqlite_problem(sqlite_code, place)
    if state is not None:
        return _postgresql_problem(state, place)
    if isinstance(error, OperationalError | InterfaceError):
        return _no_connection(str(error.orig).lower(), place)
    return None


def damaged(place: str) -> StoreProblem:
    """The database is ours but not whole."""
    return StoreProblem(
        _("The database {path} is damaged; it was left as it is. Restore the latest copy.").format(
            path=place
        )
    )


def _broken_rule(sqlite_code: int | None, state: str | None, statement: str) -> UserError | None:
    if sqlite_code in _FOREIGN_KEY or state == "23503":
        if statement.lstrip().upper().startswith("DELETE"):
            return UserError(_("This is still used elsewhere and cannot be deleted."))
        return ChangedElsewhere(
            _("Something that this belongs to is not there any more; look again.")
        )
    if sqlite_code in _UNIQUE or state == "23505":
        return ChangedElsewhere(_("The same entry is there already; look again."))
    return None


def _sqlite_problem(code: int, place: str) -> UserError | None:
    primary = code & 0xFF
    if primary in _BUSY:
        return _busy(place)
    if primary in _READ_ONLY:
        return _read_only(place)
    if primary in _FULL or code == _FULL_SHARED_MEMORY:
        return _full(place)
    if primary in _CORRUPT:
        return damaged(place)
    if primary in _IO:
        return StoreProblem(
            _("The database {path} cannot be read or written; check its disk and folder.").format(
                path=place
            )
        )
    return None


def _postgresql_problem(state: str, place: str) -> UserError | None:
    # Error codes and their classes: appendix A of the PostgreSQL manual.
    if state in ("40001", "40P01"):
        return ChangedElsewhere(
            _("Another desk changed the same thing in the same moment. Look again.")
        )
    if state in ("55P03", "53300"):
        return _busy(place)
    if state in ("25006", "42501"):
        return _read_only(place)
    if state == "53100":
        return _full(place)
    if state in ("XX001", "XX002"):
        return damaged(place)
    if state[:2] == "28":
        return _refused(place)
    if state[:2] in ("08", "53", "57", "58"):
        return _unreachable(place)
    return None


def _no_connection(said: str, place: str) -> StoreProblem:
    # A failed connection carries no code, only the words of the client library.
    if "password" in said or "authentication" in said or "role" in said:
        return _refused(place)
    if "does not exist" in said:
        return StoreProblem(
            _("The server has no database {path}; its administrator can create it.").format(
                path=place
            )
        )
    return _unreachable(place)


def _busy(place: str) -> StoreProblem:
    return StoreProblem(
        _("The database {path} is busy: another program holds it. Try again.").format(path=place)
    )


def _read_only(place: str) -> StoreProblem:
    return StoreProblem(
        _("The database {path} may only be read, not written; check its permissions.").format(
            path=place
        )
    )


def _full(place: str) -> StoreProblem:
    return StoreProblem(
        _("The disk is full; nothing was lost, but {path} cannot be written.").format(path=place)
    )


def _refused(place: str) -> StoreProblem:
    return StoreProblem(
        _("The database server refused the user or the password for {path}.").format(path=place)
    )


def _unreachable(place: str) -> StoreProblem:
    return StoreProblem(
        _("The database {path} cannot be reached; check the server and the network.").format(
            path=place
        )
    )
