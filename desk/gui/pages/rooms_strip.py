"""The strip above the rooms' timeline: the gravest clash of the days, and what mends it."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desk.gui.models.event_words import finding_kind
from desk.gui.models.timeline_rows import Line, Timeline, UseRow
from desk.gui.theme.application import current_theme
from desk.gui.widgets.finding_box import Remedy
from desk.gui.widgets.message_strip import MessageStrip
from desk.locale import _, current_language
from desk.locale.formats import clock_span, weekday_day_month
from desk.model.choices import Severity
from desk.model.rows.findings import FindingRow, Mend

_MOST_MENDS = 2
_LONGEST_TITLE = 18
_SHARE = 0.5
"""How much of the width the buttons may take from the words."""
_BUTTON = 46
"""Padding, icon and gap of a button."""


class _Next(NamedTuple):
    """Tell of the next clash."""


class RoomsStrip(QWidget):
    """Tells of one clash at a time; takes no room while there is none, or when waved away.

    `mend_chosen(Mend)`; `event_asked(int)`: another clash is told of, show that event.
    """

    mend_chosen = Signal(object)
    event_asked = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._timeline: Timeline | None = None
        self._findings: list[FindingRow] = []
        self._place = 0
        self._closed: set[tuple[str, int | None, int | None]] = set()
        self._mends: Sequence[Mend] = ()
        self._shown: object = None
        self.strip: MessageStrip | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self.hide()

    @property
    def finding(self) -> FindingRow | None:
        """The clash that is told of."""
        return self._findings[self._place] if self._findings else None

    def show_clashes(self, timeline: Timeline, findings: Iterable[FindingRow]) -> None:
        """The clashes of the days that nobody accepted, rooms and the gravest first."""
        before = self.finding
        told = [f for f in findings if not f.accepted and _key(f) not in self._closed]
        told.sort(key=lambda f: (f.severity is not Severity.ERROR, f.code != "room_clash"))
        self._timeline, self._findings = timeline, told
        keys = [_key(finding) for finding in told]
        self._place = keys.index(_key(before)) if before and _key(before) in keys else 0
        if before is None or self.finding is None or _key(before) != _key(self.finding):
            self._mends = ()
        self._show()

    def show_mends(self, mends: Sequence[Mend]) -> None:
        """The ways out of the clash that is told of."""
        self._mends = mends
        self._show()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._show()

    def _show(self) -> None:
        finding = self.finding
        shown = None
        if finding is not None:
            remedies = self._remedies()
            shown = (_key(finding), self._words(finding), tuple(remedies))
        if shown == self._shown:
            return
        self._shown = shown
        if self.strip is not None:
            self._column.removeWidget(self.strip)
            self.strip.hide()
            self.strip.deleteLater()
            self.strip = None
        self.setVisible(finding is not None)
        if finding is None:
            return
        self.strip = MessageStrip(
            "bad" if finding_kind(finding) == "bad" else "warn",
            self._words(finding),
            self._remedies(),
            conflict=True,
        )
        self.strip.remedy_chosen.connect(self._on_strip_remedy_chosen)
        self.strip.closed.connect(self._on_strip_closed)
        self._column.addWidget(self.strip)

    def _remedies(self) -> list[Remedy]:
        remedies: list[Remedy] = []
        room = self.width() * _SHARE
        if len(self._findings) > 1:
            words = _("Next ({place} of {count})").format(
                place=self._place + 1, count=len(self._findings)
            )
            remedies.append(Remedy(_Next(), words, "caret-right", quiet=True))
            room -= current_theme().advance("label", words) + _BUTTON
        mends: list[Remedy] = []
        for mend in self._mends[:_MOST_MENDS]:
            words = self._mend_words(mend)
            room -= current_theme().advance("label", words) + _BUTTON
            if room < 0 and mends:
                break
            mends.append(Remedy(mend, words, "door" if mend.venue_id else "arrow-right"))
        return mends + remedies

    def _mend_words(self, mend: Mend) -> str:
        """ "Choir rehearsal to 12.15–13.15", so that nobody wonders what moves."""
        use = self._use(mend.event_id)
        if use is None:
            return mend.text
        title = use.event.title
        if len(title) > _LONGEST_TITLE:
            title = title[: _LONGEST_TITLE - 1].rstrip() + "…"
        language = current_language()
        if mend.venue_id is not None and mend.starts is None:
            venue = next((v.name for v in self._lines() if v.target == mend.venue_id), "")
            return _("{title} to {place}").format(title=title, place=venue) if venue else mend.text
        if mend.starts is not None and mend.ends is None and mend.venue_id is None:
            ends = mend.starts + (use.event.ends - use.event.starts)
            span = clock_span(mend.starts, ends, language)
            if mend.starts.date() != use.event.starts.date():
                span = f"{weekday_day_month(mend.starts.date(), language)} {span}"
            return _("Move {title} to {time}").format(title=title, time=span)
        return mend.text

    def _lines(self) -> list[Line]:
        return self._timeline.lines if self._timeline is not None else []

    def _use(self, event_id: int | None) -> UseRow | None:
        uses = self._timeline.uses if self._timeline is not None else ()
        return next((use for use in uses if use.event.id == event_id), None)

    def _words(self, finding: FindingRow) -> str:
        first, second = self._use(finding.other_event_id), self._use(finding.event_id)
        if finding.code != "room_clash" or first is None or second is None:
            return finding.message
        if second.starts < first.starts:
            first, second = second, first
        language = current_language()
        starts = max(first.bound_from, second.bound_from)
        ends = min(first.bound_until, second.bound_until)
        bound = clock_span(starts, ends, language)
        meets = max(first.starts, second.starts), min(first.ends, second.ends)
        named = {"room": second.place, "first": first.event.title, "second": second.event.title}
        if meets[0] >= meets[1]:
            return _(
                "{room}: set-up and clear-down of {first} and {second} overlap {bound}."
            ).format(**named, bound=bound)
        overlap = clock_span(*meets, language)
        if meets == (starts, ends):
            return _("{room}: {first} and {second} overlap {time}.").format(**named, time=overlap)
        return _(
            "{room}: {first} and {second} overlap {time}, with set-up and clear-down {bound}."
        ).format(**named, time=overlap, bound=bound)

    def _on_strip_remedy_chosen(self, key: Mend | _Next) -> None:
        if isinstance(key, _Next):
            self._place = (self._place + 1) % len(self._findings)
            self._mends = ()
            finding = self.finding
            if finding is not None and finding.event_id is not None:
                self.event_asked.emit(finding.event_id)
        else:
            self.mend_chosen.emit(key)

    def _on_strip_closed(self) -> None:
        self._closed |= {_key(finding) for finding in self._findings}
        self._findings = []
        self._place = 0
        self._show()


def _key(finding: FindingRow) -> tuple[str, int | None, int | None]:
    return finding.code, finding.event_id, finding.other_event_id
