"""What the first screen needs of words and formats, it gets without the slow libraries."""

import subprocess
import sys

FIRST_SCREEN = """
import sys
from datetime import date, datetime
import desk.locale
from desk.locale import formats, zones
desk.locale.use_language("id")
desk.locale._("Today")
formats.long_date(date(2026, 12, 6), "id")
formats.number(1234, "id")
formats.time_range(
    datetime(2026, 12, 6, 9), datetime(2026, 12, 6, 11), "Asia/Makassar", "id",
    guest_zone="Asia/Almaty",
)
print(*sorted({"babel", "importlib.resources", "PySide6"} & sys.modules.keys()))
"""


def test_the_first_screen_imports_neither_babel_nor_the_resource_readers() -> None:
    run = subprocess.run(
        [sys.executable, "-c", FIRST_SCREEN], capture_output=True, text=True, check=True
    )
    assert (run.stdout.strip(), run.stderr) == ("", "")
