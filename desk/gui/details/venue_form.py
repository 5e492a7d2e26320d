"""The form of a venue, and its layouts."""

import re
from collections.abc import Mapping
from typing import Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desk.gui.context import Context
from desk.gui.details.form import DetailForm, Reload
from desk.gui.details.localised_field import LocalisedField
from desk.gui.details.part_list import PartList
from desk.gui.dialogs.lookups import find_zones, zone_of
from desk.gui.dialogs.new_layout import NewLayoutDialog
from desk.gui.dialogs.resource_choices import find_equipment
from desk.gui.models.event_words import preparation_words
from desk.gui.widgets.check_box import CheckBox
from desk.gui.widgets.chips_field import ChipsField
from desk.gui.widgets.number_field import NumberField
from desk.gui.widgets.opening_hours_field import OpeningHoursField
from desk.gui.widgets.row_list import NoteRowLook
from desk.gui.widgets.searchable_combo import SearchableCombo
from desk.gui.widgets.text_field import TextArea, TextField
from desk.locale import _, ngettext
from desk.model.errors import UserError
from desk.model.rows.venues import LayoutRow, VenueRow
from desk.services import venues

_DEGREES = ("latitude", "longitude")


class VenueForm(DetailForm):
    """Names, where it is, whose it is."""

    def __init__(self, context: Context, reload: Reload) -> None:
        super().__init__(context, self._write, reload=reload)
        self.add_field("name", _("Name"), LocalisedField())
        self.add_field("building", _("Building"), LocalisedField())
        self.add_row(
            self.add_field("floor", _("Floor"), TextField(), place=False),
            self.add_field("city", _("City"), TextField(), place=False),
            stretches=(1, 2),
        )
        self.add_field(
            "equipment",
            _("Equipment"),
            ChipsField(
                find_equipment(context.desk),
                name=_("Equipment"),
                placeholder=_("Projector, flag poles…"),
                makes_words=True,
            ),
        )
        self.add_field("zone", _("Time zone"), SearchableCombo(find_zones), choice_of=zone_of)
        self.add_field("address", _("Address"), TextArea(lines=2))
        self.add_field(
            "position",
            _("Position"),
            TextField(placeholder="-0.5022, 117.1536"),
            hint=_("Latitude and longitude, as a map gives them."),
            to_value=position_of,
            to_editor=position_words,
        )
        self.add_field(
            "shared",
            _("Use"),
            CheckBox(_("Several events at once")),
            hint=_("An airport or a lobby: it is never taken."),
        )
        self.add_field("contact", _("Contact"), TextField())
        self.add_field("email", _("Mailbox of the unit"), TextField(placeholder="name@example.org"))
        self.add_field("notes", _("Internal notes"), TextArea(lines=3))

    def show_venue(self, venue: VenueRow) -> None:
        """Show what is stored; what is being edited is left alone."""
        self.show_values(
            venue.id,
            {
                "name": venue.names,
                "building": venue.buildings,
                "floor": venue.floor,
                "city": venue.city,
                "equipment": list(venue.equipment),
                "zone": venue.zone,
                "address": venue.address,
                "position": _position(venue),
                "shared": venue.shared,
                "contact": venue.contact,
                "email": venue.email,
                "notes": venue.notes,
            },
        )

    def _write(self, row_id: int, changes: Mapping[str, Any], seen: Mapping[str, Any]) -> None:
        try:
            venues.update_venue(
                self.context.desk, row_id, _by_column(changes), seen=_by_column(seen)
            )
        except UserError as error:
            if error.field in _DEGREES:
                error.field = "position"
            raise


class HoursForm(DetailForm):
    """When it is open; what lies outside these hours is a finding, never refused."""

    def __init__(self, context: Context, reload: Reload) -> None:
        super().__init__(context, self._write, reload=reload)
        self.add_field("opening_hours", _("Opening hours"), OpeningHoursField())

    def show_venue(self, venue: VenueRow) -> None:
        """Show what is stored."""
        hours = {weekday: list(span) for weekday, span in venue.opening_hours.items()}
        self.show_values(venue.id, {"opening_hours": hours})

    def _write(self, row_id: int, changes: Mapping[str, Any], seen: Mapping[str, Any]) -> None:
        venues.update_venue(self.context.desk, row_id, changes, seen=seen)


