"""Where each member of a delegation stands with the invitations: mailbox and answers together."""

from collections.abc import Sequence
from dataclasses import dataclass

from desk.gui.models.choice_words import answer_mark, invitation_mark
from desk.gui.pages.visit_tabs.view import VisitView
from desk.locale import _, ngettext
from desk.model.choices import Answer
from desk.model.rows.invitations import InvitationRow, InvitationState
from desk.model.rows.visits import MemberRow

_TONES = {"ok": "ok", "warn": "warn", "bad": "bad", "info": "info", "mute": "text2"}


@dataclass(frozen=True)
class Standing:
    """What the table says about one member: words, icon, colour, and more as a tool tip."""

    words: str = ""
    icon: str = ""
    tone: str = "text2"
    tip: str = ""


def standings(view: VisitView) -> dict[int, Standing]:
    """The standing of every member, by the member's id."""
    of_person: dict[int, list[InvitationRow]] = {}
    of_group: dict[int, list[InvitationRow]] = {}
    for row in view.invitations:
        if row.person_id is not None:
            of_person.setdefault(row.person_id, []).append(row)
        elif row.member_id is not None:
            of_group.setdefault(row.member_id, []).append(row)
    found: dict[int, Standing] = {}
    for member in view.members:
        if member.is_group:
            found[member.id] = _of_group(member)
        else:
            found[member.id] = _of_person(member, of_person.get(member.person_id or 0, []))
    return found


def _of_group(member: MemberRow) -> Standing:
    if member.headcount is None:
        return Standing(_("Not counted"), "warning-circle", "warn")
    return Standing(_("Counted"), "check-circle", "ok")


def _of_person(member: MemberRow, rows: Sequence[InvitationRow]) -> Standing:
    if not member.has_mailbox:
        tip = _("Enter the mailbox of an aide, the embassy or the unit in the person's details.")
        return Standing(_("No mailbox"), "warning-circle", "warn", tip)
    if not rows:
        return Standing(_("In no event"), "minus", "text2")
    tip = ngettext("{count} event", "{count} events", len(rows)).format(count=len(rows))
    answers = {row.answer for row in rows}
    for answer in (Answer.DECLINED, Answer.REPRESENTED, Answer.TENTATIVE):
        if answer in answers:
            return _marked(*answer_mark(answer), tip)
    if answers == {Answer.ACCEPTED}:
        return _marked(*answer_mark(Answer.ACCEPTED), tip)
    states = {row.state for row in rows}
    if InvitationState.TO_INVITE in states:
        return _marked(*invitation_mark(InvitationState.TO_INVITE), tip)
    if InvitationState.TO_UPDATE in states:
        return _marked(*invitation_mark(InvitationState.TO_UPDATE), tip)
    return _marked(*answer_mark(Answer.NONE), tip)


def _marked(words: str, kind: str, icon: str, tip: str) -> Standing:
    return Standing(words, icon, _TONES[kind], tip)
