"""Several files, all of them or none."""

from pathlib import Path

import pytest

from desk.model.errors import UserError
from desk.services.files import WholeFiles


def listing(folder: Path) -> dict[str, str]:
    return {path.name: path.read_text() for path in folder.iterdir() if path.is_file()}


def write(folder: Path, *names: str, content: bytes = b"new", keep: bool = True) -> None:
    with WholeFiles(folder) as files:
        for name in names:
            files.write(name, content)
        if keep:
            files.keep()


def keep_and_fail(folder: Path, *names: str) -> None:
    with WholeFiles(folder) as files:
        for name in names:
            files.write(name, b"new")
        files.keep()
        raise RuntimeError("the commit failed")


def test_files_appear_together(tmp_path: Path) -> None:
    with WholeFiles(tmp_path / "new" / "deep") as files:
        assert files.write("a.ics", b"A") == "a.ics"
        assert files.write("a.ics", b"B") == "a-2.ics"
        assert not (tmp_path / "new" / "deep" / "a.ics").exists()
        files.keep()
    assert listing(tmp_path / "new" / "deep") == {"a.ics": "A", "a-2.ics": "B"}


def test_without_being_kept_nothing_is_left_not_even_the_folder(tmp_path: Path) -> None:
    (tmp_path / "a.ics").write_text("old")
    write(tmp_path, "a.ics", keep=False)
    write(tmp_path / "new" / "deep", "a.ics", keep=False)
    assert listing(tmp_path) == {"a.ics": "old"}
    assert [path.name for path in tmp_path.iterdir()] == ["a.ics"]


def test_an_error_after_keeping_puts_back_what_was_replaced(tmp_path: Path) -> None:
    (tmp_path / "a.ics").write_text("old")
    with pytest.raises(RuntimeError, match="the commit failed"):
        keep_and_fail(tmp_path, "a.ics", "b.ics")
    assert listing(tmp_path) == {"a.ics": "old"}


def test_a_file_that_cannot_take_its_place_keeps_the_others_out(tmp_path: Path) -> None:
    (tmp_path / "a.ics").write_text("old")
    (tmp_path / "b.ics").mkdir()
    with pytest.raises(UserError, match=r"b\.ics cannot be written: it is not a file\."):
        write(tmp_path, "a.ics", "b.ics")
    assert listing(tmp_path) == {"a.ics": "old"}


def test_replacing_leaves_nothing_beside(tmp_path: Path) -> None:
    for content in (b"1", b"2"):
        write(tmp_path, "a.ics", content=content)
    assert listing(tmp_path) == {"a.ics": "2"}


def test_a_folder_that_is_a_file_is_said_in_words(tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("a file")
    for folder in (tmp_path / "taken", tmp_path / "taken" / "in"):
        with pytest.raises(UserError, match=r"taken.* cannot be written"):
            write(folder, "a.ics")


def test_a_file_has_a_name_that_the_disk_can_hold(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="is a folder; give the file a name"):
        write(Path(), Path().name)
    with pytest.raises(UserError, match="cannot be written"):
        write(tmp_path, "a.ics", "n" * 300)
    assert listing(tmp_path) == {}
