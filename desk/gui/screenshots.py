"""Pictures of every page and dialog, for the tour and to look at before a release."""

import shutil
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QSize, Qt
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from desk.gui.main_window import MainWindow
from desk.gui.pages.calendar_views import FIRST_VIEW, VIEWS
from desk.gui.remembered import Remembered
from desk.gui.sections import load
from desk.gui.theme_choice import put_on_theme
from desk.locale import current_language, use_language
from desk.services import programme, visits
from desk.services.desk import Desk
from desk.services.follow_ups import list_follow_ups
from desk.services.people import list_people
from desk.services.resources import list_resources
from desk.services.same_person import pairs_of
from desk.services.venues import list_venues

SIZE = QSize(1440, 900)
_ROUNDS = 6
"""Rounds of the event loop after which everything has been laid out and painted."""

Prepare = Callable[[MainWindow, "Things"], QDialog | None]


@dataclass(frozen=True, slots=True)
class Things:
    """What the pictures show; None for what the database does not hold."""

    visit: int | None
    event: int | None
    person: int | None
    venue: int | None
    resource: int | None
    follow_up: int | None


@dataclass(frozen=True, slots=True)
class Shot:
    """One picture: its name and what to do before it is taken; a dialog is laid over the window."""

    name: str
    prepare: Prepare
    needs: str = ""
    """The thing without which there is nothing to show."""


def page(place: str, tab: str = "", thing: str = "") -> Prepare:
    """Go to a page."""

    def prepare(window: MainWindow, things: Things) -> None:
        assert window.context is not None
        window.context.close_detail()
        window.context.go(place, getattr(things, thing) if thing else None, tab=tab)

    return prepare


def detail(place: str, kind: str, tab: str = "") -> Prepare:
    """Go to a page and show a thing beside it, turned to a tab."""

    def prepare(window: MainWindow, things: Things) -> None:
        assert window.context is not None
        row_id = getattr(things, kind)
        # Resources stand on the page of the venues.
        window.context.go(place, row_id, tab="resources" if kind == "resource" else "")
        window.context.show_detail(kind, row_id, tab=tab)

    return prepare


def calendar_view(name: str) -> Prepare:
    """Show the days of the event in one view of the calendar."""

    def prepare(window: MainWindow, things: Things) -> None:
        page("calendar", thing="event")(window, things)
        window.frame.run_command(f"view_{name}")
        # Clashes and holidays are otherwise told a frame later.
        shown = window.frame.body.stack.page
        if shown is not None:
            shown.refresh()

    return prepare


def dialog(address: str) -> Prepare:
    """Open a dialog that is made with (context, parent)."""

    def prepare(window: MainWindow, things: Things) -> QDialog:
        page("today")(window, things)
        made: QDialog = load(address)(window.context, window)
        return made

    return prepare


def visit_dialog(address: str) -> Prepare:
    """Open a dialog that is made with (context, parent, visit_id)."""

    def prepare(window: MainWindow, things: Things) -> QDialog:
        page("visit", "invitations", "visit")(window, things)
        made: QDialog = load(address)(window.context, window, visit_id=things.visit)
        return made

    return prepare


def closed_time(window: MainWindow, things: Things) -> QDialog:
    """Open the dialog that closes a venue for a time."""
    page("venue", "", "venue")(window, things)
    address = "desk.gui.dialogs.closed_time:ClosedTimeDialog"
    made: QDialog = load(address)(window.context, window, venue_id=things.venue)
    return made


def paste_days(window: MainWindow, things: Things) -> QDialog:
    """Open the dialog that reads a decree, with some lines in it."""
    page("special_days")(window, things)
    assert window.context is not None
    year = window.context.desk.today().year + 1
    made: QDialog = load("desk.gui.dialogs.paste_days:PasteDaysDialog")(
        window.context, window, year=year
    )
    made.text.setPlainText(f"24 Desember {year} Cuti bersama Natal\n2 Januari Tahun Baru")  # pyright: ignore[reportAttributeAccessIssue]
    made.read()  # pyright: ignore[reportAttributeAccessIssue]
    return made


def plain_dialog(address: str) -> Prepare:
    """Open a dialog that is made with (parent)."""

    def prepare(window: MainWindow, things: Things) -> QDialog:
        page("today")(window, things)
        made: QDialog = load(address)(window)
        return made

    return prepare


def palette(typed: str) -> Prepare:
    """Open the palette with words in it."""

    def prepare(window: MainWindow, things: Things) -> None:
        page("today")(window, things)
        window.frame.open_palette(typed)

    return prepare


