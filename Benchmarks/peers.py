"""The programs that do the same work, to measure against."""

import json
import os
import subprocess
import sys

from databases import remove

SCRIPT = os.path.join(os.path.dirname(os.path.abspath(__file__)), "duckdb_peer.py")

# The columns of the files that are loaded into plain tables.
COLUMNS = {
    "entries": "date TEXT, indicator TEXT, unit TEXT, amount INTEGER, note TEXT",
    "targets": "indicator TEXT, unit TEXT, year INTEGER, amount INTEGER",
    "answers": "form TEXT, period TEXT, unit TEXT, line TEXT, value TEXT",
    "projects":
        "facility TEXT, year INTEGER, kind TEXT, ownership TEXT, funding TEXT, budget TEXT,"
        " assessed_on TEXT, accepted_on TEXT, relapsed_on TEXT, document_no TEXT, stage TEXT,"
        " note TEXT",
}

# The columns of the program's own table of entries.
ENTRY_TABLE = """
    CREATE TABLE entry (
      seq INTEGER PRIMARY KEY, unit INTEGER NOT NULL, indicator INTEGER NOT NULL,
      day INTEGER NOT NULL, year INTEGER NOT NULL, amount INTEGER NOT NULL, note TEXT NOT NULL,
      source TEXT NOT NULL, record INTEGER)
"""
ENTRY_ROW = """
    INSERT INTO entry (unit, indicator, day, year, amount, note, source)
    VALUES (4711, 1, 20250615, 2025, 1, '', '')
"""


class SQLite:
    """SQLite's own shell."""

    def __init__(self, runner, folder):
        self.runner = runner
        self.folder = folder

    def version(self):
        return self.runner.text(["sqlite3", "--version"]).split()[0]

    def select_1(self, database):
        """Seconds to open a file and answer nothing."""
        return self.runner.run(["sqlite3", database, "select 1"]).seconds

    def ask(self, database, question):
        """Seconds to answer a question."""
        return self.runner.run(["sqlite3", database, question]).seconds

    def load(self, csv_file, kind):
        """Seconds to load a file into one plain table of a fresh database, without an index."""
        path = os.path.join(self.folder, "plain.db")
        remove(path)
        script = [
            f"create table plain ({COLUMNS[kind]})", ".mode csv",
            f".import --skip 1 '{csv_file}' plain"]
        seconds = self.runner.run(["sqlite3", path, *script]).seconds
        remove(path)
        return seconds

    def entry_file(self):
        """A file in WAL mode with a table like the program's own."""
        path = os.path.join(self.folder, "entry.db")
        remove(path)
        self.runner.run(["sqlite3", path, "pragma journal_mode=wal", ENTRY_TABLE])
        return path

    def insert(self, path):
        """Seconds to write one entry durably."""
        command = ["sqlite3", path, "pragma synchronous=full", ENTRY_ROW]
        return self.runner.run(command).seconds


class DuckDB:
    """DuckDB's Python module, in an environment of its own."""

    def __init__(self, runner, python):
        self.runner = runner
        self.python = python

    @classmethod
    def find(cls, runner, work):
        """Installs the module when it is missing; gives nothing when it cannot be had."""
        folder = os.path.join(work, "duckdb-venv")
        python = os.path.join(folder, "bin", "python")
        if not works(python):
            quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
            for command in [
                [sys.executable, "-m", "venv", "--clear", folder],
                [python, "-m", "pip", "install", "--quiet", "duckdb"],
            ]:
                if subprocess.run(command, **quiet).returncode:
                    return None
        return cls(runner, python) if works(python) else None

    def version(self):
        command = [self.python, "-c", "import duckdb; print(duckdb.__version__)"]
        return self.runner.text(command).strip()

    def build(self, path, dataset):
        """Loads the files into DuckDB's own database."""
        remove(path)
        files = [dataset.file(kind) for kind in ["units", "targets", "entries"]]
        self.runner.run([self.python, SCRIPT, "build", path, *files])

    def rank_seconds(self, path):
        """Seconds from connecting to the last row, without Python's start and the import."""
        return float(self.runner.text([self.python, SCRIPT, "time", path]))

    def rank_process_seconds(self, path):
        """Seconds of the same as a whole process."""
        return self.runner.run([self.python, SCRIPT, "time", path]).seconds

    def import_seconds(self):
        """Seconds of a process that only loads the module."""
        return self.runner.run([self.python, "-c", "import duckdb"]).seconds

    def rank(self, path):
        """By indicator: rank, county, target and actual, in order."""
        return json.loads(self.runner.text([self.python, SCRIPT, "rank", path]))


def works(python):
    """Whether there is an interpreter that has the module."""
    if not os.path.exists(python):
        return False
    command = [python, "-c", "import duckdb"]
    return subprocess.run(command, stderr=subprocess.DEVNULL).returncode == 0
