"""Generated data and the figures that a right program must give for it."""

import csv
import hashlib
import json
import os
import shutil
import subprocess
import sys
from dataclasses import asdict, dataclass

HERE = os.path.dirname(os.path.abspath(__file__))
GENERATOR = os.path.join(HERE, "generate.py")
RECORD_GENERATOR = os.path.join(HERE, "generate_records.py")
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


@dataclass(frozen=True)
class ExpectedRecords:
    """What was counted of a list of projects by reading it line by line."""

    records: int
    # By plan year: facilities planned, and accepted less relapsed.
    planned: dict
    accepted: dict
    # The first city, and the number of records below it.
    city: str
    city_records: int


@dataclass(frozen=True)
class RecordDataset:
    """A folder with the units and the list of a province's clinics."""

    folder: str
    expected: ExpectedRecords

    def file(self, kind):
        return os.path.join(self.folder, f"{kind}.csv")


def record_dataset(work, records):
    """The clinics and projects of a province, kept from run to run."""
    folder = os.path.join(work, f"clinics-{records}")
    command = [RECORD_GENERATOR, "--records", str(records)]
    expected = kept(folder, command, count_records, [GENERATOR, RECORD_GENERATOR])
    return RecordDataset(folder, ExpectedRecords(**expected))


def dataset(work, entries, targets="all"):
    """The files of a province with so many entries, kept from run to run."""
    folder = os.path.join(work, f"province-{entries}-{targets}")
    command = [
        GENERATOR, "--units", "province", "--entries", str(entries), "--targets", targets]
    return Dataset(folder, Expected(**kept(folder, command, count, [GENERATOR])))


def kept(folder, command, count, sources):
    """What is expected of a folder's files, which are generated unless they are there already."""
    options = [os.path.basename(command[0]), *command[1:]]
    stamp = {"options": options, "sources": [digest(path) for path in [*sources, __file__]]}
    known = load_json(os.path.join(folder, "expected.json"))
    if not known or known["stamp"] != stamp:
        known = generate(folder, command, count, stamp)
    return known["expected"]


def generate(folder, command, count, stamp):
    """Writes the files beside their place and moves them there once they are whole."""
    partial = f"{folder}.{os.getpid()}.partial"
    try:
        subprocess.run([sys.executable, *command, "--out", partial], check=True)
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


def count_records(folder):
    """Adds up a list of projects without any database."""
    planned, accepted, by_city = {}, {}, {}
    with open(os.path.join(folder, "projects.csv"), encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            year = row["year"]
            planned[year] = planned.get(year, 0) + 1
            by_city[row["facility"][:4]] = by_city.get(row["facility"][:4], 0) + 1
            if row["accepted-on"]:
                accepted[year] = accepted.get(year, 0) + (0 if row["relapsed-on"] else 1)
    city = next(iter(by_city))
    return ExpectedRecords(
        records=sum(planned.values()), planned=planned, accepted=accepted, city=city,
        city_records=by_city[city])


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
