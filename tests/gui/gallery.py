"""All components in one window, saved as pictures: `python -m tests.gui.gallery DIR`.

Beside the pictures of the visual language it shows at a glance what a change of a token or a
widget does. Without a screen set QT_QPA_PLATFORM=offscreen; QT_SCALE_FACTOR=2 draws it fine.
"""

import argparse
import sys
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, time
from pathlib import Path
from typing import Literal

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from desk.gui.models.rows import Column, Group, RowModel
from desk.gui.theme import apply_theme, current_theme
from desk.gui.widgets.button import Button
from desk.gui.widgets.card import Card, SectionHeader, Separator
from desk.gui.widgets.cells import (
    CheckCell,
    ChipCell,
    Mark,
    MarkCell,
    Rank,
    RankCell,
    TextCell,
    TwoLineCell,
)
from desk.gui.widgets.check_box import CheckBox
from desk.gui.widgets.chip import Chip, ChipLook
from desk.gui.widgets.combo_box import ComboBox
from desk.gui.widgets.count_badge import CountBadge
from desk.gui.widgets.date_field import DateField
from desk.gui.widgets.detail_pane import DetailPane
from desk.gui.widgets.empty_state import EmptyState
from desk.gui.widgets.event_block import EventLook, paint_event_block
from desk.gui.widgets.event_rows import EventRowDelegate, EventRowLook
from desk.gui.widgets.figure import CountryPlate, Figure
from desk.gui.widgets.finding_box import FindingBox, Remedy
from desk.gui.widgets.icon_button import IconButton
from desk.gui.widgets.key_cap import KeyCap
from desk.gui.widgets.label import Label
from desk.gui.widgets.labeled_field import LabeledField
from desk.gui.widgets.message_strip import MessageStrip
from desk.gui.widgets.navigation_list import NavigationList, NavigationPane, Section
from desk.gui.widgets.number_field import NumberField
from desk.gui.widgets.page import FilterBar, Page, PageHeader
from desk.gui.widgets.painting import draw_frame, draw_words, painting
from desk.gui.widgets.readiness_bar import ReadinessBar
from desk.gui.widgets.row_list import NoteRowDelegate, NoteRowLook, RowList
from desk.gui.widgets.search_field import SearchField
from desk.gui.widgets.searchable_combo import Choice, SearchableCombo
from desk.gui.widgets.segmented_buttons import SegmentedButtons
from desk.gui.widgets.small_calendar import SmallCalendar
from desk.gui.widgets.table import Table
from desk.gui.widgets.tabs import Tabs
from desk.gui.widgets.text_field import TextArea, TextField
from desk.gui.widgets.time_field import TimeField
from desk.gui.widgets.toast import Toast
from desk.locale import use_language

TODAY = date(2026, 12, 3)


class Gallery:
    """The words of one language; every picture is built from them anew."""

    def __init__(self, language: str) -> None:
        self._language = language

    def say(self, indonesian: str, english: str) -> str:
        """One of the two."""
        return indonesian if self._language == "id" else english


class Blocks(QWidget):
    """Event blocks side by side with what each means."""

    def __init__(self, blocks: list[tuple[EventLook, str]]) -> None:
        super().__init__()
        self._blocks = blocks
        self.setFixedSize(QSize(81 * len(blocks), 88))

    def paintEvent(self, _event: QPaintEvent) -> None:
        with painting(self) as painter:
            for place, (look, words) in enumerate(self._blocks):
                box = QRectF(3 + place * 81, 4, 70, 58)
                paint_event_block(painter, box, look)
                draw_words(painter, QRectF(box.left(), 68, 78, 14), words, "time", "text2")


class Swatch(QWidget):
    """A colour with its name and value."""

    def __init__(self, role: str) -> None:
        super().__init__()
        self._role = role
        self.setFixedHeight(72)

    def paintEvent(self, _event: QPaintEvent) -> None:
        with painting(self) as painter:
            theme = current_theme()
            box = QRectF(0, 0, self.width(), 36)
            fill, edge = theme.colour(self._role), theme.colour("line")
            draw_frame(painter, box, theme.radius.box, fill=fill, edge=edge)
            draw_words(painter, QRectF(0, 38, self.width(), 14), self._role, "initial")
            value = getattr(theme.values, self._role)
            draw_words(painter, QRectF(0, 51, self.width(), 14), value, "second_line", "text2")


