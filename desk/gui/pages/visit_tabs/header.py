"""The head of a visit: whose, when, where, how sure, how many, how ready."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from desk.gui.pages.visit_tabs.status_button import StatusButton
from desk.gui.pages.visit_tabs.tab import add_action
from desk.gui.pages.visit_tabs.view import VisitView
from desk.gui.widgets.button import Button
from desk.gui.widgets.card import Separator
from desk.gui.widgets.chip import Chip, ChipLook
from desk.gui.widgets.figure import CountryPlate, Figure
from desk.gui.widgets.icon_button import IconButton
from desk.gui.widgets.label import ElidedLabel
from desk.gui.widgets.readiness_bar import ReadinessBar
from desk.locale import _, current_language, ngettext
from desk.locale.countries import country_name
from desk.locale.formats import date_range
from desk.model.rows.visits import HeadCount, VisitRow
from desk.services import delegation


class VisitHeader(QWidget):
    """Plate, title, status, dates, head-counts and readiness; says what is asked by name."""

    asked = Signal(str)
    """attendance_list, print_programme, copy_whatsapp, export_invitations, export_programme,
    reschedule, duplicate, edit or delete."""

    def __init__(self, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._today = today
        self.plate = CountryPlate("")
        self.title = ElidedLabel("", "page")
        self.status = StatusButton()
        self.countdown = Chip("", "solid")
        self.subtitle = ElidedLabel("", "note", "text2")
        self.attendance = Button(_("Print attendance list"), "printer")
        self.more = IconButton("dots-three", _("More actions"))
        self.more.setMenu(self._build_menu())
        self.readiness = ReadinessBar(_("Readiness"))
        self.readiness.setFixedWidth(180)
        self._figures = {
            name: Figure("", "")
            for name in ("named", "unnamed", "press", "interpreters", "drivers", "hosts", "chairs")
        }
        self._lay_out()
        self.attendance.clicked.connect(self._on_attendance_clicked)

    def _lay_out(self) -> None:
        marks = QHBoxLayout()
        marks.setSpacing(8)
        marks.addWidget(self.title)
        marks.addWidget(self.status)
        marks.addWidget(self.countdown)
        marks.addStretch(1)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addLayout(marks)
        words.addWidget(self.subtitle)
        top = QHBoxLayout()
        top.setSpacing(12)
        top.addWidget(self.plate)
        top.addLayout(words, 1)
        top.addWidget(self.attendance)
        top.addWidget(self.more)
        counts = QHBoxLayout()
        counts.setSpacing(20)
        for name in ("named", "unnamed", "press", "interpreters", "drivers"):
            counts.addWidget(self._figures[name])
        line = Separator(vertical=True)
        line.setFixedHeight(24)
        counts.addWidget(line)
        for name in ("hosts", "chairs"):
            counts.addWidget(self._figures[name])
        counts.addStretch(1)
        counts.addWidget(self.readiness)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 12, 20, 6)
        column.setSpacing(8)
        column.addLayout(top)
        column.addLayout(counts)

    def _build_menu(self) -> QMenu:
        menu = QMenu(self.more)

        def entry(words: str, name: str, picture: str, keys: str = "") -> None:
            add_action(menu, words, lambda: self.asked.emit(name), picture=picture, keys=keys)

        entry(_("Edit"), "edit", "pencil-simple", "F2")
        entry(_("Reschedule…"), "reschedule", "arrows-left-right", "Ctrl+Shift+R")
        entry(_("Duplicate visit…"), "duplicate", "copy", "Ctrl+D")
        menu.addSeparator()
        entry(_("Print programme…"), "print_programme", "printer")
        entry(_("Copy for WhatsApp"), "copy_whatsapp", "whatsapp-logo", "Ctrl+Shift+C")
        entry(_("Export invitations…"), "export_invitations", "envelope-simple", "Ctrl+E")
        entry(_("Export programme as calendar file…"), "export_programme", "calendar-blank")
        menu.addSeparator()
        entry(_("Delete visit"), "delete", "trash")
        return menu

    def show_view(self, view: VisitView) -> None:
        """Show the visit as it is stored now."""
        visit = view.visit
        name = country_name(visit.country, current_language()) if visit.country else ""
        self.plate.setVisible(bool(visit.country))
        self.plate.show_country(visit.country, name)
        self.title.setText(visit.title)
        self.status.show_status(visit.status, visit.status_reason)
        words = countdown(visit, self._today)
        self.countdown.setVisible(bool(words))
        self.countdown.show_look(ChipLook(words, "solid"))
        self.subtitle.setText(" · ".join(_facts(visit)))
        self._show_figures(delegation.count_heads(view.members), len(view.hosts))
        ready = sum(item.done for item in view.readiness)
        total = len(view.readiness)
        count = _("{done} of {total}").format(done=ready, total=total)
        self.readiness.show_progress(ready, total, count)
        self.attendance.setEnabled(bool(view.events))

    def _show_figures(self, heads: HeadCount, hosts: int) -> None:
        unsure = heads.groups_unknown > 0
        about = "≈" if unsure else ""
        tone = "warn" if unsure else "text"
        figures = self._figures
        figures["named"].show_number(str(heads.named), _("named"))
        unnamed = f"{about}{heads.unnamed}" if heads.unnamed else "?"
        figures["unnamed"].show_number(unnamed, _("unnamed"), tone)
        figures["unnamed"].setVisible(unsure or heads.unnamed > 0)
        if unsure:
            figures["unnamed"].setToolTip(
                ngettext(
                    "The number of people in {count} group is not known yet.",
                    "The number of people in {count} groups is not known yet.",
                    heads.groups_unknown,
                ).format(count=heads.groups_unknown)
            )
        else:
            figures["unnamed"].setToolTip("")
        figures["press"].show_number(str(heads.press), _("press"))
        figures["interpreters"].show_number(
            str(heads.interpreters),
            ngettext("interpreter", "interpreters", heads.interpreters),
        )
        figures["drivers"].show_number(
            str(heads.drivers), ngettext("driver", "drivers", heads.drivers)
        )
        for name in ("press", "interpreters", "drivers"):
            figures[name].setVisible(getattr(heads, name) > 0)
        figures["hosts"].show_number(str(hosts), ngettext("host", "hosts", hosts))
        figures["chairs"].show_number(f"{about}{heads.chairs}", _("chairs for guests"), tone)

    def _on_attendance_clicked(self) -> None:
        self.asked.emit("attendance_list")


def countdown(visit: VisitRow, today: date) -> str:
    """ "D-3" before a visit, its day while it lasts, nothing afterwards."""
    if today < visit.first_day:
        return _("D-{days}").format(days=(visit.first_day - today).days)
    if today > visit.last_day:
        return ""
    days = (visit.last_day - visit.first_day).days + 1
    if days == 1:
        return _("Today")
    return _("Day {day} of {days}").format(day=(today - visit.first_day).days + 1, days=days)


def _facts(visit: VisitRow) -> list[str]:
    language = current_language()
    facts = [visit.reference]
    facts.append(date_range(visit.first_day, visit.last_day, language, same_year_once=True))
    if visit.cities:
        facts.append(_join(visit.cities))
    return facts


def _join(names: tuple[str, ...]) -> str:
    if len(names) < 2:
        return "".join(names)
    return _("{first} and {last}").format(first=", ".join(names[:-1]), last=names[-1])
