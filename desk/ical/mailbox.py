"""Mailboxes, and who is invited under which."""

import re
import unicodedata
from dataclasses import dataclass
from typing import Literal, get_args

from desk.ical.errors import InvalidAddress, InvalidEvent
from desk.ical.text import clean_parameter

Role = Literal["CHAIR", "REQ-PARTICIPANT", "OPT-PARTICIPANT", "NON-PARTICIPANT"]
Answer = Literal["NEEDS-ACTION", "ACCEPTED", "TENTATIVE", "DECLINED", "DELEGATED"]
Kind = Literal["INDIVIDUAL", "GROUP", "ROOM"]

# RFC 5322 `dot-atom`, opened for other scripts as RFC 6531 has it. Quoted local parts are refused:
# nobody has one, and a calendar's `mailto:` cannot be compared with it.
_LOCAL_PART = re.compile(r"[\w!#$%&'*+/=?^`{|}~-]+(\.[\w!#$%&'*+/=?^`{|}~-]+)*")
_LABEL = re.compile(r"[^\W_](([^\W_]|-)*[^\W_])?")
_FULL_STOPS = re.compile("[.\u3002\uff0e\uff61]")
_LANGUAGE_TAG = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*")
# RFC 6068 section 2: what a `mailto:` URI cannot hold as it is; and the quote-like backtick.
_ENCODED_IN_URI = re.compile("[^A-Za-z0-9!$'*+._~@-]")

_LONGEST_LOCAL_PART = 64
_LONGEST_DOMAIN = 253
_LONGEST_LABEL = 63


@dataclass(frozen=True, slots=True, kw_only=True)
class Mailbox:
    """An address that receives mail, and whose it is.

    `address` is `local@domain`, the domain in any script; anything else raises InvalidAddress.
    `name` may be empty and is cleaned when written.
    """

    address: str
    name: str = ""

    def __post_init__(self) -> None:
        local, at, domain = self.address.rpartition("@")
        if not at or not _is_local_part(local) or not _is_domain(domain):
            raise InvalidAddress(self.address)

    @property
    def ascii_address(self) -> str:
        """The address as mail servers and calendars compare it: the domain in A-labels, small.

        The local part stays as given.
        """
        local, _at, domain = self.address.rpartition("@")
        return f"{unicodedata.normalize('NFC', local)}@{ascii_domain(domain)}"

    @property
    def uri(self) -> str:
        """The bare `mailto:` URI (RFC 6068), in ASCII."""
        encoded = _ENCODED_IN_URI.sub(_percent_encoded, self.ascii_address)
        return f"mailto:{encoded}"

    @property
    def key(self) -> str:
        """Equal for two spellings of one mailbox: calendars compare addresses without case."""
        return self.ascii_address.casefold()


@dataclass(frozen=True, slots=True, kw_only=True)
class Attendee:
    """Somebody, some group or some room on an invitation (RFC 5545, 3.8.4.1).

    A guest without a mailbox is never one: invite the aide's and name the guest in the text.
    `answer` is the PARTSTAT to write, `language` the tag of the guest's language.
    """

    mailbox: Mailbox
    role: Role = "REQ-PARTICIPANT"
    answer: Answer = "NEEDS-ACTION"
    reply_wanted: bool = True
    language: str = "id"
    kind: Kind = "INDIVIDUAL"

    def __post_init__(self) -> None:
        for field, value, allowed in (
            ("role", self.role, get_args(Role)),
            ("answer", self.answer, get_args(Answer)),
            ("kind", self.kind, get_args(Kind)),
        ):
            if value not in allowed:
                raise InvalidEvent(field, f"{value!r} is none of {', '.join(allowed)}")
        if not _LANGUAGE_TAG.fullmatch(self.language):
            raise InvalidEvent("language", f"{self.language!r} is no language tag")

    @property
    def name(self) -> str:
        """The CN to write: cleaned, empty when there is none."""
        return clean_parameter(self.mailbox.name)


def ascii_domain(domain: str) -> str:
    """A domain name in A-labels, small: "münchen.example" -> "xn--mnchen-3ya.example".

    Labels are normalised to NFC and lower case and punycoded as IDNA 2008 does (RFC 5891), which
    unlike Python's own codec keeps "ß" apart from "ss".
    """
    return ".".join(_a_label(label) for label in _FULL_STOPS.split(domain))


def _a_label(label: str) -> str:
    label = unicodedata.normalize("NFC", label.lower())
    if label.isascii():
        return label
    return "xn--" + label.encode("punycode").decode("ascii")


def _is_local_part(local: str) -> bool:
    return (
        _LOCAL_PART.fullmatch(local) is not None
        and len(local.encode("utf-8")) <= _LONGEST_LOCAL_PART
    )


def _is_domain(domain: str) -> bool:
    labels = _FULL_STOPS.split(domain)
    # A name without a dot is a machine of somebody's own network, unreachable for a guest.
    if len(labels) < 2 or not all(_LABEL.fullmatch(_without_marks(label)) for label in labels):
        return False
    ascii_labels = [_a_label(label) for label in labels]
    return (
        all(len(label) <= _LONGEST_LABEL for label in ascii_labels)
        and len(".".join(ascii_labels)) <= _LONGEST_DOMAIN
        and not ascii_labels[-1].isdigit()
    )


def _without_marks(label: str) -> str:
    """Vowel signs of Indic scripts and combining accents are no word characters to `re`."""
    return "".join(sign for sign in label if not unicodedata.category(sign).startswith("M"))


def _percent_encoded(found: re.Match[str]) -> str:
    return "".join(f"%{octet:02X}" for octet in found[0].encode("utf-8"))
