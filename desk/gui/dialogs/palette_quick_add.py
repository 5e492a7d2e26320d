"""An event typed into the palette: chips of what was understood, and the rows that book it."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QCoreApplication, QRectF, QSize, Signal
from PySide6.QtGui import QInputMethodEvent, QMouseEvent, QPaintEvent, QTextCharFormat
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QWidget

from desk.gui.context import Context
from desk.gui.dialogs.palette_items import PaletteItem
from desk.gui.models.rows import Group
from desk.gui.theme.application import current_theme
from desk.gui.widgets.chip import Chip, ChipKind, ChipLook, chip_width
from desk.gui.widgets.label import Label
from desk.gui.widgets.painting import painting
from desk.locale import _, current_language, ngettext
from desk.locale.formats import time_range, weekday_date
from desk.model.choices import Severity
from desk.model.rows.quick_add import Understanding, UnderstoodPart
from desk.services import quick_add

BOOK, BOOK_AND_OPEN, BOOK_ALONE, CHOOSE = "book", "book_and_open", "book_alone", "choose"
"""What a row does when it is chosen."""

_ICONS = {
    "title": "text-t",
    "day": "calendar-blank",
    "time": "clock",
    "zone": "globe",
    "venue": "buildings",
    "kind": "tag",
    "person": "user",
    "status": "flag",
    "visit": "airplane-landing",
}
_MARGIN, _GAP, _ABOVE = 19, 6, 10


@dataclass
class QuickAdd:
    """The line in the palette: what it says now, and the readings chosen so far."""

    context: Context
    visit_id: int | None = None
    """The visit whose page is open: its days are looked at first."""
    line: Understanding | None = None
    choices: dict[str, str] = field(default_factory=dict)
    asked: str = ""
    """The key of the part whose readings are shown; the first doubtful one's when empty."""

    def read(self, text: str) -> Understanding | None:
        """Understand the line; None when nobody types an event."""
        line = self.context.attempt(
            lambda: quick_add.understand(
                self.context.desk, text, visit_id=self.visit_id, choices=self.choices
            )
        )
        # A name of a day alone may be a name that is looked for.
        meant = line is not None and line.is_event and len(line.parts) > 1
        self.line = line if meant else None
        return self.line

    def book(self, *, alone: bool = False) -> int | None:
        """Book the line and say so, with a way back; the event's id, None when it was refused."""
        line = self.line
        if line is None:
            return None
        booked = self.context.attempt(
            lambda: quick_add.add(
                self.context.desk,
                line.text,
                visit_id=self.visit_id,
                choices=self.choices,
                outside=alone,
                tentative=line.blocked,
            )
        )
        if booked is not None:
            count = len(line.times)
            words = (
                _("“{title}” is booked.")
                if count == 1
                else ngettext(
                    "“{title}” is booked on {count} day.",
                    "“{title}” is booked on {count} days.",
                    count,
                )
            )
            self.context.tell(words.format(title=line.title, count=count), undo=True)
        return booked

    def rows(self) -> list[PaletteItem | Group]:
        """The rows that book the line, or that choose between its readings."""
        line = self.line
        if line is None:
            return []
        part = self._part()
        if part is not None:
            heading = _("What does “{words}” mean?").format(words=part.words)
            return [
                Group("choose", heading),
                *(
                    PaletteItem(
                        f"{CHOOSE}/{part.key}/{row.key}", row.text, "", _ICONS[part.kind],
                        action=CHOOSE,
                    )
                    for row in part.alternatives
                ),
            ]  # fmt: skip
        if not line.complete:
            return []
        words = _("Book “{title}” as tentative") if line.blocked else _("Book “{title}”")
        title = words.format(title=line.title)
        found: list[PaletteItem | Group] = [
            Group("new_event", _("New event")),
            PaletteItem(
                BOOK, title, _when_and_where(line), "calendar-plus", _("Enter"), action=BOOK
            ),
            PaletteItem(
                BOOK_AND_OPEN,
                _("Book and open the details"),
                "",
                "calendar-plus",
                _("Ctrl+Enter"),
                action=BOOK_AND_OPEN,
            ),
        ]
        if self.visit_id is not None and line.visit_id == self.visit_id:
            words = _("Book outside the visit")
            found.append(PaletteItem(BOOK_ALONE, words, "", "calendar-blank", action=BOOK_ALONE))
        return found

    def choose(self, item: PaletteItem) -> None:
        """Keep the reading that a row stands for."""
        part = self._part()
        if part is not None:
            self.choices[part.key] = item.id.removeprefix(f"{CHOOSE}/{part.key}/")
            self.asked = ""

    def ask_again(self, key: str) -> bool:
        """Show the readings of a part, also of one that was chosen; False when it has only one."""
        if key not in self._choosable():
            return False
        self.choices.pop(key, None)
        self.asked = key
        return True

    def ask_next(self) -> bool:
        """The same for the choosable part after the one that is shown, round and round."""
        keys = self._choosable()
        if not keys:
            return False
        shown = self._part()
        at = keys.index(shown.key) + 1 if shown is not None and shown.key in keys else 0
        return self.ask_again(keys[at % len(keys)])

    def _choosable(self) -> list[str]:
        parts = self.line.parts if self.line is not None else ()
        return [
            part.key for part in parts if len(part.alternatives) > 1 or part.key in self.choices
        ]

    def _part(self) -> UnderstoodPart | None:
        """The doubtful part whose readings are shown."""
        line = self.line
        if line is None:
            return None
        asked = (part for part in line.parts if part.key == self.asked)
        return next((part for part in asked if len(part.alternatives) > 1), line.choosing)


