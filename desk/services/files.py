"""Writing several files so that either all of them are there or none."""

import os
from contextlib import suppress
from pathlib import Path
from shutil import copyfile
from types import TracebackType

from desk.locale import _
from desk.model.errors import UserError


class WholeFiles:
    """Files that appear together: written beside their places, put there by `keep`.

    Leaving the block by an error, or without `keep` (a cancelled export), leaves everything as it
    was: what `keep` replaced already is put back. So it is the outermost block, around the unit of
    work whose commit may still fail.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._waiting: dict[Path, Path] = {}
        self._kept: list[tuple[Path, Path | None]] = []
        """Each file in its place, and a second name of what it replaces, until all is well."""
        self._made: list[Path] = []
        """Folders that were not there before, the innermost first."""

    def __enter__(self) -> "WholeFiles":
        try:
            self._made = [
                folder for folder in (self.folder, *self.folder.parents) if not folder.exists()
            ]
            self.folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            self._remove_folders()
            raise _problem(self.folder, error) from error
        return self

    def write(self, name: str, data: bytes) -> str:
        """Write one file; the name it gets, numbered when this export has that name already."""
        path = self.folder / name
        if path == self.folder:
            raise UserError(_("{path} is a folder; give the file a name.").format(path=path))
        count = 1
        while path in self._waiting:
            count += 1
            path = self.folder / f"{Path(name).stem}-{count}{Path(name).suffix}"
        part = _beside(path, "part")
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
        for path, part in tuple(self._waiting.items()):
            try:
                before = _keep_aside(path)
                self._kept.append((path, before))
                part.replace(path)
            except OSError as error:
                raise _problem(path, error) from error
            del self._waiting[path]

    def __exit__(
        self,
        kind: type[BaseException] | None,
        _error: BaseException | None,
        _trace: TracebackType | None,
    ) -> None:
        with suppress(OSError):
            for part in self._waiting.values():
                part.unlink(missing_ok=True)
        for path, before in reversed(self._kept):
            with suppress(OSError):
                if kind is None and before is not None:
                    before.unlink()
                elif kind is not None and before is not None:
                    before.replace(path)
                elif kind is not None:
                    path.unlink(missing_ok=True)
        if kind is not None or not self._kept:
            self._remove_folders()

    def _remove_folders(self) -> None:
        with suppress(OSError):
            for folder in self._made:
                folder.rmdir()


def _beside(path: Path, purpose: str) -> Path:
    return path.with_name(f".{path.name}.{purpose}")


def _keep_aside(path: Path) -> Path | None:
    """A second name for what lies there, which stays in its place; None when there is nothing."""
    if not path.exists():
        return None
    if not path.is_file():
        raise OSError(None, _("it is not a file"))
    before = _beside(path, "before")
    before.unlink(missing_ok=True)
    try:
        before.hardlink_to(path)
    except OSError:
        # Not every file system gives a file two names.
        copyfile(path, before)
    return before


def _problem(path: Path, error: OSError) -> UserError:
    return UserError(
        _("{path} cannot be written: {why}.").format(
            path=path, why=error.strerror or type(error).__name__
        )
    )
