from desk.gui.frame.mnemonics import with_mnemonics


def test_first_letters_are_taken_first() -> None:
    assert with_mnemonics(["File", "Edit", "View"]) == ["&File", "&Edit", "&View"]


def test_a_taken_letter_gives_way_to_the_next_word_then_to_any_letter() -> None:
    assert with_mnemonics(["New visit", "New venue", "Nine"]) == [
        "&New visit",
        "New &venue",
        "N&ine",
    ]


def test_a_label_without_a_free_letter_stays_as_it_is() -> None:
    assert with_mnemonics(["a", "a"]) == ["&a", "a"]


def test_letters_of_others_are_left_alone() -> None:
    assert with_mnemonics(["File"], taken="F") == ["F&ile"]


def test_ampersands_in_the_words_stay_visible() -> None:
    assert with_mnemonics(["A & B"]) == ["&A && B"]
