"""What is measured: one function for each measure, in the table's order."""

import datetime
import math
import os
import statistics
from functools import cached_property

from databases import Builder, expect, remove
from datasets import INDICATOR, MONTH, ROOT, dataset, record_dataset
from forms import FORM, PERIOD, UNITS, Round
from processes import Pairs, in_turns, repeated
from results import Limits, Row, judged, memory_row, note_row, rate_row, ratio_row, seconds


class Bench:
    """The data, the databases and the peers, made when a measure first asks for them."""

    def __init__(self, program, sqlite, duckdb, work, folder, sizes, budget):
        self.program = program
        self.sqlite = sqlite
        self.find_duckdb = duckdb
        self.work = work
        self.folder = folder
        self.small, self.medium, self.large = sizes
        # Of records there are a tenth as many as of entries.
        self.few_records, self.some_records, self.many_records = (
            self.small // 10, self.medium // 10, self.large // 10)
        self.budget = budget
        self.builder = Builder(program, folder)
        self.import_peaks = []

    @cached_property
    def duckdb(self):
        return self.find_duckdb()

    def data(self, entries, targets="all"):
        return dataset(self.work, entries, targets)

    def records(self, count):
        return record_dataset(self.work, count)

    def database(self, entries, targets="all"):
        return self.builder.whole(self.data(entries, targets))

    @cached_property
    def round(self):
        return Round(self.program, self.folder)

    def path(self, name):
        return os.path.join(self.folder, name)

    def seconds(self, database, *arguments):
        """Seconds of one run of the program."""
        return self.program.run(database, *arguments).seconds

    def against_select_1(self, database, *arguments):
        """A command in turns with SQLite's shell opening the same file."""
        return in_turns(
            lambda: self.seconds(database, *arguments),
            lambda: self.sqlite.select_1(database), self.budget)


def short(count):
    """A number of entries as people say it: 10 k, 1 M."""
    return f"{count // 10**6} M" if count >= 10**6 else f"{count // 1000} k"


REPORT = ("report", "monthly", MONTH, "--unit", ROOT)
TALLY = """
    select t.code, p.ownership, count(*), sum(p.budget) from clinics_project p
    join unit c on c.id = p.facility join unit t on t.id = c.parent
    where p.removed = 0 group by t.id, p.ownership
"""
RANK = ("rank", "--all", MONTH, "--unit", ROOT, "--level", "county")


# Writing


def imports(bench):
    """Importing the middle number of entries, and the memory it takes."""
    data = bench.data(bench.medium)
    base = bench.builder.base(data)
    path = bench.path("import.db")

    def ours():
        bench.builder.copy(base, path)
        run = bench.program.run(path, "import", data.file("entries"))
        expect("entries", bench.builder.count(path, "entry"), data.expected.entries)
        bench.import_peaks.append(run.peak_bytes)
        return run.seconds

    pairs = in_turns(ours, lambda: bench.sqlite.load(data.file("entries"), "entries"), bench.budget)
    bench.builder.check(path, data)
    remove(path)
    size = short(bench.medium)
    return [
        ratio_row(f"import {size} entries ÷ `sqlite3 .import`", pairs, Limits(2.0, 1.0)),
        memory_row(
            f"peak memory of importing {size} entries", max(bench.import_peaks),
            Limits(256, 128, " MB")),
    ]


def large_import(bench):
    """Importing the largest number of entries, measured once: when the database was built."""
    database = bench.database(bench.large)
    run = database.entries_import
    peer = bench.sqlite.load(database.dataset.file("entries"), "entries")
    size = short(bench.large)
    return [
        memory_row(
            f"peak memory of importing {size} entries", run.peak_bytes, Limits(400, 256, " MB")),
        ratio_row(
            f"import {size} entries ÷ `sqlite3 .import`, one pair", Pairs([run.seconds], [peer])),
    ]


def targets_import(bench):
    """Importing the targets of every unit."""
    data = bench.data(bench.medium)
    bare = bench.builder.bare(data)
    path = bench.path("targets.db")

    def ours():
        bench.builder.copy(bare, path)
        return bench.builder.import_targets(path, data).seconds

    pairs = in_turns(
        ours, lambda: bench.sqlite.load(data.file("targets"), "targets"), bench.budget)
    expect("plans", bench.builder.count(path, "plan"), data.expected.target_rows)
    remove(path)
    measure = f"import {data.expected.target_rows:,} targets ÷ `sqlite3 .import`"
    return [ratio_row(measure.replace(",", " ", 1), pairs, Limits(4))]


def records_import(bench):
    """Importing a province's first list of records, with everything that they post."""
    data = bench.records(bench.some_records)
    base = bench.builder.clinics(data)
    path = bench.path("records.db")
    peaks = []

    def ours():
        bench.builder.copy(base, path)
        run = bench.builder.import_projects(path, data)
        expect("records", bench.builder.count(path, "clinics_project"), data.expected.records)
        peaks.append(run.peak_bytes)
        return run.seconds

    pairs = in_turns(
        ours, lambda: bench.sqlite.load(data.file("projects"), "projects"), bench.budget)
    bench.builder.check_records(path, data)
    remove(path)
    size = short(bench.some_records)
    return [
        ratio_row(f"import {size} records ÷ `sqlite3 .import`", pairs, Limits(4)),
        memory_row(
            f"peak memory of importing {size} records", max(peaks), Limits(256, unit=" MB")),
    ]


def group_import(bench):
    """A list whose records all make one group, at two sizes: ten times as many records may take as
    much longer as sorting them would."""
    few, many = (DoctorList(bench, count) for count in (1_000, 10_000))
    pairs = in_turns(many.seconds, few.seconds, bench.budget)
    for doctors in (few, many):
        doctors.finish()
    growth = many.count * math.log(many.count) / (few.count * math.log(few.count))
    measure = f"import {short(many.count)} records of one group ÷ {short(few.count)}"
    return [ratio_row(measure, pairs, Limits(round(growth, 1)))]


class DoctorList:
    """Doctors of one village, which is covered once whatever their number."""

    def __init__(self, bench, count):
        self.bench = bench
        self.count = count
        self.path = bench.path(f"doctors-{count}.db")
        self.base = bench.path(f"doctors-base-{count}.db")
        self.list = self._file("doctors", "village,person,qualification,serves-from,serves-until", (
            f"v,P{i},physician,{self._day(i)},{self._day(i, lasting=30)}" for i in range(count)))
        units = self._file(
            "places", "code,parent,name,kind", ["d,,D,district", "t,d,T,township", "v,t,V,village"])
        people = self._file("people", "name", (f"P{i}" for i in range(count)))
        bench.program.run(self.base, "init")
        bench.program.run(self.base, "import", units)
        bench.program.run(self.base, "people", "person", "import", people)

    def _day(self, place, lasting=0):
        return datetime.date(2000, 1, 1) + datetime.timedelta(place % 7000 + lasting)

    def _file(self, name, header, rows):
        path = self.bench.path(f"{name}-{self.count}.csv")
        with open(path, "w", encoding="utf-8") as file:
            file.writelines(f"{row}\n" for row in [header, *rows])
        return path

    def seconds(self):
        self.bench.builder.copy(self.base, self.path)
        return self.bench.seconds(
            self.path, "workforce", "village-doctor", "import", self.list)

    def finish(self):
        """All of them must be there, and the village be covered once."""
        count, value = self.bench.builder.count, self.bench.builder.value
        expect("doctors", count(self.path, "workforce_village_doctor"), self.count)
        covered = "select max(amount) from (select sum(amount) over (order by day) as amount from entry)"
        expect("coverage", value(self.path, covered), 1)
        for path in (self.path, self.base):
            remove(path)


def records_change(bench):
    """Changing one record among very many and among few."""
    large, small = (RecordCopy(bench, size) for size in (bench.many_records, bench.few_records))
    rows = []
    for verb in ["set", "advance"]:
        pairs = in_turns(
            lambda: getattr(large, verb)(), lambda: getattr(small, verb)(), bench.budget,
            most=small.room)
        sizes = f"at {short(bench.many_records)} records ÷ at {short(bench.few_records)}"
        rows.append(ratio_row(f"`{verb}` of a record {sizes}", pairs, Limits(1.3)))
    for copy in (large, small):
        copy.finish()
    return rows


class RecordCopy:
    """A copy of a database whose records change one after another."""

    def __init__(self, bench, size):
        self.bench = bench
        self.path = bench.builder.copy(
            bench.builder.registers(bench.records(size)), bench.path(f"change-{size}.db"))
        self.planned = self._rows("select id from clinics_project where stage = 'planned'")
        self.site = self._rows("select value from identity where name = 'site'")[0]
        self.entries = bench.builder.count(self.path, "entry")
        self.changes = bench.builder.count(self.path, "change")
        self.sets = self.advances = 0

    def _rows(self, query):
        return self.bench.program.runner.text(["sqlite3", self.path, query]).split()

    @property
    def room(self):
        """So many records can still be assessed, after one for warming up."""
        return len(self.planned) - self.advances - 2

    def set(self):
        """A new budget for a record in the middle."""
        self.sets += 1
        return self._change("set", self.planned[len(self.planned) // 2], f"budget={self.sets}")

    def advance(self):
        """One more record is assessed."""
        self.advances += 1
        return self._change(
            "advance", self.planned[self.advances], "assessed", "--on", "2025-06-15")

    def _change(self, verb, record, *arguments):
        return self.bench.seconds(
            self.path, "clinics", "project", verb, f"{self.site}-{record}", *arguments)

    def finish(self):
        """Every change must be there, and have posted nothing that it should not."""
        count = self.bench.builder.count
        expect("changes", count(self.path, "change"), self.changes + self.sets + self.advances)
        expect("entries", count(self.path, "entry"), self.entries)
        remaining = self._rows("select count(*) from clinics_project where stage = 'planned'")
        expect("planned", int(remaining[0]), len(self.planned) - self.advances)
        remove(self.path)


def log(bench):
    """Writing one entry, against an insert by SQLite's shell and at the two extreme sizes."""
    with_copies = [LogCopy(bench, size) for size in (bench.medium, bench.large, bench.small)]
    medium, large, small = with_copies
    peer = bench.sqlite.entry_file()
    size = short(bench.medium)
    rows = [
        ratio_row(
            f"`log` at {size} ÷ one durable `sqlite3` insert",
            in_turns(medium.seconds, lambda: bench.sqlite.insert(peer), bench.budget),
            Limits(3, 1.5)),
        ratio_row(
            f"`log` at {short(bench.large)} ÷ at {short(bench.small)}",
            in_turns(large.seconds, small.seconds, bench.budget), Limits(1.2, 1.05)),
    ]
    for copy in with_copies:
        copy.finish()
    remove(peer)
    return rows


class LogCopy:
    """A copy of a database that one entry after another is written to."""

    def __init__(self, bench, size):
        original = bench.database(size)
        self.bench = bench
        self.expected = original.dataset.expected
        self.path = bench.builder.copy(original.path, bench.path(f"log-{size}.db"))
        self.count = 0

    def seconds(self):
        self.count += 1
        return self.bench.seconds(
            self.path, "log", INDICATOR, "1", "--unit", self.expected.village, "--on",
            "2025-06-15")

    def finish(self):
        """Every entry must be there and in the report."""
        builder = self.bench.builder
        expect("entries", builder.count(self.path, "entry"), self.expected.entries + self.count)
        report = self.bench.program.json(self.path, *REPORT, "--indicator", INDICATOR)
        actual = self.expected.actuals[INDICATOR] + self.count
        expect("actual", [line["actual"] for line in report["lines"]], [actual])
        remove(self.path)


# Reading


def report(bench):
    """The root's monthly report; its figures were checked when the database was built."""
    pairs = bench.against_select_1(bench.database(bench.medium).path, *REPORT)
    return [
        ratio_row(f"`report monthly` at {short(bench.medium)} ÷ `select 1`", pairs, Limits(8, 4))]


def report_scale(bench):
    """The same with very many and with few entries."""
    large, small = bench.database(bench.large).path, bench.database(bench.small).path
    pairs = in_turns(
        lambda: bench.seconds(large, *REPORT), lambda: bench.seconds(small, *REPORT), bench.budget)
    measure = f"`report monthly` at {short(bench.large)} ÷ at {short(bench.small)}"
    return [ratio_row(measure, pairs, Limits(1.2, 1.05))]


def report_leaves(bench):
    """The same when only the villages have targets."""
    pairs = bench.against_select_1(bench.database(bench.medium, "leaves").path, *REPORT)
    return [
        ratio_row("`report monthly`, targets at villages only ÷ `select 1`", pairs, Limits(8, 4))]


def rank(bench):
    """All counties by all indicators, against DuckDB answering the same from its own file."""
    measure = f"`rank --all` of the counties at {short(bench.medium)} ÷ DuckDB"
    if not bench.duckdb:
        return [note_row(measure, "skipped: DuckDB's Python module cannot be installed here")]
    database = bench.database(bench.medium)
    peer = bench.path("duckdb.db")
    bench.duckdb.build(peer, database.dataset)
    found = ranking(bench.program.json(database.path, *RANK))
    expect("ranking", found, bench.duckdb.rank(peer))
    pairs = in_turns(
        lambda: bench.seconds(database.path, *RANK, "--format", "json"),
        lambda: bench.duckdb.rank_process_seconds(peer), bench.budget)
    answer = statistics.median(repeated(lambda: bench.duckdb.rank_seconds(peer), 1))
    module = statistics.median(repeated(bench.duckdb.import_seconds, 1))
    remove(peer)
    return [
        ratio_row(f"{measure}, whole process each", pairs, Limits(0.1, 0.02)),
        Row(
            "DuckDB's connecting and query alone; Python's start with the module", "—",
            f"{seconds(answer)}; {seconds(module)}", verdict="for information"),
    ]


def ranking(answer):
    """By indicator: rank, county, target and actual, in order."""
    return {
        item["indicator"]: [
            [line["rank"], line["unit"]["code"], line["target"], line["actual"]]
            for line in item["lines"]
        ]
        for item in answer["indicators"]
    }


def trace(bench):
    """From a village's figure to its entries."""
    database = bench.database(bench.large)
    expected = database.dataset.expected
    command = ("trace", INDICATOR, MONTH, "--unit", expected.village)
    found = bench.program.json(database.path, *command)
    expect("traced actual", found["actual"], expected.village_actual)
    expect("traced sum", sum(line["amount"] for line in found["lines"]), expected.village_actual)
    pairs = bench.against_select_1(database.path, *command)
    return [
        ratio_row(
            f"`trace` of a village at {short(bench.large)} ÷ `select 1`", pairs, Limits(10, 4))]


def dashboard(bench):
    """The root's dashboard."""
    path = bench.database(bench.medium).path
    pairs = bench.against_select_1(path, "dashboard", "--unit", ROOT, "--on", "2025-06-30")
    return [ratio_row(f"`dashboard` at {short(bench.medium)} ÷ `select 1`", pairs)]


def records_page(bench):
    """A page of a city's records among very many."""
    data = bench.records(bench.many_records)
    path, city = bench.builder.registers(data), data.expected.city
    command = ("clinics", "project", "list", "--unit", city)
    found = bench.program.json(path, *command)
    expect("records of the city", len(found), data.expected.city_records)
    size = short(bench.many_records)
    return [
        ratio_row(
            f"page of 50 of a city's records at {size} ÷ `select 1`",
            bench.against_select_1(path, *command, "--limit", "50"), Limits(10)),
        ratio_row(
            f"page of 50 of all records at {size} ÷ `select 1`",
            bench.against_select_1(path, "clinics", "project", "list", "--limit", "50"),
            Limits(10)),
    ]


def records_tally(bench):
    """Counting and adding up very many records by township and ownership."""
    data = bench.records(bench.many_records)
    path = bench.builder.registers(data)
    command = ("clinics", "project", "list", "--by", "township,ownership", "--sum", "budget")
    rows = bench.program.json(path, *command)
    found = sorted((row["count"], round(row["budget"] * 100)) for row in rows)
    peer = bench.program.runner.text(["sqlite3", path, TALLY])
    expect("tally", found, sorted(tuple(map(int, row.split("|")[2:])) for row in peer.split()))
    pairs = in_turns(
        lambda: bench.seconds(path, *command), lambda: bench.sqlite.ask(path, TALLY), bench.budget)
    size = short(bench.many_records)
    return [ratio_row(f"`list --by township,ownership --sum` at {size} ÷ SQL", pairs, Limits(1.5))]


def startup(bench):
    """The program's start alone."""
    path = bench.sqlite.entry_file()
    binary = bench.program.binary
    pairs = in_turns(
        lambda: bench.program.runner.run([binary, "--version"]).seconds,
        lambda: bench.sqlite.select_1(path), bench.budget)
    remove(path)
    return [ratio_row("`--version` ÷ `select 1`", pairs)]


# Forms


def forms_import(bench):
    """Importing what all units answer to a form."""
    form, path = bench.round, bench.path("answers.db")

    def ours():
        form.copy(form.defined, path)
        run = form.send(path)
        expect("submissions", bench.builder.count(path, "submission"), UNITS)
        return run.seconds

    pairs = in_turns(ours, lambda: bench.sqlite.load(form.answers, "answers"), bench.budget)
    remove(path)
    measure = f"import {form.rows:,} rows of answers ÷ `sqlite3 .import`".replace(",", " ", 1)
    return [ratio_row(measure, pairs, Limits(3))]


def forms_accept(bench):
    """Accepting them in one go, in time of the processor."""
    form, path = bench.round, bench.path("accept.db")

    def ours():
        form.copy(form.answered, path)
        run = form.accept(path)
        return run.cpu_seconds

    median = statistics.median(repeated(ours, bench.budget, minimum=3))
    form.check(path)
    remove(path)
    return [
        Row(
            f"accepting {UNITS} answers, processor", seconds(median),
            **judged(median, Limits(1, unit=" s")))]


def forms_read(bench):
    """The board and the sum of a form."""
    path = bench.round.accepted
    return [
        ratio_row(
            f"form {verb} of {UNITS} units ÷ `select 1`",
            bench.against_select_1(path, "form", verb, FORM, PERIOD, "--format", "json"),
            Limits(10))
        for verb in ("status", "sum")]


# Proving


def verify(bench):
    """Proving the whole journal."""
    database = bench.database(bench.large)
    times = repeated(lambda: bench.seconds(database.path, "verify"), bench.budget)
    return [
        rate_row(
            f"`verify` of {short(bench.large)} entries", database.dataset.expected.entries, times,
            Limits(2, unit=" M/s", more_is_better=True))]


def check(bench):
    """Proving the totals."""
    path = bench.database(bench.medium).path
    times = repeated(lambda: bench.seconds(path, "check"), bench.budget, minimum=1)
    return [
        Row(
            f"`check` at {short(bench.medium)}", seconds(statistics.median(times)),
            verdict="for information")]


ALL = {
    "import": imports,
    "import-large": large_import,
    "report": report,
    "report-scale": report_scale,
    "report-leaves": report_leaves,
    "rank": rank,
    "trace": trace,
    "log": log,
    "verify": verify,
    "check": check,
    "import-targets": targets_import,
    "records-import": records_import,
    "records-change": records_change,
    "records-group": group_import,
    "records-page": records_page,
    "records-tally": records_tally,
    "dashboard": dashboard,
    "forms-import": forms_import,
    "forms-accept": forms_accept,
    "forms-read": forms_read,
    "startup": startup,
}
