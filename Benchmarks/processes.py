"""Running whole processes: their wall-clock time, their peak memory, and pairs of them."""

import os
import sys
import tempfile
import time
from dataclasses import dataclass

MINIMUM_PAIRS = 5
MAXIMUM_PAIRS = 301


class Failure(Exception):
    """A command failed or a figure is wrong: the benchmark means nothing then."""


@dataclass(frozen=True)
class Run:
    """One finished process."""

    seconds: float
    peak_bytes: int
    cpu_seconds: float


@dataclass(frozen=True)
class Pairs:
    """Times of two things that were measured in turns, in seconds."""

    ours: list
    peer: list

    @property
    def ratios(self):
        return [ours / peer for ours, peer in zip(self.ours, self.peer)]


def environment(folder):
    """What every process sees: nobody's settings, a fixed day, a name for the journal."""
    return {
        "PATH": os.environ.get("PATH", os.defpath),
        "HOME": folder,
        "LANG": "C.UTF-8",
        "TMPDIR": os.environ.get("TMPDIR", "/tmp"),
        "TAIZHANG_ACTOR": "bench",
        "TAIZHANG_LANG": "en",
        "TAIZHANG_TODAY": "2025-12-31",
    }


class Runner:
    """Starts processes in a fixed environment."""

    def __init__(self, folder):
        self.environment = environment(folder)
        self.errors = os.path.join(folder, "stderr.txt")

    def run(self, command, output=os.devnull):
        """Runs a command to its end; its standard output goes to a file, by default nowhere."""
        write = os.O_WRONLY | os.O_CREAT | os.O_TRUNC
        redirections = [
            (os.POSIX_SPAWN_OPEN, 0, os.devnull, os.O_RDONLY, 0),
            (os.POSIX_SPAWN_OPEN, 1, output, write, 0o644),
            (os.POSIX_SPAWN_OPEN, 2, self.errors, write, 0o644),
        ]
        begin = time.perf_counter()
        process = os.posix_spawnp(
            command[0], command, self.environment, file_actions=redirections)
        _, status, usage = os.wait4(process, 0)
        seconds = time.perf_counter() - begin
        if code := os.waitstatus_to_exitcode(status):
            raise Failure(f"exit {code}: {' '.join(command)}\n{self._error_text()}")
        # Linux counts in kilobytes, macOS in bytes.
        unit = 1 if sys.platform == "darwin" else 1024
        return Run(seconds, usage.ru_maxrss * unit, usage.ru_utime + usage.ru_stime)

    def text(self, command):
        """Runs a command and gives what it wrote to standard output."""
        with tempfile.NamedTemporaryFile() as output:
            self.run(command, output.name)
            return output.read().decode("utf-8")

    def _error_text(self):
        with open(self.errors, encoding="utf-8", errors="replace") as file:
            return file.read(2000).strip()


def in_turns(ours, peer, budget, most=MAXIMUM_PAIRS):
    """Measures two actions in turns, A B A B …, after one warm-up of each.

    An action does one run and returns its seconds. There are at least five pairs, and as many
    more as fit into the budget of seconds, up to `most`.
    """
    warm_up = time.perf_counter()
    ours()
    peer()
    pair_seconds = time.perf_counter() - warm_up
    count = min(most, max(MINIMUM_PAIRS, int(budget / pair_seconds)))
    pairs = Pairs([], [])
    for _ in range(count):
        pairs.ours.append(ours())
        pairs.peer.append(peer())
    return pairs


def repeated(action, budget, minimum=MINIMUM_PAIRS):
    """Measures one action without a peer, after a warm-up; so many times, or as the budget lets."""
    warm_up = time.perf_counter()
    action()
    seconds = time.perf_counter() - warm_up
    return [action() for _ in range(min(MAXIMUM_PAIRS, max(minimum, int(budget / seconds))))]