class LayoutForm(DetailForm):
    """Name, seats, minutes before and after."""

    def __init__(self, context: Context) -> None:
        super().__init__(context, self._write)
        self.add_field("name", _("Layout"), LocalisedField())
        self.add_row(
            self.add_field("seats", _("Seats"), NumberField(0, most=10_000), place=False),
            self.add_field(
                "set_up_minutes", _("Set-up, min"), NumberField(0, most=10_000), place=False
            ),
            self.add_field(
                "clear_down_minutes", _("Clear, min"), NumberField(0, most=10_000), place=False
            ),
        )

    def show_layout(self, layout: LayoutRow) -> None:
        """Show what is stored."""
        self.show_values(
            layout.id,
            {
                "name": layout.names,
                "seats": layout.seats,
                "set_up_minutes": layout.set_up_minutes,
                "clear_down_minutes": layout.clear_down_minutes,
            },
        )

    def _write(self, row_id: int, changes: Mapping[str, Any], seen: Mapping[str, Any]) -> None:
        venues.update_layout(self.context.desk, row_id, changes, seen=seen)


class Layouts(QWidget):
    """The layouts in order of seats, with the form of the marked one."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._venue_id: int | None = None
        self.form = LayoutForm(context)
        self.parts = PartList(
            self.form,
            _look,
            title=_("Layouts"),
            add=_("Add a layout"),
            remove=_("Take this layout out"),
            nothing=_("No layout yet: seats and set-up times are found out with one."),
            show_values=self.form.show_layout,
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.parts)
        self.parts.addition_asked.connect(self._on_parts_addition_asked)
        self.parts.removal_asked.connect(self._on_parts_removal_asked)

    def show_venue(self, venue: VenueRow) -> None:
        """Show the layouts of a venue."""
        self._venue_id = venue.id
        self.parts.show_rows(venue.layouts)

    def _on_parts_addition_asked(self) -> None:
        if self._venue_id is None:
            return
        dialog = NewLayoutDialog(self._context, self._venue_id, self.window())
        try:
            dialog.exec()
            if dialog.created_id is not None:
                self.parts.select(dialog.created_id)
        finally:
            dialog.deleteLater()

    def _on_parts_removal_asked(self, layout: LayoutRow) -> None:
        def write() -> bool:
            venues.delete_layout(self._context.desk, layout.id)
            return True

        if self._context.attempt(write):
            self._context.tell(_("Layout taken out"), undo=True)


def position_of(words: str) -> tuple[float, float] | None:
    """Latitude and longitude from "-0.5022, 117.1536". Raises UserError for anything else."""
    if not words.strip():
        return None
    numbers = re.findall(r"[-+]?[0-9]+(?:\.[0-9]+)?", words)
    rest = re.sub(r"[-+0-9.,;°\s]", "", words)
    if len(numbers) != 2 or rest:
        raise UserError(
            _("Write latitude and longitude, for example -0.5022, 117.1536."), field="position"
        )
    return float(numbers[0]), float(numbers[1])


def position_words(position: tuple[float, float] | None) -> str:
    """Latitude and longitude as a map takes them."""
    return "" if position is None else f"{position[0]}, {position[1]}"


def _position(venue: VenueRow) -> tuple[float, float] | None:
    if venue.latitude is None or venue.longitude is None:
        return None
    return venue.latitude, venue.longitude


def _by_column(values: Mapping[str, Any]) -> dict[str, Any]:
    """The position as the two columns it lies in."""
    found = dict(values)
    if "position" in found:
        found.update(zip(_DEGREES, found.pop("position") or (None, None), strict=True))
    return found


def _look(layout: LayoutRow) -> NoteRowLook:
    seats = ngettext("{count} seat", "{count} seats", layout.seats).format(count=layout.seats)
    return NoteRowLook(layout.name, preparation_words(layout), right=seats if layout.seats else "")
