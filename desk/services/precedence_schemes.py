"""Schemes of precedence: those of the law are read, copies are edited by staff."""

from collections.abc import Mapping
from typing import Any
from uuid import uuid4

from sqlmodel import col, select

from desk.locale import _, ngettext
from desk.locale.words import current_language
from desk.model.errors import NotThere, UserError
from desk.model.localised import text_in
from desk.model.rows.precedence import SchemeRow
from desk.model.tables import Event, PrecedenceDecision, PrecedenceScheme, Setting
from desk.rules.folding import fold
from desk.services.assembly.schemes import (
    LAW_FILES,
    PRECEDENCE,
    content_of,
    law_contents,
    positions,
    scheme_row,
    scheme_rows,
    usual_key,
)
from desk.services.desk import Desk
from desk.services.edits import localised, row_for_change
from desk.store.unit_of_work import WorkSession

LONGEST_CODE = 12


def list_schemes(desk: Desk, *, language: str | None = None) -> list[SchemeRow]:
    """Every scheme: those of the law first, then those of the office."""
    with desk.read() as session:
        return scheme_rows(session, language or current_language())


def get_scheme(desk: Desk, key: str) -> SchemeRow | None:
    """One scheme; None when it is gone."""
    with desk.read() as session:
        if content_of(session, key) is None:
            return None
        return scheme_row(session, key, current_language())


def find_scheme(desk: Desk, words: str) -> str:
    """The key of the scheme of that key or name, or of which only one name holds these words.

    Raises NotThere when there is none, UserError when several fit; both name what there is.
    """
    schemes = list_schemes(desk)
    wanted = fold(words)
    named = {
        scheme.key: [scheme.key, scheme.key.replace("_", "-"), scheme.basis, *scheme.names.values()]
        for scheme in schemes
    }
    for key, file in zip(law_contents(), LAW_FILES, strict=True):
        named[key].append(file)
    exact = [key for key, names in named.items() if wanted in map(fold, names)]
    near = [key for key, names in named.items() if any(wanted in fold(name) for name in names)]
    found = exact or (near if wanted else [])
    if len(found) == 1:
        return found[0]
    known = ", ".join(key for key in named if not found or key in found)
    if found:
        raise UserError(
            _("{words} may be any of these schemes: {known}.").format(words=words, known=known),
            field="scheme",
        )
    raise NotThere(
        _("There is no scheme {words}; there are: {known}.").format(words=words, known=known)
    )


def use_usually(desk: Desk, key: str) -> None:
    """Let the office use a scheme where an event chose none. Raises UserError."""
    with desk.work(_("Usual scheme of precedence")) as session:
        if content_of(session, key) is None:
            raise NotThere(_("There is no such scheme of precedence any more."))
        row = session.exec(select(Setting).where(Setting.name == PRECEDENCE)).first()
        row = row or Setting(name=PRECEDENCE)
        row.value = {"usual": key}
        session.keep(row)


def copy_scheme(desk: Desk, key: str, *, name: str = "") -> str:
    """Copy a scheme, of the law or of the office, to edit it; the new key. Raises UserError."""
    with desk.work(_("Copy a scheme of precedence")) as session:
        content = content_of(session, key)
        if content is None:
            raise NotThere(_("There is no such scheme of precedence any more."))
        given = name.strip() or _("{name}, copy").format(
            name=text_in(content["name"], current_language())
        )
        _refuse_taken(session, given)
        new = f"own_{uuid4().hex[:12]}"
        kept = {**content, "key": new, "name": localised(given), "sureness": "low"}
        session.keep(PrecedenceScheme(key=new, name=localised(given), content=kept))
        return new


def rename_scheme(desk: Desk, key: str, name: str) -> None:
    """Call a scheme of the office otherwise, in the language of the screen. Raises UserError."""
    with desk.work(_("Rename a scheme of precedence")) as session:
        row = _own(session, key)
        if not name.strip():
            raise UserError(_("A scheme needs a name."), field="name")
        _refuse_taken(session, name, but=key)
        names = {**row.name, current_language(): name.strip()}
        _keep(session, row, {"name": names})


def change_scheme(
    desk: Desk, key: str, *, two_ladders: bool | None = None, given_order: bool | None = None
) -> None:
    """One order for all or one for each side; whether the announced order decides among equals."""
    with desk.work(_("Change a scheme of precedence")) as session:
        changes: dict[str, Any] = {}
        if two_ladders is not None:
            changes["ladders"] = "sides" if two_ladders else "one"
        if given_order is not None:
            changes["given_order"] = given_order
        _keep(session, _own(session, key), changes)


def delete_scheme(desk: Desk, key: str) -> None:
    """Delete a scheme of the office. Raises UserError while events or the office use it."""
    with desk.work(_("Delete a scheme of precedence")) as session:
        row = _own(session, key)
        count = len(session.exec(select(Event.id).where(Event.precedence_scheme == key)).all())
        if count:
            words = ngettext(
                "{count} event uses this scheme; choose another one there first.",
                "{count} events use this scheme; choose another one there first.",
                count,
            )
            raise UserError(words.format(count=count))
        if usual_key(session) == key:
            raise UserError(_("This is the office's usual scheme; choose another one first."))
        for decision in session.exec(
            select(PrecedenceDecision).where(PrecedenceDecision.scheme == key)
        ).all():
            session.drop(decision)
        session.drop(row)


