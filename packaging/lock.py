"""Brings the lock files up to date with pyproject.toml: `python packaging/lock.py`.

Needs uv on the path and the network. What is locked already keeps its version; `--upgrade` takes
the newest of everything. The files name no index, and keep extras, without which pip would look
for a newer version of what a package wants with an extra.
"""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent

FILES = {"requirements.lock": [], "requirements-dev.lock": ["--group", "dev"]}
"""Lock file -> what it holds beyond the program's own needs."""


def main(arguments: list[str]) -> int:
    """Compile both files; the exit status of the first that fails."""
    for name, groups in FILES.items():
        command = [
            *("uv", "pip", "compile", "pyproject.toml", *groups),
            *("--universal", "--python-version", "3.11", "--generate-hashes"),
            *("--no-strip-extras", "--no-emit-index-url", "--no-header", "--quiet"),
            *("--output-file", f"packaging/{name}", *arguments),
        ]
        status = subprocess.run(command, cwd=ROOT, check=False).returncode
        if status:
            return status
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
