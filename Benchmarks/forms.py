"""A form of 60 lines that 1 200 units answer, for the measures of forms."""

import csv
import os
from functools import cached_property

from databases import expect, remove

UNITS = 1200
LINES = 60
# Of the lines, those that are posted to an indicator, and those that formulas fill.
POSTED = 10
FORMULAS = 6
FORM, PERIOD = "bench", "2025-11"


class Round:
    """The files of one round, and databases before it, with all answers, and with all accepted."""

    def __init__(self, program, folder):
        self.program = program
        self.folder = folder

    def path(self, name):
        return os.path.join(self.folder, name)

    def _write(self, name, header, rows):
        path = self.path(name)
        with open(path, "w", newline="", encoding="utf-8") as file:
            writer = csv.writer(file, lineterminator="\n")
            writer.writerow(header)
            writer.writerows(rows)
        return path

    @property
    def _towns(self):
        return [f"X{number:04}" for number in range(UNITS)]

    @property
    def _typed(self):
        return range(1, LINES - FORMULAS + 1)

    @cached_property
    def answers(self):
        """A row for each typed line of each unit."""
        rows = (
            (FORM, PERIOD, town, line, (place * 31 + line * 7) % 1000)
            for place, town in enumerate(self._towns) for line in self._typed)
        return self._write(
            "answers.csv", ["form", "period", "unit", "line", "value"], rows)

    @property
    def rows(self):
        return UNITS * len(self._typed)

    @cached_property
    def defined(self):
        """A database with the units, the indicators and the form."""
        path = self.path("forms-defined.db")
        units = [("D1", "", "Bench county", "county")]
        units += [(town, "D1", f"Town {town}", "township") for town in self._towns]
        codes = [f"bench.i{number:02}" for number in range(1, POSTED + 1)]
        lines = [
            (FORM, line, f"Line {line}", "amount", "项", "typed",
             codes[line - 1] if line <= POSTED else "")
            for line in self._typed]
        lines += [
            (FORM, line, f"Line {line}", "amount", "项", f"formula [1] + [{line - 50}]", "")
            for line in range(LINES - FORMULAS + 1, LINES + 1)]
        files = [
            self._write("units.csv", ["code", "parent", "name", "kind"], units),
            self._write(
                "indicators.csv", ["id", "name", "kind", "measure", "decimals"],
                [(code, code, "flow", "项", 0) for code in codes]),
        ]
        form_files = [
            self._write(
                "forms.csv", ["form", "title", "module", "cycle", "due", "owed-by"],
                [(FORM, "Bench", "bench", "month", "+1-05", "township")]),
            self._write(
                "form-lines.csv",
                ["form", "line", "title", "content", "measure", "source", "indicator"], lines),
        ]
        self.program.run(path, "init", "--bare")
        self.program.run(path, "import", *files)
        self.program.run(path, "form", "define", *form_files)
        return path

    @cached_property
    def answered(self):
        """The same with all answers."""
        path = self.path("forms-answered.db")
        self.copy(self.defined, path)
        self.send(path)
        return path

    def send(self, path):
        return self.program.run(path, "form", "import", self.answers)

    def accept(self, path):
        return self.program.run(path, "form", "accept", FORM, PERIOD, "--all", "--as", "office")

    @cached_property
    def accepted(self):
        """The same with all accepted, and its figures checked."""
        path = self.path("forms-accepted.db")
        self.copy(self.answered, path)
        self.accept(path)
        self.check(path)
        return path

    def check(self, path):
        """Whether the sum has what the files have."""
        summary = self.program.json(path, "form", "sum", FORM, PERIOD)
        expected = [
            sum((place * 31 + line * 7) % 1000 for place in range(UNITS)) for line in self._typed]
        expect("units in the sum", summary["over"], UNITS)
        expect(
            "sums", [line["total"] for line in summary["lines"][:len(expected)]], expected)

    def copy(self, source, path):
        remove(path)
        with open(source, "rb") as file, open(path, "wb") as copy:
            copy.write(file.read())
