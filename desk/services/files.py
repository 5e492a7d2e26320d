"""Writing several files so that either all of them are there or none."""

import os
from pathlib import Path
from types import TracebackType

from desk.locale import _
from desk.model.errors import UserError


class WholeFiles:
    """Files that appear together: written beside their places, put there by `keep`.

    Leaving the block without `keep` (an error, a cancelled export) leaves nothing behind.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._waiting: dict[Path, Path] = {}

    def __enter__(self) -> "WholeFiles":
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise _problem(self.folder, error) from error
        return self

    def write(self, name: str, data: bytes, *, replace_existing: bool = True) -> str:
        """Write one file; the name it gets, numbered when this export has that name already."""
        path = self.folder / name
        count = 1
        while path in self._waiting or (not replace_existing and path.exists()):
            count += 1
            path = self.folder / f"{Path(name).stem}-{count}{Path(name).suffix}"
        part = path.with_name(f".{path.name}.part")
        try:
            with part.open("wb") as file:
                self._waiting[path] = part
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
        except OSError as error:
            raise _problem(path, error) from error
        return path.name

    def keep(self) -> None:
        """Put all files in their places."""
        for path, part in self._waiting.items():
            try:
                part.replace(path)
            except OSError as error:
                raise _problem(path, error) from error
        self._waiting.clear()

    def __exit__(
        self,
        _kind: type[BaseException] | None,
        _error: BaseException | None,
        _trace: TracebackType | None,
    ) -> None:
        for part in self._waiting.values():
            part.unlink(missing_ok=True)


def _problem(path: Path, error: OSError) -> UserError:
    return UserError(
        _("{path} cannot be written: {why}.").format(
            path=path, why=error.strerror or type(error).__name__
        )
    )
