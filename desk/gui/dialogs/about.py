"""What this is, its versions and its licences."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QWidget

from desk.gui.versions import versions
from desk.gui.widgets.dialog import Dialog
from desk.gui.widgets.label import Label
from desk.gui.window_icon import icon_picture
from desk.locale import _

_SIDE = 56


class AboutDialog(Dialog):
    """Name, purpose, versions to copy, licences."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_("About Pandurata"), width=460, cancel=_("Close"), parent=parent)
        head = QHBoxLayout()
        head.setSpacing(16)
        flower = QLabel()
        ratio = self.devicePixelRatioF()
        picture = icon_picture(round(_SIDE * ratio))
        picture.setDevicePixelRatio(ratio)
        flower.setPixmap(picture)
        flower.setFixedSize(_SIDE, _SIDE)
        head.addWidget(flower, 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(
            Label(
                _(
                    "The desk for delegation visits, named after the black orchid of East "
                    "Kalimantan and the room that bears its name."
                ),
                wraps=True,
            ),
            1,
        )
        self.body.addLayout(head)
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(1, 1)
        for place, (part, version) in enumerate(versions()):
            grid.addWidget(Label(part, "note", "text2"), place, 0)
            grid.addWidget(Label(version, "note", selectable=True), place, 1)
        self.body.addLayout(grid)
        self.body.addWidget(
            Label(
                _(
                    "Apache License 2.0. Qt under the LGPL 3, the fonts Inter and Noto under the "
                    "Open Font License, the Phosphor icons under the MIT License."
                ),
                "note",
                "text2",
                wraps=True,
            )
        )
        self.copy = self.add_button(_("Copy versions"), "copy")
        self.copy.clicked.connect(self._on_copy_clicked)

    def _on_copy_clicked(self) -> None:
        text = "\n".join(f"{part} {version}" for part, version in versions())
        QGuiApplication.clipboard().setText(text)
