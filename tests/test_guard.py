import pytest

from desk.guard import python_supported, refuse_broken_qt, refuse_other_python


@pytest.mark.parametrize("version", [(3, 11), (3, 12), (3, 13)])
def test_the_tested_pythons_are_supported(version: tuple[int, int]) -> None:
    assert python_supported(version)
    refuse_other_python(version)


@pytest.mark.parametrize("version", [(2, 7), (3, 9), (3, 10), (3, 14), (4, 0)])
def test_any_other_python_is_refused_in_one_sentence(version: tuple[int, int]) -> None:
    assert not python_supported(version)
    with pytest.raises(SystemExit) as refusal:
        refuse_other_python(version)
    assert refusal.value.code == (
        f"Pandurata needs Python 3.11, 3.12 or 3.13, and this is Python {version[0]}.{version[1]}:"
        " install one of them and start it again."
    )


@pytest.mark.parametrize("qt_version", ["6.12", "6.12.0", "6.12.3"])
def test_qt_that_crashes_on_python_3_11_is_refused_in_one_sentence(qt_version: str) -> None:
    with pytest.raises(SystemExit) as refusal:
        refuse_broken_qt((3, 11), qt_version)
    assert refusal.value.code == (
        f"PySide6-Essentials {qt_version} crashes on Python 3.11: install PySide6-Essentials 6.11.3"
        " or start Pandurata with Python 3.12 or 3.13."
    )


@pytest.mark.parametrize(
    ("version", "qt_version"),
    [((3, 11), "6.11.3"), ((3, 11), "6.1.2"), ((3, 12), "6.12.0"), ((3, 13), "6.12.0")],
)
def test_other_pairs_of_python_and_qt_start(version: tuple[int, int], qt_version: str) -> None:
    refuse_broken_qt(version, qt_version)


def test_what_the_lock_file_installs_here_starts() -> None:
    refuse_other_python()
    refuse_broken_qt()
