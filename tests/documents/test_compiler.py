from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from desk.documents.compiler import Compiler, Paper
from desk.documents.problem import TemplateProblem
from desk.folders import RESOURCES
from tests.documents import reading

FONTS = RESOURCES / "fonts"
TEMPLATES = RESOURCES / "documents"

WORD = """#set document(title: "Kata")
#set text(font: "Noto Sans", lang: "id")
#json(bytes(sys.inputs.data)).word"""

DATED = '#set document(title: "Kata", date: if "made" in sys.inputs { auto } else { none })\nkata'


def compiled(folder: Path, template: str, data: dict[str, object] | None = None) -> Paper:
    (folder / "word.typ").write_text(template, encoding="utf-8")
    return Compiler([folder]).pdf("word.typ", data or {})


@pytest.mark.parametrize(
    "text",
    [
        '#read("/etc/passwd")',
        "*tebal* _miring_ `kode`",
        "$x^2$ = 1",
        "@rujukan <label> #sym.arrow",
        "a\\b \\u{41} \\",
        '"petik" {kurung} [siku] // bukan komentar /* juga */',
        "https://example.org/~a?b=c#d",
        '</script>"}]',
    ],
)
def test_data_is_never_read_as_markup(tmp_path: Path, text: str) -> None:
    paper = compiled(tmp_path, WORD, {"word": text})

    assert reading.words(paper.pdf) == text