def _row(*widgets: QWidget, spacing: int = 8) -> QHBoxLayout:
    layout = QHBoxLayout()
    layout.setSpacing(spacing)
    for widget in widgets:
        layout.addWidget(widget)
    layout.addStretch(1)
    return layout


def _buttons(say: Callable[[str, str], str]) -> Card:
    card = Card(say("Tombol", "Buttons"))
    down = Button(say("Ditekan", "Pressed"), "plus", "primary")
    down.setDown(True)
    card.body.addLayout(
        _row(Button(say("Baru", "New"), "plus", "primary"), down, _focused("primary", say))
    )
    off = Button(say("Mati", "Off"), "printer")
    off.setEnabled(False)
    card.body.addLayout(
        _row(Button(say("Cetak", "Print"), "printer"), _focused("normal", say), off)
    )
    card.body.addLayout(
        _row(
            Button(say("Semua tugas", "All tasks"), variant="quiet"),
            Button(say("Hapus…", "Delete…"), "trash", "danger"),
            Button(say("Rapat 28 px", "Dense 28 px"), dense=True),
            IconButton("dots-three", say("Lainnya", "More"), dense=True),
        )
    )
    return card


class FocusedButton(Button):
    """Drawn as if the keyboard stood on it."""

    @property
    def shows_focus(self) -> bool:
        return True


def _focused(variant: str, say: Callable[[str, str], str]) -> Button:
    icon = "plus" if variant == "primary" else "printer"
    return FocusedButton(say("Fokus", "Focus"), icon, variant)  # type: ignore[arg-type]


