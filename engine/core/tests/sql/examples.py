"""Writes DuckDB's value of each function's example to `examples.json`: `cargo test -p engine --test sql` names
the examples that are missing. Reads the examples from the sources, so it needs no build."""

import datetime
import json
import pathlib
import re

import duckdb

HERE = pathlib.Path(__file__).parent
SOURCES = HERE / "../../src/sql/functions"
# Functions that DuckDB does not have: `OWN` of `examples.rs`.
OWN = ("pattern(", "is_valid_", "looks_numeric(", "has_mojibake(", "fingerprint(", "ngram_fingerprint(")


def text(value):
    if value is None:
        return "∅"
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, datetime.datetime):
        made = value.isoformat()
        return made[:-3] if value.microsecond and value.microsecond % 1000 == 0 else made
    if isinstance(value, datetime.date):
        return value.isoformat()
    if isinstance(value, list):
        cells = ("null" if cell is None else json.dumps(cell) if isinstance(cell, str) else text(cell) for cell in value)
        return f"[{', '.join(cells)}]"
    if isinstance(value, (int, float)):
        return str(value)
    return str(value)


def main():
    connection = duckdb.connect()
    connection.execute("CREATE TABLE example AS SELECT * FROM (VALUES (1::BIGINT), (2), (4), (NULL)) t(x)")
    made = {}
    for path in sorted(SOURCES.glob("*.rs")):
        source = path.read_text(encoding="utf-8")
        for expression in re.findall(r'"((?:[^"\\]|\\.)*)" => "|example: \("((?:[^"\\]|\\.)*)", "', source):
            expression = "".join(expression)
            if expression.startswith(OWN):
                continue
            suffix = " FROM example" if "(x" in expression else ""
            query = f"SELECT {expression}{suffix}"
            if " OVER (" in expression:
                query = f"SELECT made FROM (SELECT x, {expression} AS made FROM example) windows WHERE x = 2"
            made[expression] = text(connection.execute(query).fetchone()[0])
    target = HERE / "examples.json"
    target.write_text(json.dumps(made, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")


main()
