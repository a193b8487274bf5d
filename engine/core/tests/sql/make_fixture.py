"""Writes DuckDB's answers to the queries of this folder: `pip install duckdb`, then run this file.

Tables are the texts of `tables/` (the form of `engine::table_text`), queries stand in `queries/*.sql` after
lines of `-- name: …`, answers go to `answers/*.json`: kinds of the columns, and rows of canonical values.
"""

import datetime
import decimal
import json
import math
import pathlib
import re

import duckdb

HERE = pathlib.Path(__file__).parent
TYPES = {
    "integer": "BIGINT",
    "number": "DOUBLE",
    "text": "VARCHAR",
    "boolean": "BOOLEAN",
    "date": "DATE",
    "datetime": "TIMESTAMP",
}


def cell(text, kind):
    text = text.strip()
    if text == "∅":
        return None
    if text == '""':
        return ""
    text = text.replace("\\s", " ").replace("\\p", "|").replace("\\n", "\n").replace("\\\\", "\\")
    if kind == "integer":
        return int(text)
    if kind == "number":
        return float(text)
    if kind == "boolean":
        return text == "true"
    return text


def load(connection, path):
    lines = [line for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
    heads = [head.strip().split(":") for head in lines[0].split("|")]
    columns = ", ".join(f'"{name}" {TYPES[kind]}' for name, kind in heads)
    connection.execute(f"CREATE TABLE {path.stem} ({columns})")
    marks = ", ".join("?" for _ in heads)
    for line in lines[1:]:
        cells = [cell(text, kind) for text, (_, kind) in zip(line.split("|"), heads)]
        connection.execute(f"INSERT INTO {path.stem} VALUES ({marks})", cells)


def kind_of(type_name):
    name = str(type_name).upper()
    if name.endswith("]"):
        return "other"
    if name.startswith(("DOUBLE", "FLOAT", "DECIMAL")):
        return "number"
    if "INT" in name and not name.startswith("INTERVAL"):
        return "integer"
    for prefix, kind in [("VARCHAR", "text"), ("BOOLEAN", "boolean"), ("DATE", "date"), ("TIMESTAMP", "datetime"),
                         ("TIME", "time"), ("INTERVAL", "duration")]:
        if name.startswith(prefix):
            return kind
    return "null"


def canonical(value):
    if isinstance(value, bool) or value is None or isinstance(value, (int, str)):
        return value
    if isinstance(value, decimal.Decimal):
        return float(value)
    if isinstance(value, float):
        return value if math.isfinite(value) else {math.inf: "inf", -math.inf: "-inf"}.get(value, "nan")
    if isinstance(value, datetime.datetime):
        return value.isoformat()
    if isinstance(value, (datetime.date, datetime.time)):
        return value.isoformat()
    if isinstance(value, datetime.timedelta):
        return round(value.total_seconds() * 1_000_000)
    if isinstance(value, list):
        return [canonical(cell) for cell in value]
    raise TypeError(f"{value!r}")


def main():
    connection = duckdb.connect(config={"threads": 1})
    for path in sorted((HERE / "tables").glob("*.txt")):
        load(connection, path)
    count = 0
    for path in sorted((HERE / "queries").glob("*.sql")):
        answers = {}
        parts = re.split(r"^-- name: *(.+)$", path.read_text(encoding="utf-8"), flags=re.MULTILINE)
        for name, text in zip(parts[1::2], parts[2::2]):
            name = name.strip()
            assert name not in answers, f"{path.name}: {name} twice"
            try:
                result = connection.execute(text)
                kinds = [kind_of(column[1]) for column in result.description]
                rows = [[canonical(value) for value in row] for row in result.fetchall()]
                answers[name] = {"kinds": kinds, "rows": rows}
            except duckdb.Error as error:
                first = str(error).splitlines()[0]
                answers[name] = {"error": first}
                print(f"{path.stem}/{name}: {first}")
            count += 1
        target = HERE / "answers" / f"{path.stem}.json"
        lines = [f"  {json.dumps(name)}: {json.dumps(answer, ensure_ascii=False)}" for name, answer in answers.items()]
        target.write_text("{\n" + ",\n".join(lines) + "\n}\n", encoding="utf-8")
    print(f"{count} queries, DuckDB {duckdb.__version__}")


main()