def insert_rank(
    desk: Desk, key: str, at: int, *, code: str, text: str, basis: str = "", **other: Any
) -> None:
    """Put a new line at the index `at`, counted from 0; `other` as in `change_rank`."""
    with desk.work(_("New rank")) as session:
        row = _own(session, key)
        ranks = _ranks(row)
        values = {"code": code, "text": text, "basis": basis, **other}
        ranks.insert(at, _changed({}, values, ranks))
        _keep(session, row, {"ranks": ranks})


def change_rank(desk: Desk, key: str, code: str, changes: Mapping[str, Any]) -> None:
    """Change the line of that code: code, text, basis, positions, roles, side, foreign.

    Decisions that gave the rank follow a new code. Raises UserError beside the field.
    """
    with desk.work(_("Change a rank")) as session:
        row = _own(session, key)
        ranks = _ranks(row)
        at = _at(ranks, code)
        others = [rank for place, rank in enumerate(ranks) if place != at]
        ranks[at] = _changed(ranks[at], changes, others)
        _keep(session, row, {"ranks": ranks})
        if ranks[at]["code"] != code:
            for decision in _given(session, key, code):
                decision.rank = ranks[at]["code"]
                session.keep(decision)


def move_rank(desk: Desk, key: str, code: str, to: int) -> None:
    """Put the line of that code at the index `to`; at the ends it stays there."""
    with desk.work(_("Move a rank")) as session:
        row = _own(session, key)
        ranks = _ranks(row)
        moved = ranks.pop(_at(ranks, code))
        ranks.insert(max(0, min(to, len(ranks))), moved)
        _keep(session, row, {"ranks": ranks})


def delete_rank(desk: Desk, key: str, code: str) -> None:
    """Take a line out. Raises UserError for the last one, and while decisions gave that rank."""
    with desk.work(_("Delete a rank")) as session:
        row = _own(session, key)
        ranks = _ranks(row)
        at = _at(ranks, code)
        if len(ranks) == 1:
            raise UserError(_("A scheme has at least one rank."))
        count = len(_given(session, key, code))
        if count:
            words = ngettext(
                "{count} decision gave this rank; take it back first.",
                "{count} decisions gave this rank; take them back first.",
                count,
            )
            raise UserError(words.format(count=count))
        del ranks[at]
        _keep(session, row, {"ranks": ranks})


def _own(session: WorkSession, key: str) -> PrecedenceScheme:
    row = session.exec(select(PrecedenceScheme).where(PrecedenceScheme.key == key)).first()
    if row is not None:
        return row_for_change(session, PrecedenceScheme, row.id)
    if content_of(session, key) is not None:
        raise UserError(_("A scheme of the law stays as it is; copy it and edit the copy."))
    raise NotThere(_("There is no such scheme of precedence any more."))


def _keep(session: WorkSession, row: PrecedenceScheme, changes: Mapping[str, Any]) -> None:
    content = {**row.content, **changes}
    if content != row.content:
        row.content = content
        row.name = content["name"]
        session.keep(row)


def _ranks(row: PrecedenceScheme) -> list[dict[str, Any]]:
    return [dict(rank) for rank in row.content["ranks"]]


def _at(ranks: list[dict[str, Any]], code: str) -> int:
    for place, rank in enumerate(ranks):
        if rank["code"] == code:
            return place
    raise NotThere(_("This rank is not there any more."))


def _changed(
    rank: Mapping[str, Any], changes: Mapping[str, Any], others: list[dict[str, Any]]
) -> dict[str, Any]:
    """The line with these changes, judged beside the others. Raises UserError."""
    found = dict(rank)
    for name, value in changes.items():
        if name == "text":
            found["text"] = {**found.get("text", {}), **localised(value)}
        elif name in ("positions", "roles"):
            found[name] = list(value)
        elif name == "foreign":
            found.pop("foreign", None)
            if value is not None:
                found["foreign"] = bool(value)
        else:
            found[name] = str(value).strip()
    if not found.get("code"):
        raise UserError(_("A rank needs a letter or number."), field="code")
    if len(found["code"]) > LONGEST_CODE:
        raise UserError(
            _("A letter or number has {count} characters at most.").format(count=LONGEST_CODE),
            field="code",
        )
    if any(other["code"] == found["code"] for other in others):
        raise UserError(
            _("There is a rank {code} already.").format(code=found["code"]), field="code"
        )
    if not any(found.get("text", {}).values()) or not changes.get("text", "-").strip():
        raise UserError(_("Say whom the rank is for."), field="text")
    if not set(found.get("positions", ())) <= {one.key for one in positions()}:
        raise UserError(_("Choose a position of the lists."), field="positions")
    return found


def _given(session: WorkSession, key: str, code: str) -> list[PrecedenceDecision]:
    return list(
        session.exec(
            select(PrecedenceDecision)
            .where(PrecedenceDecision.scheme == key, PrecedenceDecision.rank == code)
            .order_by(col(PrecedenceDecision.id))
        ).all()
    )


def _refuse_taken(session: WorkSession, name: str, *, but: str = "") -> None:
    for scheme in scheme_rows(session, current_language()):
        if scheme.key != but and fold(name) in map(fold, scheme.names.values()):
            raise UserError(
                _("There is a scheme of that name already: {name}.").format(name=scheme.name),
                field="name",
            )
