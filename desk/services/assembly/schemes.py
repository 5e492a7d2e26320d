"""The schemes of precedence: those of the law from `seeds`, those that staff copied and edited."""

import tomllib
from collections.abc import Mapping
from functools import cache
from typing import Any

from sqlalchemy import func
from sqlmodel import Session, col, select

from desk.folders import SEEDS
from desk.model.localised import text_in
from desk.model.rows.precedence import RankRow, SchemeRow
from desk.model.tables import Event, PrecedenceScheme, Setting
from desk.rules.positions import Position, read_positions
from desk.rules.precedence import Ladders, Rank, read_scheme

USUAL_SCHEME = "uu_9_2010_10"
"""Official events in a province: what a governor's office needs most."""

PRECEDENCE = "precedence"
"""The setting that names the office's usual scheme."""

LAW_FILES = (
    "uu-9-2010-article-10",
    "uu-9-2010-article-11",
    "uu-9-2010-article-9",
    "pp-39-2018-article-15",
    "two-ladders",
)
"""In the order in which they are offered."""


@cache
def law_contents() -> Mapping[str, Mapping[str, Any]]:
    """What the files of `seeds/precedence` hold, by key, in the order in which they are offered."""
    found = (_seed(name) for name in LAW_FILES)
    return {content["key"]: content for content in found}


@cache
def positions() -> tuple[Position, ...]:
    """The positions of the lists, those that are told first before the others."""
    return read_positions(_seed("positions"))


def content_of(session: Session, key: str) -> Mapping[str, Any] | None:
    """The content of a scheme of the law or of staff; None for an unknown key."""
    if key in law_contents():
        return law_contents()[key]
    row = session.exec(select(PrecedenceScheme).where(PrecedenceScheme.key == key)).first()
    return row.content if row is not None else None


def usual_key(session: Session) -> str:
    """The key of the scheme that the office uses where an event chose none."""
    row = session.exec(select(Setting).where(Setting.name == PRECEDENCE)).first()
    stored: dict[str, str] = row.value if row and row.value else {}
    key = stored.get("usual", "")
    return key if key and content_of(session, key) is not None else USUAL_SCHEME


def scheme_key(session: Session, event: Event, asked: str | None = None) -> tuple[str, bool]:
    """The key of the scheme for an event, and whether the event chose it.

    `asked` looks at the event by another scheme. One that is gone counts as not chosen.
    """
    if asked is not None:
        return asked, asked == event.precedence_scheme
    chosen = event.precedence_scheme
    if chosen and content_of(session, chosen) is not None:
        return chosen, True
    return usual_key(session), False


def scheme_row(
    session: Session, key: str, language: str, *, usual: str | None = None, events: int = 0
) -> SchemeRow:
    """One scheme in that language. Raises KeyError for an unknown key."""
    own = session.exec(select(PrecedenceScheme).where(PrecedenceScheme.key == key)).first()
    content = own.content if own is not None else law_contents()[key]
    scheme = read_scheme(content)
    return SchemeRow(
        key=key,
        id=own.id if own is not None else None,
        name=text_in(scheme.name, language),
        names=scheme.name,
        basis=scheme.basis,
        note=text_in(scheme.note, language),
        notes=scheme.note,
        sureness=scheme.sureness,
        two_ladders=scheme.ladders is Ladders.SIDES,
        given_order=scheme.given_order,
        usual=key == (usual if usual is not None else usual_key(session)),
        ranks=tuple(_rank_row(rank, language) for rank in scheme.ranks),
        events=events,
    )


def scheme_rows(session: Session, language: str) -> list[SchemeRow]:
    """Every scheme: those of the law first, then those of staff in the order they were made."""
    usual = usual_key(session)
    counts: dict[str, int] = dict(
        session.exec(
            select(Event.precedence_scheme, func.count())
            .where(col(Event.precedence_scheme) != "")
            .group_by(col(Event.precedence_scheme))
        ).all()
    )
    own = session.exec(select(PrecedenceScheme).order_by(col(PrecedenceScheme.id))).all()
    keys = [*law_contents(), *(row.key for row in own)]
    return [
        scheme_row(session, key, language, usual=usual, events=counts.get(key, 0)) for key in keys
    ]


def _rank_row(rank: Rank, language: str) -> RankRow:
    return RankRow(
        code=rank.code,
        text=text_in(rank.text, language),
        texts=rank.text,
        basis=rank.basis,
        positions=tuple(one.key for one in positions() if one.key in rank.positions),
        roles=tuple(sorted(rank.roles)),
        side=rank.side,
        foreign=rank.foreign,
    )


def _seed(name: str) -> dict[str, Any]:
    return tomllib.loads((SEEDS / "precedence" / f"{name}.toml").read_text(encoding="utf-8"))
