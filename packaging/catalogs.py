"""Collect the words of the desk, bring the catalogs up to date and compile them.

    python packaging/catalogs.py                 collect, update every .po, compile every .mo
    python packaging/catalogs.py --drop-unused   the same, and forget translations out of use
    python packaging/catalogs.py --check         change nothing; list what is missing, exit 1

Domain `desk`: the strings of `_`, `ngettext` and `N_`; domain `documents`: those of `said`,
`said_many` and `to_be_said`. English catalogs fill themselves. Translations that are out of use
stay in the .po as comments (`#~`) and come back when the string does.
"""

import argparse
import ast
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from io import BytesIO
from pathlib import Path
from string import Formatter

from babel.messages import Catalog, Message
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).resolve().parent.parent
SOURCES = ROOT / "desk"
CATALOGS = SOURCES / "locale" / "catalogs"

# Indonesian nouns have one form, and so have Kazakh ones after a number.
PLURAL_FORMS = {
    "id": (1, "0"),
    "en": (2, "(n != 1)"),
    "ru": (
        3,
        "(n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2)",
    ),
    "kk": (1, "0"),
}

LANGUAGES = {"desk": ("id", "en"), "documents": ("id", "en", "ru", "kk")}

# Function -> (domain, position of the string, position of its plural).
MARKERS = {
    "_": ("desk", 0, None),
    "N_": ("desk", 0, None),
    "ngettext": ("desk", 0, 1),
    "said": ("documents", 1, None),
    "said_many": ("documents", 1, 2),
    "to_be_said": ("documents", 0, None),
}


@dataclass(slots=True)
class Source:
    """A string of the desk: its plural if it is counted, and the files that use it."""

    english: str
    plural: str | None = None
    files: set[str] = field(default_factory=set[str])

    @property
    def message_id(self) -> str | tuple[str, str]:
        return (self.english, self.plural) if self.plural else self.english


@dataclass(slots=True)
class Sources:
    """The strings of every domain, and what is wrong with how they are written."""

    by_domain: dict[str, dict[str, Source]]
    problems: list[str]


class PlainCatalog(Catalog):
    """A catalog whose header says nothing of dates, people and machines."""

    def __init__(self, domain: str, language: str) -> None:
        super().__init__(
            locale=language,
            domain=domain,
            header_comment=f"# Pandurata: {domain}, {language}",
            fuzzy=False,
        )
        self._num_plurals, self._plural_expr = PLURAL_FORMS[language]

    @property
    def mime_headers(self) -> list[tuple[str, str]]:
        return [
            ("Language", str(self.locale)),
            ("MIME-Version", "1.0"),
            ("Content-Type", "text/plain; charset=utf-8"),
            ("Content-Transfer-Encoding", "8bit"),
            ("Plural-Forms", f"nplurals={self.num_plurals}; plural={self.plural_expr};"),
        ]


def collect() -> Sources:
    """Every string marked for translation in the Python files of the desk."""
    found = Sources({domain: {} for domain in LANGUAGES}, [])
    for file in sorted(SOURCES.rglob("*.py")):
        name = file.relative_to(SOURCES.parent).as_posix()
        for call in _calls(ast.parse(file.read_text("utf-8"), name)):
            _collect_call(found, name, call)
    return found


def _calls(tree: ast.AST) -> Iterator[tuple[str, ast.Call]]:
    for node in ast.walk(tree):
        # Only plain names: a method that happens to be called `said` marks nothing.
        match node:
            case ast.Call(func=ast.Name(id=name)) if name in MARKERS:
                yield name, node
            case _:
                pass


def _collect_call(found: Sources, file: str, marked: tuple[str, ast.Call]) -> None:
    marker, call = marked
    domain, at, plural_at = MARKERS[marker]
    where = f"{file}:{call.lineno}"
    if len(call.args) <= max(at, plural_at or 0):
        found.problems.append(f"{where}: {marker} takes its strings by position")
        return
    try:
        singles = _literals(call.args[at])
        plurals = [None] if plural_at is None else _literals(call.args[plural_at])
    except ValueError as error:
        found.problems.append(f"{where}: {marker} {error}")
        return
    if len(singles) != len(plurals) and plural_at is not None:
        found.problems.append(f"{where}: {marker} needs both forms as literals")
        return
    for index, english in enumerate(singles):
        if not english:
            continue
        source = found.by_domain[domain].setdefault(english, Source(english))
        plural = plurals[index] if plural_at is not None else None
        if plural and source.plural not in (None, plural):
            found.problems.append(f"{where}: {english!r} has another plural elsewhere")
        source.plural = plural or source.plural
        source.files.add(file)


def _literals(node: ast.expr) -> list[str]:
    """The strings an argument can be; none when it is a name that was marked where it is defined."""
    match node:
        case ast.Constant(value=str(text)):
            return [text]
        case ast.IfExp(body=body, orelse=orelse):
            return [*_literals(body), *_literals(orelse)]
        case ast.JoinedStr() | ast.BinOp():
            raise ValueError("takes a literal: put the values in with format() afterwards")
        case _:
            return []


def path_of(domain: str, language: str, suffix: str) -> Path:
    return CATALOGS / language / "LC_MESSAGES" / f"{domain}.{suffix}"


def stored(domain: str, language: str) -> Catalog:
    """The catalog as its .po has it; an empty one when there is none."""
    path = path_of(domain, language, "po")
    if not path.exists():
        return PlainCatalog(domain, language)
    with path.open("rb") as file:
        return read_po(file, domain=domain, abort_invalid=True)


def _key(message: Message) -> str:
    return message.id if isinstance(message.id, str) else next(iter(message.id))


