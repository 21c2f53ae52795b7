#!/usr/bin/env python3
"""Writes the CSV files of an invented province's clinics and of five yearly lists of projects.

    generate_records.py [--records N] [--seed S] [--out DIR]

Two files appear in DIR, in the formats that `taizhang import` reads:

    units.csv     code,parent,name,kind        a fifth as many clinics as records
    projects.csv  a list of `clinics.project`: every clinic in each of five plan years

The same options give the same bytes. A year's list follows the year before, and each stands in
the order of the clinics' codes, as an office would hand them in.
"""

import argparse
import datetime
import os
import random

from generate import VILLAGE_STEMS, children, codes, upper_units, write_rows

YEARS = range(2021, 2026)
HEADER = [
    "facility", "year", "kind", "ownership", "funding", "budget", "assessed-on", "accepted-on",
    "relapsed-on", "document-no", "stage", "note",
]
KINDS = ["villageClinic"] * 8 + ["healthStation", "healthCentre"]
OWNERSHIPS = ["government", "collective", "collective", "private"]
FUNDINGS = ["county", "county", "provincialAward", "own", "none"]
NOTES = ["", "", "", "", "民营机构，建设资金无来源", "房屋面积不足，拟改扩建", "现场核查"]
# How far projects are, each with the days that it has of being assessed, accepted and relapsed.
STAGES = [("planned", 0)] * 3 + [("assessed", 1)] * 3 + [("rectifying", 1)] * 2 \
    + [("accepted", 2)] * 11 + [("rectifying", 3)]


def make_units(clinics, rng):
    """The tree as rows of (code, parent, name, kind), parents first."""
    # A province needs more clinics than it has townships.
    upper = upper_units("province" if clinics >= 10_000 else "county", rng)
    townships = [unit for unit in upper if unit[3] == "township"]
    return upper + children(
        codes(townships), clinics, 3, "clinic", VILLAGE_STEMS, ["卫生室"], rng)


def project(clinic, year, rng):
    """One row of a year's list."""
    stage, known = rng.choice(STAGES)
    day = datetime.date(year, 2, 1) + datetime.timedelta(rng.randrange(120))
    days = []
    for place in range(3):
        days.append(day.isoformat() if place < known else "")
        day += datetime.timedelta(rng.randrange(7, 60))
    return [
        clinic, year, rng.choice(KINDS), rng.choice(OWNERSHIPS), rng.choice(FUNDINGS),
        f"{rng.randrange(20, 200)}000.00", *days, f"卫健办〔{year}〕{rng.randrange(1, 99)}号",
        stage, rng.choice(NOTES)]


def options():
    """The command line's options."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--records", type=int, default=100_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--out", default=".")
    return parser.parse_args()


def main():
    chosen = options()
    rng = random.Random(chosen.seed)
    os.makedirs(chosen.out, exist_ok=True)
    units = make_units(chosen.records // len(YEARS), rng)
    clinics = [code for code, _, _, kind in units if kind == "clinic"]
    write_rows(
        os.path.join(chosen.out, "units.csv"), ["code", "parent", "name", "kind"], units)
    write_rows(
        os.path.join(chosen.out, "projects.csv"), HEADER,
        (project(clinic, year, rng) for year in YEARS for clinic in clinics))


if __name__ == "__main__":
    main()
