"""Venues and resources in the pane: photo, hours, closed times, ways, and what is lent."""

from collections.abc import Callable, Iterator
from datetime import datetime
from typing import Any

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desk.gui.context import Context, Target
from desk.gui.details.detail import Detail
from desk.gui.details.event import EventDetail
from desk.gui.details.resource import ResourceDetail
from desk.gui.details.venue import VenueDetail
from desk.gui.details.venue_form import position_of, position_words
from desk.gui.dialogs.closed_time import ClosedTimeDialog
from desk.gui.dialogs.resource_choices import resource_choice
from desk.model.errors import UserError
from desk.services import closed_times, history, pictures, programme, resources, venues
from desk.services.desk import Desk
from tests.gui.asking import Asked

Show = Callable[[type[Detail], int], Any]

# Lists that open below a field are windows of their own, which have no screen here.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


@pytest.fixture
def show(qtbot: QtBot, context: Context, sample: int, asked: Asked) -> Iterator[Show]:
    made: list[Detail] = []

    def show_one(kind: type[Detail], row_id: int) -> Detail:
        detail = kind(context, row_id)
        qtbot.addWidget(detail)
        made.append(detail)
        detail.resize(detail.width(), 800)
        detail.show()
        return detail

    yield show_one
    for detail in made:
        context.committed.disconnect(detail._on_context_committed)


def venue(desk: Desk, name: str) -> int:
    return next(row.id for row in venues.list_venues(desk) if row.name == name)


def resource(desk: Desk, name: str) -> int:
    return next(row.id for row in resources.list_resources(desk) if row.name == name)


def picture(colour: str = "teal") -> QImage:
    image = QImage(40, 30, QImage.Format.Format_RGB32)
    image.fill(QColor(colour))
    return image


def test_equipment_is_added_and_taken_out_as_chips(qtbot: QtBot, show: Show, desk: Desk) -> None:
    room = venue(desk, "Tepian II Meeting Room")
    detail = show(VenueDetail, room)
    chips = detail.form.editor("equipment")
    with qtbot.waitSignal(detail.form.saved):
        qtbot.keyClicks(chips.line, "podium")
        qtbot.keyClick(chips.line, Qt.Key.Key_Return)
    row = venues.get_venue(desk, room)
    assert row is not None
    assert row.equipment == ("Layar", "podium")
    with qtbot.waitSignal(detail.form.saved):
        qtbot.keyClick(chips.chips[0], Qt.Key.Key_Delete)
    row = venues.get_venue(desk, room)
    assert row is not None
    assert row.equipment == ("podium",)
    history.undo(desk)
    assert [chip.text() for chip in chips.chips] == ["Layar", "podium"]


def test_opening_hours_are_saved_and_one_that_ends_too_early_is_refused(
    qtbot: QtBot, show: Show, desk: Desk
) -> None:
    room = venue(desk, "VIP Room, Sepinggan Airport")
    detail = show(VenueDetail, room)
    detail.show_tab("times")
    field = detail.hours.editor("opening_hours")
    with qtbot.waitSignal(detail.hours.saved):
        field.always.click()
    row = venues.get_venue(desk, room)
    assert row is not None
    assert row.opening_hours["5"] == ["07:30", "16:00"]
    monday = field.days[0]
    monday.closes.setFocus()
    monday.closes.selectAll()
    qtbot.keyClicks(monday.closes, "7")
    qtbot.keyClick(monday.closes, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: detail.hours.field("opening_hours").error != "")
    assert "jam" not in detail.hours.field("opening_hours").error
    row = venues.get_venue(desk, room)
    assert row is not None
    assert row.opening_hours["1"] == ["07:30", "16:00"]


def test_a_position_is_pasted_from_a_map(qtbot: QtBot, show: Show, desk: Desk) -> None:
    room = venue(desk, "Pandurata Room")
    detail = show(VenueDetail, room)
    with qtbot.waitSignal(detail.form.saved):
        detail.form.editor("position").insert("-0.5022, 117.1536")
    row = venues.get_venue(desk, room)
    assert row is not None
    assert (row.latitude, row.longitude) == (-0.5022, 117.1536)


@pytest.mark.parametrize("words", ["Samarinda", "-0.5", "1, 2, 3", "0.5 S, 117 E"])
def test_what_is_no_position_is_refused(words: str) -> None:
    with pytest.raises(UserError, match="latitude and longitude"):
        position_of(words)


def test_a_position_is_read_as_it_is_written() -> None:
    assert position_of(position_words((-0.5022, 117.1536))) == (-0.5022, 117.1536)
    assert position_of("") is None
    assert position_words(None) == ""


