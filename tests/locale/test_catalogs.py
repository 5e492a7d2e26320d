"""The catalogs, and the command that keeps them."""

import ast
import importlib.util
import sys
from gettext import GNUTranslations
from io import BytesIO
from pathlib import Path
from types import ModuleType

import pytest

from desk.locale.words import CATALOG_FOLDER, DOCUMENT_LANGUAGES, SCREEN_LANGUAGES

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def catalogs() -> ModuleType:
    # The folder bears the name of a package that Python's own tools use.
    spec = importlib.util.spec_from_file_location(
        "desk_packaging_catalogs", ROOT / "packaging" / "catalogs.py"
    )
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def workshop(catalogs: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A small project of its own: write into its `desk`, the catalogs go to `catalogs`."""
    (tmp_path / "desk").mkdir()
    monkeypatch.setattr(catalogs, "SOURCES", tmp_path / "desk")
    monkeypatch.setattr(catalogs, "CATALOGS", tmp_path / "catalogs")
    return tmp_path


def write(workshop: Path, source: str) -> None:
    ast.parse(source)
    (workshop / "desk" / "page.py").write_text(source, "utf-8")


def translate(catalogs: ModuleType, domain: str, language: str, words: dict[str, object]) -> None:
    catalog = catalogs.stored(domain, language)
    for message in catalog:
        if message.id:
            key = message.id if isinstance(message.id, str) else message.id[0]
            message.string = words.get(key, message.string)
    catalogs.path_of(domain, language, "po").write_bytes(catalogs.po_bytes(catalog))


def test_every_catalog_is_complete_and_compiled(catalogs: ModuleType) -> None:
    assert catalogs.check() == []


def test_every_language_has_its_catalogs(catalogs: ModuleType) -> None:
    assert catalogs.CATALOGS == CATALOG_FOLDER
    assert catalogs.LANGUAGES == {"desk": SCREEN_LANGUAGES, "documents": DOCUMENT_LANGUAGES}
    stored = {
        (path.parent.parent.name, path.stem) for path in CATALOG_FOLDER.glob("*/LC_MESSAGES/*.po")
    }
    assert stored == {
        (language, domain)
        for domain, languages in catalogs.LANGUAGES.items()
        for language in languages
    }


def test_strings_are_collected_by_domain(catalogs: ModuleType, workshop: Path) -> None:
    write(
        workshop,
        """
a = _("Save"), ngettext("{count} person", "{count} people", n), N_("Marked " "twice")
b = said(language_of(guest, 1), "Place"), said_many(x, "{n} page", "{n} pages", n)
c = to_be_said("Dress"), _("Open" if wide else "Shut"), _(row.label), _("")
d = clock.said("not ours"), words.ngettext(one, many, 3)
""",
    )
    found = catalogs.collect()
    assert found.problems == []
    assert [source.message_id for _key, source in sorted(found.by_domain["desk"].items())] == [
        "Marked twice",
        "Open",
        "Save",
        "Shut",
        ("{count} person", "{count} people"),
    ]
    assert [source.message_id for _key, source in sorted(found.by_domain["documents"].items())] == [
        "Dress",
        "Place",
        ("{n} page", "{n} pages"),
    ]
    assert found.by_domain["desk"]["Save"].files == {"desk/page.py"}


@pytest.mark.parametrize(
    ("source", "problem"),
    [
        ('_(f"{n} people")', "takes a literal: put the values in with format() afterwards"),
        ('_("a" + b)', "takes a literal: put the values in with format() afterwards"),
        ('_("%s" % b)', "takes a literal: put the values in with format() afterwards"),
        ('ngettext("one", many=x)', "takes its strings by position"),
        ('said(x, english="Place")', "takes its strings by position"),
        ('ngettext("one", many, n)', "needs both forms as literals"),
    ],
)
def test_strings_that_cannot_be_collected_are_named(
    catalogs: ModuleType, workshop: Path, source: str, problem: str
) -> None:
    write(workshop, source)
    marker = source.partition("(")[0]
    expected = [f"desk/page.py:1: {marker} {problem}"]
    assert catalogs.collect().problems == expected
    assert catalogs.update() == expected
    assert not catalogs.CATALOGS.exists()


def test_two_plurals_of_one_string_are_named(catalogs: ModuleType, workshop: Path) -> None:
    write(workshop, 'ngettext("{n} car", "{n} cars", n)\nngettext("{n} car", "{n} vehicles", n)\n')
    assert catalogs.update() == ["desk/page.py:2: '{n} car' has another plural elsewhere"]


def test_a_plural_joins_the_same_string_without_one(catalogs: ModuleType, workshop: Path) -> None:
    write(workshop, '_("{n} car")\nngettext("{n} car", "{n} cars", n)\n_("{n} car")\n')
    found = catalogs.collect()
    assert found.by_domain["desk"]["{n} car"].message_id == ("{n} car", "{n} cars")


def test_english_fills_itself_and_other_languages_wait(
    catalogs: ModuleType, workshop: Path
) -> None:
    write(workshop, '_("Save")\nngettext("{n} car", "{n} cars", n)\nsaid(x, "Place")\n')
    assert catalogs.update() == []
    assert catalogs.check() == [
        "id/desk: untranslated: 'Save'",
        "id/desk: untranslated: '{n} car'",
        "id/documents: untranslated: 'Place'",
        "ru/documents: untranslated: 'Place'",
        "kk/documents: untranslated: 'Place'",
    ]


def test_a_translation_stays_and_is_compiled(catalogs: ModuleType, workshop: Path) -> None:
    write(workshop, '_("Save")\nngettext("{n} car", "{n} cars", n)\n')
    catalogs.update()
    translate(catalogs, "desk", "id", {"Save": "Simpan", "{n} car": ("{n} mobil",)})
    assert catalogs.check() == ["id/desk: desk.mo is not compiled from desk.po"]
    catalogs.update()
    assert catalogs.check() == []
    compiled = catalogs.path_of("desk", "id", "mo").read_bytes()
    words = GNUTranslations(BytesIO(compiled))
    assert words.gettext("Save") == "Simpan"
    assert [words.ngettext("{n} car", "{n} cars", n) for n in (1, 5)] == ["{n} mobil"] * 2


def test_updating_again_changes_no_byte(catalogs: ModuleType, workshop: Path) -> None:
    write(workshop, '_("Zebra")\n_("Save")\nsaid(x, "Place")\n')
    catalogs.update()
    first = {path: path.read_bytes() for path in catalogs.CATALOGS.rglob("*.?o")}
    write(workshop, '\n\n\n_("Save")\n\nsaid(x, "Place")\n_("Zebra")\n')
    catalogs.update()
    assert {path: path.read_bytes() for path in catalogs.CATALOGS.rglob("*.?o")} == first
    assert catalogs.path_of("desk", "en", "po").read_text("utf-8") == (
        "# Pandurata: desk, en\n"
        'msgid ""\nmsgstr ""\n"Language: en\\n"\n"MIME-Version: 1.0\\n"\n'
        '"Content-Type: text/plain; charset=utf-8\\n"\n"Content-Transfer-Encoding: 8bit\\n"\n'
        '"Plural-Forms: nplurals=2; plural=(n != 1);"\n\n'
        '#: desk/page.py\nmsgid "Save"\nmsgstr "Save"\n\n'
        '#: desk/page.py\nmsgid "Zebra"\nmsgstr "Zebra"\n'
    )


def test_a_string_out_of_use_is_kept_aside_and_comes_back(
    catalogs: ModuleType, workshop: Path
) -> None:
    write(workshop, '_("Save")\n')
    catalogs.update()
    translate(catalogs, "desk", "id", {"Save": "Simpan"})
    write(workshop, '_("Print")\n')
    assert "id/desk: no longer used: 'Save'" in catalogs.check()
    catalogs.update()
    po = catalogs.path_of("desk", "id", "po")
    assert '#~ msgstr "Simpan"' in po.read_text("utf-8")
    assert catalogs.check() == ["id/desk: untranslated: 'Print'"]
    write(workshop, '_("Save")\n')
    catalogs.update()
    assert catalogs.check() == []
    write(workshop, '_("Print")\n')
    assert catalogs.main(["--drop-unused"]) == 0
    assert "Simpan" not in po.read_text("utf-8")


def test_a_string_that_is_counted_from_now_on_is_translated_anew(
    catalogs: ModuleType, workshop: Path
) -> None:
    write(workshop, '_("{n} car")\n')
    catalogs.update()
    translate(catalogs, "desk", "id", {"{n} car": "{n} mobil"})
    write(workshop, 'ngettext("{n} car", "{n} cars", n)\n')
    assert "id/desk: not collected as it is now: '{n} car'" in catalogs.check()
    catalogs.update()
    assert catalogs.check() == ["id/desk: untranslated: '{n} car'"]


@pytest.mark.parametrize("wrong", ["Oleh {nama}", "Oleh", "Oleh {name} {name}", "Oleh {name"])
def test_a_translation_with_other_placeholders_is_named(
    catalogs: ModuleType, workshop: Path, wrong: str
) -> None:
    write(workshop, '_("By {name}")\n')
    catalogs.update()
    translate(catalogs, "desk", "id", {"By {name}": wrong})
    catalogs.update()
    assert catalogs.check() == [f"id/desk: other placeholders: 'By {{name}}' -> {wrong!r}"]


def test_every_plural_form_needs_its_number(catalogs: ModuleType, workshop: Path) -> None:
    write(workshop, 'said_many(x, "one page", "{n} pages", n)\n')
    catalogs.update()
    forms: dict[str, object] = {"one page": ("одна страница", "{n} страницы", "{n} страниц")}
    translate(catalogs, "documents", "ru", forms)
    catalogs.update()
    # 21 takes the first form as well, so "one" would be wrong.
    assert "ru/documents: other placeholders: '{n} pages' -> 'одна страница'" in catalogs.check()
    assert not [problem for problem in catalogs.check() if problem.startswith("en/")]


def test_an_uncertain_translation_counts_as_none(catalogs: ModuleType, workshop: Path) -> None:
    write(workshop, '_("Save")\n')
    catalogs.update()
    catalog = catalogs.stored("desk", "id")
    catalog["Save"].string = "Simpan"
    catalog["Save"].flags.add("fuzzy")
    catalogs.path_of("desk", "id", "po").write_bytes(catalogs.po_bytes(catalog))
    catalogs.update()
    assert catalogs.check() == ["id/desk: untranslated: 'Save'"]


def test_a_half_translated_plural_is_not_compiled(catalogs: ModuleType, workshop: Path) -> None:
    write(workshop, 'said_many(x, "{n} page", "{n} pages", n)\n')
    catalogs.update()
    translate(catalogs, "documents", "ru", {"{n} page": ("{n} страница", "", "")})
    catalogs.update()
    words = GNUTranslations(BytesIO(catalogs.path_of("documents", "ru", "mo").read_bytes()))
    assert words.ngettext("{n} page", "{n} pages", 5) == "{n} pages"


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("id", ["a", "a", "a", "a", "a"]),
        ("en", ["b", "a", "b", "b", "b"]),
        ("ru", ["c", "a", "b", "c", "a"]),
        ("kk", ["a", "a", "a", "a", "a"]),
    ],
)
def test_languages_count_in_their_own_forms(
    catalogs: ModuleType, language: str, expected: list[str]
) -> None:
    catalog = catalogs.PlainCatalog("documents", language)
    catalog.add(("one", "many"), tuple("abc"[: catalog.num_plurals]))
    words = GNUTranslations(BytesIO(catalogs.mo_bytes(catalog, "documents", language)))
    assert [words.ngettext("one", "many", count) for count in (0, 1, 3, 12, 21)] == expected


def test_the_command_lists_problems_and_fails(
    catalogs: ModuleType, workshop: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write(workshop, '_("Save")\n')
    assert catalogs.main([]) == 0
    assert catalogs.main(["--check"]) == 1
    assert capsys.readouterr().out == "id/desk: untranslated: 'Save'\n"
