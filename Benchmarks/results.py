"""Rows of the result table and what they say."""

import statistics
from dataclasses import dataclass

HEADER = ["measure", "ours", "peer", "ratio", "bar", "goal", "verdict"]
MEGABYTE = 1 << 20


@dataclass(frozen=True)
class Limits:
    """What a figure should reach (the goal) and what it must reach (the bar)."""

    bar: float
    goal: float = None
    unit: str = ""
    more_is_better: bool = False

    def verdict(self, value):
        if self.goal is not None and self._reaches(value, self.goal):
            return "within goal"
        return "within bar" if self._reaches(value, self.bar) else "MISSED"

    def text(self, limit):
        if limit is None:
            return "—"
        return f"{'≥' if self.more_is_better else '≤'} {limit:g}{self.unit}"

    def _reaches(self, value, limit):
        return value >= limit if self.more_is_better else value <= limit


@dataclass(frozen=True)
class Row:
    """One line of the table, as text."""

    measure: str
    ours: str
    peer: str = "—"
    ratio: str = "—"
    bar: str = "—"
    goal: str = "—"
    verdict: str = "—"

    def cells(self):
        return [
            self.measure, self.ours, self.peer, self.ratio, self.bar, self.goal, self.verdict]


def ratio_row(measure, pairs, limits=None):
    """The median of the pairs' ratios, with their middle half in brackets."""
    value = statistics.median(pairs.ratios)
    ratio = number(value)
    if len(pairs.ratios) > 1:
        low, _, high = statistics.quantiles(pairs.ratios, n=4, method="inclusive")
        ratio += f" ({number(low)}–{number(high)})"
    return Row(
        measure, seconds(statistics.median(pairs.ours)), seconds(statistics.median(pairs.peer)),
        ratio, **judged(value, limits))


def memory_row(measure, peak_bytes, limits):
    """A peak of memory."""
    megabytes = peak_bytes / MEGABYTE
    return Row(measure, f"{megabytes:.0f} MB", **judged(megabytes, limits))


def rate_row(measure, count, times, limits):
    """Millions of things in a second."""
    value = count / statistics.median(times) / 1e6
    return Row(
        measure, f"{value:.2f} M/s ({seconds(statistics.median(times))})", **judged(value, limits))


def note_row(measure, note):
    """A row without a figure."""
    return Row(measure, "—", verdict=note)


def judged(value, limits):
    """The cells that compare a figure with its limits."""
    if limits is None:
        return {"verdict": "for information"}
    return {
        "bar": limits.text(limits.bar), "goal": limits.text(limits.goal),
        "verdict": limits.verdict(value)}


def seconds(value):
    """A time with three digits."""
    return f"{value:.2f} s" if value >= 1 else f"{number(value * 1000)} ms"


def number(value):
    """A positive figure with about three digits."""
    for limit, digits in [(100, 0), (10, 1), (0.1, 2), (0.01, 3)]:
        if value >= limit:
            return f"{value:.{digits}f}"
    return f"{value:.4f}"


def markdown(rows):
    """The table."""
    lines = [HEADER, ["---"] + ["---:"] * 5 + ["---"], *(row.cells() for row in rows)]
    return "\n".join("| " + " | ".join(cells) + " |" for cells in lines)
