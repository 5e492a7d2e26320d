"""What happens when the program itself makes a mistake: a report, one sentence, and on it goes."""

import logging
import sys
import traceback
from collections.abc import Callable
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QObject, Signal

from desk.locale import _

_LOG = logging.getLogger(__name__)
_BYTES = 512 * 1024


class PrivateFormatter(logging.Formatter):
    """Writes where an error happened and of what kind, never its words: they may hold names."""

    def __init__(self) -> None:
        super().__init__("{asctime} {levelname} {name}: {message}", style="{")

    def formatException(self, ei: object) -> str:
        kind, error, trace = ei  # type: ignore[misc]
        lines = ["In these places, the last one first:"]
        for frame in reversed(traceback.extract_tb(trace)):
            # The folder says who works here; the name of the file is enough.
            place = "/".join(Path(frame.filename).parts[-3:])
            lines.append(f"  {place}:{frame.lineno} in {frame.name}")
        cause = error.__cause__ or error.__context__ if error is not None else None
        if cause is not None:
            lines.append(f"  after {type(cause).__name__}")
        return "\n".join([f"{kind.__name__ if kind else 'Error'}", *lines])


def log_to_file(path: Path) -> None:
    """Keep warnings and errors in a small file that only its owner reads."""
    # Brings half of the network modules with it, which the first frame need not wait for.
    from logging.handlers import RotatingFileHandler

    path.parent.mkdir(parents=True, exist_ok=True)
    path.touch(mode=0o600)
    handler = RotatingFileHandler(path, maxBytes=_BYTES, backupCount=2, encoding="utf-8")
    handler.setFormatter(PrivateFormatter())
    handler.setLevel(logging.WARNING)
    logging.getLogger("desk").addHandler(handler)


class Reports(QObject):
    """Catches what nobody caught, logs it, and says so once for each place it happens in.

    `made` carries the sentence for the person; it comes in the thread of the window.
    """

    made = Signal(str)

    def __init__(self, path: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._path = path
        self._told: set[tuple[str, int]] = set()
        self._before: Callable[..., object] = sys.excepthook

    def install(self) -> None:
        """Catch from now on."""
        self._before = sys.excepthook
        sys.excepthook = self.catch

    def remove(self) -> None:
        """Catch no more."""
        sys.excepthook = self._before

    def catch(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        """Log a mistake and tell of it, unless this very place was told of already."""
        if issubclass(kind, KeyboardInterrupt):
            self._before(kind, error, trace)
            return
        _LOG.error("Something went wrong.", exc_info=(kind, error, trace))
        last = traceback.extract_tb(trace)[-1:]
        place = (last[0].filename, last[0].lineno or 0) if last else ("", 0)
        if place not in self._told:
            self._told.add(place)
            self.made.emit(
                _(
                    "Something went wrong here; your data is safe. A report without names "
                    "was written to {path}."
                ).format(path=self._path)
            )
