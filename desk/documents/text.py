"""Text as it goes on paper."""

import unicodedata

# Breaks nowhere and is wanted in names and times, unlike all other white space.
_NO_BREAK = "\N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}"


def one_line(text: str) -> str:
    """`text` on one line: white space runs become one space, control characters disappear.

    Composed (NFC), as fonts hold the composed letters. No-break spaces stay.
    """
    spaced = "".join(
        " " if character.isspace() and character not in _NO_BREAK else character
        for character in unicodedata.normalize("NFC", text)
    )
    printable = "".join(c for c in spaced if unicodedata.category(c) not in {"Cc", "Cs", "Cn"})
    return " ".join(part for part in printable.split(" ") if part)
