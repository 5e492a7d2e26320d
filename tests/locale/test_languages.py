import pytest

from desk.locale.languages import USUAL_LANGUAGES, language_codes, language_name, language_names


@pytest.mark.parametrize(
    ("code", "language", "name"),
    [
        ("kk", "id", "Kazakh"),
        ("ru", "id", "Rusia"),
        ("id", "en", "Indonesian"),
        ("kk", "ru", "Казахский"),
        ("en", "kk", "Ағылшын тілі"),
        ("xx", "en", "XX"),
    ],
)
def test_a_language_has_a_name_in_every_language(code: str, language: str, name: str) -> None:
    assert language_name(code, language) == name


@pytest.mark.parametrize(
    ("typed", "codes"),
    [
        ("", ""),
        ("Rusia", "ru"),
        ("bahasa Inggris", "en"),
        ("ru, EN", "ru,en"),
        ("Russian / Indonesian", "ru,id"),
        ("rusia & Rusia", "ru"),
    ],
)
def test_what_people_type_is_read(typed: str, codes: str) -> None:
    assert language_codes(typed) == codes


@pytest.mark.parametrize("language", ["id", "en", "ru", "kk"])
def test_every_name_that_is_shown_can_be_typed(language: str) -> None:
    codes = ",".join(USUAL_LANGUAGES)
    assert language_codes(language_names(codes, language)) == codes


def test_a_word_that_is_no_language_is_named() -> None:
    with pytest.raises(LookupError, match="Klingon"):
        language_codes("Rusia, Klingon")
