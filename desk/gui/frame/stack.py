"""The pages: each made when first gone to, told of commits while it is seen."""

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from desk.gui.sections import load, place_named
from desk.model.changes import Changes

if TYPE_CHECKING:
    from desk.gui.context import Context, Target


class PageStack(QStackedWidget):
    """Shows one page at a time; `shown` carries the `Target` that was gone to."""

    shown = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pages: dict[str, Any] = {}
        self._missed: dict[str, Changes] = {}
        self.target: Target | None = None

    @property
    def page(self) -> Any:
        """The page in sight; None while something else is shown."""
        return self._pages.get(self.target.place) if self.target is not None else None

    def go(self, context: "Context", target: "Target") -> None:
        """Show a page, with the row and tab of the target."""
        page = self._pages.get(target.place)
        if page is None:
            page = load(place_named(target.place).page)(context)
            self._pages[target.place] = page
            self.addWidget(page)
        missed = self._missed.pop(target.place, None)
        if missed is not None:
            page.on_committed(missed)
        self.target = target
        page.open(target)
        self.setCurrentWidget(page)
        self.shown.emit(target)

    def show_instead(self, widget: QWidget) -> None:
        """Show something that is no page: a problem, the first start."""
        self.target = None
        self.addWidget(widget)
        self.setCurrentWidget(widget)

    def on_committed(self, changes: Changes) -> None:
        """Tell the page in sight now and the others when they are gone to."""
        seen = self.target.place if self.target is not None else None
        for name, page in self._pages.items():
            if name == seen:
                page.on_committed(changes)
            elif changes.tables & page.tables:
                before = self._missed.get(name)
                rows = (*before.rows, *changes.rows) if before is not None else changes.rows
                # One notice for all of them, so that the page reads everything anew only once.
                self._missed[name] = replace(changes, rows=rows)

    def clear(self) -> None:
        """Let all pages go: another database, another language."""
        self.target = None
        self._missed.clear()
        self._pages.clear()
        while (widget := self.widget(0)) is not None:
            self.removeWidget(widget)
            widget.hide()
            widget.deleteLater()
