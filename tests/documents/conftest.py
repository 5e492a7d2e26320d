import pytest

from desk.documents.compiler import Compiler


@pytest.fixture(scope="session")
def compiler() -> Compiler:
    """The one compiler, kept alive as the program keeps it."""
    return Compiler()
