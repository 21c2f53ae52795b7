#!/usr/bin/env python3
"""The ranking of all counties by every indicator, answered by DuckDB.

    duckdb_peer.py build DATABASE UNITS TARGETS ENTRIES    loads the files
    duckdb_peer.py time DATABASE                           the seconds of one answer
    duckdb_peer.py rank DATABASE                           the answer as JSON
"""

import json
import sys
import time

import duckdb

TABLES = [
    ("unit", "code VARCHAR, parent VARCHAR, name VARCHAR, kind VARCHAR"),
    ("target", "indicator VARCHAR, unit VARCHAR, year INTEGER, amount BIGINT"),
    ("entry", "date DATE, indicator VARCHAR, unit VARCHAR, amount BIGINT, note VARCHAR"),
]

RANK = """
    WITH RECURSIVE member(county, unit) AS (
      SELECT code, code FROM unit WHERE kind = 'county'
      UNION ALL
      SELECT county, code FROM member JOIN unit ON unit.parent = member.unit
    ), done AS (
      SELECT county, indicator, sum(amount)::BIGINT AS actual
      FROM entry JOIN member USING (unit)
      WHERE date BETWEEN DATE '2025-01-01' AND DATE '2025-06-30'
      GROUP BY county, indicator
    ), line AS (
      SELECT target.indicator, unit AS county, amount AS target, coalesce(actual, 0) AS actual,
        coalesce(actual, 0) / amount AS rate
      FROM target JOIN unit ON unit.code = target.unit AND unit.kind = 'county'
        LEFT JOIN done ON done.county = target.unit AND done.indicator = target.indicator
      WHERE year = 2025
    )
    SELECT indicator, rank() OVER (PARTITION BY indicator ORDER BY rate DESC) AS place,
      county, target, actual, rate
    FROM line ORDER BY indicator, place, actual DESC, county
"""


def build(path, files):
    """Loads the files into plain tables."""
    with duckdb.connect(path) as connection:
        for (name, columns), file in zip(TABLES, files):
            connection.execute(f"CREATE TABLE {name} ({columns})")
            connection.execute(f"COPY {name} FROM '{file}' (HEADER, DELIMITER ',')")


def answer(path):
    """All lines, from a connection of their own."""
    with duckdb.connect(path, read_only=True) as connection:
        return connection.execute(RANK).fetchall()


def timed(path):
    """The seconds from connecting to the last row."""
    begin = time.perf_counter()
    answer(path)
    return time.perf_counter() - begin


def ranking(path):
    """By indicator: rank, county, target and actual, in order."""
    lines = {}
    for indicator, place, county, target, actual, _ in answer(path):
        lines.setdefault(indicator, []).append([place, county, target, actual])
    return lines


def main():
    verb, path, *files = sys.argv[1:]
    if verb == "build":
        build(path, files)
    elif verb == "time":
        print(timed(path))
    else:
        print(json.dumps(ranking(path)))


if __name__ == "__main__":
    main()
