"""Roles of a delegation by the words people write for them."""

from desk.model.choices import Role
from desk.rules.folding import fold

_WORDS = {
    Role.HEAD: "head|ketua|ketua delegasi|kepala delegasi|head of delegation|pimpinan|глава делегации",
    Role.DEPUTY: "deputy|wakil ketua|wakil|deputy head|заместитель",
    Role.MEMBER: "member|anggota|peserta|delegasi|участник|член делегации",
    Role.UNOFFICIAL: "unofficial|tidak resmi|undangan|businessman|pengusaha",
    Role.PRESS: "press|media|pers|wartawan|jurnalis|journalist|пресса",
    Role.STAFF: "staff|staf|ajudan|pendamping|aide",
    Role.INTERPRETER: "interpreter|penerjemah|juru bahasa|translator|переводчик",
    Role.DRIVER: "driver|pengemudi|sopir|водитель",
    Role.SECURITY: "security|keamanan|pengawal|pengamanan|охрана",
}
_BY_WORDS = {fold(words): role for role, many in _WORDS.items() for words in many.split("|")}


def role_of(words: str) -> Role | None:
    """The role that words mean, None for words that mean none."""
    return _BY_WORDS.get(fold(words))
