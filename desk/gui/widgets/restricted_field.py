"""A field that is hidden until somebody asks to see it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desk.gui.widgets.button import Button
from desk.gui.widgets.icon_button import IconButton
from desk.gui.widgets.label import ElidedLabel, Label
from desk.locale import _

_DOTS = "• • • •"


class RestrictedField(QWidget):
    """Dots and "Show"; then `content`, any widget, with a button that hides it again.

    `reveal_asked` when somebody wants to see it: the owner asks the services, which record the
    look, fills the content and calls `open`. `concealed` when it was hidden again: the owner
    empties the content. `conceal` hides it when another thing is shown or the screen is left.
    """

    reveal_asked = Signal()
    concealed = Signal()

    def __init__(self, label: str, content: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.content = content
        self.show_button = Button(_("Show"), "eye", dense=True)
        self.hide_button = IconButton("eye-slash", _("Hide {field}").format(field=label))
        self._name = label
        self._label = ElidedLabel(label, "label", "text2")
        self._dots = Label("", "body", "text2")
        self._closed = QWidget()
        closed = QHBoxLayout(self._closed)
        closed.setContentsMargins(0, 0, 0, 0)
        closed.addWidget(self._label, 1)
        closed.addWidget(self._dots)
        closed.addWidget(self.show_button)
        self._opened = QWidget()
        opened = QHBoxLayout(self._opened)
        opened.setContentsMargins(0, 0, 0, 0)
        opened.setSpacing(4)
        opened.addWidget(content, 1)
        opened.addWidget(self.hide_button, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._closed)
        column.addWidget(self._opened)
        self._opened.hide()
        self.set_noted(False)
        self.show_button.clicked.connect(self.reveal_asked)
        self.hide_button.clicked.connect(self._on_hide_button_clicked)

    @property
    def is_open(self) -> bool:
        """Whether what it says is on the screen."""
        return not self._opened.isHidden()

    def set_noted(self, noted: bool) -> None:
        """Whether there is anything to see."""
        self._dots.setText(_DOTS if noted else _("nothing noted"))
        self.show_button.setText(_("Show") if noted else _("Note"))
        self.show_button.set_icon_name("eye" if noted else "pencil-simple")
        words = _("Show {field}") if noted else _("Note {field}")
        self.show_button.setAccessibleName(words.format(field=self._name))

    def open(self) -> None:
        """Show the content, which the owner has filled."""
        self._closed.hide()
        self._opened.show()

    def conceal(self) -> None:
        """Hide it again; a field that is closed stays as it is."""
        if self.is_open:
            self._opened.hide()
            self._closed.show()
            self.concealed.emit()

    def _on_hide_button_clicked(self) -> None:
        self.conceal()
        self.show_button.setFocus(Qt.FocusReason.OtherFocusReason)
