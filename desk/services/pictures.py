"""Photos of venues, resources and people, kept by what they are."""

from hashlib import sha256

from sqlmodel import select

from desk.locale import _
from desk.model.errors import UserError
from desk.model.tables import Picture
from desk.services.desk import Desk

LARGEST = 4 * 2**20
"""Bytes. A screen makes photos smaller before they come here."""

_BEGINNINGS = (b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n")


def keep(desk: Desk, content: bytes) -> str:
    """Keep a JPEG or PNG and give its digest, by which rows name it. Raises UserError.

    The same picture is kept once. Undo takes back what names it, never the picture itself.
    """
    if not content.startswith(_BEGINNINGS):
        raise UserError(_("This is no picture: choose a JPEG or a PNG."), field="photo")
    if len(content) > LARGEST:
        raise UserError(_("This picture is too large; make it smaller first."), field="photo")
    digest = sha256(content).hexdigest()
    with desk.work(_("New photo")) as session:
        known = session.exec(select(Picture.id).where(Picture.digest == digest)).first()
        if known is None:
            session.keep(Picture(digest=digest, content=content))
    return digest


def read(desk: Desk, digest: str) -> bytes | None:
    """The bytes of a picture; None when no database of this desk ever kept it."""
    if not digest:
        return None
    with desk.read() as session:
        return session.exec(select(Picture.content).where(Picture.digest == digest)).first()
