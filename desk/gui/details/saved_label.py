"""Says how far a form is with saving."""

from PySide6.QtWidgets import QWidget

from desk.gui.details.form import DetailForm
from desk.gui.widgets.label import ElidedLabel


class SavedLabel(ElidedLabel):
    """ "Saved 10.24" or "Not saved", as its form says."""

    def __init__(self, form: DetailForm, parent: QWidget | None = None) -> None:
        super().__init__(form.state, "note", "text2", parent=parent)
        self.setVisible(bool(form.state))
        form.state_changed.connect(self._on_form_state_changed)

    def _on_form_state_changed(self, words: str, good: bool) -> None:
        self.setText(words)
        self.setVisible(bool(words))
        self.set_tone("text2" if good else "bad")
        self.setAccessibleName(words)
