"""Which language the command line speaks."""

from collections.abc import Iterator

import pytest

from desk.cli.screen_language import known_document_language, known_screen_language, speak
from desk.locale import current_language, use_language
from desk.model.errors import UserError


@pytest.fixture(autouse=True)
def english_afterwards() -> Iterator[None]:
    yield
    use_language("en")


@pytest.mark.parametrize(
    ("asked", "environment", "spoken"),
    [
        ("id", {"LANG": "en_GB.UTF-8"}, "id"),
        ("en", {"LANG": "id_ID.UTF-8"}, "en"),
        (None, {"LANG": "id_ID.UTF-8"}, "id"),
        (None, {"LC_ALL": "C.UTF-8", "LANG": "id_ID.UTF-8"}, "en"),
        (None, {"LC_ALL": "", "LC_MESSAGES": "id", "LANG": "en_GB"}, "id"),
        (None, {}, "en"),
        ("ru", {"LANG": "id_ID.UTF-8"}, "id"),
        ("nonsense", {}, "en"),
    ],
)
def test_what_was_asked_for_comes_before_the_environment(
    asked: str | None, environment: dict[str, str], spoken: str
) -> None:
    speak(asked, environment)
    assert current_language() == spoken


def test_languages_of_screens_and_of_paper_are_told_apart() -> None:
    assert known_screen_language(None) is None
    assert known_screen_language("id") == "id"
    assert known_document_language("kk") == "kk"
    for judge, language in ((known_screen_language, "kk"), (known_document_language, "de")):
        with pytest.raises(UserError, match=f"{language} is not a language") as refused:
            judge(language)
        assert refused.value.field == "language"
