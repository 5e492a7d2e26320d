"""What every detail in the pane at the right has in common."""

from collections.abc import Callable, Hashable
from typing import TypeVar

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desk.gui.context import Context
from desk.gui.details.form import DetailForm
from desk.gui.widgets.detail_pane import DetailPane
from desk.gui.widgets.empty_state import EmptyState
from desk.locale import _
from desk.model.changes import Changes

Result = TypeVar("Result")


class Detail(DetailPane):
    """One thing in the pane: `kind(context, row_id)`; it follows every commit by itself.

    Subclasses name the tables they show and read in `read`, which says whether the thing is
    still there. What was deleted elsewhere leaves a sentence, and comes back when it is restored.
    """

    tables: frozenset[str] = frozenset()

    def __init__(self, context: Context, row_id: int, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.context = context
        self.row_id = row_id
        self._gone: EmptyState | None = None
        context.committed.connect(self._on_context_committed)

    def read(self) -> bool:
        """Read the thing and show it; False when it is not there any more."""
        raise NotImplementedError

    def refresh(self) -> None:
        """Show what is stored now."""
        if self.read():
            self._show_parts(True)
        else:
            self._show_gone()

    def commands(self) -> frozenset[str]:
        """The names of the frame's commands this detail answers at the moment."""
        return frozenset()

    def run(self, command: str) -> None:
        """Do one of the commands named by `commands()`."""

    def show_tab(self, key: Hashable) -> None:
        """Turn to a tab; one that is not there changes nothing."""
        if key in self._columns and not self.is_gone:
            super().show_tab(key)

    @property
    def is_gone(self) -> bool:
        """Whether the thing was deleted while it was shown."""
        return self._gone is not None and not self._gone.isHidden()

    @staticmethod
    def put_form(column: QVBoxLayout, form: DetailForm) -> None:
        """Put a form into the column of a tab, as high as its wrapped words need."""
        column.addWidget(form)

    def show_saved(self, form: DetailForm) -> None:
        """Say at the foot how far a form is with saving; the time stands in the status bar."""
        form.state_changed.connect(self._on_form_state_changed)

    def do(self, use_case: Callable[[], object], notice: str = "") -> bool:
        """Do something at once, with a notice that offers to take it back; whether it was done."""

        def done() -> bool:
            use_case()
            return True

        if not self.context.attempt(done):
            return False
        if notice:
            self.context.tell(notice, undo=True)
        return True

    def _show_parts(self, shown: bool) -> None:
        if self._gone is None:
            return
        self._gone.setVisible(not shown)
        self.tabs.setVisible(shown)
        current = self.tabs.current
        if shown and current is not None:
            self.show_tab(current)
        elif not shown:
            self._stack.setCurrentWidget(self._plain)

    def _show_gone(self) -> None:
        if self._gone is None:
            self._gone = EmptyState(
                "trash",
                _("This is not there any more"),
                _("It was deleted. Undo or the history bring it back."),
                primary=_("Close"),
                primary_icon="x",
            )
            self._gone.primary_chosen.connect(self.closed)
            self.body.addWidget(self._gone)
            self.body.addStretch(1)
        self.set_chips([])
        self.set_title(_("Deleted"))
        self._show_parts(False)

    def _on_form_state_changed(self, words: str, good: bool) -> None:
        shown = _("Saved") if words and good else words
        self.set_state(shown, "text2" if good else "bad")
        self._state.setToolTip(words)

    def _on_context_committed(self, changes: Changes) -> None:
        if changes.tables & self.tables:
            self.refresh()