def test_a_photo_is_kept_shown_and_undone(show: Show, desk: Desk, asked: Asked) -> None:
    room = venue(desk, "Pandurata Room")
    detail = show(VenueDetail, room)
    assert detail.photo.field.frame.photo is None
    detail.photo.field.image_given.emit(picture())
    row = venues.get_venue(desk, room)
    assert row is not None
    content = pictures.read(desk, row.photo)
    assert content is not None
    assert QImage.fromData(content).size() == picture().size()
    assert detail.photo.field.frame.photo is not None
    assert asked.told[-1] == ("Photo changed", True)
    detail.photo.field.removal_asked.emit()
    assert detail.photo.field.frame.photo is None
    history.undo(desk)
    assert detail.photo.field.frame.photo is not None
    detail.photo.field.no_image_given.emit()
    assert len(asked.problems) == 1


def test_a_venue_is_closed_changed_and_opened_again(
    qtbot: QtBot, show: Show, context: Context, desk: Desk, asked: Asked
) -> None:
    room = venue(desk, "Pandurata Room")
    detail = show(VenueDetail, room)
    detail.show_tab("times")
    assert detail.closed_times.none.isVisible()

    def close() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, ClosedTimeDialog)
        dialog.accept()
        assert dialog.field("reason").error
        dialog.reason.insert("Lampu diganti")
        dialog.accept()

    QTimer.singleShot(0, close)
    qtbot.mouseClick(detail.closed_times.add_button, Qt.MouseButton.LeftButton)
    [row] = closed_times.closed_times(desk, venue_id=room)
    assert (row.starts, row.reason) == (datetime(2026, 12, 4, 7), "Lampu diganti")
    assert detail.closed_times.list.current_row() == row

    def change() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, ClosedTimeDialog)
        dialog.reason.set_value("Lampu dan cat")
        dialog.accept()

    QTimer.singleShot(0, change)
    qtbot.keyClick(detail.closed_times.list, Qt.Key.Key_Return)
    [row] = closed_times.closed_times(desk, venue_id=room)
    assert row.reason == "Lampu dan cat"
    qtbot.keyClick(detail.closed_times.list, Qt.Key.Key_Delete)
    assert closed_times.closed_times(desk, venue_id=room) == []
    assert asked.told[-1] == ("Open again", True)


def test_the_ways_from_a_venue_are_listed_and_lead_there(
    qtbot: QtBot, show: Show, desk: Desk, asked: Asked
) -> None:
    room = venue(desk, "Pandurata Room")
    detail = show(VenueDetail, room)
    detail.show_tab("times")
    shown = [(place.name, way.minutes) for place, way in detail.ways.list.rows.rows()]
    assert shown[0] == ("Tepian I Meeting Room", 2)
    assert len(shown) == 4
    detail.ways.list.setCurrentIndex(detail.ways.list.rows.index(0, 0))
    qtbot.keyClick(detail.ways.list, Qt.Key.Key_Return)
    assert asked.details == [Target("venue", venue(desk, "Tepian I Meeting Room"))]
    qtbot.mouseClick(detail.ways.all_button, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(detail.page_button, Qt.MouseButton.LeftButton)
    assert asked.targets == [Target("travel_times", room), Target("venue", room)]


def test_a_resource_shows_what_means_something_for_its_kind(
    qtbot: QtBot, show: Show, desk: Desk
) -> None:
    detail = show(ResourceDetail, resource(desk, "Bus, 25 seats"))
    assert detail.form.field("seats").isVisible()
    assert not detail.form.field("languages").isVisible()
    assert len(detail.events.list.rows.rows()) == 2
    detail = show(ResourceDetail, resource(desk, "Russian interpreter 2"))
    assert not detail.form.field("seats").isVisible()
    languages = detail.form.editor("languages")
    assert [chip.text() for chip in languages.chips] == ["Russian", "English", "Indonesian"]
    with qtbot.waitSignal(detail.form.saved):
        qtbot.keyClicks(languages.line, "kaz")
        qtbot.keyClick(languages.line, Qt.Key.Key_Return)
    row = resources.get_resource(desk, detail.row_id)
    assert row is not None
    assert row.languages == ("ru", "en", "id", "kk")


def test_what_is_lent_is_set_in_the_event_with_its_findings_beside(
    qtbot: QtBot, show: Show, desk: Desk, sample: int
) -> None:
    bus = resource(desk, "Bus, 25 seats")
    events = programme.events_of_visit(desk, sample)
    transfer = next(row for row in events if row.title == "Transfer to Samarinda")
    other = programme.create_event(
        desk, title="Factory", starts=transfer.starts, ends=transfer.ends
    )
    detail = show(EventDetail, other)
    row = resources.get_resource(desk, bus)
    assert row is not None
    detail.form.lent.add(resource_choice(row))
    assert [found.id for found in resources.resources_of_event(desk, other)] == [bus]
    assert "Bus, 25 seats" in detail.form._notes["resources"].accessibleName()
    qtbot.keyClick(detail.form.lent.chips[0], Qt.Key.Key_Delete)
    assert resources.resources_of_event(desk, other) == []
    history.undo(desk)
    assert [chip.text() for chip in detail.form.lent.chips] == ["Bus, 25 seats"]
