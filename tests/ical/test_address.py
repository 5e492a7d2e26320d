import pytest

from desk.ical.address import clean_uri, without_delimiters
from desk.ical.errors import InvalidEvent


@pytest.mark.parametrize(
    ("address", "uri"),
    [
        ("https://meet.example/a,b;c?x=1&y=%20#z", "https://meet.example/a,b;c?x=1&y=%20#z"),
        (" https://meet.example ", "https://meet.example"),
        (
            "https://münchen.example:8443/größe",
            "https://xn--mnchen-3ya.example:8443/gr%C3%B6%C3%9Fe",
        ),
        ("https://meet.example/100%", "https://meet.example/100%25"),
        ('https://meet.example/"a"\\b^', "https://meet.example/%22a%22%5Cb%5E"),
        ("tel:+62-541-733333", "tel:+62-541-733333"),
    ],
)
def test_an_address_is_written_in_ascii(address: str, uri: str) -> None:
    assert clean_uri(address, field="url") == uri


@pytest.mark.parametrize(
    "address",
    [
        "meet.example/a",
        "",
        "https:",
        "https://",
        "https:///a",
        "https://meet.example/a b",
        "//meet.example",
        "https://\ud800.example",
        "https://meet.example/\ud800",
    ],
)
def test_what_is_no_web_address_is_refused(address: str) -> None:
    with pytest.raises(InvalidEvent) as refusal:
        clean_uri(address, field="conference")
    assert refusal.value.field == "conference"


def test_a_conference_link_holds_no_delimiter() -> None:
    assert without_delimiters("https://meet.example/a,b;c") == "https://meet.example/a%2Cb%3Bc"
