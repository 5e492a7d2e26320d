"""Reading people, groups and dates from free text: sentences, lists, rows, messages of a chat."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from desk.model.choices import Role, Side
from desk.rules.intake.dates import ReadDate, dates_in
from desk.rules.intake.groups import ReadGroup, group_of_line, groups_in
from desk.rules.intake.offices import read_office
from desk.rules.intake.person import ReadPerson
from desk.rules.name_titles import split_titles

_MARK = re.compile(r"^\s*(?:[-–—•·*]|\(?\d{1,3}[.)](?=\s)|[a-z][.)](?=\s))\s*", re.IGNORECASE)
_CHAT = re.compile(
    r"^\s*\[?\d{1,2}[/.]\d{1,2}[/.]\d{2,4},?\s+\d{1,2}[.:]\d{2}(?:[.:]\d{2})?(?:\s?[AP]M)?\]?"
    r"(?:\s+-)?\s+[^:]{1,60}:\s*"
)
_PARENTHESES = re.compile(r"\((?P<inside>(?:[^()]|\([^()]*\))*)\)")
_HEAD = re.compile(
    r"\b(?:dipimpin|diketuai|ketua\s+(?:delegasi|rombongan)|kepala\s+(?:delegasi|rombongan)|"
    r"pimpinan\s+(?:delegasi|rombongan)|head\s+of\s+(?:the\s+)?delegation|led\s+by|headed\s+by|"
    r"delegation\s+head)\b",
    re.IGNORECASE,
)
_HOSTS = re.compile(
    r"\b(?:tuan\s+rumah|diterima|disambut|hosts?|received\s+by|welcomed\s+by|"
    r"pihak\s+(?:provinsi|kaltim))\b",
    re.IGNORECASE,
)
_GUESTS = re.compile(r"\b(?:tamu|delegasi|rombongan|guests?|delegation)\b", re.IGNORECASE)
_LED = re.compile(r"\b(?:dipimpin|diketuai|led\s+by|headed\s+by)\b", re.IGNORECASE)
_DROPPED = frozenset(
    ("bapak", "ibu", "sdr.", "sdr", "saudara", "mr", "mr.", "mrs", "mrs.", "ms", "ms.")
)
_PARTICLES = frozenset(
    ("bin", "binti", "van", "von", "de", "del", "da", "al", "el", "ibn", "der", "dos")
)
_INITIALS = re.compile(r"^(?:\w\.)+$")
_PROSE = re.compile(r"\)\s*(?:[,;.]|dan\b|serta\b|and\b)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class ReadText:
    """What a text says: its people and groups in their order, and its dates."""

    people: Sequence[ReadPerson] = ()
    dates: Sequence[ReadDate] = ()


def read_text(text: str) -> ReadText:
    """The people of a text.

    A line with several names followed by their offices in parentheses is read as sentences; any
    other line is a name, a name with its office in parentheses, or a row of cells between tabs or
    semicolons. What is not a name (a heading that ends with a colon) is passed over.
    """
    people: list[ReadPerson] = []
    side: Side | None = None
    for number, line in enumerate(text.splitlines(), start=1):
        words = " ".join(_MARK.sub("", _CHAT.sub("", line)).split(" ")).strip()
        if not words:
            continue
        if "(" not in words and "\t" not in words and words.endswith(":"):
            side = _side_of(words, side)
            continue
        for person in _of_line(words, is_listed=bool(_MARK.match(line))):
            said = replace(person, line=number, source=words)
            people.append(said if said.side or side is None else replace(said, side=side))
    return ReadText(tuple(people), tuple(dates_in(text)))


def _of_line(words: str, *, is_listed: bool) -> Iterator[ReadPerson]:
    cells = [cell.strip() for cell in re.split(r"[\t;]", words)]
    if len(cells) > 1 and ("\t" in words or "(" not in words):
        yield from _of_cells(cells)
        return
    names = _PARENTHESES.findall(words)
    if not is_listed and (len(names) > 1 or (names and _is_sentence(words))):
        yield from _of_sentences(words)
        return
    if not names and not is_listed and _is_sentence(words):
        yield from (person_of_group(group) for group in groups_in(words))
        return
    yield from _of_entry(words)


def _is_sentence(words: str) -> bool:
    """Whether words run on as in a letter: most of those outside parentheses are small."""
    outside = _PARENTHESES.sub(" ", words).split()
    small = [word for word in outside if word[:1].islower() and word not in _PARTICLES]
    return bool(_PROSE.search(words) and small) or (
        len(small) >= 4 and len(small) * 2 > len(outside)
    )


def _of_cells(cells: Sequence[str]) -> Iterator[ReadPerson]:
    """A row of cells: the name, the office, and what of it is a body."""
    first, *rest = cells
    if re.fullmatch(r"\d{0,3}[.)]?", first) and rest:
        first, *rest = rest
    if not first:
        return
    words = ", ".join(cell for cell in rest if cell)
    group = group_of_line(first, words)
    if group is not None:
        yield person_of_group(group)
        return
    yield _person(first, words, lead="", trail="")


def _of_entry(words: str) -> Iterator[ReadPerson]:
    """One line of a list: a name or a group, perhaps with parentheses and what follows them."""
    match = _PARENTHESES.search(words)
    before = words[: match.start()] if match else words
    inside = match["inside"] if match else ""
    trail = words[match.end() :] if match else ""
    group = group_of_line(before.strip(), inside)
    if group is not None:
        yield person_of_group(group)
        return
    lead, name = _name_at_end(before) if match else ("", before.strip(" ,;."))
    if name:
        yield _person(name, inside, lead=lead, trail=trail)


def _of_sentences(words: str) -> Iterator[ReadPerson]:
    """Names with their offices in parentheses as sentences run on, and groups between them."""
    at = 0
    side: Side | None = None
    for match in _PARENTHESES.finditer(words):
        between = words[at : match.start()]
        lead, name = _name_at_end(between)
        side = _side_of(lead, side)
        group = group_of_line(name, match["inside"]) if name else None
        yield from (person_of_group(one) for one in groups_in(lead))
        if group is not None:
            yield person_of_group(group)
        elif name:
            person = _person(name, match["inside"], lead=lead, trail="")
            yield replace(person, side=side) if side is not None else person
        at = match.end()
    yield from (person_of_group(one) for one in groups_in(words[at:]))


def _side_of(lead: str, side: Side | None) -> Side | None:
    """The side that the words before a name lead to: "diterima oleh" is the hosts' from then on."""
    if _HOSTS.search(lead):
        return Side.HOST
    return Side.GUEST if side is Side.HOST and _GUESTS.search(lead) else side


