import os
from pathlib import Path

import pytest

import debian
from debian import Need

LISTING = """\
3 libs found in cache `/etc/ld.so.cache'
\tlibEGL.so.1 (libc6,x86-64) => /lib/x86_64-linux-gnu/libEGL.so.1
\tlibGL.so.1 (libc6) => /lib/i386-linux-gnu/libGL.so.1
\tlibcups.so.2 (libc6,AArch64) => /lib/aarch64-linux-gnu/libcups.so.2
"""

APT_CACHE = """\
#!/bin/sh
case "$2" in libcups2*) echo libcups2t64;; *) echo "$2";; esac
"""


@pytest.fixture
def commands(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder that is the whole PATH, for programs that behave as a test wants them to."""
    folder = tmp_path / "bin"
    folder.mkdir()
    monkeypatch.setenv("PATH", f"{folder}:/usr/bin:/bin")
    return folder


def program(folder: Path, name: str, text: str) -> None:
    (folder / name).write_text(text, encoding="utf-8")
    (folder / name).chmod(0o755)


def test_only_libraries_for_this_machine_count() -> None:
    assert debian.libraries(LISTING, "x86_64") == {"libEGL.so.1"}
    assert debian.libraries(LISTING, "aarch64") == {"libcups.so.2"}


def test_a_missing_library_program_or_package_is_told() -> None:
    lacking = [
        Need("libnothing9", library="libnothing.so.9"),
        Need("nothing", program="no-such-program"),
        Need("python3.11-venv"),
    ]
    met = [Need("libc6", library="libc.so.6"), Need("dash", program="sh")]
    assert debian.missing([*met, *lacking]) == lacking


@pytest.mark.parametrize(
    ("release", "expected"),
    [
        ("ID=debian\nVERSION_ID=12\n", True),
        ('NAME="Linux Mint"\nID=linuxmint\nID_LIKE="ubuntu debian"\n', True),
        ("ID=fedora\n", False),
    ],
)
def test_debian_and_its_kin_are_known(
    release: str, expected: bool, tmp_path: Path, commands: Path
) -> None:
    program(commands, "apt-get", "#!/bin/sh\n")
    file = tmp_path / "os-release"
    file.write_text(release, encoding="utf-8")
    assert debian.is_debian(file) == expected
    assert not debian.is_debian(tmp_path / "none")


def test_nothing_is_installed_when_nothing_is_missing(commands: Path) -> None:
    program(commands, "apt-get", "#!/bin/sh\nexit 9\n")
    debian.provide([Need("libc6", library="libc.so.6")])


def test_what_may_be_installed_is_installed_with_the_names_of_this_release(
    commands: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(debian, "is_debian", lambda: True)
    monkeypatch.setattr(os, "geteuid", lambda: 0)
    log = tmp_path / "log"
    program(commands, "apt-cache", APT_CACHE)
    program(
        commands,
        "apt-get",
        f'#!/bin/sh\necho "$@" >> {log}\ncp /bin/true {commands}/tool-of-the-desk\n',
    )
    debian.provide([Need("toolbox", program="tool-of-the-desk")])
    assert log.read_text(encoding="utf-8").splitlines() == [
        "-qq update",
        "-qq install --yes --no-install-recommends -o DPkg::Lock::Timeout=300 toolbox",
    ]


def test_without_the_right_to_install_one_line_says_what_to_run(
    commands: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(debian, "is_debian", lambda: True)
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    program(commands, "sudo", "#!/bin/sh\nexit 1\n")
    program(commands, "apt-cache", APT_CACHE)
    program(commands, "apt-get", "#!/bin/sh\nexit 9\n")
    with pytest.raises(debian.CannotInstall) as problem:
        debian.provide(
            [
                Need("libcups2", library="libnothing-cups.so.2"),
                Need("xvfb", program="no-such-program"),
            ]
        )
    assert str(problem.value).splitlines() == [
        "Some parts of the system are missing; run this line, then start again:",
        "sudo apt-get install libcups2t64 xvfb",
    ]


def test_elsewhere_the_missing_parts_are_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(debian, "is_debian", lambda: False)
    with pytest.raises(debian.CannotInstall, match=r"please install them: libnothing\.so\.9$"):
        debian.provide([Need("libnothing9", library="libnothing.so.9")])


def test_this_system_has_all_that_the_desk_and_its_tests_need() -> None:
    assert debian.missing([*debian.QT, *debian.TESTING]) == []
