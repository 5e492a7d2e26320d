"""Finding things by words in which a letter is wrong, missing, doubled or swapped."""

from collections.abc import Collection

from sqlalchemy import ColumnElement, Integer, and_, column, or_, select, text
from sqlmodel import Session, col

from desk.model.tables import SearchEntry
from desk.rules.folding import fold
from desk.store.search import Hit

_SHORTEST = 5
"""Letters of a word below which one wrong letter makes another word."""
_LONG = 10
"""From so many letters on two of them may be wrong."""
_MOST_COMPARED = 600
_MOST_TERMS = 6

_kind, _row_id = col(SearchEntry.kind), col(SearchEntry.row_id)
_words, _recent, _id = col(SearchEntry.words), col(SearchEntry.recent), col(SearchEntry.id)


def find_nearly(
    session: Session, words: str, *, kinds: Collection[str] | None = None, limit: int = 20
) -> list[Hit]:
    """Things that hold every word asked for, nearly; the nearest first, then the latest.

    With one wrong letter either half of a word is still whole: whatever holds one half of each is
    read off the index and compared. Shorter words have to be right.
    """
    terms = list(dict.fromkeys(fold(words).split()))[:_MOST_TERMS]
    if limit < 1 or not any(len(term) >= _SHORTEST for term in terms):
        return []
    statement = (
        select(_kind, _row_id, _words)
        .where(_holds_halves(session, terms))
        .order_by(_recent.desc(), _id.desc())
        .limit(_MOST_COMPARED)
    )
    if kinds is not None:
        statement = statement.where(_kind.in_(sorted(kinds)))
    found: list[tuple[int, Hit]] = []
    for kind, row_id, held in session.connection().execute(statement):
        near = [_nearest(term, held.split()) for term in terms]
        known = [one for one in near if one is not None]
        if len(known) == len(terms):
            found.append((sum(known), Hit(kind, row_id)))
    found.sort(key=lambda pair: pair[0])
    return [hit for _wrong, hit in found[:limit]]


def _allowed(term: str) -> int:
    if len(term) < _SHORTEST:
        return 0
    return 1 if len(term) < _LONG else 2


def _nearest(term: str, held: Collection[str]) -> int | None:
    """The fewest wrong letters to any of the words, or to their beginning; None when all differ."""
    # Imported here: the window opens without it, and most words are spelled right.
    from rapidfuzz.distance import OSA

    allowed = _allowed(term)
    best: int | None = None
    for word in held:
        if abs(len(word) - len(term)) > allowed and not word.startswith(term):
            continue
        distance = 0 if word.startswith(term) else OSA.distance(term, word, score_cutoff=allowed)
        if distance <= allowed and (best is None or distance < best):
            best = distance
    return best


def _pieces(term: str) -> list[str]:
    if len(term) < _SHORTEST:
        return [term.rjust(3)]
    half = max(3, len(term) // 2)
    return [term[:half], term[-half:]]


def _holds_halves(session: Session, terms: Collection[str]) -> ColumnElement[bool]:
    """The condition that the index answers: a half of every word is there."""
    if session.get_bind().dialect.name != "sqlite":
        return and_(
            *(or_(*(_words.like(f"%{piece}%") for piece in _pieces(term))) for term in terms)
        )
    phrases = " AND ".join(
        "({})".format(" OR ".join(f'"{piece}"' for piece in _pieces(term))) for term in terms
    )
    # The halves of a common word stand in thousands of entries: the index stops at the newest.
    matching = text(
        "SELECT rowid FROM search_index WHERE search_index MATCH :phrases"
        " ORDER BY rowid DESC LIMIT :most"
    ).bindparams(phrases=phrases, most=_MOST_COMPARED)
    return _id.in_(matching.columns(column("rowid", Integer)))
