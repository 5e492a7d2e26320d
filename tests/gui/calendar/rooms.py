"""A house with two rooms and two cars, and hands for its timeline."""

from dataclasses import dataclass
from datetime import date, datetime

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desk.gui.context import Context
from desk.gui.pages.calendar_rooms import RoomsView
from desk.gui.widgets.timeline_places import LinePlace
from desk.model.choices import ResourceKind, Status
from desk.services import programme, resources, venues
from desk.services.desk import Desk
from tests.gui.asking import Asked

DAY = date(2026, 12, 7)
ALT, SHIFT = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ShiftModifier
CTRL = Qt.KeyboardModifier.ControlModifier
PLAIN = Qt.KeyboardModifier.NoModifier
LEFT = Qt.MouseButton.LeftButton


def at(hour: int, minute: int = 0, *, day: int = 7) -> datetime:
    return datetime(2026, 12, day, hour, minute)


@dataclass
class House:
    """Two rooms, two cars, and a meeting in the first room that has the first car."""

    aula: int
    balai: int
    car: int
    other_car: int
    meeting: int


@pytest.fixture
def house(desk: Desk) -> House:
    aula = venues.create_venue(desk, name="Aula", building="Kantor")
    layout = venues.add_layout(
        desk, aula, name="U", seats=48, set_up_minutes=60, clear_down_minutes=30
    )
    balai = venues.create_venue(desk, name="Balai", building="Pendopo")
    venues.add_layout(desk, balai, name="Pesta", seats=300)
    car, other_car = (
        resources.create_resource(desk, kind=ResourceKind.VEHICLE, name=name)
        for name in ("Mobil 1", "Mobil 2")
    )
    meeting = programme.create_event(
        desk,
        title="Meeting",
        starts=at(9),
        ends=at(11),
        venue_id=aula,
        layout_id=layout,
        status=Status.CONFIRMED,
    )
    resources.lend_resource(desk, meeting, car)
    return House(aula, balai, car, other_car, meeting)


def made(qtbot: QtBot, context: Context, *, days: int = 1) -> RoomsView:
    part = RoomsView(context)
    context.committed.connect(part.refresh)
    qtbot.addWidget(part)
    part.resize(1232, 760)
    part.show()
    part.days = days
    part.show_period(DAY)
    part.rooms.setFocus()
    return part


@pytest.fixture
def part(qtbot: QtBot, context: Context, house: House, asked: Asked) -> RoomsView:
    return made(qtbot, context)


def place_of(part: RoomsView, target: int) -> LinePlace:
    part.rooms.blocks()
    place = part.rooms.places.line_of(target)
    assert place is not None
    return place


def spot(part: RoomsView, target: int, wall: datetime) -> QPoint:
    """Where a time stands on a line, in the viewport; the middle of the line."""
    place = place_of(part, target)
    content = QPointF(part.rooms.axis.x_of(wall), place.top + place.height / 2)
    frozen = part.rooms.frozen()
    bars = part.rooms.horizontalOffset(), part.rooms.verticalOffset()
    return QPoint(
        round(content.x() + frozen.left() - bars[0]), round(content.y() + frozen.top() - bars[1])
    )


def drag(part: RoomsView, start: QPoint, end: QPoint, held: Qt.KeyboardModifier = PLAIN) -> None:
    hold(part, start, end, held)
    QTest.mouseRelease(part.rooms.viewport(), LEFT, held, end)


def hold(part: RoomsView, start: QPoint, end: QPoint, held: Qt.KeyboardModifier = PLAIN) -> None:
    """Press and move, the button still down."""
    ground = part.rooms.viewport()
    QTest.mousePress(ground, LEFT, held, start)
    for step in ((start + end) / 2, end):
        there = QPointF(ground.mapToGlobal(step))
        event = QMouseEvent(QEvent.Type.MouseMove, QPointF(step), there, LEFT, LEFT, held)
        QApplication.sendEvent(ground, event)


def select(part: RoomsView, key: object) -> None:
    assert part.rooms.select_key(key)


def asked_of(part: RoomsView) -> list[object]:
    """What the view asks for from now on."""
    found: list[object] = []
    for signal in (part.move_asked, part.create_asked, part.rooms.lend_asked):
        signal.connect(found.append)
    return found


def key_of(house: House, resource: int) -> str:
    return f"resource-{resource}/{house.meeting}"


@pytest.fixture
def clash(desk: Desk, house: House, part: RoomsView) -> int:
    """A rehearsal that wants the first room while the meeting has it."""
    return programme.create_event(
        desk, title="Rehearsal", starts=at(10, 30), ends=at(12), venue_id=house.aula
    )
