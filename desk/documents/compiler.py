"""Data and a Typst template become a PDF file or pages to look at."""

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone
from pathlib import Path
from threading import Lock
from typing import Literal

import typst

from desk.documents.problem import TemplateProblem, problem_of
from desk.documents.shelf import TemplateShelf
from desk.folders import RESOURCES
from desk.locale import _

Standard = Literal["1.7", "2.0", "a-2a", "a-2b", "a-2u", "a-3a", "a-3b", "a-3u", "ua-1"]
"""A PDF version, or a standard on top of it: PDF/A (a-…) for archives, PDF/UA for readers."""

ACCESSIBLE: tuple[Standard, ...] = ("ua-1",)
"""PDF/UA-1 (ISO 14289-1): a screen reader gets headings, tables and their order."""

# How Typst tells that no bundled font has a character, once for each character:
#   PDF/UA-1 error: the text `"🧿"` could not be displayed with font `"Noto Sans"`
_NO_GLYPH = re.compile(r'the text `"(?P<text>.*)"` could not be displayed with font')
_ERROR = re.compile(r"^error: (?P<message>.*)$", re.MULTILINE)
_ESCAPE = re.compile(r"\\u\{(?P<code>[0-9a-f]+)\}")

# Typst remembers every cell it has set, over 100 kB for each row of a list, until it has compiled
# ten times without meeting it again. So many characters of data may be remembered at a time.
_REMEMBERED = 50_000
_COMPILATIONS_TO_FORGET = 11

# The page tree is the first object that the PDF writer puts out, before any text of the document.
_PAGE_COUNT = re.compile(rb"/Type\s*/Pages\s*/Count (\d+)")


@dataclass(frozen=True, slots=True)
class Paper:
    """One document as a PDF file.

    `pages` counts its pages; `missing` holds each character that no bundled font can print, in the
    order met; `remarks` holds what Typst says against the standard asked for (then the file does
    not claim that standard) and about the template, in English.
    """

    pdf: bytes
    pages: int
    missing: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()


