"""The parties of an agreement: organisations in their order, added by typing."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desk.gui.context import Context
from desk.gui.dialogs.lookups import find_organisations, organisation_of
from desk.gui.widgets.icon_button import IconButton
from desk.gui.widgets.label import ElidedLabel
from desk.gui.widgets.labeled_field import Sign
from desk.gui.widgets.searchable_combo import Choice, SearchableCombo
from desk.locale import _
from desk.services import organisations


class _PartyRow(QWidget):
    """One party with a cross to take it out."""

    removed = Signal(object)

    def __init__(self, choice: Choice, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.choice = choice
        row = QHBoxLayout(self)
        row.setContentsMargins(2, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(Sign("buildings", "text2", 16))
        row.addWidget(ElidedLabel(choice.text), 1)
        cross = IconButton("x", _("Take out {name}").format(name=choice.text), dense=True)
        cross.clicked.connect(self._on_cross_clicked)
        row.addWidget(cross)

    def _on_cross_clicked(self) -> None:
        self.removed.emit(self.choice.key)


class PartiesField(QWidget):
    """Parties below one another, a field to add one; an unknown name is noted as a new body.

    `value` holds ids of organisations; `value_changed` comes when the person changed it.
    """

    value_changed = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._rows: list[_PartyRow] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        find = find_organisations(context.desk)
        self.finder = SearchableCombo(
            lambda text: [choice for choice in find(text) if choice.key not in self.value],
            placeholder=_("Add a party"),
            allows_new=True,
        )
        self.finder.setAccessibleName(_("Add a party"))
        self._column.addWidget(self.finder)
        self.setFocusProxy(self.finder)
        self.finder.value_changed.connect(self._on_finder_value_changed)
        self.finder.new_requested.connect(self._on_finder_new_requested)

    @property
    def value(self) -> tuple[int, ...]:
        """The parties in their order."""
        return tuple(int(str(row.choice.key)) for row in self._rows)

    def set_value(self, ids: Sequence[int], names: Sequence[str] = ()) -> None:
        """Show parties without the signal."""
        if tuple(ids) == self.value:
            return
        for row in self._rows:
            row.hide()
            row.deleteLater()
        self._rows = []
        for place, party in enumerate(ids):
            known = place < len(names)
            choice = None if known else organisation_of(self._context.desk, party)
            self._add(choice or Choice(party, names[place] if known else str(party)))

    def _add(self, choice: Choice) -> None:
        row = _PartyRow(choice)
        row.removed.connect(self._on_row_removed)
        self._column.insertWidget(len(self._rows), row)
        self._rows.append(row)

    def _on_row_removed(self, key: int) -> None:
        for row in [row for row in self._rows if row.choice.key == key]:
            self._rows.remove(row)
            row.hide()
            row.deleteLater()
        self.finder.setFocus()
        self.value_changed.emit()

    def _on_finder_value_changed(self, choice: Choice | None) -> None:
        self.finder.set_choice(None)
        if choice is not None:
            self._add(choice)
            self.value_changed.emit()

    def _on_finder_new_requested(self, name: str) -> None:
        made = self._context.attempt(
            lambda: organisations.create_organisation(self._context.desk, name=name)
        )
        self.finder.set_choice(None)
        if made is not None:
            self._add(Choice(made, name))
            self.value_changed.emit()
