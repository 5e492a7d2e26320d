"""desk/model/localised.py: text in as many languages as somebody gave it in."""

import pytest

from desk.model.localised import text_in, with_text


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ({"id": "Rapat", "en": "Meeting"}, "id", "Rapat"),
        ({"id": "Rapat", "en": "Meeting"}, "kk", "Meeting"),
        ({"id": "Rapat", "ru": "Встреча"}, "kk", "Rapat"),
        ({"ja": "会議"}, "en", "会議"),
        ({"en": "", "ja": "会議"}, "en", "会議"),
        ({}, "en", ""),
    ],
)
def test_a_missing_language_gives_the_next_best(
    text: dict[str, str], language: str, expected: str
) -> None:
    assert text_in(text, language) == expected


def test_text_is_replaced_in_place_added_at_the_end_and_taken_out() -> None:
    text = {"en": "Meeting", "id": "Rapat"}
    assert list(with_text(text, "en", " Talks ").items()) == [("en", "Talks"), ("id", "Rapat")]
    assert list(with_text(text, "ru", "Встреча")) == ["en", "id", "ru"]
    assert with_text(text, "en", "  ") == {"id": "Rapat"}
    assert text == {"en": "Meeting", "id": "Rapat"}
