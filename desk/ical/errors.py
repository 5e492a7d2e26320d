"""What cannot be written into a calendar file."""


class InvalidAddress(ValueError):
    """An e-mail address that no message can be sent to; `.address` is what was given."""

    def __init__(self, address: str) -> None:
        super().__init__(f"not an e-mail address: {address!r}")
        self.address = address


class InvalidEvent(ValueError):
    """An event that no calendar can hold; `.field` names the value at fault."""

    def __init__(self, field: str, reason: str) -> None:
        super().__init__(f"{field}: {reason}")
        self.field = field
