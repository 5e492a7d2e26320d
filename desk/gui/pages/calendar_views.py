"""The views of the calendar, as data: loaded when first shown."""

from dataclasses import dataclass

from desk.locale import N_, _


@dataclass(frozen=True, slots=True)
class View:
    """One view: `part` is `module:Class`, a `CalendarPart`."""

    name: str
    label: str
    part: str

    @property
    def words(self) -> str:
        """What it is called in the language of the screen."""
        return _(self.label)


VIEWS: tuple[View, ...] = (
    View("day", N_("Day"), "desk.gui.pages.calendar_week:DayView"),
    View("week", N_("Week"), "desk.gui.pages.calendar_week:WeekView"),
    View("month", N_("Month"), "desk.gui.pages.calendar_month:MonthView"),
    View("agenda", N_("Agenda"), "desk.gui.pages.calendar_agenda:AgendaView"),
    View("rooms", N_("Rooms"), "desk.gui.pages.calendar_rooms:RoomsView"),
    View("overview", N_("Visits"), "desk.gui.pages.calendar_overview:OverviewView"),
)
"""From left to right, as their buttons and the keys Alt+1 to Alt+6."""
FIRST_VIEW = "week"
"""What is shown while nobody chose another."""


def view_named(name: str) -> View:
    """The view of that name, the first one for a name nobody knows."""
    known = {view.name: view for view in VIEWS}
    return known.get(name, known[FIRST_VIEW])
