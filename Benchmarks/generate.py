#!/usr/bin/env python3
"""Writes the CSV files of an invented county or province, for benchmarks and tests.

    generate.py [--units small|county|province] [--entries N] [--seed S] [--year 2025]
                [--targets all|leaves] [--out DIR]

Four files appear in DIR, in the formats that `taizhang import` reads:

    units.csv       code,parent,name,kind
    indicators.csv  id,name,kind,measure,decimals,direction    24 flows
    targets.csv     indicator,unit,year,amount
    entries.csv     date,indicator,unit,amount,note

The same options give the same bytes. Entries are spread evenly over the year and stand in the
order of their days; 92 % are on villages, the rest on townships; 1 % are negative corrections.
With `--targets all` every unit has a target, a parent's being the sum of its children's; with
`--targets leaves` only the villages have one. The entries do not depend on that choice.

Names repeat within a province, so the files give units by their codes.
"""

import argparse
import calendar
import csv
import datetime
import math
import operator
import os
import random

# How many cities, counties, townships and villages there are.
SIZES = {
    "small": (0, 1, 3, 20),
    "county": (0, 1, 26, 300),
    "province": (16, 105, 1200, 15000),
}

# Name, measure and the mean size of one entry.
INDICATORS = [
    ("标准化建设完成数", "个", 2),
    ("党支部规范化建设数", "个", 3),
    ("高标准农田建设面积", "亩", 40),
    ("农村户厕改造户数", "户", 8),
    ("清洁取暖改造户数", "户", 12),
    ("农村公路新改建里程", "公里", 3),
    ("危房改造户数", "户", 2),
    ("饮水安全工程覆盖户数", "户", 30),
    ("生活污水治理村数", "个", 2),
    ("垃圾分类示范户数", "户", 15),
    ("造林绿化面积", "亩", 25),
    ("粮食播种面积", "亩", 60),
    ("集体经济增收额", "元", 3000),
    ("技能培训人次", "人次", 20),
    ("新增就业人数", "人", 6),
    ("公益岗位安置人数", "人", 3),
    ("养老服务站建成数", "个", 1),
    ("文化活动场次", "场", 3),
    ("家庭医生签约人数", "人", 50),
    ("居民医保参保人数", "人", 80),
    ("矛盾纠纷调解件数", "件", 4),
    ("安全隐患排查整改数", "处", 6),
    ("信访事项办结数", "件", 2),
    ("走访慰问户数", "户", 10),
]
IDS = [f"bench.i{number:02}" for number in range(1, len(INDICATORS) + 1)]

NOTES = [
    "", "", "", "", "月报", "现场核查", "村级上报", "镇级审核", "补报", "第三方抽查", "会议确认",
    "台账录入",
]
CORRECTIONS = ["更正：重复上报", "核减：验收未通过", "更正录入错误"]

VILLAGE_SHARE = 92  # per cent of the entries
CORRECTION_SHARE = 0.01
KINDS_OF_ENTRY = 1 << 17  # different (indicator, amount, note) to draw from

PLACE_STEMS = [
    first + second
    for first in "安永长兴福平清太和仁义新龙凤金银石白红青"
    for second in "乐丰宁庆阳城山河泉桥店集岭湾源寨坪塘"
]
VILLAGE_STEMS = [
    family + ending
    for family in "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧"
    for ending in ["家庄", "家村", "家屯", "家沟", "家河", "家集", "家楼", "家营"]
]


def shares(total, parts, jitter, rng):
    """Splits a number into positive, uneven whole parts."""
    weights = [1 + jitter * rng.uniform(-1, 1) for _ in range(parts)]
    scale = total / sum(weights)
    split = [max(1, int(weight * scale)) for weight in weights]
    place = 0
    while missing := total - sum(split):
        step = 1 if missing > 0 else -1
        if split[place % parts] + step >= 1:
            split[place % parts] += step
        place += 1
    return split


def names(stems, suffixes, rng):
    """Names without end; they are numbered once the stems are used up."""
    stems = rng.sample(stems, len(stems))
    turn = 1
    while True:
        for stem in stems:
            yield stem + rng.choice(suffixes) + (str(turn) if turn > 1 else "")
        turn += 1


def children(parents, count, digits, kind, stems, suffixes, rng):
    """The units of one level, spread over those of the level above."""
    jitter = 0.3 if kind == "county" else 0.4
    units = []
    for parent, share in zip(parents, shares(count, len(parents), jitter, rng)):
        name = names(stems, suffixes, rng)
        for number in range(1, share + 1):
            units.append((f"{parent}{number:0{digits}}", parent, next(name), kind))
    return units


def codes(units):
    return [unit[0] for unit in units]