def reschedule(window: MainWindow, things: Things) -> QDialog:
    """A visit about to move by a week."""
    from desk.gui.dialogs.reschedule import RescheduleDialog

    page("visit", "programme", "visit")(window, things)
    assert window.context is not None
    visit = visits.get_visit(window.context.desk, things.visit or 0)
    assert visit is not None
    made = RescheduleDialog(window.context, visit, window)
    made.forms["days"].first_day.step(7)  # pyright: ignore[reportAttributeAccessIssue]
    made.look()
    return made


def duplicate_visit(window: MainWindow, things: Things) -> QDialog:
    """A visit about to be planned once more."""
    from desk.gui.dialogs.duplicate_visit import DuplicateVisitDialog

    page("visit", "overview", "visit")(window, things)
    assert window.context is not None
    visit = visits.get_visit(window.context.desk, things.visit or 0)
    assert visit is not None
    return DuplicateVisitDialog(window.context, visit, window)


def merge_people(window: MainWindow, things: Things) -> QDialog:
    """Two entries about to become one: the likeliest pair, or the first two people."""
    from desk.gui.dialogs.merge_people import MergePeopleDialog

    page("people")(window, things)
    assert window.context is not None
    people = list_people(window.context.desk)
    alike = pairs_of(window.context.desk, [person.id for person in people])
    one, other = people[0].id, people[-1].id
    if alike:
        one, other = alike[0].first.person_id, alike[0].second.person_id
    return MergePeopleDialog(window.context, one, other, window)


SHOTS: tuple[Shot, ...] = (
    Shot("today", page("today")),
    Shot("calendar", calendar_view(FIRST_VIEW)),
    *(
        Shot(f"calendar-{view.name}", calendar_view(view.name))
        for view in VIEWS
        if view.name != FIRST_VIEW
    ),
    Shot("visits", page("visits")),
    Shot("visit-overview", page("visit", "overview", "visit"), "visit"),
    Shot("visit-delegation", page("visit", "delegation", "visit"), "visit"),
    Shot("visit-programme", page("visit", "programme", "visit"), "visit"),
    Shot("visit-invitations", page("visit", "invitations", "visit"), "visit"),
    Shot("visit-documents", page("visit", "documents", "visit"), "visit"),
    Shot("visit-follow-ups", page("visit", "follow_ups", "visit"), "visit"),
    Shot("visit-history", page("visit", "history", "visit"), "visit"),
    Shot("attendance", page("attendance", thing="event"), "event"),
    Shot("programme", page("programme", thing="visit"), "visit"),
    Shot("rundown", page("rundown", thing="event"), "event"),
    Shot("rundown-paper", page("rundown_paper", "office", "event"), "event"),
    Shot("door", page("door", thing="event"), "event"),
    Shot("place-cards", page("place_cards", thing="event"), "event"),
    Shot("calendar-paper", page("calendar_paper")),
    Shot("people", page("people")),
    Shot("person", detail("people", "person"), "person"),
    Shot("venues", page("venues")),
    Shot("venue", detail("venues", "venue"), "venue"),
    Shot("venue-times", detail("venues", "venue", "times"), "venue"),
    Shot("venue-page", page("venue", thing="venue"), "venue"),
    Shot("resources", page("venues", "resources")),
    Shot("resource", detail("venues", "resource"), "resource"),
    Shot("resource-page", page("resource", thing="resource"), "resource"),
    Shot("travel-times", page("travel_times")),
    Shot("findings", page("findings")),
    Shot("same-person", page("same_person")),
    Shot("merge-people", merge_people, "person"),
    Shot("person-history", detail("people", "person", "history"), "person"),
    Shot("event", detail("calendar", "event"), "event"),
    Shot("follow-ups", page("follow_ups")),
    Shot("follow-up", detail("follow_ups", "follow_up"), "follow_up"),
    Shot("settings", page("settings")),
    Shot("special-days", page("special_days")),
    Shot("trash", page("history", "trash")),
    Shot("history", page("history", "history")),
    Shot("palette", palette("ka")),
    Shot("quick-add", palette("Audiensi Dubes besok 9-10.30 @pandurata")),
    Shot("quick-add-choice", palette("Rapat minggu depan 9-10 @tepian")),
    Shot("reschedule", reschedule, "visit"),
    Shot("duplicate-visit", duplicate_visit, "visit"),
    Shot("new-visit", dialog("desk.gui.dialogs.new_visit:NewVisitDialog")),
    Shot("new-event", dialog("desk.gui.dialogs.new_event:NewEventDialog")),
    Shot("find-free", dialog("desk.gui.dialogs.find_free:FindFreeDialog")),
    Shot("new-person", dialog("desk.gui.dialogs.new_person:NewPersonDialog")),
    Shot("new-venue", dialog("desk.gui.dialogs.new_venue:NewVenueDialog")),
    Shot("new-resource", dialog("desk.gui.dialogs.new_resource:NewResourceDialog")),
    Shot("new-special-day", dialog("desk.gui.dialogs.special_day:SpecialDayDialog")),
    Shot("closed-time", closed_time, "venue"),
    Shot("paste-days", paste_days),
    Shot("new-follow-up", dialog("desk.gui.dialogs.new_follow_up:NewFollowUpDialog")),
    Shot(
        "export-invitations",
        visit_dialog("desk.gui.dialogs.export_invitations:ExportInvitationsDialog"),
        "visit",
    ),
    Shot("go-to-date", dialog("desk.gui.dialogs.go_to_date:GoToDateDialog")),
    Shot("keys", plain_dialog("desk.gui.dialogs.keys:KeysDialog")),
    Shot("about", plain_dialog("desk.gui.dialogs.about:AboutDialog")),
)
"""Every page, tab and dialog, one line each."""


