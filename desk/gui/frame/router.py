"""Who does a command: what the keyboard stands in first, then the page, then the frame."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QApplication

from desk.gui.commands import SECTION_PREFIX
from desk.gui.frame.body import Body
from desk.gui.sections import NEW_DIALOGS, load

if TYPE_CHECKING:
    from desk.gui.context import Context

_SHOWN_AFTER = {
    "new_event": "event",
    "find_free": "event",
    "new_person": "person",
    "new_venue": "venue",
    "new_resource": "resource",
    "new_follow_up": "follow_up",
}
"""What the detail pane shows once a new thing was made."""

_OF_A_VISIT = frozenset({"new_event", "find_free", "new_follow_up"})

_PAGE_AFTER = {
    "new_person": "people",
    "new_venue": "venues",
    "new_resource": "venues",
    "new_follow_up": "follow_ups",
}
_TAB_AFTER = {"new_resource": "resources"}


class Router:
    """Runs commands by name; `own` are those of the frame itself."""

    def __init__(self, body: Body, own: Mapping[str, Callable[[], None]]) -> None:
        self._body = body
        self._own = own
        self.context: Context | None = None

    def answered(self) -> frozenset[str]:
        """The commands that the page or the detail pane answers at the moment."""
        return frozenset().union(*(_commands_of(place) for place in self._places()))

    def run(self, name: str) -> None:
        """Do a command; one that nobody answers does nothing."""
        for place in self._places():
            if name in _commands_of(place):
                place.run(name)
                return
        if name in self._own:
            self._own[name]()
        elif self.context is None:
            return
        elif name in NEW_DIALOGS:
            self._make(self.context, name)
        elif name.startswith(SECTION_PREFIX):
            self.context.go(name.removeprefix(SECTION_PREFIX))

    def _places(self) -> list[Any]:
        """The detail pane while the keyboard is in it, then the page, then the detail pane."""
        detail, page = self._body.detail.detail, self._body.stack.page
        focused = QApplication.focusWidget()
        inside = detail is not None and focused is not None and detail.isAncestorOf(focused)
        places = [detail, page] if inside else [page, detail]
        return [place for place in places if place is not None]

    def _make(self, context: "Context", name: str) -> None:
        target = self._body.stack.target
        # What is made while a visit is looked at belongs to it, until somebody says otherwise.
        of_visit = name in _OF_A_VISIT and target is not None and target.place == "visit"
        given = {"visit_id": target.row_id} if of_visit and target is not None else {}
        dialog = load(NEW_DIALOGS[name])(context, self._body.window(), **given)
        try:
            dialog.exec()
            created: int | None = dialog.created_id
        finally:
            dialog.deleteLater()
        if created is None:
            return
        if name == "new_visit":
            context.go("visit", created)
            return
        page = _PAGE_AFTER.get(name)
        if page is not None:
            context.go(page, created, tab=_TAB_AFTER.get(name, ""))
        context.show_detail(_SHOWN_AFTER[name], created)


def _commands_of(place: Any) -> frozenset[str]:
    commands = getattr(place, "commands", None)
    return commands() if commands is not None else frozenset()
