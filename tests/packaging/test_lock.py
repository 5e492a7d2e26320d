"""packaging/*.lock: what pip needs to install exactly that, on every machine."""

import re
from importlib.metadata import distributions

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from environment import DEVELOPING, ROOT, RUNNING

PINNED = re.compile(r"^([a-z0-9.-]+)(?:\[([a-z0-9,_-]+)\])?==(\S+)", re.MULTILINE)


def pinned(name: str) -> dict[str, set[str]]:
    """Package -> its extras in the lock file of that name."""
    text = (ROOT / "packaging" / name).read_text(encoding="utf-8")
    return {
        canonicalize_name(found[1]): set(filter(None, (found[2] or "").split(",")))
        for found in PINNED.finditer(text)
    }


@pytest.mark.parametrize("name", [RUNNING.name, DEVELOPING.name])
def test_a_package_wanted_with_an_extra_is_locked_with_it(name: str) -> None:
    # Otherwise pip takes the wish for another requirement, finds a newer version, and refuses it.
    locked = pinned(name)
    wishes = [
        Requirement(line)
        for distribution in distributions()
        if canonicalize_name(distribution.name) in locked
        for line in distribution.requires or ()
    ]
    wanted = [
        wish
        for wish in wishes
        if wish.extras and (wish.marker is None or wish.marker.evaluate({"extra": ""}))
    ]
    missing = {
        str(wish)
        for wish in wanted
        if not wish.extras <= locked.get(canonicalize_name(wish.name), set())
    }
    assert missing == set()


@pytest.mark.parametrize("name", [RUNNING.name, DEVELOPING.name])
def test_a_lock_file_names_no_index(name: str) -> None:
    assert "http" not in (ROOT / "packaging" / name).read_text(encoding="utf-8")
