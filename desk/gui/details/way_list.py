"""How long the ways from a venue take."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desk.gui.widgets.button import Button
from desk.gui.widgets.card import SectionHeader
from desk.gui.widgets.label import Label
from desk.gui.widgets.row_list import NoteRowDelegate, NoteRowLook, RowList
from desk.locale import _, ngettext
from desk.model.rows.places import PlaceName, WayRow
from desk.services import travel_times
from desk.services.desk import Desk

Line = tuple[PlaceName, WayRow]


class WayList(QWidget):
    """The noted ways, the shortest first; the button leads to all of them."""

    all_asked = Signal()
    place_asked = Signal(int)
    """Enter on a way asks for the venue at its end."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.all_button = Button(_("Travel times…"), "path", "quiet", dense=True)
        header = SectionHeader(_("From here"))
        header.add_action(self.all_button)
        self.none = Label(
            _("No way is noted: nobody is warned when there is too little time between places."),
            "note",
            "text2",
            wraps=True,
        )
        self.list = RowList(
            _look,
            NoteRowDelegate(inset=8),
            words=_sentence,
            key=_key,
            name=_("From here"),
            fits=True,
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(4)
        column.addWidget(header)
        column.addWidget(self.none)
        column.addWidget(self.list)
        self.all_button.clicked.connect(self.all_asked)
        self.list.row_activated.connect(self._on_list_row_activated)

    def show_venue(self, venue_id: int) -> None:
        """Show the ways from a venue."""
        noted = [
            line
            for line in travel_times.ways_from(self._desk, venue_id)
            if line[1].minutes is not None
        ]
        rows = sorted(noted, key=lambda line: line[1].minutes or 0)
        self.list.show_rows(rows)
        self.list.setVisible(bool(rows))
        self.none.setVisible(not rows)

    def _on_list_row_activated(self, line: Line) -> None:
        self.place_asked.emit(line[0].id)


def minutes_words(minutes: int) -> str:
    """A length as one says it: "45 min", "2 h 30 min"."""
    hours, rest = divmod(minutes, 60)
    if not hours:
        return ngettext("{count} min", "{count} min", rest).format(count=rest)
    if not rest:
        return ngettext("{count} h", "{count} h", hours).format(count=hours)
    return _("{hours} h {minutes} min").format(hours=hours, minutes=rest)


def _key(line: Line) -> int:
    return line[0].id


def _look(line: Line) -> NoteRowLook:
    place, way = line
    return NoteRowLook(place.name, place.where, right=minutes_words(way.minutes or 0))


def _sentence(line: Line) -> str:
    place, way = line
    return f"{place.name}, {minutes_words(way.minutes or 0)}"
