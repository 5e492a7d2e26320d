"""One row of a rundown as a form: every field, and its words in every language of the guests."""

from collections.abc import Callable, Mapping
from typing import Any

from desk.gui.context import Context
from desk.gui.details.form import DetailForm, Reload
from desk.gui.details.localised_field import LocalisedField
from desk.gui.widgets.check_box import CheckBox
from desk.gui.widgets.number_field import NumberField
from desk.gui.widgets.text_field import TextArea, TextField
from desk.gui.widgets.time_field import TimeField
from desk.locale import _, current_language
from desk.locale.languages import language_codes, language_names
from desk.model.errors import UserError
from desk.model.rows.rundown import ItemRow
from desk.services import rundown, rundown_edit, rundown_words


class RundownForm(DetailForm):
    """Title, times, place, people, language, dress, note; `follows` says who gives way."""

    def __init__(
        self, context: Context, *, follows: Callable[[], bool], reload: Reload | None = None
    ) -> None:
        super().__init__(context, self._write, reload=reload)
        self._follows = follows
        self.add_field("title", _("Item"), LocalisedField())
        self.add_row(
            self.add_field("starts", _("Start"), TimeField(), place=False),
            self.add_field(
                "minutes", _("Length, min"), NumberField(0, most=rundown.LONGEST), place=False
            ),
        )
        self.add_field("place", _("Place"), TextField())
        self.add_field("leader", _("Led by"), TextField())
        self.add_field("in_charge", _("In charge"), TextField())
        self.add_field(
            "language",
            _("Language"),
            TextField(placeholder=_("Indonesian, Russian")),
            to_value=_codes,
            to_editor=_names,
        )
        self.add_field("dress", _("Dress"), LocalisedField())
        self.add_field("notes", _("Internal notes"), TextArea(lines=2))
        self.add_field("locked", _("Time"), CheckBox(_("Keeps its time")))
        self.add_field("internal", _("Readers"), CheckBox(_("Only the office reads it")))

    def show_item(self, item: ItemRow) -> None:
        """Show what is stored; what is being edited is left alone."""
        self.show_values(
            item.id,
            {
                "title": item.titles,
                "starts": item.starts.time(),
                "minutes": item.minutes,
                "place": item.place,
                "leader": item.leader,
                "in_charge": item.in_charge,
                "language": item.language,
                "dress": item.dresses,
                "notes": item.notes,
                "locked": item.locked,
                "internal": item.internal,
            },
        )

    def _write(self, row_id: int, changes: Mapping[str, Any], seen: Mapping[str, Any]) -> None:
        shift = rundown_edit.change_item(
            self.context.desk, row_id, changes, seen=seen, follow=self._follows()
        )
        words = rundown_words.shift_words(shift)
        if words:
            self.context.tell(words, undo=True)


def _codes(words: Any) -> str:
    try:
        return language_codes(str(words))
    except LookupError as error:
        raise UserError(
            _("{word} is not a language the desk knows.").format(word=error.args[0])
        ) from error


def _names(codes: Any) -> str:
    return language_names(str(codes), current_language())