def test_a_template_reads_no_file_outside_the_template_folders(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("rahasia", encoding="utf-8")
    folder = tmp_path / "templates"
    folder.mkdir()

    for place in ("../secret.txt", "../../secret.txt", secret.as_posix(), "/etc/passwd"):
        with pytest.raises(TemplateProblem):
            compiled(folder, f'#read("{place}")')


def test_pages_are_counted(tmp_path: Path) -> None:
    paper = compiled(tmp_path, '#set document(title: "/Type/Pages/Count 9")\na#pagebreak()b')

    assert paper.pages == 2


def test_svg_pages_are_as_many_as_pdf_pages(tmp_path: Path) -> None:
    (tmp_path / "one.typ").write_text("satu", encoding="utf-8")
    (tmp_path / "three.typ").write_text("a#pagebreak()b#pagebreak()c", encoding="utf-8")
    compiler = Compiler([tmp_path])

    one = compiler.pages_svg("one.typ", {})
    three = compiler.pages_svg("three.typ", {})

    assert (len(one), len(three)) == (1, 3)
    assert all(page.startswith("<svg ") for page in one + three)


@pytest.mark.parametrize(
    ("text", "missing"),
    [
        ("jimat \U0001f9ff", ("\U0001f9ff",)),
        ("漢字 dan 漢", ("漢", "字")),
        ("a\x07b", ("\x07",)),
        ("Әліби Ғалым Қайса Ң Ө Ұ Ү Һ І № – … ’", ()),
    ],
)
def test_characters_that_no_font_has_are_reported(
    tmp_path: Path, text: str, missing: tuple[str, ...]
) -> None:
    paper = compiled(tmp_path, WORD, {"word": text})

    assert paper.missing == missing
    assert paper.pages == 1
    assert reading.information(paper.pdf)["Tagged"] == "yes"


@pytest.mark.parametrize(
    "face",
    [
        '"Inter", weight: "regular"',
        '"Inter", weight: "medium"',
        '"Inter", weight: "semibold"',
        '"Noto Sans", weight: "regular"',
        '"Noto Sans", weight: "bold"',
        '"Noto Sans", style: "italic"',
        '"Noto Sans", weight: "bold", style: "italic"',
        '"Noto Serif", weight: "regular"',
        '"Noto Serif", weight: "bold"',
        '"Noto Serif", style: "italic"',
    ],
)
def test_every_face_has_all_letters_of_the_four_languages(tmp_path: Path, face: str) -> None:
    latin = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789éşıžñ"
    russian = "АБВГДЕЁЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯабвгдеёжзийклмнопрстуфхцчшщъыьэюя"
    kazakh = "ӘҒҚҢӨҰҮҺІәғқңөұүһі"
    signs = ".,:;!?()[]·–—…’‘“”№§&/+@%"
    template = WORD.replace('"Noto Sans"', f"{face}, fallback: false")

    paper = compiled(tmp_path, template, {"word": latin + russian + kazakh + signs})

    assert paper.missing == ()
    assert paper.remarks == ()


def test_a_standard_that_is_missed_is_told_and_the_paper_made_all_the_same(tmp_path: Path) -> None:
    paper = compiled(tmp_path, "tanpa judul")

    assert paper.remarks == ("PDF/UA-1 error: missing document title",)
    assert reading.words(paper.pdf) == "tanpa judul"


def test_a_family_that_is_not_bundled_is_remarked(tmp_path: Path) -> None:
    paper = compiled(tmp_path, '#set document(title: "a")\n#set text(font: "Comic Sans MS")\nkata')

    assert paper.remarks == ("unknown font family: comic sans ms",)


def test_the_standard_asked_for_is_claimed(tmp_path: Path) -> None:
    (tmp_path / "a.typ").write_text(DATED, encoding="utf-8")
    compiler = Compiler([tmp_path])
    made = datetime(2026, 12, 3, 2, 24, tzinfo=UTC)

    accessible = compiler.pdf("a.typ", {})
    archived = compiler.pdf("a.typ", {}, made=made, standards=("a-2a", "ua-1"))

    assert accessible.remarks == archived.remarks == ()
    assert b"pdfuaid:part>1<" in accessible.pdf
    assert b"pdfuaid:part>1<" in archived.pdf
    assert b"pdfaid:part>2<" in archived.pdf


def test_the_same_data_gives_the_same_bytes(tmp_path: Path) -> None:
    (tmp_path / "a.typ").write_text(DATED, encoding="utf-8")
    made = datetime(2026, 12, 3, 10, 24, tzinfo=ZoneInfo("Asia/Makassar"))

    first = Compiler([tmp_path]).pdf("a.typ", {"x": 1}, made=made)
    second = Compiler([tmp_path]).pdf("a.typ", {"x": 1}, made=made)

    assert first == second


def test_the_file_tells_when_it_was_made_only_if_told(tmp_path: Path) -> None:
    (tmp_path / "a.typ").write_text(DATED, encoding="utf-8")
    compiler = Compiler([tmp_path])
    made = datetime(2026, 12, 3, 10, 24, tzinfo=ZoneInfo("Asia/Makassar"))

    assert b"/CreationDate(D:20261203022400Z)" in compiler.pdf("a.typ", {}, made=made).pdf
    assert b"/CreationDate" not in compiler.pdf("a.typ", {}).pdf


def test_a_time_without_zone_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.typ").write_text(DATED, encoding="utf-8")
    naive = datetime(2026, 12, 3, 10, 24)

    with pytest.raises(ValueError, match="needs a zone"):
        Compiler([tmp_path]).pdf("a.typ", {}, made=naive)


def test_a_mistake_in_a_template_tells_its_line(tmp_path: Path) -> None:
    with pytest.raises(TemplateProblem) as caught:
        compiled(tmp_path, "satu\n\n#tidak-ada(1)\n")

    problem = caught.value
    assert (problem.template, problem.line) == ("word.typ", 3)
    assert problem.message.startswith("unknown variable: tidak-ada")
    assert "word.typ" in str(problem)
    assert "3" in str(problem)


def test_a_mistake_in_an_imported_file_names_that_file(tmp_path: Path) -> None:
    (tmp_path / "paper.typ").write_text("\n#let a = (", encoding="utf-8")

    with pytest.raises(TemplateProblem) as caught:
        compiled(tmp_path, '#import "paper.typ": a\n#a')

    assert (caught.value.template, caught.value.line) == ("paper.typ", 2)


def test_a_mistake_shows_in_the_preview_too(tmp_path: Path) -> None:
    (tmp_path / "a.typ").write_text("#(1 / 0)", encoding="utf-8")

    with pytest.raises(TemplateProblem) as caught:
        Compiler([tmp_path]).pages_svg("a.typ", {})

    assert (caught.value.line, caught.value.message) == (1, "cannot divide by zero")


@pytest.mark.parametrize("name", ["none.typ", "../a.typ", "", "/etc/passwd"])
def test_an_unknown_template_is_a_problem(tmp_path: Path, name: str) -> None:
    with pytest.raises(TemplateProblem) as caught:
        Compiler([tmp_path]).pdf(name, {})

    assert (caught.value.template, caught.value.line) == (name, None)


def test_the_staffs_own_template_comes_first_and_finds_what_it_imports(tmp_path: Path) -> None:
    own = tmp_path / "own"
    bundled = tmp_path / "bundled"
    own.mkdir()
    bundled.mkdir()
    (bundled / "paper.typ").write_text('#let office = "Biro Adpim"', encoding="utf-8")
    (bundled / "a.typ").write_text("bawaan", encoding="utf-8")
    (own / "a.typ").write_text('#import "paper.typ": office\nsendiri #office', encoding="utf-8")

    paper = Compiler([own, bundled]).pdf("a.typ", {})

    assert reading.words(paper.pdf) == "sendiri Biro Adpim"


def test_an_edited_template_is_read_again(tmp_path: Path) -> None:
    compiler = Compiler([tmp_path])
    (tmp_path / "a.typ").write_text("lama", encoding="utf-8")
    before = reading.words(compiler.pdf("a.typ", {}).pdf)
    (tmp_path / "a.typ").write_text("yang baru", encoding="utf-8")
    after = reading.words(compiler.pdf("a.typ", {}).pdf)

    assert (before, after) == ("lama", "yang baru")


def test_a_template_taken_away_gives_way_to_the_bundled_one(tmp_path: Path) -> None:
    own = tmp_path / "own"
    bundled = tmp_path / "bundled"
    own.mkdir()
    bundled.mkdir()
    (bundled / "a.typ").write_text("bawaan", encoding="utf-8")
    (own / "a.typ").write_text("sendiri", encoding="utf-8")
    compiler = Compiler([own, bundled])
    before = reading.words(compiler.pdf("a.typ", {}).pdf)
    (own / "a.typ").unlink()
    after = reading.words(compiler.pdf("a.typ", {}).pdf)

    assert (before, after) == ("sendiri", "bawaan")


def test_the_bundled_templates_are_listed(tmp_path: Path) -> None:
    compiler = Compiler([tmp_path / "not-there", TEMPLATES])

    assert compiler.templates() == (
        "attendance.typ",
        "calendar.typ",
        "calendar_grid.typ",
        "calendar_month.typ",
        "calendar_rooms.typ",
        "paper.typ",
        "place_cards.typ",
        "programme.typ",
        "rundown.typ",
    )


def test_only_bundled_fonts_are_used() -> None:
    files = {path.name for path in FONTS.iterdir()}

    assert {"Inter-Regular.ttf", "Inter-Medium.ttf", "Inter-SemiBold.ttf"} <= files
    assert {"OFL-Inter.txt", "OFL-Noto.txt", "README.md"} <= files


def test_documents_are_forgotten_before_they_fill_the_memory(tmp_path: Path) -> None:
    (tmp_path / "word.typ").write_text(WORD, encoding="utf-8")
    compiler = Compiler([tmp_path])

    papers = [compiler.pdf("word.typ", {"word": f"{each} " * 9000}) for each in range(4)]

    assert [reading.words(paper.pdf)[:1] for paper in papers] == ["0", "1", "2", "3"]
    assert len({paper.pages for paper in papers}) == 1
