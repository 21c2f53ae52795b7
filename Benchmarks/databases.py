"""Databases, built by the program itself and checked against the counted figures."""

import json
import os
import shutil
from dataclasses import dataclass

from datasets import MONTH, ROOT, Dataset
from processes import Failure, Run


@dataclass(frozen=True)
class Database:
    """A file with everything in it, and what the import of its entries took."""

    path: str
    dataset: Dataset
    entries_import: Run


class Program:
    """The program under test."""

    def __init__(self, binary, runner):
        self.binary = binary
        self.runner = runner

    def command(self, database, *arguments):
        return [self.binary, *arguments, "--db", database]

    def run(self, database, *arguments):
        return self.runner.run(self.command(database, *arguments))

    def json(self, database, *arguments):
        """What a report says to machines."""
        options = ("--lang", "en", "--format", "json")
        return json.loads(self.runner.text(self.command(database, *arguments, *options)))


class Builder:
    """Makes databases in a folder, each once."""

    def __init__(self, program, folder):
        self.program = program
        self.folder = folder
        self._bare = {}
        self._bases = {}
        self._whole = {}

    def bare(self, dataset):
        """A database with units and indicators alone."""
        if dataset.folder not in self._bare:
            path = os.path.join(self.folder, f"bare-{os.path.basename(dataset.folder)}.db")
            self.program.run(path, "init", "--bare")
            for kind in ["units", "indicators"]:
                self.program.run(path, "import", dataset.file(kind))
            self._bare[dataset.folder] = path
        return self._bare[dataset.folder]

    def base(self, dataset):
        """A database with units, indicators and targets but no entries."""
        if dataset.folder not in self._bases:
            path = self.copy(
                self.bare(dataset),
                os.path.join(self.folder, f"base-{os.path.basename(dataset.folder)}.db"))
            self.import_targets(path, dataset)
            self._bases[dataset.folder] = path
        return self._bases[dataset.folder]

    def import_targets(self, path, dataset):
        """Imports all targets and gives the run."""
        run = self.program.run(path, "import", dataset.file("targets"))
        expect("targets", self.count(path, "target"), dataset.expected.target_rows)
        return run

    def whole(self, dataset):
        """A database with the entries too, whose report was compared with the counted figures."""
        if dataset.folder not in self._whole:
            base = self.base(dataset)
            path = os.path.join(self.folder, f"{os.path.basename(dataset.folder)}.db")
            self.copy(base, path)
            entries = self.program.run(path, "import", dataset.file("entries"))
            self.check(path, dataset)
            self._whole[dataset.folder] = Database(path, dataset, entries)
        return self._whole[dataset.folder]

    def clinics(self, dataset):
        """A database with a province's clinics but no records."""
        if dataset.folder not in self._bases:
            path = os.path.join(self.folder, f"base-{os.path.basename(dataset.folder)}.db")
            self.program.run(path, "init")
            self.program.run(path, "import", dataset.file("units"))
            self._bases[dataset.folder] = path
        return self._bases[dataset.folder]

    def registers(self, dataset):
        """A database with the records too, which were compared with the counted figures."""
        if dataset.folder not in self._whole:
            path = self.copy(
                self.clinics(dataset),
                os.path.join(self.folder, f"{os.path.basename(dataset.folder)}.db"))
            self.import_projects(path, dataset)
            self.check_records(path, dataset)
            self._whole[dataset.folder] = path
        return self._whole[dataset.folder]

    def import_projects(self, path, dataset):
        return self.program.run(path, "clinics", "project", "import", dataset.file("projects"))

    def check_records(self, path, dataset):
        """Compares the numbers of records and changes, and the sums of what they posted by plan
        year, with the counted figures."""
        expected = dataset.expected
        expect("records", self.count(path, "clinics_project"), expected.records)
        changes = self.value(
            path, "select sum(extent) from change where subject in ('list', 'record')")
        if changes < expected.records:
            raise Failure(f"wrong changes: found {changes} of {expected.records} records")
        for name in ["planned", "accepted"]:
            query = (
                "select e.year, sum(e.amount) from entry e join indicator i on i.id = e.indicator"
                f" where i.code = 'clinics.{name}' group by e.year")
            rows = self.program.runner.text(["sqlite3", path, query]).split()
            found = {year: int(sum) for year, sum in (row.split("|") for row in rows)}
            expect(name, found, getattr(expected, name))

    def check(self, path, dataset):
        """Compares the number of entries and the root's report with the counted figures."""
        expected = dataset.expected
        expect("entries", self.count(path, "entry"), expected.entries)
        report = self.program.json(path, "report", "monthly", MONTH, "--unit", ROOT)
        lines = report["lines"]
        expect("actuals", {line["indicator"]: line["actual"] for line in lines}, expected.actuals)
        expect("targets", {line["indicator"]: line["target"] for line in lines}, expected.targets)

    def count(self, path, table):
        """The number of a table's rows."""
        return self.value(path, f"select count(*) from {table}")

    def value(self, path, query):
        """A number, asked of SQLite's own shell."""
        return int(self.program.runner.text(["sqlite3", path, query]))

    def copy(self, database, path):
        """A fresh copy that the disk has taken: no measured process waits for it."""
        remove(path)
        self.program.runner.run(["sqlite3", database, "pragma wal_checkpoint(truncate)"])
        shutil.copyfile(database, path)
        with open(path, "rb") as file:
            os.fsync(file)
        return path


def remove(path):
    """Removes a database with its companions."""
    for suffix in ["", "-wal", "-shm", "-journal"]:
        if os.path.exists(path + suffix):
            os.unlink(path + suffix)


def expect(what, found, expected):
    """Stops when a figure is wrong."""
    if found != expected:
        raise Failure(f"wrong {what}: found {found}, expected {expected}")
