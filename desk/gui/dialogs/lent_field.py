"""What is lent to an event, as a field: found as one types, or made on the way."""

from collections.abc import Iterable

from PySide6.QtWidgets import QWidget

from desk.gui.context import Context
from desk.gui.dialogs.new_resource import add_resource
from desk.gui.dialogs.resource_choices import find_resources, resource_choice
from desk.gui.widgets.chips_field import ChipsField
from desk.locale import _
from desk.model.rows.resources import ResourceRow
from desk.services import resources


class LentField(ChipsField):
    """Vehicles, interpreters and equipment of an event; `value` is the list of their ids."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(
            find_resources(context.desk),
            name=_("Lent"),
            placeholder=_("Vehicle, interpreter, equipment"),
            allows_new=True,
            parent=parent,
        )
        self._context = context
        self.new_requested.connect(self._on_new_requested)

    @property
    def ids(self) -> list[int]:
        """The ids of what is lent."""
        return [int(str(key)) for key in self.value]

    def show_resources(self, rows: Iterable[ResourceRow]) -> None:
        """Show these without a signal."""
        self.set_choices([resource_choice(row) for row in rows])

    def _on_new_requested(self, name: str) -> None:
        made = add_resource(self._context, self.window(), name)
        row = resources.get_resource(self._context.desk, made) if made is not None else None
        if row is not None:
            self.add(resource_choice(row))
