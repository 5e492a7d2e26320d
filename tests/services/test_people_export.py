"""Everybody for other programs, and what comes back when it is read again."""

from pathlib import Path

import pytest
import vobject
from openpyxl import load_workbook

from desk.locale import use_language
from desk.model.errors import UserError
from desk.model.rows.intake import IntakeSource
from desk.services import intake, people
from desk.services.desk import Desk
from desk.services.people_export import export_people
from tests.services.test_intake import finished

NAMES = ["+62 Contoh", "-Dana", "=1+1", "@Serik", 'Contoh, Ani; "Ny"']


@pytest.fixture
def names(desk: Desk) -> list[str]:
    for name in NAMES:
        people.create_person(desk, name=name, phone="+62 812 5550 142")
    people.create_person(
        desk, name="Budi Contoh", titles_before="Prof. Dr.", titles_after="S.E., M.Si."
    )
    return sorted(row.name for row in people.list_people(desk))


@pytest.mark.parametrize("language", ["id", "en"])
@pytest.mark.parametrize("ending", ["csv", "xlsx", "vcf"])
def test_what_was_written_is_read_with_the_same_names_and_titles(
    desk: Desk, names: list[str], tmp_path: Path, ending: str, language: str
) -> None:
    use_language(language)
    path = tmp_path / f"people.{ending}"
    assert export_people(desk, path) == len(names)
    rows = finished(intake.read_intake(desk, IntakeSource(path))).rows
    assert sorted(row.name for row in rows) == names
    [budi] = [row for row in rows if row.name == "Budi Contoh"]
    assert (budi.titles_before, budi.titles_after) == ("Prof. Dr.", "S.E., M.Si.")


def test_no_cell_runs_as_a_formula(desk: Desk, names: list[str], tmp_path: Path) -> None:
    export_people(desk, tmp_path / "people.csv")
    text = (tmp_path / "people.csv").read_text("utf-8-sig")
    cells = [cell for line in text.splitlines() for cell in line.split(";")]
    assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@"))]
    assert "'=1+1" in cells
    export_people(desk, tmp_path / "people.xlsx")
    sheet = load_workbook(tmp_path / "people.xlsx").worksheets[0]
    assert {cell.data_type for row in sheet.iter_rows() for cell in row if cell.value} == {"s"}
    assert "=1+1" in [cell.value for cell in sheet["A"]]


def test_nothing_restricted_is_written(desk: Desk, names: list[str], tmp_path: Path) -> None:
    for ending in ("csv", "xlsx", "vcf"):
        export_people(desk, tmp_path / f"people.{ending}")
    page = load_workbook(tmp_path / "people.xlsx").worksheets[0]
    cells = [str(cell.value) for row in page.iter_rows() for cell in row]
    written = [(tmp_path / f"people.{ending}").read_text("utf-8") for ending in ("csv", "vcf")]
    assert not [text for text in (*written, *cells) if "5550" in text]


def test_cards_open_elsewhere(desk: Desk, sample: int, tmp_path: Path) -> None:
    export_people(desk, tmp_path / "people.vcf")
    cards = list(vobject.readComponents((tmp_path / "people.vcf").read_text("utf-8")))
    [abai] = [card for card in cards if card.fn.value.startswith("Rakhmatullaev")]
    assert (abai.n.value.family, abai.n.value.additional) == ("Rakhmatullaev", "Kalykululy")
    assert len(cards) == people.count_people(desk)


def test_another_ending_is_refused(desk: Desk, tmp_path: Path) -> None:
    with pytest.raises(UserError, match=r"people\.doc: people are written to"):
        export_people(desk, tmp_path / "people.doc")
    assert not (tmp_path / "people.doc").exists()
