"""The pages, details and dialogs of the window, as data: loaded when first asked for."""

from dataclasses import dataclass
from importlib import import_module
from typing import Any

from desk.locale import N_, _


@dataclass(frozen=True, slots=True)
class Place:
    """Somewhere to go: `page` is `module:Class`, `section` what lights up in the navigation."""

    name: str
    label: str
    icon: str
    page: str
    section: str = ""

    @property
    def words(self) -> str:
        """What it is called in the language of the screen."""
        return _(self.label)


SECTIONS: tuple[Place, ...] = (
    Place("today", N_("Today"), "sun-horizon", "desk.gui.pages.today:TodayPage"),
    Place("calendar", N_("Calendar"), "calendar-blank", "desk.gui.pages.calendar:CalendarPage"),
    Place("visits", N_("Visits"), "airplane-landing", "desk.gui.pages.visits:VisitsPage"),
    Place("people", N_("People"), "users", "desk.gui.pages.people:PeoplePage"),
    Place("venues", N_("Venues"), "buildings", "desk.gui.pages.venues:VenuesPage"),
    Place(
        "follow_ups",
        N_("Follow-ups"),
        "check-square-offset",
        "desk.gui.pages.follow_ups:FollowUpsPage",
    ),
)
"""The sections of the navigation from top to bottom."""

SETTINGS = Place("settings", N_("Settings"), "gear", "desk.gui.pages.settings:SettingsPage")
"""Stands at the foot of the navigation."""

OTHER_PLACES: tuple[Place, ...] = (
    SETTINGS,
    Place("visit", N_("Visit"), "airplane-landing", "desk.gui.pages.visit:VisitPage", "visits"),
    Place(
        "attendance",
        N_("Attendance list"),
        "list-numbers",
        "desk.gui.pages.attendance_preview:AttendancePreviewPage",
        "visits",
    ),
    Place(
        "programme",
        N_("Programme"),
        "list-dashes",
        "desk.gui.pages.programme_preview:ProgrammePreviewPage",
        "visits",
    ),
    Place("venue", N_("Venue"), "buildings", "desk.gui.pages.place:VenuePage", "venues"),
    Place("resource", N_("Resource"), "bus", "desk.gui.pages.place:ResourcePage", "venues"),
    Place(
        "special_days",
        N_("Days of the office"),
        "calendar-x",
        "desk.gui.pages.special_days:SpecialDaysPage",
        "settings",
    ),
    Place("findings", N_("Findings"), "warning", "desk.gui.pages.findings:FindingsPage", "today"),
    Place(
        "same_person",
        N_("Same person?"),
        "users",
        "desk.gui.pages.same_person:SamePersonPage",
        "people",
    ),
    Place(
        "travel_times",
        N_("Travel times"),
        "path",
        "desk.gui.pages.travel_times:TravelTimesPage",
        "venues",
    ),
    Place(
        "rundown",
        N_("Rundown"),
        "list-numbers",
        "desk.gui.pages.rundown:RundownPage",
        "visits",
    ),
    Place(
        "rundown_paper",
        N_("Rundown on paper"),
        "printer",
        "desk.gui.pages.rundown_preview:RundownPreviewPage",
        "visits",
    ),
    Place(
        "place_cards",
        N_("Place cards"),
        "identification-card",
        "desk.gui.pages.place_cards_preview:PlaceCardsPreviewPage",
        "visits",
    ),
    Place("door", N_("Door"), "door", "desk.gui.pages.door:DoorPage", "visits"),
    Place(
        "calendar_paper",
        N_("Calendar on paper"),
        "printer",
        "desk.gui.pages.calendar_preview:CalendarPreviewPage",
        "calendar",
    ),
    Place(
        "history",
        N_("History and trash"),
        "clock-counter-clockwise",
        "desk.gui.pages.trash:TrashPage",
    ),
)
"""Places that no section leads to directly."""

DETAILS: dict[str, str] = {
    "event": "desk.gui.details.event:EventDetail",
    "person": "desk.gui.details.person:PersonDetail",
    "member": "desk.gui.details.member:MemberDetail",
    "venue": "desk.gui.details.venue:VenueDetail",
    "resource": "desk.gui.details.resource:ResourceDetail",
    "follow_up": "desk.gui.details.follow_up:FollowUpDetail",
    "agreement": "desk.gui.details.agreement:AgreementDetail",
}
"""What the detail pane shows: kind of thing to the class made with (context, row_id)."""

NEW_DIALOGS: dict[str, str] = {
    "new_visit": "desk.gui.dialogs.new_visit:NewVisitDialog",
    "new_event": "desk.gui.dialogs.new_event:NewEventDialog",
    "find_free": "desk.gui.dialogs.find_free:FindFreeDialog",
    "new_person": "desk.gui.dialogs.new_person:NewPersonDialog",
    "new_venue": "desk.gui.dialogs.new_venue:NewVenueDialog",
    "new_resource": "desk.gui.dialogs.new_resource:NewResourceDialog",
    "new_follow_up": "desk.gui.dialogs.new_follow_up:NewFollowUpDialog",
}
"""The command that makes a new thing to its dialog, made with (context, parent)."""

_PLACES = {place.name: place for place in (*SECTIONS, *OTHER_PLACES)}


def place_named(name: str) -> Place:
    """The place of that name; KeyError for none."""
    return _PLACES[name]


def load(address: str) -> Any:
    """The class at `module:Class`, imported now."""
    module, _colon, name = address.partition(":")
    return getattr(import_module(module), name)
