"""Photos, kept by what they are."""

import pytest

from desk.model.errors import UserError
from desk.services import history, pictures, venues
from desk.services.desk import Desk

JPEG = b"\xff\xd8\xff\xe0 the rest of a photo"
PNG = b"\x89PNG\r\n\x1a\n the rest of a drawing"


def test_a_picture_is_kept_once_and_read_by_its_digest(desk: Desk) -> None:
    first, again, other = (pictures.keep(desk, content) for content in (JPEG, JPEG, PNG))
    assert first == again != other
    assert pictures.read(desk, first) == JPEG
    assert pictures.read(desk, other) == PNG
    assert pictures.read(desk, "") is None
    assert pictures.read(desk, "0" * 64) is None


@pytest.mark.parametrize("content", [b"", b"GIF89a", b"%PDF-1.7", JPEG + bytes(4 * 2**20)])
def test_what_is_no_picture_or_too_large_is_refused(desk: Desk, content: bytes) -> None:
    with pytest.raises(UserError) as refused:
        pictures.keep(desk, content)
    assert refused.value.field == "photo"


def test_undo_finds_the_photo_that_was_there_before(desk: Desk) -> None:
    room = venues.create_venue(desk, name="Pandurata")
    for content in (JPEG, PNG):
        with desk.work("Photo"):
            venues.update_venue(desk, room, {"photo": pictures.keep(desk, content)})
    [changed] = history.steps(desk)[0].fields
    assert (changed.before, changed.after) == ("a photo", "a photo")
    history.undo(desk)
    row = venues.get_venue(desk, room)
    assert row is not None
    assert pictures.read(desk, row.photo) == JPEG
