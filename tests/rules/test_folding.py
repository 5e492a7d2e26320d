"""One spelling for many."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk.rules.folding import fold


@pytest.mark.parametrize("spelling", ["kaisa", "Қайса", "Кайса", "Kajsa", "Kaysa", "KAISA"])
def test_spellings_of_one_name_in_any_script_are_one(spelling: str) -> None:
    assert fold(spelling) == "kaisa"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Рахматуллаев Абай Қалықұлұлы", "Rakhmatullaev Abai Kalykululy"),
        ("Soekarno", "Sukarno"),
        ("José-María", "jose maria"),
        ("Ruang  Pandurata", "ruang pandurata"),
    ],
)
def test_variants_meet(one: str, other: str) -> None:
    assert fold(one) == fold(other)


def test_different_names_stay_apart() -> None:
    assert len({fold(name) for name in ("Serik", "Berik", "Lisa", "Heni", "Puguh")}) == 5


@given(st.text())
def test_folding_gives_plain_words_and_folds_no_further(text: str) -> None:
    folded = fold(text)
    assert folded == " ".join(folded.split())
    assert folded.isascii()
    assert folded == folded.lower()
