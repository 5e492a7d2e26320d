"""Web addresses made fit for iCalendar's URI values (RFC 3986)."""

import re

from desk.ical.errors import InvalidEvent
from desk.ical.mailbox import ascii_domain

_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:(?=.)")
_AUTHORITY = re.compile(r"(?P<before>[A-Za-z][A-Za-z0-9+.-]*://(?:[^/?#@]*@)?)(?P<host>[^/?#:]*)")
# Blanks, control characters, and halves of surrogate pairs, which UTF-8 cannot hold.
_NEVER_THERE = re.compile("[\\s\x00-\x1f\x7f-\x9f\ud800-\udfff]")
_NOT_IN_A_URI = re.compile(r"%(?![0-9A-Fa-f]{2})|[^A-Za-z0-9\-._~:/?#\[\]@!$&'()*+,;=%]")


def clean_uri(address: str, *, field: str) -> str:
    """A URI in ASCII: the host in A-labels, everything else percent-encoded where needed.

    `field` names the value in the error: InvalidEvent when there is no scheme, or a blank inside.
    """
    address = address.strip()
    authority = _AUTHORITY.match(address)
    if (
        not _SCHEME.match(address)
        or _NEVER_THERE.search(address)
        or (authority and not authority["host"])
    ):
        raise InvalidEvent(field, f"{address!r} is no web address")
    if authority and not authority["host"].isascii():
        rest = address[authority.end() :]
        address = authority["before"] + ascii_domain(authority["host"]) + rest
    return _NOT_IN_A_URI.sub(_percent_encoded, address)


def without_delimiters(uri: str) -> str:
    """A URI whose `,` and `;` are percent-encoded, for readers that split CONFERENCE at them."""
    return uri.replace(",", "%2C").replace(";", "%3B")


def _percent_encoded(found: re.Match[str]) -> str:
    return "".join(f"%{octet:02X}" for octet in found[0].encode("utf-8"))
