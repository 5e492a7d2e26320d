"""Finding people, visits, events and venues by any part of their words, in any script."""

from collections.abc import Collection
from dataclasses import dataclass

from sqlalchemy import (
    ColumnElement,
    Integer,
    Select,
    SQLColumnExpression,
    and_,
    case,
    column,
    select,
    text,
)
from sqlmodel import Session, col

from desk.model.tables import SearchEntry
from desk.rules.folding import fold
from desk.store.search_entries import WORD_START

_AT_FIRST = 2000
"""So many of the latest entries are looked at first: a common or short word fills the list there."""

_MOST_TERMS = 12

_kind, _row_id = col(SearchEntry.kind), col(SearchEntry.row_id)
_words, _recent, _id = col(SearchEntry.words), col(SearchEntry.recent), col(SearchEntry.id)

_LATEST_FIRST = (_recent.desc(), _kind.desc(), _id.desc())
"""On one day a visit comes before its events: so the words fall in the alphabet."""


@dataclass(frozen=True, slots=True)
class Hit:
    """One thing found: the table it is a row of, and the row's id."""

    kind: str
    row_id: int


def find(
    session: Session, words: str, *, kinds: Collection[str] | None = None, limit: int = 20
) -> list[Hit]:
    """Things that hold every word asked for; at most `limit`, of these kinds only.

    A word of one or two letters has to begin a word; a longer one may stand inside. Where all
    begin a word comes first, then the latest date. Words are compared folded (rules.folding).
    """
    terms = list(dict.fromkeys(fold(words).split()))[:_MOST_TERMS]
    if not terms or limit < 1:
        return []
    hits = _hits(session, _among_the_latest(terms, kinds, limit))
    if len(hits) == limit:
        # What begins a word and is among the latest cannot be surpassed.
        return hits
    all_begin = case((and_(*_beginning(_words, terms)), 0), else_=1)
    return _hits(
        session,
        select(_kind, _row_id)
        .where(_holds(session, terms), *_of_kinds(_kind, kinds))
        .order_by(all_begin, *_LATEST_FIRST)
        .limit(limit),
    )


def _among_the_latest(
    terms: list[str], kinds: Collection[str] | None, limit: int
) -> Select[str, int]:
    # Only of one kind, or of all, are the latest read off an index.
    some = _of_kinds(_kind, kinds if kinds is not None and len(kinds) == 1 else None)
    latest = (
        select(_kind, _row_id, _words, _recent, _id)
        .where(*some)
        .order_by(*_LATEST_FIRST)
        .limit(_AT_FIRST)
        .subquery()
    )
    return (
        select(latest.c.kind, latest.c.row_id)
        .where(*_beginning(latest.c.words, terms), *_of_kinds(latest.c.kind, kinds))
        .order_by(latest.c.recent.desc(), latest.c.kind.desc(), latest.c.id.desc())
        .limit(limit)
    )


def _of_kinds(
    kind: SQLColumnExpression[str], kinds: Collection[str] | None
) -> tuple[ColumnElement[bool], ...]:
    return () if kinds is None else (kind.in_(sorted(kinds)),)


def _beginning(words: SQLColumnExpression[str], terms: list[str]) -> list[ColumnElement[bool]]:
    return [words.like(f"%{WORD_START}{term}%") for term in terms]


def _hits(session: Session, statement: Select[str, int]) -> list[Hit]:
    return [Hit(kind, row_id) for kind, row_id in session.connection().execute(statement)]


def _holds(session: Session, terms: list[str]) -> ColumnElement[bool]:
    """The condition that the index answers: every term is there."""
    # A shorter term is looked for together with the spaces before its word: one trigram.
    patterns = [term.rjust(3) for term in terms]
    if session.get_bind().dialect.name != "sqlite":
        return and_(*(_words.like(f"%{pattern}%") for pattern in patterns))
    phrases = " ".join(f'"{pattern}"' for pattern in patterns)
    matching = text("SELECT rowid FROM search_index WHERE search_index MATCH :phrases")
    return _id.in_(matching.bindparams(phrases=phrases).columns(column("rowid", Integer)))
