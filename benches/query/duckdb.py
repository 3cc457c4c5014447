"""Answers the questions of a JSON file and prints, a line per question, the median of the times in
milliseconds and what the answer adds up to. The table is held in memory before any question is asked."""

import json
import statistics
import sys
import time

import duckdb
import numpy


def whole(column):
    return numpy.ma.filled(column, 0).astype(numpy.uint64)


def check(columns):
    """The number of rows; then of each column of numbers the sum, each number times the number of its row."""
    columns = [column for column in columns.values() if column.dtype.kind in "iuf"]
    length = len(columns[0])
    places = numpy.arange(1, length + 1, dtype=numpy.uint64)
    return [length] + [int((whole(column) * places).sum(dtype=numpy.uint64)) for column in columns]


def main():
    with open(sys.argv[1], encoding="utf-8") as file:
        work = json.load(file)
    db = duckdb.connect(":memory:")
    db.execute("SET enable_progress_bar = false")
    db.execute(work["table"])
    for sql in work["questions"]:
        times = []
        for _ in range(work["runs"]):
            start = time.perf_counter()
            answer = db.execute(sql).fetchnumpy()
            times.append((time.perf_counter() - start) * 1000)
        print(json.dumps({"ms": statistics.median(times), "check": check(answer)}), flush=True)


main()