class Compiler:
    """Sets documents; keep one alive, as the fonts and what is set already are remembered.

    `folders` hold the templates: the first folder that holds a name wins, so the staff's own come
    before the ones that travel with the program. Only the fonts in `fonts` are used, never the
    machine's, so that paper looks the same everywhere. Safe to call from several threads: they
    take turns.
    """

    def __init__(
        self,
        folders: Sequence[Path] = (RESOURCES / "documents",),
        fonts: Path = RESOURCES / "fonts",
    ) -> None:
        self._shelf = TemplateShelf(folders)
        self._turn = Lock()
        self._typst = typst.Compiler(
            root=self._shelf.root,
            font_paths=typst.Fonts(
                include_system_fonts=False, include_embedded_fonts=False, font_paths=[fonts]
            ),
        )
        self._remembered: dict[int, int] = {}

    def templates(self) -> tuple[str, ...]:
        """The names of the templates there are now, such as "attendance.typ"."""
        return self._shelf.templates()

    def pdf(
        self,
        template: str,
        data: Mapping[str, object],
        *,
        made: datetime | None = None,
        standards: Sequence[Standard] = ACCESSIBLE,
    ) -> Paper:
        """The document as a tagged PDF with embedded fonts; the same bytes for the same arguments.

        `data` must be ready for JSON; templates get it by `json(bytes(sys.inputs.data))`, so
        nothing in it is ever read as markup. `made` is an aware datetime for the file's own
        creation date; without it the file has none (PDF/A demands one). Where the document cannot
        meet `standards` (PDF/UA-1 unless told otherwise), the file is made without and `remarks`
        tells why.

        Raises TemplateProblem for a mistake in the template, ValueError for a naive `made`.
        """
        with self._turn:
            path = self._find(template)
            inputs = _inputs(data, made)
            self._remember(inputs["data"])
            missing: tuple[str, ...] = ()
            lapses: tuple[str, ...] = ()
            try:
                result, warnings = self._export(path, inputs, made, standards)
            except typst.TypstError as error:
                missing, lapses = _against_standard(error)
                if not missing and not lapses:
                    raise problem_of(error, template) from error
                result, warnings = self._plain(path, inputs, made)
        remarks = (*lapses, *(warning.message for warning in warnings))
        return Paper(result, _page_count(result), missing, remarks)

    def pages_svg(self, template: str, data: Mapping[str, object]) -> tuple[str, ...]:
        """The document's pages as SVG, for the screen and for a printer; sizes are in points.

        Raises TemplateProblem for a mistake in the template.
        """
        with self._turn:
            path = self._find(template)
            inputs = _inputs(data, None)
            self._remember(inputs["data"])
            try:
                result = self._typst.compile(path, format="svg", sys_inputs=inputs)
            except typst.TypstError as error:
                raise problem_of(error, template) from error
        # One page comes as bytes, several as a list of bytes.
        pages = result if isinstance(result, list) else [result or b""]
        return tuple(page.decode() for page in pages)

    def _find(self, template: str) -> Path:
        self._shelf.refresh()
        path = self._shelf.path(template)
        if path is None:
            raise TemplateProblem(template, None, _("there is no such template"))
        return path

    def _remember(self, data: str) -> None:
        """Keep what Typst remembers from growing: forget all before it would be too much."""
        key = hash(data)
        if key in self._remembered:
            return
        if self._remembered and sum(self._remembered.values()) + len(data) > _REMEMBERED:
            for _each in range(_COMPILATIONS_TO_FORGET):
                self._typst.compile(b"", format="svg", sys_inputs={})
            self._remembered.clear()
        self._remembered[key] = len(data)

    def _plain(
        self, path: Path, inputs: dict[str, str], made: datetime | None
    ) -> tuple[bytes, list[typst.TypstWarning]]:
        try:
            return self._export(path, inputs, made, ())
        except typst.TypstError as error:
            raise problem_of(error, path.name) from error

    def _export(
        self,
        path: Path,
        inputs: dict[str, str],
        made: datetime | None,
        standards: Sequence[Standard],
    ) -> tuple[bytes, list[typst.TypstWarning]]:
        result, warnings = self._typst.compile_with_warnings(
            path,
            format="pdf",
            sys_inputs=inputs,
            pdf_standards=list(standards),
            timestamp=None if made is None else _with_fixed_offset(made),
        )
        return (result if isinstance(result, bytes) else b""), warnings


def _inputs(data: Mapping[str, object], made: datetime | None) -> dict[str, str]:
    inputs = {"data": json.dumps(data, ensure_ascii=False, separators=(",", ":"))}
    if made is not None:
        inputs["made"] = "yes"
    return inputs


def _with_fixed_offset(moment: datetime) -> datetime:
    # Typst takes no zone that changes its offset.
    offset: timedelta | None = moment.utcoffset()
    if offset is None:
        raise ValueError("the time a document is made needs a zone")
    return moment.astimezone(timezone(offset))


def _against_standard(error: typst.TypstError) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Characters without glyph, and other sentences, when the error is only about a standard."""
    missing: dict[str, Literal[True]] = {}
    lapses: list[str] = []
    for found in _ERROR.finditer(error.diagnostic):
        message = found["message"]
        if not message.startswith("PDF/"):
            return (), ()
        glyph = _NO_GLYPH.search(message)
        if glyph is None:
            lapses.append(message)
        else:
            missing[_unescaped(glyph["text"])] = True
    return tuple(missing), tuple(lapses)


def _unescaped(text: str) -> str:
    plain = _ESCAPE.sub(lambda found: chr(int(found["code"], 16)), text)
    return plain.replace('\\"', '"').replace("\\\\", "\\")


def _page_count(pdf: bytes) -> int:
    found = _PAGE_COUNT.search(pdf)
    return int(found[1]) if found else 0
