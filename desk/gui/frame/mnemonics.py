"""Underlined letters for menus, chosen anew in each language so that none occurs twice."""

from collections.abc import Sequence


def with_mnemonics(labels: Sequence[str], taken: str = "") -> list[str]:
    """The labels with `&` before a letter that no other label of the menu uses.

    First letters of words come first, then any letter; a label that finds none stays as it is.
    `taken` are letters that somebody else uses already. Ampersands in the words are kept.
    """
    used = set(taken.casefold())
    found: list[str] = []
    for label in labels:
        place = _place(label, used)
        if place is None:
            found.append(label.replace("&", "&&"))
            continue
        used.add(label[place].casefold())
        before, after = label[:place].replace("&", "&&"), label[place:].replace("&", "&&")
        found.append(f"{before}&{after}")
    return found


def _place(label: str, used: set[str]) -> int | None:
    starts = [at for at in range(len(label)) if at == 0 or label[at - 1] == " "]
    for at in (*starts, *range(len(label))):
        if label[at].isalnum() and label[at].casefold() not in used:
            return at
    return None
