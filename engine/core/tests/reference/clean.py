"""Writes clean.json: what pandas and SciPy answer where operations of the group `clean` compute numbers.

    python3 -m venv venv && venv/bin/pip install pandas==3.1.1 scipy==1.17.1
    venv/bin/python clean.py

A case is an operation, its parameters, its input and the column that it makes, cell by cell.
Dates are days since 1970-01-01.
"""

import json
import pathlib
import random

import numpy as np
import pandas as pd
from scipy.interpolate import interp1d

random.seed(20240229)

ROWS = 120
GROUPS = ["Brest", "Lyon", "Paris", None]

frame = pd.DataFrame(
    {
        "city": [random.choice(GROUPS) for _ in range(ROWS)],
        "at": [round(random.uniform(0, 500), 2) for _ in range(ROWS)],
        "rent": [round(random.lognormvariate(6.5, 0.6), 2) if random.random() > 0.25 else None for _ in range(ROWS)],
        "rooms": [random.randint(1, 7) if random.random() > 0.2 else None for _ in range(ROWS)],
        "day": [random.randint(15000, 20000) if random.random() > 0.3 else None for _ in range(ROWS)],
    }
)
frame = frame.astype({"rent": "float64", "rooms": "Int64", "day": "float64"})

TYPES = {"city": "text", "at": "number", "rent": "number", "rooms": "integer", "day": "date"}
cases = []


def plain(values):
    return [None if pd.isna(value) else (value.item() if hasattr(value, "item") else value) for value in values]


def case(name, operation, params, column, expected):
    cases.append({"name": name, "operation": operation, "params": params, "column": column, "expected": plain(expected)})


def grouped(column):
    return frame.groupby("city", dropna=False)[column]


# Fill.
for column in ["rent", "rooms"]:
    numbers = frame[column].astype("float64")
    case(f"mean of {column}", "fill", {"columns": [column], "method": "mean"}, column, numbers.fillna(numbers.mean()))
    case(f"median of {column}", "fill", {"columns": [column], "method": "median"}, column, numbers.fillna(numbers.median()))
    for method in ["mean", "median"]:
        figures = numbers.groupby(frame["city"], dropna=False).transform(method)
        params = {"columns": [column], "method": method, "by": ["city"]}
        case(f"{method} of {column} by city", "fill", params, column, numbers.fillna(figures))
case("mode of rooms", "fill", {"columns": ["rooms"], "method": "mode"}, "rooms", frame["rooms"].fillna(frame["rooms"].mode()[0]))
modes = grouped("rooms").transform(lambda rooms: rooms.mode()[0])
case("mode of rooms by city", "fill", {"columns": ["rooms"], "method": "mode", "by": ["city"]}, "rooms", frame["rooms"].fillna(modes))
in_order = frame.sort_values("at", kind="stable")
for method, call in [("forward", "ffill"), ("backward", "bfill")]:
    params = {"columns": ["rent"], "method": method, "by": ["city"], "order_by": ["at"]}
    filled = getattr(in_order.groupby("city", dropna=False)["rent"], call)()
    case(f"{method} by city", "fill", params, "rent", filled.reindex(frame.index))

# Interpolate.
def interpolated(rows, column, kind):
    known = rows[column].notna()
    line = interp1d(rows["at"][known], rows[column][known].astype("float64"), kind=kind, bounds_error=False)
    return rows[column].astype("float64").where(known, pd.Series(line(rows["at"]), index=rows.index))


for column in ["rent", "rooms"]:
    values = in_order.set_index("at")[column].astype("float64").interpolate(method="index", limit_area="inside")
    expected = pd.Series(values.to_numpy(), index=in_order.index).reindex(frame.index)
    case(f"linear {column}", "interpolate", {"columns": [column], "order_by": "at"}, column, expected)
pieces = [interpolated(rows, "rent", "linear") for _, rows in frame.groupby("city", dropna=False)]
case("linear rent by city", "interpolate", {"columns": ["rent"], "order_by": "at", "by": ["city"]}, "rent", pd.concat(pieces).reindex(frame.index))
case("nearest rent", "interpolate", {"columns": ["rent"], "order_by": "at", "method": "nearest"}, "rent", interpolated(frame, "rent", "nearest"))
case("linear day", "interpolate", {"columns": ["day"], "order_by": "at"}, "day", np.floor(interpolated(frame, "day", "linear") + 0.5))

# Bins, numbered from 1.
for count in [1, 3, 4, 10]:
    for closed in ["left", "right"]:
        params = {"column": "rent", "into": "bin", "count": count, "closed": closed, "labels": "index"}
        width = pd.cut(frame["rent"], count, right=closed == "right", labels=False)
        case(f"{count} of equal width, {closed}", "bin", params, "bin", width + 1)
    for column in ["rent", "rooms"]:
        params = {"column": column, "into": "bin", "method": "quantiles", "count": count, "closed": "right", "labels": "index"}
        quantiles = pd.qcut(frame[column].astype("float64"), count, labels=False, duplicates="drop")
        case(f"{count} quantiles of {column}", "bin", params, "bin", quantiles + 1)
edges = [300, 650, 650.5, 900, 1500]
for closed in ["left", "right"]:
    params = {"column": "rent", "into": "bin", "method": "edges", "edges": [{"at": edge} for edge in edges], "closed": closed, "labels": "index"}
    case(f"given edges, {closed}", "bin", params, "bin", pd.cut(frame["rent"], edges, right=closed == "right", labels=False) + 1)

table = {"types": TYPES, "columns": {name: plain(frame[name]) for name in TYPES}}
text = json.dumps({"table": table, "cases": cases}, ensure_ascii=False, separators=(",", ":"))
pathlib.Path(__file__).with_name("clean.json").write_text(text.replace('{"name"', '\n{"name"') + "\n", encoding="utf-8")
print(len(cases), "cases")
