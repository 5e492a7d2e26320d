"""Words about people and bodies: how an office is held, which language somebody is written to in."""

from desk.locale import _
from desk.locale.words import DOCUMENT_LANGUAGES
from desk.model.choices import Acting, OrganisationKind


def acting_choices() -> list[tuple[Acting | None, str]]:
    """The ways to hold an office, for good first."""
    return [
        (None, _("For good")),
        (Acting.PLT, _("Plt. (acting)")),
        (Acting.PLH, _("Plh. (for some days)")),
        (Acting.PJ, _("Pj. (official in charge)")),
    ]


def language_words(code: str) -> str:
    """A language of documents and invitations, in the language of the screen."""
    names = {
        "id": _("Indonesian"),
        "en": _("English"),
        "ru": _("Russian"),
        "kk": _("Kazakh"),
    }
    return names.get(code, code.upper())


def language_choices() -> list[tuple[str, str]]:
    """The languages to write to somebody in; empty for the usual one of the country."""
    usual = ("", _("As usual for the country"))
    return [usual, *((code, language_words(code)) for code in DOCUMENT_LANGUAGES)]


def organisation_kind_words(kind: OrganisationKind) -> str:
    """What sort of body it is."""
    return {
        OrganisationKind.GOVERNMENT: _("Government"),
        OrganisationKind.LEGISLATURE: _("Legislature"),
        OrganisationKind.MISSION: _("Mission"),
        OrganisationKind.BUSINESS: _("Business"),
        OrganisationKind.OTHER: _("Other"),
    }[kind]
