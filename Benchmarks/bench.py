#!/usr/bin/env python3
"""Measures `taizhang` against its peers on this machine and prints one Markdown table.

    bench.py --binary PATH [--work DIR] [--quick] [--only NAME]

README.md says what is measured and how to read it. A slow figure is shown, not punished: the exit
status is 1 only when a command fails or a figure that it computed is wrong.
"""

import argparse
import os
import shutil
import sys
import tempfile

# The modules beside this file leave nothing in the source folder.
sys.dont_write_bytecode = True

import machine
import measures
from databases import Program
from peers import DuckDB, SQLite
from processes import Failure, Runner
from results import markdown, note_row

FULL_SIZES = (10_000, 1_000_000, 10_000_000)
QUICK_SIZES = (10_000, 100_000, 1_000_000)
FULL_BUDGET = 5
QUICK_BUDGET = 1.5


def options():
    """The command line's options."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--binary", required=True, help="the program to measure")
    parser.add_argument("--work", help="folder for data, kept from run to run")
    parser.add_argument("--quick", action="store_true", help="a tenth of the entries")
    parser.add_argument("--only", choices=list(measures.ALL), help="one measure")
    return parser.parse_args()


def default_work():
    return os.path.join(os.environ.get("TMPDIR", "/tmp"), "taizhang-bench")


def measure(bench, names):
    """The rows of the named measures, and whether all went right."""
    rows, is_right = [], True
    for name in names:
        print(f"… {name}", file=sys.stderr, flush=True)
        try:
            rows += measures.ALL[name](bench)
        except (Failure, LookupError, ValueError) as failure:
            # A report of another shape than agreed is as wrong as another figure.
            print(f"{name}: {type(failure).__name__}: {failure}", file=sys.stderr)
            rows.append(note_row(name, "FAILED"))
            is_right = False
    return rows, is_right


def conditions(bench, load_before):
    """Where the figures come from, as a list."""
    versions = [f"SQLite {bench.sqlite.version()}"]
    if "duckdb" in bench.__dict__ and bench.duckdb:
        versions.append(f"DuckDB {bench.duckdb.version()}")
    return "\n".join([
        f"- processor: {machine.processor()}, {os.cpu_count()} cores",
        f"- one small write with fsync: {machine.fsync_seconds(bench.folder) * 1000:.2f} ms",
        f"- load (1, 5, 15 minutes): {load_before} before, {machine.load()} after",
        f"- peers: {', '.join(versions)}",
    ])


def run(chosen, work, folder):
    """Measures in a folder of its own and prints the result; gives the exit status."""
    runner = Runner(folder)
    bench = measures.Bench(
        program=Program(os.path.abspath(chosen.binary), runner),
        sqlite=SQLite(runner, folder),
        duckdb=lambda: DuckDB.find(runner, work),
        work=work, folder=folder,
        sizes=QUICK_SIZES if chosen.quick else FULL_SIZES,
        budget=QUICK_BUDGET if chosen.quick else FULL_BUDGET)
    load_before = machine.load()
    rows, is_right = measure(bench, [chosen.only] if chosen.only else list(measures.ALL))
    print(markdown(rows))
    print()
    print(conditions(bench, load_before))
    return 0 if is_right else 1


def main():
    chosen = options()
    if not os.access(chosen.binary, os.X_OK):
        sys.exit(f"no program at {chosen.binary}: build it first")
    if not shutil.which("sqlite3"):
        sys.exit("the sqlite3 shell is missing: it is the peer (Debian: apt-get install sqlite3)")
    work = os.path.abspath(chosen.work or default_work())
    os.makedirs(work, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="run-", dir=work) as folder:
        sys.exit(run(chosen, work, folder))


if __name__ == "__main__":
    main()