class _OneDesk:
    """Gives the window the desk that is open already, and leaves it open."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def open(self, address: str, *, create: bool) -> Desk:
        return self._desk

    def close(self, desk: Desk) -> None:
        """It belongs to whoever asked for the pictures."""


def take_screenshots(
    desk: Desk,
    out: Path,
    *,
    language: str,
    theme: Literal["light", "dark"],
    size: QSize = SIZE,
) -> list[Path]:
    """One PNG of each page and dialog at 1440×900; the files, in the order of the list.

    `language` is one of the screen's. Nothing is written to the database.
    """
    app = QApplication.instance() or QApplication([])
    spoken = current_language()
    use_language(language)
    put_on_theme(theme)
    out.mkdir(parents=True, exist_ok=True)
    settings = Path(tempfile.mkdtemp(prefix="pandurata-"))
    remembered = Remembered(settings / "window.ini")
    remembered.language = language
    window = MainWindow(_OneDesk(desk), remembered, today=desk.today(), folder=settings)
    listener = desk.committed
    made: list[Path] = []
    try:
        window.resize(size)
        window.show()
        window.opening.open(desk.store.place)
        things = _things(desk)
        for number, shot in enumerate(SHOTS, start=1):
            if shot.needs and getattr(things, shot.needs) is None:
                continue
            made.append(_take(window, things, shot, out / f"{number:02}-{shot.name}.png"))
    finally:
        window.close()
        window.deleteLater()
        desk.committed = listener
        app.processEvents()
        use_language(spoken)
        shutil.rmtree(settings, ignore_errors=True)
    return made


def _things(desk: Desk) -> Things:
    """The next visit and what belongs to it, or whatever there is."""
    coming = visits.list_visits(desk, limit=1)
    events = programme.events_of_visit(desk, coming[0].id) if coming else []
    events = events or programme.next_events(desk, limit=1)
    people, places = list_people(desk), list_venues(desk)
    promises, lent = list_follow_ups(desk), list_resources(desk)
    return Things(
        visit=coming[0].id if coming else None,
        event=max(events, key=lambda event: event.participants).id if events else None,
        person=people[0].id if people else None,
        venue=max(places, key=lambda place: place.upcoming).id if places else None,
        resource=lent[0].id if lent else None,
        follow_up=promises[0].id if promises else None,
    )


def _take(window: MainWindow, things: Things, shot: Shot, path: Path) -> Path:
    over = shot.prepare(window, things)
    _settle()
    if over is None:
        window.grab().save(str(path))
    else:
        over.ensurePolished()
        if not over.testAttribute(Qt.WidgetAttribute.WA_Resized):
            over.adjustSize()
        over.show()
        _settle()
        _together(window, over).save(str(path))
        over.close()
        over.deleteLater()
    for palette_open in window.findChildren(QWidget, "palette"):
        close = getattr(palette_open, "close_palette", None)
        if close is not None:
            close()
    _settle()
    return path


def _together(window: MainWindow, over: QDialog) -> QPixmap:
    """The window with the dialog in its middle, as the system would show them."""
    picture, part = window.grab(), over.grab()
    left = (window.width() - over.width()) // 2
    top = max(0, (window.height() - over.height()) // 3)
    painter = QPainter(picture)
    try:
        painter.fillRect(left - 1, top - 1, over.width() + 2, over.height() + 2, "#848C85")
        painter.drawPixmap(QPoint(left, top), part)
    finally:
        painter.end()
    return picture


def _settle() -> None:
    for _round in range(_ROUNDS):
        QApplication.processEvents()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