def _when_and_where(line: Understanding) -> str:
    starts, ends = line.times[0]
    language = current_language()
    day = weekday_date(starts.date(), language)
    when = day if line.all_day else f"{day}, {time_range(starts, ends, line.zone, language)}"
    return ", ".join(part for part in (when, line.venue, line.visit) if part)


class UnderstoodBar(QWidget):
    """The chips, in as many lines as they need, and below them what is wrong, in one sentence.

    A click on a chip says `part_chosen` with the key of its part.
    """

    part_chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._chips: list[Chip] = []
        self._keys: list[str] = []
        self._sentence = Label("", "note", "bad", wraps=True, parent=self)
        self._sentence.hide()
        self.hide()

    @property
    def chips(self) -> list[ChipLook]:
        """What the chips show."""
        return [chip.look for chip in self._chips]

    @property
    def sentence(self) -> str:
        """What is wrong first of all."""
        return self._sentence.text() if not self._sentence.isHidden() else ""

    def show_line(self, line: Understanding | None, width: int) -> None:
        """Show what was understood in a bar of that width, or nothing."""
        for chip in self._chips:
            chip.hide()
            chip.deleteLater()
        self._chips = []
        self._keys = [part.key for part in line.parts] if line is not None else []
        self.setVisible(line is not None)
        if line is None:
            self._sentence.hide()
            return
        for part in line.parts:
            look = look_of(part)
            chip = Chip(look.text, look.kind, look.icon, large=True, tip=look.tip, parent=self)
            self._chips.append(chip)
        sentence, tone = _sentence(line)
        self._sentence.setText(sentence)
        self._sentence.set_tone(tone)
        self._sentence.setVisible(bool(sentence))
        self._lay_out(width)

    def show_hint(self, words: str, width: int) -> None:
        """Show a sentence without chips: how an event is typed."""
        self.show_line(None, width)
        self._sentence.setText(words)
        self._sentence.set_tone("text2")
        self._sentence.show()
        self.show()
        self._lay_out(width)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        place = event.position().toPoint()
        for key, chip in zip(self._keys, self._chips, strict=True):
            if chip.geometry().contains(place):
                self.part_chosen.emit(key)
                return

    def _lay_out(self, width: int) -> None:
        height = current_theme().height.chip_large
        left, top = _MARGIN, _ABOVE
        for chip in self._chips:
            wide = min(int(chip_width(chip.look)), width - 2 * _MARGIN)
            if left > _MARGIN and left + wide > width - _MARGIN:
                left, top = _MARGIN, top + height + _GAP
            chip.setGeometry(left, top, wide, height)
            chip.show()
            left += wide + _GAP
        bottom = top + height if self._chips else _ABOVE - 8
        if not self._sentence.isHidden():
            room = width - 2 * _MARGIN
            tall = self._sentence.heightForWidth(room)
            self._sentence.setGeometry(_MARGIN, bottom + 8, room, tall)
            bottom += 8 + tall
        self.setFixedHeight(bottom + _ABOVE)

    def sizeHint(self) -> QSize:
        return QSize(0, self.minimumHeight())

    def paintEvent(self, _event: QPaintEvent) -> None:
        with painting(self) as painter:
            line = QRectF(0, self.height() - 1, self.width(), 1)
            painter.fillRect(line, current_theme().colour("line"))


def look_of(part: UnderstoodPart) -> ChipLook:
    """A part as its chip: what was understood, what is doubtful, what is taken."""
    if not part.alternatives:
        return ChipLook(part.words, "bad", "warning", _("Not understood"))
    if not part.understood:
        return ChipLook(f"{part.words}?", "warn", "question", _("Several meanings"))
    icon, kind = _ICONS[part.kind], _KINDS.get(part.severity, "lip")
    if part.kind == "title":
        kind = "mute"
    elif part.kind == "venue" and part.free and part.severity is None:
        icon, kind = "check-circle", "ok"
    elif part.severity in (Severity.ERROR, Severity.WARNING):
        icon = "warning"
    tip = _("Assumed: nothing else was typed") if part.assumed else part.words
    return ChipLook(part.text, kind, icon, tip)


_KINDS: dict[Severity | None, ChipKind] = {Severity.ERROR: "bad", Severity.WARNING: "warn"}


def _sentence(line: Understanding) -> tuple[str, str]:
    """The first thing that is wrong and its tone; a choice to make is told by its rows."""
    for problem in line.problems:
        if problem.code != "ambiguous":
            return problem.message, "text2" if problem.code.startswith("no_") else "bad"
    for finding in line.findings:
        return finding.message, "bad" if finding.severity is Severity.ERROR else "warn"
    return "", "text2"


def underline(editor: QLineEdit, parts: Sequence[UnderstoodPart]) -> None:
    """Colour and underline the words in the field that were understood."""
    theme = current_theme()
    marks: list[QInputMethodEvent.Attribute] = []
    for part in parts:
        if part.kind == "title":
            continue
        style = QTextCharFormat()
        colour = theme.colour(
            "accent" if part.understood else "warn" if part.alternatives else "bad"
        )
        style.setForeground(colour)
        style.setUnderlineStyle(
            QTextCharFormat.UnderlineStyle.SingleUnderline
            if part.understood
            else QTextCharFormat.UnderlineStyle.DashUnderline
        )
        style.setUnderlineColor(colour)
        for start, end in part.spans:
            marks.append(
                QInputMethodEvent.Attribute(
                    QInputMethodEvent.AttributeType.TextFormat,
                    start - editor.cursorPosition(),
                    end - start,
                    style,
                )
            )
    QCoreApplication.sendEvent(editor, QInputMethodEvent("", marks))
