"""Texts made fit for iCalendar: cleaned, then escaped in one pass (RFC 5545 sections 3.1 and 3.3.11).

What is cleaned here comes out of every reader exactly as it went in, so the cleaned text is the one
to compare, to hash and to show.
"""

import re
import unicodedata
from functools import lru_cache

# Word ends a soft line with a vertical tab, Unicode has three more separators of its own.
_LINE_BREAKS = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
# Everything else of C0 and C1 but tab and line feed; the byte order mark; halves of surrogate pairs,
# which UTF-8 cannot hold.
_DROPPED = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ufeff\ud800-\udfff]")
_SUSPECT = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff\ud800-\udfff]")

_ESCAPES = str.maketrans({"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n"})

# A colon has a twin that is no syntax; RFC 6868 gives `^` a meaning that old readers do not know.
_PARAMETER_TWINS = str.maketrans(
    {"\\": "/", "^": "\u02c6", ";": ",", ":": "\u2236", "\u00a0": " ", "\t": " "}
)
_BLANKS = re.compile(r"[ \t\n]{2,}|[\t\n]")
_NEEDS_ESCAPES = re.compile(r"[\\;,\n]")
_NEEDS_QUOTES = re.compile("[,;:=]")


def clean_text(text: str) -> str:
    """A text of several lines as iCalendar can carry it.

    NFC; every kind of line break becomes LF; control characters (tab stays), U+FEFF and lone
    surrogates are dropped; line ends are trimmed, and so are the beginning and the end, because
    libical eats the blanks a value begins with.
    """
    if _SUSPECT.search(text):
        text = _DROPPED.sub("", _LINE_BREAKS.sub("\n", text))
    if not text.isascii():
        text = unicodedata.normalize("NFC", text)
    if "\n" in text:
        text = "\n".join([line.rstrip() for line in text.split("\n")])
    return text.strip()


def clean_line(text: str) -> str:
    """A text of one line: cleaned like `clean_text`, every run of blanks and line ends one space.

    No-break spaces inside the line stay what they are.
    """
    text = clean_text(text)
    return _BLANKS.sub(" ", text) if _BLANKS.search(text) else text


def clean_parameter(text: str) -> str:
    r"""A parameter's value (CN, LABEL) in one line, without the characters that readers stumble over.

    `"` becomes “ or ”, `\` `/`, `^` `ˆ`, `;` `,`, `:` `∶`, a no-break space a space. RFC 6868
    escapes are not written, because readers that do not know them would show them.
    """
    text = clean_line(text).translate(_PARAMETER_TWINS)
    if '"' in text:
        text = re.sub(r'(^|[\s(\[“-])"', "\\1“", text).replace('"', "”")
    return re.sub(r"\s+", " ", text).strip()


@lru_cache(maxsize=1024)
def clean_category(text: str) -> str:
    """A category or a calendar's name: a parameter's value without commas.

    Many readers split CATEGORIES at any comma, and show X-WR-CALNAME as it is escaped.
    """
    return clean_line(clean_parameter(text).replace(",", " "))


def escape_text(text: str) -> str:
    r"""A cleaned text as a TEXT value: `\` `;` `,` and LF escaped in one pass (RFC 5545, 3.3.11).

    One pass, so that the two characters `\N` of `C:\Notes` do not turn into a line break.
    """
    return text.translate(_ESCAPES) if _NEEDS_ESCAPES.search(text) else text


def quote_parameter(value: str) -> str:
    """A cleaned parameter value, in double quotes when it holds a delimiter (RFC 5545, 3.2)."""
    return f'"{value}"' if _NEEDS_QUOTES.search(value) else value
