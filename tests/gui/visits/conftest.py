"""The sample visit, and a frame that writes down what it is asked."""

import pytest

from tests.gui.asking import Asked, asked, english

__all__ = ["Asked", "asked", "english", "visit_id"]


@pytest.fixture
def visit_id(sample: int) -> int:
    return sample
