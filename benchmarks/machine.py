"""What a table was measured on, in words that name no host and no path."""

import os
import platform
from importlib.metadata import version
from pathlib import Path


def machine() -> tuple[str, ...]:
    """Say processor, cores, memory and versions, one line each."""
    return (
        f"Processor: {_processor()}, {len(os.sched_getaffinity(0))} cores, {_memory_gib()} GiB",
        f"System: {platform.system()}, {platform.machine()}",
        f"Python {platform.python_version()}, ortools {version('ortools')} (CP-SAT, HiGHS, SCIP)",
    )


def _processor() -> str:
    try:
        text = Path("/proc/cpuinfo").read_text(encoding="utf-8")
    except OSError:
        return platform.processor() or "unknown"
    names = (line.partition(":")[2].strip() for line in text.splitlines() if "model name" in line)
    return next(names, "unknown")


def _memory_gib() -> int:
    return round(os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30)
