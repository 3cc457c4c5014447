"""Opens exports in a folder and compares them with each other: CSV with JSON, workbooks with JSON."""

import csv
import datetime
import json
import re
import sys
from pathlib import Path
from zoneinfo import ZoneInfo

from openpyxl import load_workbook

FORMULA = ("=", "+", "-", "@", "\t", "\r")
BERLIN = ZoneInfo("Europe/Berlin")
folder = Path(sys.argv[1])


def text_of(value):
    """A value of JSON as CSV spells it."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, list) and all(isinstance(item, str) for item in value):
        return "; ".join(value)
    return value if isinstance(value, str) else json.dumps(value)


def objects(name):
    return json.loads((folder / name).read_text("utf-8"))


def check_csv(name):
    raw = (folder / f"{name}.csv").read_bytes()
    assert raw.endswith(b"\r\n") and not raw.startswith(b"\xef\xbb\xbf"), name
    with open(folder / f"{name}.csv", newline="", encoding="utf-8") as file:
        rows = list(csv.DictReader(file, strict=True))
    expected = objects(f"{name}.json")
    assert len(rows) == len(expected) > 0, (name, len(rows), len(expected))
    for row, source in zip(rows, expected):
        assert list(row) == list(source), name
        for key, cell in row.items():
            value = source[key]
            if isinstance(value, list) and value and isinstance(value[0], dict):
                assert json.loads(cell) == value, (name, key)
                continue
            text = text_of(value)
            if not isinstance(value, (int, float)) and text.startswith(FORMULA):
                text = "'" + text
            assert cell == text, (name, key, cell, text)
            assert not cell.startswith(FORMULA) or isinstance(value, (int, float)), (name, key, cell)


def check_workbook(name, zone):
    book = load_workbook(folder / f"{name}.xlsx")
    sheet, about = book.worksheets
    expected = objects(f"{name}.json")
    rows = list(sheet.iter_rows())
    assert len(rows) == len(expected) + 1, name
    assert sheet.freeze_panes == "A2", sheet.freeze_panes
    assert sheet.auto_filter.ref and sheet.auto_filter.ref.startswith("A1:"), sheet.auto_filter.ref
    assert any(dimension.width and dimension.width > 9 for dimension in sheet.column_dimensions.values())
    titles = [cell.value for cell in rows[0]]
    for cells, source in zip(rows[1:], expected):
        for title, cell, (key, value) in zip(titles, cells, source.items()):
            assert cell.data_type != "f" and cell.hyperlink is None, (name, key, cell.value)
            if key in ("time", "first_time", "last_time"):
                assert str(zone) in title and cell.is_date, (name, title)
                moment = datetime.datetime.fromisoformat(value.replace("Z", "+00:00")).astimezone(zone)
                assert abs(cell.value - moment.replace(tzinfo=None)) < datetime.timedelta(milliseconds=2), (name, value)
            elif isinstance(value, bool):
                assert cell.value is value and cell.data_type == "b", (name, key)
            elif isinstance(value, (int, float)):
                assert cell.value == value and cell.data_type == "n", (name, key, cell.value)
            elif value is None:
                assert cell.value is None, (name, key, cell.value)
            else:
                assert cell.data_type in ("s", "inlineStr"), (name, key, cell.data_type)
    facts = {row[0].value: row[1].value for row in about.iter_rows() if row[0].value}
    assert about.title == "About this export"
    for key in ("Log", "Filter", "Sorted by", "Grouping", "Rows", "Times in", "Exported at", "Program"):
        assert key in facts, (name, key, facts)
    assert facts["Rows"] == len(expected) and facts["Times in"] == str(zone), facts
    values = [str(cell.value) for row in about.iter_rows() for cell in row]
    assert any(re.fullmatch("[0-9a-f]{64}", value) for value in values), name


for name in ("interactive", "groups", "hostile"):
    check_csv(name)
check_workbook("interactive", BERLIN)
check_workbook("groups", BERLIN)
check_workbook("hostile", ZoneInfo("UTC"))

assert (folder / "failures.csv").read_bytes().startswith(b"\xef\xbb\xbf")
with open(folder / "failures.csv", newline="", encoding="utf-8-sig") as file:
    failures = list(csv.DictReader(file, strict=True))
assert failures and all(row["status"] == "failure" for row in failures)

sheet = load_workbook(folder / "hostile.xlsx").worksheets[0]
cells = {cell.value: cell.data_type for row in sheet.iter_rows() for cell in row}
assert cells["=cmd|' /C calc'!A0"] in ("s", "inlineStr"), cells
with open(folder / "hostile.csv", newline="", encoding="utf-8") as file:
    assert any(row["app"] == "'=cmd|' /C calc'!A0" for row in csv.DictReader(file))
with open(folder / "hostile" / "InteractiveSignIns_again.csv", newline="", encoding="utf-8") as file:
    for row in csv.reader(file, strict=True):
        assert not any(cell.startswith(FORMULA) for cell in row), row
print("CSV and workbooks hold what JSON holds; no cell is a formula")
