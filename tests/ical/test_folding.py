import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from desk.ical.folding import LONGEST_LINE, fold, fold_all
from desk.ical.text import clean_text, escape_text


def unfold(octets: bytes) -> str:
    assert octets.endswith(b"\r\n")
    return octets.replace(b"\r\n ", b"").decode("utf-8").removesuffix("\r\n")


@pytest.mark.parametrize("length", [1, 74, 75])
def test_a_line_of_up_to_75_octets_is_left_alone(length: int) -> None:
    assert fold("x" * length) == b"x" * length + b"\r\n"


def test_a_longer_line_is_folded_at_75_octets_counting_the_leading_space() -> None:
    assert fold("x" * 224) == (
        b"x" * 75 + b"\r\n " + b"x" * 74 + b"\r\n " + b"x" * 74 + b"\r\n " + b"x\r\n"
    )


def test_sixty_cyrillic_letters_are_not_torn() -> None:
    line = "SUMMARY:" + "ж" * 60
    folded = fold(line)
    assert unfold(folded) == line
    assert [len(piece) for piece in folded.split(b"\r\n")] == [74, 55, 0]
    for piece in folded.split(b"\r\n"):
        piece.decode("utf-8")


@pytest.mark.parametrize("shift", range(12))
@pytest.mark.parametrize(
    "piece", ["\U0001f468\u200d\U0001f469\u200d\U0001f467", "\u05e9\u05dc\u05d5\u05dd", "e\u0301"]
)
def test_emoji_right_to_left_text_and_accents_survive_the_fold(piece: str, shift: int) -> None:
    line = "SUMMARY:" + "x" * (60 + shift) + piece * 9
    assert unfold(fold(line)) == line


@pytest.mark.parametrize("shift", range(4))
@pytest.mark.parametrize("pair", ["\\\\", "\\n", "\\;", "\\,", "^", "\\\\^"])
def test_nothing_is_torn_from_its_escape_sign_even_in_a_long_run(pair: str, shift: int) -> None:
    line = "SUMMARY:" + "x" * shift + pair * 300
    pieces = fold(line).removesuffix(b"\r\n").split(b"\r\n ")
    assert b"".join(pieces).decode("utf-8") == line
    for piece in pieces[:-1]:
        backslashes = len(piece) - len(piece.rstrip(b"\\"))
        assert backslashes % 2 == 0


def test_a_fold_avoids_the_place_behind_a_backslash_or_a_caret() -> None:
    for sign in "\\^":
        line = "x" * 74 + sign + "y" * 20
        assert fold(line) == f"{'x' * 74}\r\n {sign}{'y' * 20}\r\n".encode()


@given(st.text(st.characters(codec="utf-8") | st.sampled_from("\\^;,\nжé")).map(clean_text))
@example("\\" * 500)
def test_any_text_comes_back_and_no_line_is_too_long(text: str) -> None:
    line = f"DESCRIPTION:{escape_text(text * 5)}"
    folded = fold(line)
    assert unfold(folded) == line
    assert max(map(len, folded.split(b"\r\n"))) <= LONGEST_LINE
    for piece in folded.split(b"\r\n"):
        piece.decode("utf-8")


def test_lines_follow_each_other() -> None:
    assert fold_all(["BEGIN:VEVENT", "END:VEVENT"]) == b"BEGIN:VEVENT\r\nEND:VEVENT\r\n"
