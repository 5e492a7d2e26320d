"""What the closed lists of the model are called, for what the services say themselves."""

from collections.abc import Mapping
from enum import Enum

from desk.locale import _
from desk.model.choices import (
    AgreementKind,
    AgreementStage,
    Answer,
    EventKind,
    FollowUpStatus,
    OrganisationKind,
    OurRole,
    ResourceKind,
    Role,
    Side,
    SpecialDayKind,
    Status,
    VisitKind,
)


def choice_words(choice: Enum) -> str:
    """The words of the screen for one choice; its value where it is the same in every language."""
    words: Mapping[Enum, str] = _words().get(type(choice), {})
    return words.get(choice, str(choice.value))


def _words() -> dict[type[Enum], Mapping[Enum, str]]:
    # By kind: two choices of different kinds are equal when their values are.
    return {
        Status: {
            Status.IDEA: _("Idea"),
            Status.TENTATIVE: _("Tentative"),
            Status.CONFIRMED: _("Confirmed"),
            Status.UNDER_WAY: _("Under way"),
            Status.DONE: _("Done"),
            Status.CANCELLED: _("Cancelled"),
            Status.POSTPONED: _("Postponed"),
        },
        EventKind: {
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
        },
        VisitKind: {
            VisitKind.COURTESY: _("Courtesy visit"),
            VisitKind.BUSINESS: _("Business visit"),
            VisitKind.STUDY: _("Study visit"),
            VisitKind.WORKING: _("Working visit"),
            VisitKind.TRANSIT: _("Transit"),
            VisitKind.OTHER: _("Other"),
        },
        Side: {
            Side.GUEST: _("Guests"),
            Side.HOST: _("Hosts"),
        },
        Role: {
            Role.HEAD: _("Head of delegation"),
            Role.DEPUTY: _("Deputy head"),
            Role.MEMBER: _("Member"),
            Role.UNOFFICIAL: _("Unofficial"),
            Role.PRESS: _("Press"),
            Role.STAFF: _("Staff"),
            Role.INTERPRETER: _("Interpreter"),
            Role.DRIVER: _("Driver"),
            Role.SECURITY: _("Security"),
        },
        Answer: {
            Answer.NONE: _("No answer yet"),
            Answer.ACCEPTED: _("Coming"),
            Answer.TENTATIVE: _("Not sure yet"),
            Answer.DECLINED: _("Not coming"),
            Answer.REPRESENTED: _("Represented"),
        },
        FollowUpStatus: {
            FollowUpStatus.OPEN: _("Still open"),
            FollowUpStatus.UNDER_WAY: _("Under way"),
            FollowUpStatus.DONE: _("Done"),
            FollowUpStatus.DROPPED: _("Dropped"),
        },
        AgreementKind: {
            AgreementKind.LETTER_OF_INTENT: _("Letter of intent"),
            AgreementKind.MEMORANDUM: _("Memorandum of understanding"),
            AgreementKind.COOPERATION: _("Cooperation agreement"),
            AgreementKind.OTHER: _("Other"),
        },
        OurRole: {
            OurRole.PARTY: _("Party"),
            OurRole.SUPPORTER: _("Supporter"),
            OurRole.OBSERVER: _("Observer"),
        },
        AgreementStage: {
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
        },
        OrganisationKind: {
            OrganisationKind.GOVERNMENT: _("Government"),
            OrganisationKind.LEGISLATURE: _("Legislature"),
            OrganisationKind.MISSION: _("Mission"),
            OrganisationKind.BUSINESS: _("Business"),
            OrganisationKind.OTHER: _("Other"),
        },
        ResourceKind: {
            ResourceKind.VEHICLE: _("Vehicle"),
            ResourceKind.INTERPRETER: _("Interpreter"),
            ResourceKind.EQUIPMENT: _("Equipment"),
        },
        SpecialDayKind: {
            SpecialDayKind.HOLIDAY: _("Holiday"),
            SpecialDayKind.COLLECTIVE_LEAVE: _("Collective leave"),
            SpecialDayKind.WORKING_DAY: _("Working day"),
        },
    }
