"""The world's errors: told to the user in one helpful sentence."""

from collections.abc import Sequence

from desk.model.rows.findings import FindingRow


class UserError(Exception):
    """Something the user can understand and mend; the message is in the user's language.

    `field` names the field the sentence belongs beside, when there is one.
    """

    def __init__(self, message: str, *, field: str | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.field = field


class ChangedElsewhere(UserError):
    """Somebody else changed the same thing since it was shown here."""


class Blocked(UserError):
    """Something confirmed would be held twice; `findings` says with what.

    It is written once a reason is given, which is recorded.
    """

    def __init__(self, message: str, findings: Sequence[FindingRow]) -> None:
        super().__init__(message, field="override")
        self.findings = tuple(findings)


class NotThere(UserError):
    """A reference, a person or a thing that was asked for does not exist (any more)."""


class StoreProblem(UserError):
    """The database cannot be opened, read or written."""


class Cancelled(UserError):
    """The user stopped a long piece of work; nothing of it was kept."""
