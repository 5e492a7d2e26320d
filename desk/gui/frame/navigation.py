"""The navigation at the left: sections, a small calendar, the settings at the foot."""

from collections.abc import Mapping
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desk.gui.commands import SECTION_PREFIX, command_named
from desk.gui.frame.actions import shown_keys
from desk.gui.models.day_words import mark_words
from desk.gui.sections import SECTIONS, SETTINGS, Place, place_named
from desk.gui.theme.application import current_theme
from desk.gui.widgets.card import Separator
from desk.gui.widgets.navigation_list import NavigationList, NavigationPane, Section
from desk.gui.widgets.small_calendar import SmallCalendar
from desk.locale import _
from desk.model.rows.overview import DayMark


class Navigation(NavigationPane):
    """208 px wide, or a rail of 56 px with pictures only.

    `place_chosen` carries the name of a section, `day_chosen` a date of the small calendar,
    `month_shown` the first day of the month that came into sight there.
    """

    place_chosen = Signal(str)
    day_chosen = Signal(object)
    month_shown = Signal(object)

    def __init__(self, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(_("Navigation"))
        self.sections = NavigationList(
            [_section(place, SECTION_PREFIX + place.name) for place in SECTIONS],
            name=_("Sections"),
        )
        self.foot = NavigationList([_section(SETTINGS, "settings")], name=_("Settings"))
        self.calendar = SmallCalendar(today)
        self.calendar.set_selected(today)
        self._lines = (Separator(ground="nav"), Separator(ground="nav"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 12, 0, 8)
        layout.setSpacing(0)
        layout.addWidget(self.sections)
        layout.addStretch(1)
        self._calendar_box = QWidget()
        box = QVBoxLayout(self._calendar_box)
        box.setContentsMargins(11, 0, 11, 10)
        box.setSpacing(10)
        box.addWidget(self._lines[0])
        box.addWidget(self.calendar, 0, Qt.AlignmentFlag.AlignHCenter)
        box.addWidget(self._lines[1])
        layout.addWidget(self._calendar_box)
        layout.addWidget(self.foot)
        self._connect()

    def _connect(self) -> None:
        self.sections.section_chosen.connect(self.place_chosen)
        self.foot.section_chosen.connect(self.place_chosen)
        # The row that is lit already says nothing: a second click leads back to its page.
        self.sections.clicked.connect(self._on_sections_clicked)
        self.foot.clicked.connect(self._on_foot_clicked)
        self.calendar.day_chosen.connect(self.day_chosen)
        self.calendar.month_shown.connect(self.month_shown)

    @property
    def is_rail(self) -> bool:
        """Whether only pictures are shown."""
        return self.sections.is_rail

    def show_rail(self, rail: bool) -> None:
        """Pictures only, or all of it."""
        width = current_theme().width
        self.setFixedWidth(width.navigation_rail if rail else width.navigation)
        self.sections.set_rail(rail)
        self.foot.set_rail(rail)
        self._calendar_box.setVisible(not rail)

    def light(self, place: str) -> None:
        """Light the section that a place belongs to; none for an empty name."""
        section = (place_named(place).section or place) if place else ""
        known = {section.name for section in SECTIONS}
        self.sections.set_current(section if section in known else None)
        self.foot.set_current(section if section == SETTINGS.name else None)

    def count(self, section: str, number: int) -> None:
        """How many things wait in a section."""
        self.sections.set_count(section, number)

    def show_today(self, today: date) -> None:
        """The day has changed."""
        self.calendar.set_today(today)

    def mark(self, marks: Mapping[date, DayMark], special: Mapping[date, str]) -> None:
        """Mark the days of the small calendar with what they have, and say it in their tips."""
        tips = {
            day: mark_words(marks.get(day, DayMark()), special.get(day, ""))
            for day in {*marks, *special}
        }
        self.calendar.set_marks(
            (day for day, mark in marks.items() if mark.events),
            tips,
            visits=(day for day, mark in marks.items() if mark.visits),
            clashes=(day for day, mark in marks.items() if mark.clashes),
            special=special,
        )

    def focus_sections(self) -> None:
        """Put the keyboard on the sections."""
        self.sections.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _on_sections_clicked(self) -> None:
        if self.sections.current is not None:
            self.place_chosen.emit(self.sections.current)

    def _on_foot_clicked(self) -> None:
        self.place_chosen.emit(SETTINGS.name)


def _section(place: Place, command: str) -> Section:
    keys = shown_keys(command_named(command))
    return Section(place.name, place.words, place.icon, tip=f"{place.words} ({keys})")
