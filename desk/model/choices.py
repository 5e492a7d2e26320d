"""The closed lists of words the desk works with; the values are what the database holds."""

from enum import StrEnum


class Status(StrEnum):
    """How sure a visit or an event is (DOMAIN: each change carries a reason)."""

    IDEA = "idea"
    TENTATIVE = "tentative"
    CONFIRMED = "confirmed"
    UNDER_WAY = "under_way"
    DONE = "done"
    CANCELLED = "cancelled"
    POSTPONED = "postponed"

    @property
    def holds_its_time(self) -> bool:
        """Whether the event still occupies its room and its people."""
        return self not in (Status.CANCELLED, Status.POSTPONED, Status.IDEA)

    @property
    def is_firm(self) -> bool:
        return self in (Status.CONFIRMED, Status.UNDER_WAY, Status.DONE)


class EventKind(StrEnum):
    """What sort of event it is; decides its colour and its icon."""

    MEETING = "meeting"
    COURTESY_CALL = "courtesy_call"
    ARRIVAL = "arrival"
    DEPARTURE = "departure"
    TRANSFER = "transfer"
    MEAL = "meal"
    SITE_VISIT = "site_visit"
    SIGNING = "signing"
    CEREMONY = "ceremony"
    INTERNAL = "internal"
    OTHER = "other"


class VisitKind(StrEnum):
    """What sort of visit it is; decides which programme is proposed for it."""

    COURTESY = "courtesy"
    BUSINESS = "business"
    STUDY = "study"
    WORKING = "working"
    TRANSIT = "transit"
    OTHER = "other"


class ResourceKind(StrEnum):
    """What can be lent to an event beside its venue."""

    VEHICLE = "vehicle"
    INTERPRETER = "interpreter"
    EQUIPMENT = "equipment"


class SpecialDayKind(StrEnum):
    """What the office noted of a day, beyond what the calendars of the countries say."""

    HOLIDAY = "holiday"
    COLLECTIVE_LEAVE = "collective_leave"
    WORKING_DAY = "working_day"
    """A holiday of the calendars on which this office works."""


class Side(StrEnum):
    """Whose people they are."""

    GUEST = "guest"
    HOST = "host"


class Role(StrEnum):
    """What a person or group is within a delegation or an event."""

    HEAD = "head"
    DEPUTY = "deputy"
    MEMBER = "member"
    UNOFFICIAL = "unofficial"
    PRESS = "press"
    STAFF = "staff"
    INTERPRETER = "interpreter"
    DRIVER = "driver"
    SECURITY = "security"


class PermitState(StrEnum):
    """How far a guest's visa or entry permit has come."""

    NOT_NEEDED = "not_needed"
    NEEDED = "needed"
    APPLIED = "applied"
    GRANTED = "granted"
    REFUSED = "refused"


class JourneyDirection(StrEnum):
    """Whether a guest comes or leaves."""

    ARRIVAL = "arrival"
    DEPARTURE = "departure"


class GiftDirection(StrEnum):
    """Whether a gift was given by the office or received."""

    GIVEN = "given"
    RECEIVED = "received"


class Answer(StrEnum):
    """What a guest answered to an invitation."""

    NONE = "none"
    ACCEPTED = "accepted"
    TENTATIVE = "tentative"
    DECLINED = "declined"
    REPRESENTED = "represented"


class Acting(StrEnum):
    """How an office is held when not for good; it belongs to the office held, not the person."""

    PLT = "Plt."
    PLH = "Plh."
    PJ = "Pj."


class MessageState(StrEnum):
    """How far a message on its way out has come."""

    QUEUED = "queued"
    SENT = "sent"
    FAILED = "failed"
    """Tried as often as it may be, or refused for good."""
    DROPPED = "dropped"


class AnswerState(StrEnum):
    """What became of an answer that came in."""

    QUEUED = "queued"
    """A person has to look at it."""
    TAKEN = "taken"
    IGNORED = "ignored"


class WordingPurpose(StrEnum):
    """Which message a wording is for."""

    INVITATION = "invitation"
    UPDATE = "update"
    CANCELLATION = "cancellation"


class FollowUpStatus(StrEnum):
    """How far a promise has come."""

    OPEN = "open"
    UNDER_WAY = "under_way"
    DONE = "done"
    DROPPED = "dropped"


class AgreementKind(StrEnum):
    """What sort of paper it is or will be."""

    LETTER_OF_INTENT = "letter_of_intent"
    MEMORANDUM = "memorandum"
    COOPERATION = "cooperation"
    OTHER = "other"


class OurRole(StrEnum):
    """What the office is in an agreement."""

    PARTY = "party"
    SUPPORTER = "supporter"
    OBSERVER = "observer"


class AgreementStage(StrEnum):
    """The stages as practised for cooperation with a foreign regional government.

    Source: Permendagri 25/2020 and PP 28/2018; the order is office practice.
    """

    EXPLORATION = "exploration"
    LETTER_OF_INTENT = "letter_of_intent"
    PLAN = "plan"
    COUNCIL_APPROVAL = "council_approval"
    MINISTRY_FACILITATION = "ministry_facilitation"
    DRAFT = "draft"
    FULL_POWERS = "full_powers"
    SIGNED = "signed"
    IMPLEMENTATION = "implementation"
    MONITORING = "monitoring"


class DocumentKind(StrEnum):
    """What was put on paper."""

    ATTENDANCE = "attendance"
    PROGRAMME = "programme"
    RUNDOWN = "rundown"
    RUNDOWN_INTERNAL = "rundown_internal"
    CALENDAR = "calendar"
    PLACE_CARDS = "place_cards"
    NAME_PLATES = "name_plates"


class OrganisationKind(StrEnum):
    """What sort of body it is."""

    GOVERNMENT = "government"
    LEGISLATURE = "legislature"
    MISSION = "mission"
    BUSINESS = "business"
    OTHER = "other"


class Grounds(StrEnum):
    """Why somebody stands where they stand in an order of precedence."""

    LIST = "list"
    EQUIVALENT = "equivalent"
    """In no list; somebody gave them a rank, with a reason."""
    OVERRIDE = "override"
    """The list says otherwise; somebody decided, with a reason."""
    NONE = "none"
    """In no list, and nobody has decided."""
    OUTSIDE = "outside"
    """Holds no rank: an unnamed group, an interpreter, a driver."""


class Severity(StrEnum):
    """How much a finding matters."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"
