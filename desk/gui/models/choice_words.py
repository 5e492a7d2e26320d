"""The signs that go with the closed lists of the model; their words are those of the services."""

from enum import Enum
from typing import NamedTuple

from desk.locale import _
from desk.model.choices import Answer, EventKind, FollowUpStatus, Role, Status
from desk.model.rows.invitations import InvitationState
from desk.services.choice_words import choice_words


class Mark(NamedTuple):
    """Words with the kind of chip (ok, warn, bad, info, mute) and the Phosphor name for them."""

    words: str
    kind: str
    icon: str


_STATUS = {
    Status.IDEA: ("mute", "lightbulb"),
    Status.TENTATIVE: ("warn", "hourglass-medium"),
    Status.CONFIRMED: ("ok", "check-circle"),
    Status.UNDER_WAY: ("info", "record"),
    Status.DONE: ("mute", "check"),
    Status.CANCELLED: ("mute", "x"),
    Status.POSTPONED: ("warn", "clock-counter-clockwise"),
}
_ANSWERS = {
    Answer.NONE: ("mute", "clock"),
    Answer.ACCEPTED: ("ok", "check-circle"),
    Answer.TENTATIVE: ("warn", "question"),
    Answer.DECLINED: ("bad", "x-circle"),
    Answer.REPRESENTED: ("info", "users"),
}
_FOLLOW_UPS = {
    FollowUpStatus.OPEN: ("mute", "circle"),
    FollowUpStatus.UNDER_WAY: ("info", "record"),
    FollowUpStatus.DONE: ("ok", "check-circle"),
    FollowUpStatus.DROPPED: ("mute", "x"),
}


def _mark(choice: Enum, look: tuple[str, str]) -> Mark:
    return Mark(choice_words(choice), *look)


def status_mark(status: Status) -> Mark:
    """How sure a visit or an event is."""
    return _mark(status, _STATUS[status])


def answer_mark(answer: Answer) -> Mark:
    """What a guest answered."""
    return _mark(answer, _ANSWERS[answer])


def follow_up_mark(status: FollowUpStatus) -> Mark:
    """How far a promise has come."""
    return _mark(status, _FOLLOW_UPS[status])


def invitation_mark(state: InvitationState) -> Mark:
    """Where one guest's invitation stands."""
    return {
        InvitationState.TO_INVITE: Mark(_("To invite"), "info", "envelope-simple"),
        InvitationState.TO_UPDATE: Mark(_("To update"), "warn", "arrows-clockwise"),
        InvitationState.CURRENT: Mark(_("Up to date"), "ok", "check-circle"),
        InvitationState.NO_MAILBOX: Mark(_("No mailbox"), "warn", "warning-circle"),
        InvitationState.TO_WITHDRAW: Mark(_("To withdraw"), "bad", "prohibit"),
    }[state]


def host_role_words(role: Role) -> str:
    """What somebody is on the side of the hosts, who have a lead instead of a head."""
    return _("Leads for the province") if role is Role.HEAD else choice_words(role)


def event_colour(kind: EventKind) -> str:
    """The family of colour of an event: meet, travel, meal, in (internal) or other."""
    if kind in (EventKind.ARRIVAL, EventKind.DEPARTURE, EventKind.TRANSFER, EventKind.SITE_VISIT):
        return "travel"
    if kind is EventKind.MEAL:
        return "meal"
    if kind is EventKind.INTERNAL:
        return "in"
    return "other" if kind is EventKind.OTHER else "meet"
