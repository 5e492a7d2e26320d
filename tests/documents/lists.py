"""Attendance lists to try."""

from desk.documents.attendance import AttendanceBlock, AttendanceList, AttendanceRow

DAYS = {
    "id": "Minggu, 6 Desember 2026",
    "en": "Sunday, 6 December 2026",
    "ru": "воскресенье, 6 декабря 2026 г.",
    "kk": "2026 ж. 6 желтоқсан, жексенбі",
}

LETTERHEAD = (
    "PEMERINTAH PROVINSI KALIMANTAN TIMUR",
    "SEKRETARIAT DAERAH · BIRO ADMINISTRASI PIMPINAN",
)


def person(name: str, office: str = "Kepala Dinas", organisation: str = "") -> AttendanceRow:
    return AttendanceRow(None, name, office, organisation)


def people(count: int, first: int = 1) -> tuple[AttendanceRow, ...]:
    """Rows whose every word ends in the row's own four figures."""
    return tuple(
        AttendanceRow(None, f"Nama{each:04}", f"Jabatan{each:04}", f"Instansi{each:04}")
        for each in range(first, first + count)
    )


def attendance(
    *blocks: AttendanceBlock,
    language: str = "id",
    event: str = "Business Meeting",
    blank_rows: int = 0,
    title: str | None = None,
    prepared: str = "Cetakan ke-1, 3 Des 2026 10.24 WITA",
    replaces: str | None = None,
    changes: str | None = None,
    show_office: bool = True,
    show_signature: bool = True,
    show_original_script: bool = False,
) -> AttendanceList:
    return AttendanceList(
        language=language,
        letterhead=LETTERHEAD,
        event=event,
        day=DAYS[language],
        time="09.00–11.30 WITA (06.00–08.30 Astana)",
        place="Ruang Pandurata, Samarinda",
        blocks=blocks,
        title=title,
        blank_rows=blank_rows,
        prepared=prepared,
        replaces=replaces,
        changes=changes,
        show_office=show_office,
        show_signature=show_signature,
        show_original_script=show_original_script,
    )