def _name_at_end(words: str) -> tuple[str, str]:
    """What leads to a name, and the name that stands last, with its titles."""
    rest = words.rstrip(" ,:-–")
    cut = max(rest.rfind(mark) for mark in (":", ";", "–"))
    name = rest[cut + 1 :]
    # Degrees after a comma belong to the name; any other comma ends what was before.
    parts = name.split(",")
    start = len(parts) - 1
    while start > 0 and split_titles(f"X,{','.join(parts[start:])}").after:
        start -= 1
    name = ",".join(parts[start:]).strip()
    tokens = name.split()
    first = len(tokens)
    degrees = split_titles(name)
    last = len(degrees.name.split()) + len(degrees.before.split()) + len(degrees.honorific.split())
    for place in range(last - 1, -1, -1):
        if not _is_of_name(tokens[place], is_first=place == 0):
            break
        first = place
    while first < last and (
        tokens[first].lower() in _DROPPED or tokens[first].lower() in _PARTICLES
    ):
        first += 1
    taken = " ".join(tokens[first:])
    return words[: words.rfind(taken)] if taken else words, taken


def _is_of_name(token: str, *, is_first: bool) -> bool:
    plain = token.strip("\"'“”‘’")
    if not plain or any(sign.isdigit() for sign in plain):
        return False
    if plain[0].isupper() or _INITIALS.match(plain):
        return True
    return plain.lower() in _PARTICLES or plain.lower() in ("dr.", "drg.", "drh.", "apt.", "ns.")


def _person(name: str, inside: str, *, lead: str, trail: str) -> ReadPerson:
    office = read_office(_without_role(inside))
    is_head = any(_HEAD.search(words) for words in (inside, trail)) or _leads(lead)
    return ReadPerson(
        " ".join(name.split()),
        office=office.title,
        acting=office.acting,
        organisation=office.organisation,
        role=Role.HEAD if is_head else None,
    )


def _leads(lead: str) -> bool:
    """Whether the words right before a name say that it is the head's."""
    near = re.split(r"[.;)]", lead)[-1]
    found = [match.end() for match in _HEAD.finditer(near)]
    return bool(found) and "," not in near[found[-1] :]


def _without_role(inside: str) -> str:
    """The office without "ketua delegasi", which is a role of this visit and no office."""
    parts = [part.strip() for part in re.split(r"[,;]", inside)]
    kept = [part for part in parts if part and not (_HEAD.search(part) and not _LED.search(part))]
    return ", ".join(kept)


def person_of_group(group: ReadGroup) -> ReadPerson:
    """A group as one line of what was read."""
    return ReadPerson(
        group.name,
        is_group=True,
        headcount=group.headcount,
        country=group.place,
        role=group.role,
    )
