import pytest

from desk.ical import Attendee, InvalidAddress, InvalidEvent, Mailbox


@pytest.mark.parametrize(
    ("address", "uri"),
    [
        ("office@akimat.example", "mailto:office@akimat.example"),
        ("Office@Akimat.EXAMPLE", "mailto:Office@akimat.example"),
        ("tamu@münchen.example", "mailto:tamu@xn--mnchen-3ya.example"),
        ("tamu@straße.example", "mailto:tamu@xn--strae-oqa.example"),
        ("info@әкімдік.example", "mailto:info@xn--d1albg3kc62g.example"),
        ("tamu@हिन्दी.example", "mailto:tamu@xn--j2bd4cyah0f.example"),
        ("o'brien+visit@example.org", "mailto:o'brien+visit@example.org"),
        ("a&b=50%@example.org", "mailto:a%26b%3D50%25@example.org"),
        ("тамо@example.org", "mailto:%D1%82%D0%B0%D0%BC%D0%BE@example.org"),
    ],
)
def test_a_mailbox_is_written_as_an_ascii_uri(address: str, uri: str) -> None:
    assert Mailbox(address=address).uri == uri


@pytest.mark.parametrize(
    "address",
    [
        "",
        "office",
        "@akimat.example",
        "office@",
        "office@localhost",
        "office@akimat..example",
        "office@-akimat.example",
        "office@akimat-.example",
        "office@127.0.0.1",
        "office@[127.0.0.1]",
        "off ice@akimat.example",
        ".office@akimat.example",
        "of..fice@akimat.example",
        "office@aki mat.example",
        "office@akimat.example\r\nATTENDEE:mailto:x@example.org",
        "office@akimat.example>",
        "one@example.org,two@example.org",
        '"quoted"@example.org',
        "mailto:office@akimat.example",
        "a" * 65 + "@example.org",
        "office@" + "a" * 64 + ".example",
        "office@" + "ж" * 60 + ".example",
        "office@" + "a." * 130 + "example",
        "office\ud800@example.org",
    ],
)
def test_what_is_no_address_is_refused(address: str) -> None:
    with pytest.raises(InvalidAddress) as refusal:
        Mailbox(address=address)
    assert refusal.value.address == address


def test_spellings_of_one_mailbox_are_equal() -> None:
    spellings = ["Tamu@münchen.example", "tamu@MÜNCHEN.example", "tamu@xn--mnchen-3ya.example"]
    assert {Mailbox(address=address).key for address in spellings} == {
        "tamu@xn--mnchen-3ya.example"
    }


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("role", "GUEST"),
        ("answer", "YES"),
        ("kind", "PERSON"),
        ("language", "id:mailto"),
        ("language", ""),
    ],
)
def test_an_attendee_has_only_words_of_the_standard(field: str, value: str) -> None:
    with pytest.raises(InvalidEvent) as refusal:
        Attendee(mailbox=Mailbox(address="a@example.org"), **{field: value})  # type: ignore[arg-type]
    assert refusal.value.field == field
