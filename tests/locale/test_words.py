"""The words of screens and documents."""

from collections.abc import Iterator

import pytest

from desk.locale import (
    N_,
    UnknownLanguage,
    _,
    current_language,
    ngettext,
    said,
    said_again,
    said_many,
    to_be_said,
    use_language,
    words_in,
)


@pytest.fixture(autouse=True)
def the_screen_language_is_put_back() -> Iterator[None]:
    before = current_language()
    yield
    use_language(before)


@pytest.mark.parametrize("language", ["id", "en"])
def test_screens_speak_the_language_that_was_chosen(language: str) -> None:
    use_language(language)
    assert current_language() == language


def test_an_unknown_language_is_refused_and_the_old_one_stays() -> None:
    use_language("id")
    with pytest.raises(UnknownLanguage) as caught:
        use_language("ru")
    assert caught.value.language == "ru"
    assert str(caught.value) == "unknown language 'ru', known are id, en"
    assert current_language() == "id"


@pytest.mark.parametrize("language", ["id", "en"])
def test_what_no_catalog_holds_comes_back_as_written(language: str) -> None:
    use_language(language)
    never_collected = " ".join(["held", "by", "no", "catalog"])
    assert _(never_collected) == never_collected
    assert N_(never_collected) is never_collected
    assert to_be_said(never_collected) is never_collected


@pytest.mark.parametrize("language", ["id", "en"])
def test_no_words_stay_no_words(language: str) -> None:
    use_language(language)
    nothing = ""
    assert _(nothing) == ""
    assert words_in("ru").text(nothing) == ""


@pytest.mark.parametrize("then", ["id", "en"])
@pytest.mark.parametrize(("now", "words"), [("id", "Hapus kunjungan"), ("en", "Delete visit")])
def test_what_was_said_in_one_language_is_said_again_in_another(
    then: str, now: str, words: str
) -> None:
    use_language(then)
    written_down = _("Delete visit")
    use_language(now)
    assert said_again(written_down) == words


def test_what_no_catalog_holds_is_said_again_as_it_was() -> None:
    use_language("id")
    assert said_again("M. Syirajudin") == "M. Syirajudin"
    assert said_again("") == ""


def test_english_counts_in_two_forms() -> None:
    use_language("en")
    one, many = ("{count} tree of the test", "{count} trees of the test")
    assert [ngettext(one, many, count).format(count=count) for count in (0, 1, 2)] == [
        "0 trees of the test",
        "1 tree of the test",
        "2 trees of the test",
    ]


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("id", "Daftar Hadir"),
        ("en", "Attendance list"),
        ("ru", "Лист регистрации участников"),
        ("kk", "Қатысушыларды тіркеу парағы"),
    ],
)
def test_documents_speak_their_own_language_whatever_the_screens_speak(
    language: str, words: str
) -> None:
    for screen in ("id", "en"):
        use_language(screen)
        assert said(language, "Attendance list") == words
        assert words_in(language).text("Attendance list") == words


@pytest.mark.parametrize("language", ["id", "en", "ru", "kk"])
def test_documents_fall_back_to_english_forms(language: str) -> None:
    one, many = ("{count} tree of the test", "{count} trees of the test")
    assert said_many(language, one, many, 1).format(count=1) == "1 tree of the test"
    assert words_in(language).plural(one, many, 3).format(count=3) == "3 trees of the test"


def test_a_language_without_documents_is_refused() -> None:
    with pytest.raises(UnknownLanguage) as caught:
        words_in("de")
    assert caught.value.known == ("id", "en", "ru", "kk")