def upper_units(size, rng):
    """The tree down to its townships as rows of (code, parent, name, kind), parents first."""
    city_count, county_count, township_count, _ = SIZES[size]
    if city_count:
        top = [("37", "", "山东省", "province")]
        cities = children(["37"], city_count, 2, "city", PLACE_STEMS, ["市"], rng)
        counties = children(
            codes(cities), county_count, 2, "county", PLACE_STEMS, ["县", "县", "区", "市"], rng)
        top += cities + counties
    else:
        counties = top = [("370101", "", "平阳县", "county")]
    return top + children(
        codes(counties), township_count, 3, "township", PLACE_STEMS, ["镇", "镇", "乡", "街道"], rng)


def make_units(size, rng):
    """The whole tree, parents first."""
    upper = upper_units(size, rng)
    townships = [unit[0] for unit in upper if unit[3] == "township"]
    return upper + children(
        townships, SIZES[size][3], 3, "village", VILLAGE_STEMS, [""], rng)


def make_targets(units, entries, rng):
    """Targets of every unit in the indicators' order, about what the entries will reach."""
    parents = {code: parent for code, parent, _, _ in units}
    targets = {code: [0] * len(INDICATORS) for code in parents}
    villages = [code for code, _, _, kind in units if kind == "village"]
    entries_per_cell = entries / (len(villages) * len(INDICATORS))
    # Counties differ in how ambitious their targets are.
    ambition = {}
    for village in villages:
        county = ambition.setdefault(village[:6], rng.uniform(0.9, 1.25))
        own = [
            max(1, round(mean * entries_per_cell * county * rng.uniform(0.85, 1.15)))
            for _, _, mean in INDICATORS
        ]
        unit = village
        while unit:
            targets[unit] = list(map(operator.add, targets[unit], own))
            unit = parents[unit]
    return targets


def unit_pool(units):
    """Units to draw evenly from, so that villages get their share of the entries."""
    villages = [code for code, _, _, kind in units if kind == "village"]
    townships = [code for code, _, _, kind in units if kind == "township"]
    village_weight = VILLAGE_SHARE * len(townships)
    township_weight = (100 - VILLAGE_SHARE) * len(villages)
    divisor = math.gcd(village_weight, township_weight)
    return villages * (village_weight // divisor) + townships * (township_weight // divisor)


def entry_pool(rng):
    """Ends of lines to draw from; `%s` stands for the unit."""
    pool = []
    for _ in range(KINDS_OF_ENTRY):
        indicator = rng.randrange(len(INDICATORS))
        amount = 1 + int(INDICATORS[indicator][2] * 2 * rng.random())
        note = rng.choice(NOTES)
        if rng.random() < CORRECTION_SHARE:
            amount, note = -max(1, amount // 2), rng.choice(CORRECTIONS)
        pool.append(f",{IDS[indicator]},%s,{amount},{note}\n")
    return pool


def write_rows(path, header, rows):
    """Writes a small CSV file."""
    with open(path, "w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(header)
        writer.writerows(rows)


def write_entries(path, units, count, year, rng):
    """Writes the entries a day at a time: a line is the day and two draws."""
    unit_choices, line_choices = unit_pool(units), entry_pool(rng)
    days = 366 if calendar.isleap(year) else 365
    with open(path, "w", encoding="utf-8", newline="") as file:
        file.write("date,indicator,unit,amount,note\n")
        for number in range(days):
            day = (datetime.date(year, 1, 1) + datetime.timedelta(number)).isoformat()
            # The entries k with k · days ÷ count = number, rounded down.
            lines = -(-(number + 1) * count // days) - -(-number * count // days)
            if lines:
                drawn = map(
                    operator.mod, rng.choices(line_choices, k=lines),
                    rng.choices(unit_choices, k=lines))
                file.write(day + day.join(drawn))


def options():
    """The command line's options."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--units", choices=list(SIZES), default="county")
    parser.add_argument("--entries", type=int, default=20000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--year", type=int, default=2025)
    parser.add_argument("--targets", choices=["all", "leaves"], default="all")
    parser.add_argument("--out", default=".")
    return parser.parse_args()


def main():
    chosen = options()
    rng = random.Random(chosen.seed)
    os.makedirs(chosen.out, exist_ok=True)
    units = make_units(chosen.units, rng)
    targets = make_targets(units, chosen.entries, rng)

    def path(name):
        return os.path.join(chosen.out, name)

    write_rows(path("units.csv"), ["code", "parent", "name", "kind"], units)
    write_rows(
        path("indicators.csv"),
        ["id", "name", "kind", "measure", "decimals", "direction"],
        [
            (id, name, "flow", measure, 0, "more")
            for id, (name, measure, _) in zip(IDS, INDICATORS)
        ])
    write_rows(
        path("targets.csv"),
        ["indicator", "unit", "year", "amount"],
        [
            (id, code, chosen.year, amount)
            for code, _, _, kind in units
            if chosen.targets == "all" or kind == "village"
            for id, amount in zip(IDS, targets[code])
        ])
    write_entries(path("entries.csv"), units, chosen.entries, chosen.year, rng)


if __name__ == "__main__":
    main()