def _fields(say: Callable[[str, str], str]) -> Card:
    card = Card(say("Isian", "Fields"))
    grid = QGridLayout()
    grid.setHorizontalSpacing(12)
    grid.setVerticalSpacing(12)
    wrong = TimeField(time(9, 0))
    host = SearchableCombo(lambda text: [Choice(1, "M. Syirajudin", "Asisten Pemkesra")])
    off = TextField("Tepian II")
    off.setEnabled(False)
    fields = [
        LabeledField(say("Judul", "Title"), TextField("Business Meeting")),
        LabeledField(say("Tanggal", "Date"), DateField(date(2026, 12, 6), today=TODAY)),
        LabeledField(say("Keliru", "Wrong"), wrong),
        LabeledField(say("Mati", "Off"), off, hint=say("Ditutup 6 Des", "Closed on 6 Dec")),
        LabeledField(
            say("Ruangan", "Venue"),
            ComboBox([(1, "Ruang Pandurata · U, 48 kursi, lantai dua, sayap timur")]),
        ),
        LabeledField(say("Tuan rumah", "Host"), host),
    ]
    wrong.setText("25.00")
    wrong.setModified(True)
    wrong.take_typed()
    host.set_choice(Choice(1, "M. Syirajudin, Asisten Pemkesra"))
    for place, field in enumerate(fields):
        grid.addWidget(field, place // 2, place % 2, Qt.AlignmentFlag.AlignTop)
    grid.setColumnStretch(0, 1)
    grid.setColumnStretch(1, 1)
    card.body.addLayout(grid)
    card.body.addLayout(
        _row(
            CheckBox(say("Tanda tangan", "Signature"), True),
            CheckBox(say("Aksara asli", "Native script")),
            NumberField(20, name=say("Jumlah", "Count")),
        )
    )
    note = TextArea(say("Catatan untuk protokol", "A note for protocol"), lines=2)
    card.body.addWidget(LabeledField(say("Catatan", "Note"), note))
    return card


def _chips(say: Callable[[str, str], str]) -> Card:
    card = Card(say("Penanda", "Marks"))
    card.body.addLayout(
        _row(
            Chip(say("Pasti", "Firm"), "ok", "check-circle"),
            Chip(say("Sementara", "Tentative"), "warn", "hourglass"),
            Chip(say("Bentrok", "Clash"), "bad", "warning"),
            Chip(say("Diundang", "Invited"), "info", "envelope-simple"),
            Chip(say("Batal", "Cancelled"), "mute", "x"),
            spacing=6,
        )
    )
    card.body.addLayout(
        _row(
            Chip("UU 9/2010 ps. 10(2) → 9(1)14", "solid", "scales", large=True),
            Chip(say("Padanan ps. 10(1) p · alasan", "Equal to art. 10(1) p"), "dashed", "equals"),
            spacing=6,
        )
    )
    card.body.addLayout(
        _row(
            Chip("Sab 5 Des 2026", "lip", "calendar-blank", large=True),
            CountBadge(7, name=say("kotak keluar", "outbox")),
            KeyCap("Ctrl+K"),
            KeyCap("Shift+Enter"),
            CountryPlate("KZ", "Kazakhstan"),
        )
    )
    return card


def _toast(say: Callable[[str, str], str]) -> Card:
    card = Card(say("Pemberitahuan singkat", "Notice"))
    stage = QWidget()
    stage.setFixedHeight(68)
    toast = Toast(stage)
    words = say("Acara dihapus", "Event deleted")
    toast.show_notice(words, action=say("Urungkan", "Undo"), icon="trash")
    card.body.addWidget(stage)
    return card


def _events(say: Callable[[str, str], str]) -> Card:
    card = Card(say("Acara di kalender", "Events in a calendar"))
    looks = [
        (EventLook("09.00", "Rapat koordinasi", "Tepian I"), say("pasti", "firm")),
        (
            EventLook("09.00", "Peninjauan IKN", "Tepian I", "travel", "tentative"),
            say("sementara", "tentative"),
        ),
        (
            EventLook("09.00", "Audiensi", "Tepian I", "in", "cancelled"),
            say("batal", "cancelled"),
        ),
        (
            EventLook("09.00", "Business Meeting", "", "meet", conflict=True),
            say("bentrok", "clash"),
        ),
        (EventLook("09.00", "Santap siang", "", "meal", selected=True), say("terpilih", "chosen")),
    ]
    card.body.addWidget(Blocks(looks))
    return card


@dataclass(frozen=True)
class Guest:
    """A row of the sample table."""

    id: int
    rank: str
    bracket: Literal["none", "first", "middle", "last"]
    name: str
    office: str
    body: str
    basis: ChipLook
    answer: str
    mark: Mark
    ticked: bool = True


def _guests(say: Callable[[str, str], str]) -> list[Guest | Group]:
    law = ChipLook("UU 9/2010 ps. 10(2)", "solid", "scales")
    equal = ChipLook(say("Padanan · alasan", "Equal · reason"), "dashed", "equals")
    open_ = ChipLook(say("Belum diputuskan", "Not decided"), "warn", "warning-circle")
    yes, unsure = Mark("check-circle", "ok"), Mark("question", "warn")
    here, maybe = say("Hadir", "Coming"), say("Belum pasti", "Not sure")
    astana = "Akimat Kota Astana"
    return [
        Group("guests", say("Tamu", "Guests"), say("6 orang bernama", "6 named people")),
        Guest(
            1,
            "1",
            "none",
            "M. Fadjroel Rachman",
            "Duta Besar LBBP RI",
            "KBRI Astana",
            law,
            here,
            yes,
        ),
        Guest(
            2,
            "2=",
            "first",
            "Mankaraev Kaisa Zakirovich",
            "Kepala Dep. Ekonomi",
            astana,
            equal,
            here,
            yes,
        ),
        Guest(
            3,
            "2=",
            "middle",
            "Rakhmatullaev Abai",
            "Kepala Dep. Analisis",
            astana,
            equal,
            here,
            yes,
        ),
        Guest(4, "2=", "last", "Yergaliev Talgat", "Deputi Maslikhat", astana, equal, here, yes),
        Guest(5, "?", "none", "Serik", "Konsul Kehormatan RI", "Almaty", open_, maybe, unsure),
        Group(
            "hosts",
            say("Tuan rumah", "Hosts"),
            count=2,
            tone="warn",
            icon="users",
            collapsible=True,
        ),
        Guest(
            6, "1", "none", "Әсел Нұрғалиева", "Plt. Kepala Dinas", "DPMPTSP", law, here, yes, False
        ),
    ]


def _table(say: Callable[[str, str], str]) -> Table:
    rows: RowModel[Guest] = RowModel(
        [
            Column("", lambda row: "", checked=lambda row: row.ticked, width=44),
            Column(
                say("No.", "No."),
                lambda row: row.rank,
                width=64,
                align="right",
                cell=lambda row: Rank(row.bracket),
            ),
            Column(say("Nama", "Name"), lambda row: row.name, stretches=True),
            Column(
                say("Jabatan", "Office"),
                lambda row: row.office,
                second=lambda row: row.body,
                width=170,
            ),
            Column(
                say("Dasar urutan", "Basis"),
                lambda row: row.basis.text,
                cell=lambda row: row.basis,
                width=176,
            ),
            Column(
                say("Kehadiran", "Answer"),
                lambda row: row.answer,
                cell=lambda row: row.mark,
                width=110,
            ),
        ]
    )
    table = Table(rows, name=say("Delegasi", "Delegation"))
    table.set_cell(0, CheckCell())
    table.set_cell(1, RankCell())
    table.set_cell(2, TextCell("row_title"))
    table.set_cell(3, TwoLineCell())
    table.set_cell(4, ChipCell())
    table.set_cell(5, MarkCell())
    rows.show(_guests(say))
    table.select_key(2)
    return table


def _findings(say: Callable[[str, str], str]) -> Card:
    card = Card(say("Temuan", "Findings"))
    card.body.addWidget(
        FindingBox(
            "bad",
            say("Bentrok 30 menit", "Clash of 30 minutes"),
            say("Latihan paduan suara 11.00–12.00.", "Choir rehearsal 11.00–12.00."),
            [
                Remedy("move", say("Geser ke 12.15–13.15", "Move to 12.15–13.15")),
                Remedy("keep", say("Tetap, dengan alasan…", "Keep, with a reason…"), quiet=True),
            ],
            conflict=True,
        )
    )
    card.body.addWidget(
        FindingBox(
            "warn",
            say("Minggu, hari libur kantor", "Sunday, the office is closed"),
            say("Beri tahu satpam dan Biro Umum.", "Tell the guards and the General Bureau."),
        )
    )
    card.body.addWidget(
        FindingBox("info", say("Tamu diminta menjawab lagi", "Guests are asked again"))
    )
    return card


def _type(say: Callable[[str, str], str]) -> Card:
    card = Card(say("Huruf", "Type"))
    card.body.addWidget(Label("Kunjungan delegasi Kazakhstan 20/26", "page"))
    card.body.addWidget(
        Label(say("Sekarang dan berikutnya 15/20", "Now and next 15/20"), "section")
    )
    card.body.addWidget(Label(say("Nama, judul baris 13/18", "Name, row title 13/18"), "row_title"))
    card.body.addWidget(Label("12/16 · 09.00–11.30 WITA (06.00–08.30 Astana)", "note", "text2"))
    card.body.addWidget(Label("Қазақстан Республикасының Елшілігі · Ә Ғ Қ Ң Ө Ұ Ү Һ І", "note"))
    figures = _row(
        Figure("13", say("bernama", "named")),
        Figure("≈20", say("tanpa nama", "unnamed"), "warn"),
        ReadinessBar(
            say("Kesiapan", "Readiness"), say("31 dari 42", "31 of 42"), done=31, total=42
        ),
        spacing=24,
    )
    card.body.addLayout(figures)
    return card


def _empty(say: Callable[[str, str], str]) -> Card:
    card = Card(say("Halaman kosong", "Empty page"))
    card.body.addWidget(
        EmptyState(
            "users-three",
            say("Belum ada delegasi", "No delegation yet"),
            say(
                "Tempel daftar dari Word, e-mail atau WhatsApp; ejaan dan gelar diperiksa.",
                "Paste a list from Word, mail or WhatsApp; spelling and titles are checked.",
            ),
            primary=say("Tempel daftar…", "Paste list…"),
            primary_icon="clipboard-text",
            secondary=say("Tambah orang", "Add person"),
            secondary_icon="user-plus",
        )
    )
    return card


def _dialog(say: Callable[[str, str], str]) -> Card:
    card = Card(say("Dialog, hanya bila keluar dari kantor", "Dialog, for what leaves the office"))
    inner = Card()
    inner.body.addWidget(Label(say("Kirim 6 pesan?", "Send 6 messages?"), "section"))
    inner.body.addWidget(
        Label(
            say(
                "1 undangan, 4 pembaruan, 1 pembatalan. Pesan yang terkirim tidak dapat ditarik.",
                "1 invitation, 4 updates, 1 cancellation. What is sent cannot be taken back.",
            ),
            "note",
            wraps=True,
        )
    )
    foot = QHBoxLayout()
    foot.addWidget(Button(say("Lihat daftar", "Show list"), variant="quiet"))
    foot.addStretch(1)
    foot.addWidget(Button(say("Batal", "Cancel")))
    foot.addWidget(Button(say("Kirim 6", "Send 6"), "paper-plane-tilt", "primary"))
    inner.body.addLayout(foot)
    card.body.addWidget(inner)
    return card


COLOURS = (
    *("window", "surface", "hover", "sunken", "line", "edge", "text", "text2", "text3"),
    *("nav", "accent", "accent_hover", "lip", "lip_line", "bad", "warn", "info", "ok"),
)


def _colours(say: Callable[[str, str], str]) -> Card:
    card = Card(say("Warna", "Colours"))
    grid = QGridLayout()
    grid.setHorizontalSpacing(8)
    for place, role in enumerate(COLOURS):
        grid.addWidget(Swatch(role), place // 9, place % 9)
    card.body.addLayout(grid)
    return card


def build_components(say: Callable[[str, str], str]) -> QWidget:
    """Everything small, in three columns, as in picture 08."""
    page = Page()
    outer = QVBoxLayout(page)
    outer.setContentsMargins(24, 12, 24, 14)
    outer.setSpacing(12)
    outer.addWidget(PageHeader(say("Bahasa rupa Pandurata", "Visual language of Pandurata")))
    columns = QHBoxLayout()
    columns.setSpacing(12)
    for width, makers in (
        (440, (_buttons, _fields, _chips, _toast)),
        (440, (_events, _list, _findings)),
        (488, (_type, _empty, _dialog)),
    ):
        column = QVBoxLayout()
        column.setSpacing(12)
        for maker in makers:
            card = maker(say)
            card.setFixedWidth(width)
            column.addWidget(card)
        column.addStretch(1)
        columns.addLayout(column)
    outer.addLayout(columns)
    outer.addWidget(_colours(say))
    page.setFixedSize(1440, outer.heightForWidth(1440))
    return page


def _list(say: Callable[[str, str], str]) -> Card:
    card = Card(say("Daftar dan tabel", "List and table"), flush=True)
    rows = RowList(
        lambda row: row,
        NoteRowDelegate(),
        words=lambda row: row.title,
        key=lambda row: row.title,
        name=say("Jawaban", "Answers"),
        fits=True,
    )
    rows.show_rows(
        [
            NoteRowLook(
                "Puguh Harjanto",
                "Kepala DPMPTSP",
                "check-circle",
                "ok",
                say("Hadir", "Coming"),
                "ok",
                "10.18",
            ),
            NoteRowLook(
                "Heni Purwaningsih",
                say("terpilih", "chosen"),
                "users",
                "info",
                say("Diwakili", "Represented"),
                "info",
                "09.52",
            ),
            NoteRowLook(
                "Әсел Нұрғалиева, Қайрат Өтеген",
                "Almaty",
                "question",
                "warn",
                say("Belum pasti", "Not sure"),
                "warn",
                "08.40",
            ),
        ]
    )
    rows.select_key("Heni Purwaningsih")
    card.body.addWidget(rows)
    return card


def build_frame(say: Callable[[str, str], str]) -> QWidget:
    """Navigation, toolbar, header, tabs, strip, table, events and detail pane together."""
    page = Page()
    page.setFixedSize(1440, 860)
    row = QHBoxLayout(page)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(0)
    row.addWidget(_navigation(say))
    row.addLayout(_middle(say), 1)
    row.addWidget(_detail(say))
    return page


def _navigation(say: Callable[[str, str], str]) -> NavigationPane:
    pane = NavigationPane()
    column = QVBoxLayout(pane)
    column.setContentsMargins(0, 12, 0, 12)
    sections = NavigationList(
        [
            Section("today", say("Hari ini", "Today"), "sun-horizon"),
            Section("calendar", say("Kalender", "Calendar"), "calendar-blank"),
            Section("visits", say("Kunjungan", "Visits"), "airplane-landing"),
            Section("people", say("Orang", "People"), "users"),
            Section("venues", say("Ruangan", "Venues"), "buildings"),
            Section("follow_ups", say("Tindak lanjut", "Follow-ups"), "note", 2),
            Section("outbox", say("Kotak keluar", "Outbox"), "paper-plane-tilt", 7),
        ],
        name=say("Bagian", "Sections"),
    )
    sections.set_current("visits")
    column.addWidget(sections)
    column.addStretch(1)
    column.addWidget(Separator(ground="nav"))
    calendar = SmallCalendar(TODAY)
    calendar.set_selected(TODAY)
    calendar.set_marks([date(2026, 12, day) for day in (1, 2, 3, 4, 5, 6, 7, 10, 15)])
    column.addWidget(calendar, 0, Qt.AlignmentFlag.AlignHCenter)
    return pane


def _middle(say: Callable[[str, str], str]) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(0)
    tools = FilterBar()
    tools.row.addWidget(Button(say("Hari ini", "Today")))
    tools.row.addWidget(IconButton("caret-left", say("Mundur", "Back")))
    tools.row.addWidget(IconButton("caret-right", say("Maju", "Forward")))
    views = [
        ("day", say("Hari", "Day")),
        ("week", say("Pekan", "Week")),
        ("month", say("Bulan", "Month")),
    ]
    tools.row.addWidget(SegmentedButtons(views, name=say("Tampilan", "View"), current="week"))
    tools.row.addStretch(1)
    tools.row.addWidget(SearchField(say("Cari atau ketik acara…", "Find or type…"), keys="Ctrl+K"))
    column.addWidget(tools)
    head = QVBoxLayout()
    head.setContentsMargins(20, 14, 20, 0)
    header = PageHeader(
        "Kunjungan delegasi Kazakhstan (Astana)",
        "Sabtu, 5 Desember s.d. Senin, 7 Desember 2026 · Samarinda dan Balikpapan",
    )
    header.add_before(CountryPlate("KZ", "Kazakhstan"))
    header.set_marks([Chip(say("Pasti", "Firm"), "ok", "check-circle"), Chip("H-3", "solid")])
    header.add_action(Button(say("Cetak daftar hadir", "Print attendance list"), "printer"))
    head.addWidget(header)
    tabs = Tabs(
        [
            ("overview", say("Ikhtisar", "Overview")),
            ("people", say("Delegasi", "Delegation")),
            ("programme", say("Susunan acara", "Programme")),
            ("history", say("Riwayat", "History")),
        ],
        name=say("Bagian kunjungan", "Parts of the visit"),
    )
    tabs.set_count("people", 13)
    tabs.set_count("programme", 6)
    tabs.set_current("people")
    head.addWidget(tabs)
    column.addLayout(head)
    column.addWidget(
        MessageStrip(
            "warn",
            say("Fadjroel dan Fadiroel Rachman.", "Fadjroel and Fadiroel Rachman."),
            [
                Remedy("join", say("Gabungkan", "Join")),
                Remedy("leave", say("Biarkan", "Leave"), quiet=True),
            ],
            lead=say("Satu orang, dua ejaan:", "One person, two spellings:"),
        )
    )
    table = _table(say)
    table.setFixedHeight(300)
    column.addWidget(table)
    head = QHBoxLayout()
    head.setContentsMargins(16, 8, 16, 8)
    title = SectionHeader(
        say("Sekarang dan berikutnya", "Now and next"),
        link=say("Kalender hari ini", "Today’s calendar"),
    )
    title.add_mark(Chip("2", "bad", "warning"))
    head.addWidget(title)
    column.addLayout(head)
    column.addWidget(_event_list(say))
    column.addStretch(1)
    return column


def _event_list(say: Callable[[str, str], str]) -> RowList:
    chips = {
        "now": ChipLook(say("Berlangsung, sisa 6 menit", "Now, 6 minutes left"), "ok", "record"),
        "maybe": ChipLook(say("Sementara", "Tentative"), "warn", "hourglass"),
        "off": ChipLook(say("Batal", "Cancelled"), "mute", "x"),
    }
    wa = "whatsapp-logo"
    rows = RowList(
        lambda row: row,
        EventRowDelegate(),
        words=lambda row: row.title,
        key=lambda row: row.title,
        name=say("Acara", "Events"),
        fits=True,
    )
    rows.show_rows(
        [
            EventRowLook(
                "09.00–10.30 WITA",
                "Rapat koordinasi akhir delegasi Kazakhstan",
                "06.00–07.30 Astana",
                "Ruang Rapat Tepian I · dipimpin M. Syirajudin",
                "in",
                "firm",
                (chips["now"],),
                wa,
                "WhatsApp",
                True,
            ),
            EventRowLook(
                "15.30–16.00 WITA",
                "Cek kendaraan dan rute bandara–hotel",
                "12.30–13.00 Astana",
                "Halaman Kantor Gubernur · Biro Umum",
                "travel",
                "tentative",
                (chips["maybe"],),
                wa,
            ),
            EventRowLook(
                "16.00–17.00 WITA",
                "Audiensi Forum Pemuda",
                "13.00–14.00 Astana",
                say("Dibatalkan 2 Des oleh pemohon", "Cancelled on 2 Dec"),
                "in",
                "cancelled",
                (chips["off"],),
                wa,
            ),
        ]
    )
    return rows


def _detail(say: Callable[[str, str], str]) -> DetailPane:
    pane = DetailPane()
    pane.set_chips(
        [
            ChipLook(say("Pasti", "Firm"), "ok", "check-circle"),
            ChipLook(say("Bentrok", "Clash"), "bad", "warning"),
        ]
    )
    pane.set_title("Business Meeting", "Minggu, 6 Des 2026 · Kunjungan Kazakhstan")
    pane.menu_button.show()
    body = pane.add_tab("detail", "Detail")
    pane.add_tab("people", say("Orang", "People"))
    pane.add_tab("history", say("Riwayat", "History"))
    pane.tabs.set_count("people", 13)
    body.addWidget(
        FindingBox(
            "bad",
            say("Ruang Pandurata bentrok 30 menit", "Ruang Pandurata clashes for 30 minutes"),
            "Latihan paduan suara (pasti) 11.00–12.00, ditambah bongkar 15 menit.",
            [
                Remedy(1, say("Geser latihan ke 12.15–13.15", "Move to 12.15"), "arrow-right"),
                Remedy(2, say("Latihan ke Tepian I", "Rehearsal to Tepian I"), "door"),
                Remedy(3, say("Tetap, dengan alasan…", "Keep, with a reason…"), quiet=True),
            ],
            conflict=True,
        )
    )
    body.addWidget(LabeledField(say("Judul", "Title"), TextField("Business Meeting")))
    times = QHBoxLayout()
    times.setSpacing(8)
    for editor in (
        DateField(date(2026, 12, 6), today=TODAY),
        TimeField(time(9, 0)),
        TimeField(time(11, 30)),
    ):
        times.addWidget(editor)
    body.addLayout(times)
    body.addWidget(
        LabeledField(
            say("Ruangan", "Venue"),
            ComboBox([(1, "Ruang Pandurata · U, 48 kursi")]),
            hint=say(
                "Siap 60 menit sebelum, bongkar 30 menit sesudah",
                "Ready 60 minutes before, cleared 30 minutes after",
            ),
        )
    )
    body.addStretch(1)
    pane.foot.addWidget(Button(say("Salin untuk WhatsApp", "Copy for WhatsApp"), "whatsapp-logo"))
    pane.set_state(say("Tersimpan", "Saved"))
    return pane


def main() -> int:
    """Save each picture in both languages and both themes."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    folder: Path = parser.parse_args().folder
    folder.mkdir(parents=True, exist_ok=True)
    app = QApplication(sys.argv[:1])
    for language in ("id", "en"):
        use_language(language)
        say = Gallery(language).say
        for mode in ("light", "dark"):
            apply_theme(app, mode)
            for name, build in (("components", build_components), ("frame", build_frame)):
                window = build(say)
                window.show()
                app.processEvents()
                window.grab().save(str(folder / f"{name}-{language}-{mode}.png"))
                window.close()
                window.deleteLater()
    return 0


if __name__ == "__main__":
    sys.exit(main())
