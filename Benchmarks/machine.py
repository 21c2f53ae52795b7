"""The machine that the figures were taken on."""

import os
import platform
import statistics
import time

FSYNCS = 200


def processor():
    """The model of the processor."""
    try:
        with open("/proc/cpuinfo", encoding="utf-8") as file:
            for line in file:
                if line.startswith("model name"):
                    return line.split(":", 1)[1].strip()
    except OSError:
        pass
    return platform.processor() or platform.machine()


def load():
    """The load averages over 1, 5 and 15 minutes."""
    return " ".join(f"{value:.2f}" for value in os.getloadavg())


def fsync_seconds(folder):
    """The median time of a small write with fsync on the file system of a folder."""
    path = os.path.join(folder, "fsync")
    times = []
    file = os.open(path, os.O_WRONLY | os.O_CREAT, 0o644)
    try:
        for _ in range(FSYNCS):
            begin = time.perf_counter()
            os.write(file, b"x" * 512)
            os.fsync(file)
            times.append(time.perf_counter() - begin)
    finally:
        os.close(file)
        os.unlink(path)
    return statistics.median(times)
