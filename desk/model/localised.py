"""Text in as many languages as somebody gave it in."""

from collections.abc import Mapping

LocalisedText = dict[str, str]
"""Language code (id, en, ru, kk, …) to text; the order is the order of entry."""

_NEXT_BEST = ("en", "id", "ru", "kk")


def text_in(text: Mapping[str, str], language: str) -> str:
    """The text in that language, else the next best one that was given, else the empty string."""
    if not text:
        return ""
    for code in (language, *_NEXT_BEST):
        if found := text.get(code):
            return found
    return next((found for found in text.values() if found), "")


def with_text(text: Mapping[str, str], language: str, words: str) -> LocalisedText:
    """A copy in which that language says `words`; empty words take the language out."""
    rest = {code: said for code, said in text.items() if code != language}
    if not words.strip():
        return rest
    return {code: words.strip() if code == language else said for code, said in text.items()} | {
        language: words.strip()
    }
