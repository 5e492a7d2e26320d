"""What a person can ask the window to do, as data: the menu, the keys and the palette read it."""

from dataclasses import dataclass
from typing import Literal

from desk.locale import N_, _


@dataclass(frozen=True, slots=True)
class Command:
    """One command: `name` for programs, words for people, where it stands in the menu.

    `keys` is in Qt's portable spelling, empty for none; `more_keys` work too but are not shown.
    `group` numbers the part of the menu; a line stands between two parts. A command `of_page` is
    done by the page, or by what the detail pane shows, and rests when neither answers it.
    """

    name: str
    label: str
    menu: str
    icon: str = ""
    keys: str = ""
    more_keys: tuple[str, ...] = ()
    group: int = 0
    of_page: bool = False
    checkable: bool = False

    @property
    def words(self) -> str:
        """What it is called in the language of the screen."""
        return _(self.label)


MENUS: tuple[tuple[str, str], ...] = (
    ("file", N_("File")),
    ("edit", N_("Edit")),
    ("view", N_("View")),
    ("event", N_("Event")),
    ("documents", N_("Documents")),
    ("tools", N_("Tools")),
    ("help", N_("Help")),
)
"""The menus from left to right."""

COMMANDS: tuple[Command, ...] = (
    # File
    Command("new_visit", N_("New visit…"), "file", "airplane-landing", "Ctrl+Shift+N"),
    Command("new_person", N_("New person…"), "file", "user-plus"),
    Command("new_venue", N_("New venue…"), "file", "door"),
    Command("new_resource", N_("New vehicle, interpreter or equipment…"), "file", "bus"),
    Command("new_follow_up", N_("New follow-up…"), "file", "check-square-offset"),
    Command("open_database", N_("Open database…"), "file", "folder-open", group=1),
    Command("new_database", N_("New database…"), "file", "file-plus", group=1),
    Command("quit", N_("Quit"), "file", "sign-out", "Ctrl+Q", group=2),
    # Edit
    Command("undo", N_("Undo"), "edit", "arrow-u-up-left", "Ctrl+Z"),
    Command("redo", N_("Redo"), "edit", "arrow-u-up-right", "Ctrl+Shift+Z", more_keys=("Ctrl+Y",)),
    Command("edit", N_("Edit"), "edit", "pencil-simple", "F2", group=1, of_page=True),
    Command("delete", N_("Delete"), "edit", "trash", "Del", group=1, of_page=True),
    Command(
        "not_same_person",
        N_("Not the same person"),
        "edit",
        "user-minus",
        "Ctrl+Shift+D",
        group=1,
        of_page=True,
    ),
    Command("find", N_("Find or run a command"), "edit", "magnifying-glass", "Ctrl+K", group=2),
    Command(
        "filter", N_("Filter this list"), "edit", "funnel-simple", "Ctrl+F", group=2, of_page=True
    ),
    # View
    Command("show_today", N_("Today"), "view", "sun-horizon", "Ctrl+1"),
    Command("show_calendar", N_("Calendar"), "view", "calendar-blank", "Ctrl+2"),
    Command("show_visits", N_("Visits"), "view", "airplane-landing", "Ctrl+3"),
    Command("show_people", N_("People"), "view", "users", "Ctrl+4"),
    Command("show_venues", N_("Venues"), "view", "buildings", "Ctrl+5"),
    Command("show_follow_ups", N_("Follow-ups"), "view", "check-square-offset", "Ctrl+6"),
    Command("go_today", N_("Go to today"), "view", "calendar-check", "Ctrl+T", group=1),
    Command("go_date", N_("Go to a date…"), "view", "calendar-plus", "Ctrl+G", group=1),
    Command(
        "period_before", N_("Earlier"), "view", "caret-left", "Alt+Left", group=1, of_page=True
    ),
    Command("period_after", N_("Later"), "view", "caret-right", "Alt+Right", group=1, of_page=True),
    Command("toggle_detail", N_("Detail pane"), "view", "layout", "F4", group=2, checkable=True),
    Command(
        "toggle_navigation", N_("Full navigation"), "view", "list", "F9", group=2, checkable=True
    ),
    Command("next_pane", N_("Next pane"), "view", "arrow-square-right", "F6", group=2),
    Command(
        "view_day", N_("Day"), "view", "square", "Alt+1", group=3, of_page=True, checkable=True
    ),
    Command(
        "view_week", N_("Week"), "view", "columns", "Alt+2", group=3, of_page=True, checkable=True
    ),
    Command(
        "view_month",
        N_("Month"),
        "view",
        "grid-four",
        "Alt+3",
        group=3,
        of_page=True,
        checkable=True,
    ),
    Command(
        "view_agenda",
        N_("Agenda"),
        "view",
        "list-bullets",
        "Alt+4",
        group=3,
        of_page=True,
        checkable=True,
    ),
    Command(
        "view_rooms", N_("Rooms"), "view", "rows", "Alt+5", group=3, of_page=True, checkable=True
    ),
    Command(
        "view_overview",
        N_("Overview of visits"),
        "view",
        "chart-bar-horizontal",
        "Alt+6",
        group=3,
        of_page=True,
        checkable=True,
    ),
    # Event
    Command("new_event", N_("New event…"), "event", "calendar-plus", "Ctrl+N"),
    Command("find_free", N_("Find a free slot…"), "event", "magnifying-glass", "Ctrl+Shift+F"),
    Command(
        "reschedule",
        N_("Reschedule…"),
        "event",
        "arrows-left-right",
        "Ctrl+Shift+R",
        group=1,
        of_page=True,
    ),
    Command("rundown", N_("Rundown…"), "event", "list-numbers", "Ctrl+R", of_page=True),
    Command("door", N_("Door…"), "event", "door", "Ctrl+Shift+K", of_page=True),
    Command("duplicate", N_("Duplicate"), "event", "copy", "Ctrl+D", group=1, of_page=True),
    Command(
        "copy_whatsapp",
        N_("Copy for WhatsApp"),
        "event",
        "whatsapp-logo",
        "Ctrl+Shift+C",
        group=2,
        of_page=True,
    ),
    # Documents
    Command("attendance_list", N_("Attendance list…"), "documents", "list-numbers", of_page=True),
    Command("place_cards", N_("Place cards…"), "documents", "identification-card", of_page=True),
    Command("print", N_("Print…"), "documents", "printer", "Ctrl+P", of_page=True),
    Command(
        "export_invitations",
        N_("Export invitations…"),
        "documents",
        "envelope-simple",
        "Ctrl+E",
        group=1,
        of_page=True,
    ),
    # Tools
    Command("history", N_("History and trash"), "tools", "clock-counter-clockwise", "Ctrl+H"),
    Command("show_findings", N_("All findings"), "tools", "warning"),
    Command("show_same_person", N_("Same person?"), "tools", "users"),
    Command("show_special_days", N_("Days of the office"), "tools", "calendar-x"),
    Command("show_travel_times", N_("Travel times"), "tools", "path"),
    Command("settings", N_("Settings"), "tools", "gear", "Ctrl+,", group=1),
    # Help
    Command("keys", N_("List of keys"), "help", "keyboard", "Ctrl+/"),
    Command("about", N_("About Pandurata"), "help", "info", group=1),
)

LANGUAGES: tuple[tuple[str, str], ...] = (("id", "Bahasa Indonesia"), ("en", "English"))
"""The languages of the screen, each in its own words."""

THEMES: tuple[tuple[Literal["light", "dark", "system"], str], ...] = (
    ("light", N_("Light")),
    ("dark", N_("Dark")),
    ("system", N_("Like the system")),
)

SECTION_PREFIX = "show_"
"""What stands before a section's name in the command that shows it."""

VIEW_PREFIX = "view_"
"""What stands before the name of a view of the calendar in the command that shows it."""


def command_named(name: str) -> Command:
    """The command of that name; KeyError for none."""
    return _BY_NAME[name]


_BY_NAME = {command.name: command for command in COMMANDS}
