"""The other programs that our calendar files are tried on."""

from collections.abc import Iterator

import pytest

from tests.interop.libical import Libical
from tests.interop.node import IcalJs


@pytest.fixture(scope="session")
def libical() -> Libical:
    try:
        return Libical()
    except FileNotFoundError as error:
        pytest.fail(str(error), pytrace=False)


@pytest.fixture(scope="session")
def ical_js() -> Iterator[IcalJs]:
    try:
        reader = IcalJs()
    except FileNotFoundError as error:
        pytest.fail(str(error), pytrace=False)
    with reader:
        yield reader
