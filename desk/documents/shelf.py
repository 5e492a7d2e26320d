"""Templates from several folders, as one folder that Typst can read."""

import shutil
import tempfile
import weakref
from collections.abc import Sequence
from pathlib import Path

_KINDS = frozenset({".typ", ".svg", ".png", ".jpg", ".jpeg", ".gif", ".webp"})


class TemplateShelf:
    """A private folder that mirrors the template folders; of equal names the first folder's wins.

    A copy of one template by the staff so still finds the letterhead it imports, and whatever is
    written in a template, Typst reads no file outside this folder. Only templates and pictures
    directly in the folders are mirrored. The folder disappears with the shelf.
    """

    def __init__(self, folders: Sequence[Path]) -> None:
        self.folders = tuple(folders)
        self.root = Path(tempfile.mkdtemp(prefix="pandurata-"))
        self._mirrored: dict[str, tuple[Path, int, int]] = {}
        self._end = weakref.finalize(self, shutil.rmtree, self.root, ignore_errors=True)

    def refresh(self) -> None:
        """Bring the mirror up to date with the folders; a folder that does not exist is empty."""
        wanted = self._wanted()
        for name in self._mirrored.keys() - wanted.keys():
            (self.root / name).unlink(missing_ok=True)
        for name, source in wanted.items():
            if self._mirrored.get(name) != source:
                shutil.copyfile(source[0], self.root / name)
        self._mirrored = wanted

    def _wanted(self) -> dict[str, tuple[Path, int, int]]:
        wanted: dict[str, tuple[Path, int, int]] = {}
        for folder in reversed(self.folders):
            if not folder.is_dir():
                continue
            for path in folder.iterdir():
                if path.suffix.lower() in _KINDS and path.is_file():
                    state = path.stat()
                    wanted[path.name] = (path, state.st_mtime_ns, state.st_size)
        return wanted

    def templates(self) -> tuple[str, ...]:
        """The names of all templates now in the folders, such as "attendance.typ", sorted."""
        return tuple(sorted(name for name in self._wanted() if name.endswith(".typ")))

    def path(self, template: str) -> Path | None:
        """Where the mirrored template lies, or None when no folder holds it."""
        return self.root / template if template in self._mirrored else None
