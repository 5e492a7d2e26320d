"""What poppler reads in a PDF file: its text by page, its fonts, what it says about itself."""

import subprocess
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class FontUse:
    name: str
    embedded: bool


def page_texts(pdf: bytes) -> list[str]:
    """The text of each page, in the order it reads."""
    text = _run("pdftotext", "-enc", "UTF-8", "-layout", "-", "-", given=pdf)
    return text.split("\f")[:-1]


def words(pdf: bytes) -> str:
    """All text on one line, single-spaced, in the order it is written."""
    return " ".join(_run("pdftotext", "-enc", "UTF-8", "-raw", "-", "-", given=pdf).split())


def information(pdf: bytes) -> dict[str, str]:
    """What pdfinfo tells, such as "Tagged": "yes"."""
    lines = _run("pdfinfo", "-", given=pdf).splitlines()
    return {name: value.strip() for name, _colon, value in (line.partition(":") for line in lines)}


def fonts(pdf: bytes) -> list[FontUse]:
    """The fonts used, and whether each lies in the file."""
    rows = _run("pdffonts", "-", given=pdf).splitlines()[2:]
    # The columns at the end are fixed: embedded, subset, unicode, object, generation.
    return [FontUse(row.split()[0], row.split()[-5] == "yes") for row in rows]


def structure(pdf: bytes) -> str:
    """The tree of tags, as pdfinfo prints it."""
    return _run("pdfinfo", "-struct", "-", given=pdf)


def _run(*command: str, given: bytes) -> str:
    done = subprocess.run(command, input=given, capture_output=True, check=True)
    return done.stdout.decode("utf-8")
