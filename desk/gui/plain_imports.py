"""Takes back PySide6's own import: it reads the source of every module that is loaded after it."""

import builtins


def import_plainly() -> None:
    """Load what follows as Python does; called after `import PySide6`, before any part of it.

    PySide6 puts an import in place that serves `from __feature__ import …`, which the desk does not
    use, and for it searches the source of each module for the word PySide6: a tenth of the time
    until today is shown. Does nothing where another import is in place.
    """
    known = vars(builtins)
    if "__orig_import__" in known and builtins.__import__ is known.get("__feature_import__"):
        builtins.__import__ = known["__orig_import__"]
