"""When this process began, so that the start is measured from where the person began to wait."""

import sys
import time
from pathlib import Path

_IMPORTED = time.perf_counter()


def seconds_since_start() -> float:
    """Seconds since the operating system made this process; since this import where it is mute."""
    if sys.platform == "linux":
        return _on_linux()
    if sys.platform == "win32":
        return _on_windows()
    return time.perf_counter() - _IMPORTED


def _on_linux() -> float:
    """proc(5): field 22 of `stat` is the start in clock ticks after boot, 10 ms each as a rule."""
    import os

    # The second field is the program's name in brackets and may hold blanks.
    after_name = Path("/proc/self/stat").read_text(encoding="ascii").rpartition(")")[2].split()
    started = int(after_name[19]) / os.sysconf("SC_CLK_TCK")
    return time.clock_gettime(time.CLOCK_BOOTTIME) - started


def _on_windows() -> float:
    """GetProcessTimes gives the moment in units of 100 ns since 1601."""
    import ctypes

    library = ctypes.windll.kernel32  # type: ignore[attr-defined]
    created, ended, kernel, user, now = (ctypes.c_uint64() for _unit in range(5))
    library.GetProcessTimes(
        library.GetCurrentProcess(),
        ctypes.byref(created),
        ctypes.byref(ended),
        ctypes.byref(kernel),
        ctypes.byref(user),
    )
    library.GetSystemTimePreciseAsFileTime(ctypes.byref(now))
    return (now.value - created.value) / 10_000_000
