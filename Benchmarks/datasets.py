"""Generated data and the figures that a right program must give for it."""

import hashlib
import json
import os
import shutil
import subprocess
import sys
from dataclasses import asdict, dataclass

GENERATOR = os.path.join(os.path.dirname(os.path.abspath(__file__)), "generate.py")
ROOT = "37"
INDICATOR = "bench.i01"
MONTH = "2025-06"
LAST_DAY = b"2025-06-30"


@dataclass(frozen=True)
class Expected:
    """What was counted by reading the files line by line."""

    entries: int
    target_rows: int
    # By indicator: the sum of all amounts up to the last day of the month.
    actuals: dict
    # By indicator: the root's target, which is the sum of the villages'.
    targets: dict
    # A village with at least one entry of `INDICATOR` in the month or before, and their sum.
    village: str
    village_actual: int


@dataclass(frozen=True)
class Dataset:
    """A folder of the four files."""

    folder: str
    expected: Expected

    def file(self, kind):
        return os.path.join(self.folder, f"{kind}.csv")


def dataset(work, entries, targets="all"):
    """The files of a province with so many entries, kept from run to run."""
    folder = os.path.join(work, f"province-{entries}-{targets}")
    command = ["--units", "province", "--entries", str(entries), "--targets", targets]
    stamp = {"options": command, "generator": digest(GENERATOR), "reader": digest(__file__)}
    known = load_json(os.path.join(folder, "expected.json"))
    if not known or known["stamp"] != stamp:
        known = generate(folder, command, stamp)
    return Dataset(folder, Expected(**known["expected"]))


def generate(folder, options, stamp):
    """Writes the files beside their place and moves them there once they are whole."""
    partial = f"{folder}.{os.getpid()}.partial"
    try:
        subprocess.run([sys.executable, GENERATOR, *options, "--out", partial], check=True)
        known = {"stamp": stamp, "expected": asdict(count(partial))}
        with open(os.path.join(partial, "expected.json"), "w", encoding="utf-8") as file:
            json.dump(known, file)
        shutil.rmtree(folder, ignore_errors=True)
        os.rename(partial, folder)
    finally:
        shutil.rmtree(partial, ignore_errors=True)
    return known


def count(folder):
    """Adds up the files without any database."""
    target_rows, targets = count_targets(os.path.join(folder, "targets.csv"))
    entries, actuals, by_village = 0, {}, {}
    with open(os.path.join(folder, "entries.csv"), "rb") as file:
        next(file)
        for line in file:
            entries += 1
            day, indicator, unit, amount, _ = line.split(b",", 4)
            if day > LAST_DAY:
                continue
            amount = int(amount)
            actuals[indicator] = actuals.get(indicator, 0) + amount
            if indicator == INDICATOR.encode() and len(unit) == 12:
                by_village[unit] = by_village.get(unit, 0) + amount
    village = next(iter(by_village))
    return Expected(
        entries=entries, target_rows=target_rows,
        actuals={indicator.decode(): total for indicator, total in sorted(actuals.items())},
        targets=targets, village=village.decode(), village_actual=by_village[village])


def count_targets(path):
    """The number of targets and the sums of the villages', by indicator."""
    rows, sums = 0, {}
    with open(path, encoding="utf-8") as file:
        next(file)
        for line in file:
            rows += 1
            indicator, unit, _, amount = line.rstrip("\n").split(",")
            if len(unit) == 12:
                sums[indicator] = sums.get(indicator, 0) + int(amount)
    return rows, sums


def digest(path):
    """Tells one version of a file from another."""
    with open(path, "rb") as file:
        return hashlib.sha256(file.read()).hexdigest()


def load_json(path):
    """The content of a file, or nothing when there is none."""
    try:
        with open(path, encoding="utf-8") as file:
            return json.load(file)
    except FileNotFoundError:
        return None
