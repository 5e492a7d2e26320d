"""English words, and a frame that writes down what it is asked."""

from tests.gui.asking import asked, english

__all__ = ["asked", "english"]