def _forms(message: Message) -> tuple[str, ...]:
    """The translations of a message, one for each plural form; never None."""
    if isinstance(message.string, str):
        return (message.string,)
    return tuple(message.string or ())


def updated(
    domain: str, language: str, sources: dict[str, Source], *, keep_unused: bool
) -> PlainCatalog:
    """The stored catalog brought up to the sources: what is gone kept aside, what is new empty."""
    old = stored(domain, language)
    known = {_key(message): message for message in old.obsolete.values()}
    known |= {_key(message): message for message in old if message.id}
    catalog = PlainCatalog(domain, language)
    for english, source in sorted(sources.items()):
        message = known.pop(english, None)
        string = source.message_id if language == "en" else _kept(message, source, language)
        catalog.add(
            source.message_id,
            string,
            locations=[(file, 0) for file in sorted(source.files)],
            user_comments=message.user_comments if message else (),
            flags={"fuzzy"} if message and message.fuzzy else (),
        )
    if keep_unused and language != "en":
        for english, message in known.items():
            if any(_forms(message)):
                catalog.obsolete[english] = message
    return catalog


def _kept(message: Message | None, source: Source, language: str) -> str | tuple[str, ...]:
    """The translation already there, if it has as many forms as the source now needs."""
    count = PLURAL_FORMS[language][0] if source.plural else 1
    forms = _forms(message) if message else ()
    was_counted = message is not None and not isinstance(message.id, str)
    if message is None or was_counted != bool(source.plural) or len(forms) != count:
        forms = ("",) * count
    return forms if source.plural else next(iter(forms))


def po_bytes(catalog: Catalog) -> bytes:
    """The .po: sorted, unwrapped, with the files that use a string but no line numbers."""
    out = BytesIO()
    write_po(out, catalog, width=0, sort_output=True, include_lineno=False)
    return out.getvalue().rstrip() + b"\n"


def mo_bytes(catalog: Catalog, domain: str, language: str) -> bytes:
    """The compiled catalog, of the messages that are translated in full."""
    # Babel would fill an empty plural with the English singular.
    complete = PlainCatalog(domain, language)
    for message in catalog:
        if message.id and not message.fuzzy and all(_forms(message)):
            complete.add(message.id, message.string)
    out = BytesIO()
    write_mo(out, complete)
    return out.getvalue()


def update(*, keep_unused: bool = True) -> list[str]:
    """Write every .po and .mo anew; returns what is wrong in the sources, writing nothing then."""
    sources = collect()
    if sources.problems:
        return sources.problems
    for domain, languages in LANGUAGES.items():
        for language in languages:
            catalog = updated(domain, language, sources.by_domain[domain], keep_unused=keep_unused)
            path_of(domain, language, "po").parent.mkdir(parents=True, exist_ok=True)
            path_of(domain, language, "po").write_bytes(po_bytes(catalog))
            compiled = mo_bytes(catalog, domain, language)
            path_of(domain, language, "mo").write_bytes(compiled)
    return []


def check() -> list[str]:
    """Everything that keeps the catalogs from being complete and current, one line each."""
    sources = collect()
    problems = list(sources.problems)
    for domain, languages in LANGUAGES.items():
        for language in languages:
            label = f"{language}/{domain}"
            catalog = stored(domain, language)
            problems += [
                f"{label}: {problem}"
                for problem in _problems(catalog, sources.by_domain[domain], domain, language)
            ]
    return problems


def _problems(
    catalog: Catalog, sources: dict[str, Source], domain: str, language: str
) -> Iterator[str]:
    messages = {_key(message): message for message in catalog if message.id}
    for english in sorted(sources.keys() - messages.keys()):
        yield f"not collected: {english!r}"
    for english in sorted(messages.keys() - sources.keys()):
        yield f"no longer used: {english!r}"
    for english in sorted(messages.keys() & sources.keys()):
        message, source = messages[english], sources[english]
        if message.id != source.message_id:
            yield f"not collected as it is now: {english!r}"
        elif message.fuzzy or not all(_forms(message)) or not _forms(message):
            yield f"untranslated: {english!r}"
        else:
            yield from _wrong_placeholders(message, source, language)
            if language == "en" and message.string != source.message_id:
                yield f"differs from the source: {english!r}"
    compiled = path_of(domain, language, "mo")
    current = mo_bytes(catalog, domain, language)
    if not compiled.exists() or compiled.read_bytes() != current:
        yield f"{compiled.name} is not compiled from {domain}.po"


def _wrong_placeholders(message: Message, source: Source, language: str) -> Iterator[str]:
    forms = _forms(message)
    wanted = placeholders(source.plural or source.english)
    if source.plural and PLURAL_FORMS[language][0] == 2:
        # The form for one may spell the number out, as the source does.
        if placeholders(forms[0]) != placeholders(source.english):
            yield f"other placeholders: {source.english!r} -> {forms[0]!r}"
        forms = forms[1:]
    for form in forms:
        if placeholders(form) != wanted:
            yield f"other placeholders: {source.plural or source.english!r} -> {form!r}"


def placeholders(text: str) -> list[str]:
    """The placeholders of a format string, sorted; none when it is not one."""
    try:
        parts = list(Formatter().parse(text))
    except ValueError:
        return ["unreadable"]
    return sorted(
        f"{name}!{conversion}:{form}" for _text, name, form, conversion in parts if name is not None
    )


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description="Collect, update and compile the catalogs.")
    parser.add_argument("--check", action="store_true", help="only list what is missing")
    parser.add_argument("--drop-unused", action="store_true", help="forget strings out of use")
    options = parser.parse_args(arguments)
    problems = check() if options.check else update(keep_unused=not options.drop_unused)
    for problem in problems:
        print(problem)
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
