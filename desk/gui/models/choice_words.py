"""What the closed lists of the model are called on the screens, and the signs that go with them."""

from typing import NamedTuple

from desk.locale import _
from desk.model.choices import (
    AgreementKind,
    AgreementStage,
    Answer,
    EventKind,
    FollowUpStatus,
    OurRole,
    Role,
    Side,
    Status,
)
from desk.model.rows.invitations import InvitationState


class Mark(NamedTuple):
    """Words with the kind of chip (ok, warn, bad, info, mute) and the Phosphor name for them."""

    words: str
    kind: str
    icon: str


def status_mark(status: Status) -> Mark:
    """How sure a visit or an event is."""
    return {
        Status.IDEA: Mark(_("Idea"), "mute", "lightbulb"),
        Status.TENTATIVE: Mark(_("Tentative"), "warn", "hourglass-medium"),
        Status.CONFIRMED: Mark(_("Confirmed"), "ok", "check-circle"),
        Status.UNDER_WAY: Mark(_("Under way"), "info", "record"),
        Status.DONE: Mark(_("Done"), "mute", "check"),
        Status.CANCELLED: Mark(_("Cancelled"), "mute", "x"),
        Status.POSTPONED: Mark(_("Postponed"), "warn", "clock-counter-clockwise"),
    }[status]


def answer_mark(answer: Answer) -> Mark:
    """What a guest answered."""
    return {
        Answer.NONE: Mark(_("No answer yet"), "mute", "clock"),
        Answer.ACCEPTED: Mark(_("Coming"), "ok", "check-circle"),
        Answer.TENTATIVE: Mark(_("Not sure yet"), "warn", "question"),
        Answer.DECLINED: Mark(_("Not coming"), "bad", "x-circle"),
        Answer.REPRESENTED: Mark(_("Represented"), "info", "users"),
    }[answer]


def invitation_mark(state: InvitationState) -> Mark:
    """Where one guest's invitation stands."""
    return {
        InvitationState.TO_INVITE: Mark(_("To invite"), "info", "envelope-simple"),
        InvitationState.TO_UPDATE: Mark(_("To update"), "warn", "arrows-clockwise"),
        InvitationState.CURRENT: Mark(_("Up to date"), "ok", "check-circle"),
        InvitationState.NO_MAILBOX: Mark(_("No mailbox"), "warn", "warning-circle"),
        InvitationState.TO_WITHDRAW: Mark(_("To withdraw"), "bad", "prohibit"),
    }[state]


def follow_up_mark(status: FollowUpStatus) -> Mark:
    """How far a promise has come."""
    return {
        FollowUpStatus.OPEN: Mark(_("Still open"), "mute", "circle"),
        FollowUpStatus.UNDER_WAY: Mark(_("Under way"), "info", "record"),
        FollowUpStatus.DONE: Mark(_("Done"), "ok", "check-circle"),
        FollowUpStatus.DROPPED: Mark(_("Dropped"), "mute", "x"),
    }[status]


def role_words(role: Role) -> str:
    """What somebody is within a delegation."""
    return {
        Role.HEAD: _("Head of delegation"),
        Role.DEPUTY: _("Deputy head"),
        Role.MEMBER: _("Member"),
        Role.UNOFFICIAL: _("Unofficial"),
        Role.PRESS: _("Press"),
        Role.STAFF: _("Staff"),
        Role.INTERPRETER: _("Interpreter"),
        Role.DRIVER: _("Driver"),
        Role.SECURITY: _("Security"),
    }[role]


def host_role_words(role: Role) -> str:
    """The same on the side of the hosts, who have a lead instead of a head."""
    if role is Role.HEAD:
        return _("Leads for the province")
    return role_words(role)


def side_words(side: Side) -> str:
    """Whose people they are."""
    return {Side.GUEST: _("Guests"), Side.HOST: _("Hosts")}[side]


def event_kind_words(kind: EventKind) -> str:
    """What sort of event it is."""
    return {
        EventKind.MEETING: _("Meeting"),
        EventKind.COURTESY_CALL: _("Courtesy call"),
        EventKind.ARRIVAL: _("Arrival"),
        EventKind.DEPARTURE: _("Departure"),
        EventKind.TRANSFER: _("Transfer"),
        EventKind.MEAL: _("Meal"),
        EventKind.SITE_VISIT: _("Site visit"),
        EventKind.SIGNING: _("Signing"),
        EventKind.CEREMONY: _("Ceremony"),
        EventKind.INTERNAL: _("Internal"),
        EventKind.OTHER: _("Other"),
    }[kind]


def event_colour(kind: EventKind) -> str:
    """The family of colour of an event: meet, travel, meal, in (internal) or other."""
    if kind in (EventKind.ARRIVAL, EventKind.DEPARTURE, EventKind.TRANSFER, EventKind.SITE_VISIT):
        return "travel"
    if kind is EventKind.MEAL:
        return "meal"
    if kind is EventKind.INTERNAL:
        return "in"
    return "other" if kind is EventKind.OTHER else "meet"


def agreement_kind_words(kind: AgreementKind) -> str:
    """What sort of paper it is."""
    return {
        AgreementKind.LETTER_OF_INTENT: _("Letter of intent"),
        AgreementKind.MEMORANDUM: _("Memorandum of understanding"),
        AgreementKind.COOPERATION: _("Cooperation agreement"),
        AgreementKind.OTHER: _("Other"),
    }[kind]


def our_role_words(role: OurRole) -> str:
    """What the office is in an agreement."""
    return {
        OurRole.PARTY: _("Party"),
        OurRole.SUPPORTER: _("Supporter"),
        OurRole.OBSERVER: _("Observer"),
    }[role]


def stage_words(stage: AgreementStage) -> str:
    """How far an agreement has come."""
    return {
        AgreementStage.EXPLORATION: _("Exploration"),
        AgreementStage.LETTER_OF_INTENT: _("Letter of intent"),
        AgreementStage.PLAN: _("Plan of cooperation"),
        AgreementStage.COUNCIL_APPROVAL: _("Approval of the DPRD"),
        AgreementStage.MINISTRY_FACILITATION: _("Facilitation by the ministry"),
        AgreementStage.DRAFT: _("Draft and initials"),
        AgreementStage.FULL_POWERS: _("Full powers"),
        AgreementStage.SIGNED: _("Signed"),
        AgreementStage.IMPLEMENTATION: _("Implementation"),
        AgreementStage.MONITORING: _("Monitoring"),
    }[stage]
