"""All tables; importing this package registers every one of them with SQLAlchemy."""

from desk.model.tables.agreement import Agreement, AgreementParty
from desk.model.tables.closed_time import ClosedTime
from desk.model.tables.document import ProducedDocument
from desk.model.tables.event import ClashOverride, Event, Participation
from desk.model.tables.follow_up import FollowUp
from desk.model.tables.gift import Gift
from desk.model.tables.history import HistoryChange, HistoryStep
from desk.model.tables.invitation import (
    CalendarCopy,
    IncomingAnswer,
    Invitation,
    InvitationWording,
    OutgoingMessage,
)
from desk.model.tables.journey import Journey
from desk.model.tables.number_series import NumberSeries
from desk.model.tables.organisation import Organisation
from desk.model.tables.person import (
    MergedPerson,
    NotSamePerson,
    Office,
    Person,
    RestrictedRecord,
)
from desk.model.tables.picture import Photo, Picture
from desk.model.tables.precedence import PrecedenceDecision, PrecedenceScheme
from desk.model.tables.preparation_task import PreparationTask
from desk.model.tables.programme_item import ProgrammeItem
from desk.model.tables.resource import Resource, ResourceBooking
from desk.model.tables.search import SearchEntry
from desk.model.tables.setting import Setting
from desk.model.tables.special_day import SpecialDay
from desk.model.tables.venue import TravelTime, Venue, VenueLayout
from desk.model.tables.visit import DelegationMember, Visit

__all__ = [
    "Agreement",
    "AgreementParty",
    "CalendarCopy",
    "ClashOverride",
    "ClosedTime",
    "DelegationMember",
    "Event",
    "FollowUp",
    "Gift",
    "HistoryChange",
    "HistoryStep",
    "IncomingAnswer",
    "Invitation",
    "InvitationWording",
    "Journey",
    "MergedPerson",
    "NotSamePerson",
    "NumberSeries",
    "Office",
    "Organisation",
    "OutgoingMessage",
    "Participation",
    "Person",
    "Photo",
    "Picture",
    "PrecedenceDecision",
    "PrecedenceScheme",
    "PreparationTask",
    "ProducedDocument",
    "ProgrammeItem",
    "Resource",
    "ResourceBooking",
    "RestrictedRecord",
    "SearchEntry",
    "Setting",
    "SpecialDay",
    "TravelTime",
    "Venue",
    "VenueLayout",
    "Visit",
]
