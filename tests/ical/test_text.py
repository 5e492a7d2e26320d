import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk.ical.text import (
    clean_category,
    clean_line,
    clean_parameter,
    clean_text,
    escape_text,
    quote_parameter,
)

ANY_TEXT = st.text(st.characters(codec=None) | st.sampled_from('\\;,:^"\n\r\t\v\u2028\u00a0 '))


@pytest.mark.parametrize(
    ("text", "escaped"),
    [
        (r"C:\Notes", r"C:\\Notes"),
        (r"\\srv\New", r"\\\\srv\\New"),
        (r"a\;b", r"a\\\;b"),
        ("one, two; three", r"one\, two\; three"),
        ("first\nsecond", r"first\nsecond"),
        ("\\\n", "\\\\\\n"),
        ("plain: “text”", "plain: “text”"),
    ],
)
def test_text_is_escaped_in_one_pass(text: str, escaped: str) -> None:
    assert escape_text(text) == escaped


@pytest.mark.parametrize(
    "separator", ["\r\n", "\r", "\n", "\u2028", "\u2029", "\u0085", "\v", "\f"]
)
def test_every_line_break_becomes_a_line_feed(separator: str) -> None:
    assert clean_text(f"one{separator}two") == "one\ntwo"


def test_control_characters_byte_order_marks_and_lone_surrogates_are_dropped() -> None:
    assert clean_text("\ufeffa\x00b\x1bc\x7fd\x9fe\ud800f\ufeff") == "abcdef"


def test_a_tab_and_signs_that_shape_scripts_stay() -> None:
    assert clean_text("a\tb \u200d\u200f c\u00a0d") == "a\tb \u200d\u200f c\u00a0d"


def test_line_ends_are_trimmed_and_indented_lines_stay_indented() -> None:
    assert clean_text("\n\t one \t\n\n  two\u00a0\n\n") == "one\n\n  two"


def test_text_is_composed() -> None:
    assert clean_text("Noe\u0308l") == "No\u00ebl"
    assert clean_parameter("Noe\u0308l") == "No\u00ebl"


def test_a_line_has_no_breaks() -> None:
    assert clean_line("  Business\r\n  Meeting\t2026 ") == "Business Meeting 2026"


@pytest.mark.parametrize(
    ("name", "cleaned"),
    [
        ("Serik, Consul", "Serik, Consul"),
        ("Serik; Consul", "Serik, Consul"),
        ("Office: Serik", "Office∶ Serik"),
        ('Serik "Sergo" K.', "Serik “Sergo” K."),
        ('"Sergo"', "“Sergo”"),
        ('("Sergo") "', "(“Sergo”) “"),
        ("a^b", "aˆb"),
        ("Serik\\", "Serik/"),
        ("Serik\nConsul", "Serik Consul"),
        ("Serik\u00a0K.", "Serik K."),
        ("\r\n", ""),
    ],
)
def test_a_parameter_is_one_line_without_syntax(name: str, cleaned: str) -> None:
    assert clean_parameter(name) == cleaned


def test_a_category_has_no_comma() -> None:
    assert clean_category('Trade, "investment"') == "Trade “investment”"


def test_a_parameter_is_quoted_only_when_needed() -> None:
    assert quote_parameter("Serik K.") == "Serik K."
    assert quote_parameter("Serik, Consul") == '"Serik, Consul"'


@given(ANY_TEXT)
def test_cleaning_keeps_letters_and_digits_and_is_done_once(text: str) -> None:
    cleaned = clean_text(text)
    assert letters(cleaned) == letters(text)
    assert clean_text(cleaned) == cleaned
    cleaned.encode("utf-8")
    assert not any(unicodedata.category(sign) == "Cc" for sign in cleaned if sign not in "\t\n")


@given(ANY_TEXT)
def test_a_cleaned_parameter_holds_no_syntax_and_is_cleaned_once(text: str) -> None:
    cleaned = clean_parameter(text)
    assert not set(cleaned) & set('";:^\\\n\t')
    assert clean_parameter(cleaned) == cleaned


@given(ANY_TEXT)
def test_a_category_is_cleaned_once(text: str) -> None:
    cleaned = clean_category(text)
    assert "," not in cleaned
    assert clean_category(cleaned) == cleaned


def letters(text: str) -> str:
    composed = unicodedata.normalize("NFC", text)
    return "".join(sign for sign in composed if sign.isalnum())
