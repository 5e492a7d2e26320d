"""What the desk needs from the system, and how Debian and Ubuntu call it."""

from __future__ import annotations

import os
import platform
import shutil
import subprocess
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

_ARCHITECTURES = {"x86_64": "x86-64", "aarch64": "AArch64"}
"""The machine's name -> the mark that `ldconfig -p` gives to its 64-bit libraries."""


@dataclass(frozen=True)
class Need:
    """One thing that must be there, and the Debian package that brings it.

    `library` is a soname, `program` a command or the absolute path of one. A need with neither
    is one that its asker has already found missing.
    """

    package: str
    library: str = ""
    program: str = ""


QT = (
    Need("libegl1", library="libEGL.so.1"),
    Need("libgl1", library="libGL.so.1"),
    Need("libdbus-1-3", library="libdbus-1.so.3"),
    Need("libfontconfig1", library="libfontconfig.so.1"),
    Need("libfreetype6", library="libfreetype.so.6"),
    Need("libglib2.0-0", library="libglib-2.0.so.0"),
    Need("libxkbcommon0", library="libxkbcommon.so.0"),
    Need("libbrotli1", library="libbrotlidec.so.1"),
    Need("libgssapi-krb5-2", library="libgssapi_krb5.so.2"),
    Need("libxcb-cursor0", library="libxcb-cursor.so.0"),
    Need("libxcb-icccm4", library="libxcb-icccm.so.4"),
    Need("libxcb-image0", library="libxcb-image.so.0"),
    Need("libxcb-keysyms1", library="libxcb-keysyms.so.1"),
    Need("libxcb-randr0", library="libxcb-randr.so.0"),
    Need("libxcb-render-util0", library="libxcb-render-util.so.0"),
    Need("libxcb-shape0", library="libxcb-shape.so.0"),
    Need("libxcb-xkb1", library="libxcb-xkb.so.1"),
    Need("libxkbcommon-x11-0", library="libxkbcommon-x11.so.0"),
    Need("libx11-xcb1", library="libX11-xcb.so.1"),
    Need("libwayland-client0", library="libwayland-client.so.0"),
    Need("libwayland-cursor0", library="libwayland-cursor.so.0"),
    Need("libwayland-egl1", library="libwayland-egl.so.1"),
    Need("libcups2", library="libcups.so.2"),
)
"""Libraries that Qt's wheels expect from the system (X11, Wayland, offscreen, printing)."""

TESTING = (
    Need("xvfb", program="Xvfb"),
    Need("xauth", program="xauth"),
    Need("dbus", program="dbus-run-session"),
    Need("at-spi2-core", program="/usr/libexec/at-spi-bus-launcher"),
    Need("poppler-utils", program="pdftotext"),
    Need("libical3", library="libical.so.3"),
)
"""What the tests use besides: a display, a screen reader's bus, PDF and iCalendar readers."""


class CannotInstall(Exception):
    """Something is missing that could not be installed from here; the text says what to run."""


def is_debian(release: Path = Path("/etc/os-release")) -> bool:
    """Whether this is Debian, Ubuntu or one of their kin, with apt-get at hand."""
    if not release.is_file() or not shutil.which("apt-get"):
        return False
    fields: dict[str, str] = {}
    for line in release.read_text(encoding="utf-8").splitlines():
        name, _equals, value = line.partition("=")
        fields[name] = value.strip().strip("\"'")
    family = {fields.get("ID", ""), *fields.get("ID_LIKE", "").split()}
    return not family.isdisjoint({"debian", "ubuntu"})


def libraries(listing: str, machine: str) -> set[str]:
    """The sonames in the output of `ldconfig -p` that fit programs of this machine."""
    mark = _ARCHITECTURES.get(machine, "")
    found: set[str] = set()
    for line in listing.splitlines():
        name, opening, rest = line.strip().partition(" (")
        if opening and mark in rest.partition(")")[0]:
            found.add(name)
    return found


def missing(needs: Iterable[Need]) -> list[Need]:
    """Those of the needs that the system does not meet."""
    wanted = list(needs)
    # An ordinary user's PATH does not hold ldconfig on Debian.
    ldconfig = shutil.which("ldconfig") or shutil.which("ldconfig", path="/sbin:/usr/sbin")
    present: set[str] | None = None
    if ldconfig and any(need.library for need in wanted):
        answer = subprocess.run(
            [ldconfig, "-p"], stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False
        )
        if answer.returncode == 0:
            present = libraries(answer.stdout, platform.machine())
    return [need for need in wanted if not _is_met(need, present)]


def _is_met(need: Need, present: set[str] | None) -> bool:
    if need.library:
        # Where libraries cannot be listed (musl, Nix), Qt itself will tell.
        return present is None or need.library in present
    if need.program:
        return shutil.which(need.program) is not None
    return False


def provide(needs: Iterable[Need]) -> None:
    """Install what is missing, without asking, when this person may do so without a password.

    Raises CannotInstall with a sentence that holds the one line to run, or, on other systems,
    the names of what is missing.
    """
    lacking = missing(needs)
    if not lacking:
        return
    if not is_debian():
        names = ", ".join(need.library or need.package for need in lacking)
        raise CannotInstall(f"These parts of the system are missing, please install them: {names}")
    privilege = _privilege()
    names = _names(lacking)
    if privilege is not None:
        print(f"Installing from the system's packages: {' '.join(names)}", file=sys.stderr)
        update = [*privilege, "apt-get", "-qq", "update"]
        said = _apt(update)
        names = _names(lacking)  # the fresh lists may know newer names
        said += _apt([*privilege, *_INSTALL, *names])
        lacking = [need for need in missing(lacking) if need.library or need.program]
        if not lacking:
            return
        print(said, file=sys.stderr)
    raise CannotInstall(
        "Some parts of the system are missing; run this line, then start again:\n"
        + install_line(_names(lacking))
    )


def install_line(names: Sequence[str]) -> str:
    """The line that a person runs to get these packages."""
    sudo = "" if _is_root() else "sudo "
    return f"{sudo}apt-get install {' '.join(names)}"


_INSTALL = (
    "env",
    "DEBIAN_FRONTEND=noninteractive",
    "apt-get",
    "-qq",
    "install",
    "--yes",
    "--no-install-recommends",
    "-o",
    "DPkg::Lock::Timeout=300",
)


def _apt(command: list[str]) -> str:
    answer = subprocess.run(
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    return answer.stdout


def _is_root() -> bool:
    return hasattr(os, "geteuid") and os.geteuid() == 0


def _privilege() -> list[str] | None:
    """What to put before a command to run it as root; None when that needs a password."""
    if _is_root():
        return []
    sudo = shutil.which("sudo")
    if sudo is None:
        return None
    asked = subprocess.run(
        [sudo, "-n", "true"], stdin=subprocess.DEVNULL, capture_output=True, check=False
    )
    return [sudo, "-n"] if asked.returncode == 0 else None


def _names(needs: Iterable[Need]) -> list[str]:
    """The packages by the names that this release gives them.

    Debian 13 and Ubuntu 24.04 renamed libraries at the change to 64-bit time (…t64).
    """
    names: list[str] = []
    for need in needs:
        later = f"{need.package}t64"
        if not need.library or not is_known(later):
            later = need.package
        if later not in names:
            names.append(later)
    return names


def is_known(package: str) -> bool:
    """Whether apt has heard of a package of this very name."""
    answer = subprocess.run(
        ["apt-cache", "pkgnames", package],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )
    return package in answer.stdout.split()
