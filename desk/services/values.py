"""What single values must be like, in whatever row they stand."""

from desk.locale import _
from desk.locale.zones import country_codes, zone_names
from desk.model.errors import UserError


def country_code(value: str, field: str) -> str:
    """An ISO 3166-1 alpha-2 code in capitals, or nothing. Raises UserError."""
    code = value.upper()
    if code and code not in country_codes():
        raise UserError(_("{code} is not the code of a country.").format(code=value), field=field)
    return code


def zone_name(value: str, field: str) -> str:
    """A zone of the zone data. Raises UserError."""
    if value not in zone_names():
        raise UserError(_("{zone} is not a known time zone.").format(zone=value), field=field)
    return value


def zone_or_none(value: str, field: str) -> str:
    """A zone of the zone data, or nothing. Raises UserError."""
    return zone_name(value, field) if value else ""


def mail_address(value: str, field: str) -> str:
    """An address that invitations can be sent to, or nothing. Raises UserError."""
    if not value:
        return ""
    # The calendar's own rule; it brings the calendar library with it, which no start waits for.
    from desk.ical.errors import InvalidAddress
    from desk.ical.mailbox import Mailbox

    try:
        Mailbox(address=value)
    except InvalidAddress as error:
        raise UserError(
            _("{address} is not an e-mail address.").format(address=value), field=field
        ) from error
    return value
