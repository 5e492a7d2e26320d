"""`precedence`: who stands before whom, for people and for programs."""

from tests.cli.conftest import Run
from tests.cli.test_commands import json_of


def test_the_order_is_listed_for_people(run: Run, sample: str) -> None:
    said = run("precedence", sample, "2026-001/6")
    assert (said.status, said.err) == (0, "")
    lines = said.out.splitlines()
    assert lines[0] == "Official event in a province (Law 9/2010, art. 10)"
    assert lines[1].split()[:4] == ["1", "9.14", "M.", "Fadjroel"]
    assert lines[2].split()[:2] == ["2=", "p"]
    assert lines[9].endswith("needs an equivalent")


def test_the_order_is_listed_for_programs(run: Run, sample: str) -> None:
    rows = json_of(run("precedence", sample, "2026-001/6", "--json").out)
    assert (rows[0]["rank"], rows[0]["name"]) == ("9.14", "M. Fadjroel Rachman")
    assert (rows[0]["equal_with"], rows[0]["override"]) == ([], None)
    asisten = next(row for row in rows if row["name"] == "M. Syirajudin")
    assert asisten["basis"] == "UU 9/2010 Pasal 10 ayat (1) huruf p"
    assert "M. Faisal" in asisten["equal_with"]
    serik = next(row for row in rows if row["name"] == "Serik")
    assert (serik["rank"], serik["needs_equivalent"]) == (None, True)


def test_another_scheme_is_looked_at(run: Run, sample: str) -> None:
    rows = json_of(run("precedence", sample, "2026-001/6", "--scheme", "bilateral", "--json").out)
    assert [row["ladder"] for row in rows] == ["guest"] * 7 + ["host"] * 7
    wrong = run("precedence", sample, "2026-001/6", "--scheme", "Wina")
    assert (wrong.status, wrong.out) == (1, "")
    assert wrong.err.startswith("There is no scheme Wina")
