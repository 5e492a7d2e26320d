"""Content lines as bytes: UTF-8, CRLF, at most 75 octets a line (RFC 5545 section 3.1)."""

from collections.abc import Iterable

LONGEST_LINE = 75
"""Octets of a line without its CRLF; a continuation's leading space counts."""

_ESCAPING = b"\\^"


def fold(line: str) -> bytes:
    r"""One content line, folded where needed, with its CRLF.

    Never folded inside a UTF-8 character nor after `\` or `^`: readers that unescape before they
    unfold would tear the pair apart. Only where a run of them fills more than a line is it cut, and
    then between two pairs.
    """
    octets = line.encode("utf-8")
    if len(octets) <= LONGEST_LINE:
        return octets + b"\r\n"
    cut = _cut(octets, 0, LONGEST_LINE)
    pieces = [octets[:cut]]
    # The leading space of a continuation takes one of the 75 octets.
    room = LONGEST_LINE - 1
    while len(octets) - cut > room:
        end = _cut(octets, cut, cut + room)
        pieces.append(octets[cut:end])
        cut = end
    pieces.append(octets[cut:])
    return b"\r\n ".join(pieces) + b"\r\n"


def fold_all(lines: Iterable[str]) -> bytes:
    """Content lines, each folded where needed, one after the other."""
    return b"".join([fold(line) for line in lines])


def _cut(octets: bytes, start: int, limit: int) -> int:
    """The last place in `start`..`limit` where a line may be folded."""
    cut = limit
    while cut > start and (octets[cut] & 0xC0 == 0x80 or octets[cut - 1] in _ESCAPING):
        cut -= 1
    return cut if cut > start else _cut_in_a_run(octets, start, limit)


def _cut_in_a_run(octets: bytes, start: int, limit: int) -> int:
    """The last place between two escaped pairs when the whole piece consists of `\\` and `^`."""
    cut = start
    while True:
        following = cut + (2 if octets[cut] == ord("\\") else 1)
        if following > limit:
            return cut
        # The second half of a pair may be the first octet of nothing longer: `\n`, `\;`, `\,`, `\\`.
        cut = following
