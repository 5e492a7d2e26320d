"""The world's errors: told to the user in one helpful sentence."""


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


class NotThere(UserError):
    """A reference, a person or a thing that was asked for does not exist (any more)."""


class StoreProblem(UserError):
    """The database cannot be opened, read or written."""


class Cancelled(UserError):
    """The user stopped a long piece of work; nothing of it was kept."""
