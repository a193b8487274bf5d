"""Writes what pandas answers to `shape.json`: windows, ranks, running totals, differences, pivots, nearest joins.

`tests/tests/reference.rs` runs the same operations of the engine on the same tables. Written with pandas 3.1.1; any
version from 2.2 on gives the same file.
"""

import datetime
import json
import math
import pathlib
import random

import pandas as pd
from pandas.api.indexers import BaseIndexer

NULL = "∅"
TABLES = {}
CASES = []


def cell(value, kind):
    if value is None or value is pd.NaT or value is pd.NA or (isinstance(value, float) and math.isnan(value)):
        return NULL
    if kind == "date":
        return pd.Timestamp(value).strftime("%Y-%m-%d")
    if kind == "integer":
        return str(int(value))
    if kind == "number":
        return repr(float(value))
    return str(value)


def text(frame, kinds):
    lines = [" | ".join(f"{name}:{kinds[name]}" for name in frame.columns)]
    columns = [[cell(value, kinds[name]) for value in frame[name].tolist()] for name in frame.columns]
    return "\n".join(lines + [" | ".join(row) for row in zip(*columns)])


def case(name, op, inputs, params, output):
    """`inputs` by port and `output` are pairs of a frame and the types of its columns; only the columns of `output`
    are compared."""
    names = {}
    for port, table in inputs.items():
        table = text(*table)
        names[port] = next((name for name, known in TABLES.items() if known == table), f"table_{len(TABLES) + 1}")
        TABLES[names[port]] = table
    CASES.append({"name": name, "op": op, "inputs": names, "params": params, "output": text(*output)})


random.seed(20240229)
ROWS = 60
KINDS = {"g": "text", "t": "integer", "v": "number", "n": "integer", "d": "date"}
days = [datetime.date(2023, 12, 20) + datetime.timedelta(days=day) for day in range(ROWS)]
random.shuffle(days)
DATA = pd.DataFrame(
    {
        "g": pd.Series([random.choice(["a", "b", "c", None]) for _ in range(ROWS)], dtype=object),
        "t": [random.randint(0, 20) for _ in range(ROWS)],
        "v": [random.choice([None, round(random.uniform(-50, 50), 2), 0.0, 12.5]) for _ in range(ROWS)],
        "n": [random.randint(-3, 9) for _ in range(ROWS)],
        "d": pd.to_datetime(days).as_unit("us"),
    }
)
DATA["v"] = DATA["v"].astype(float)
MAIN = {"main": (DATA, KINDS)}
ORDER = [{"column": "t"}]


def grouped(compute):
    """A column computed over each group in the order of t, back in the order of the rows."""
    made = pd.Series(index=DATA.index, dtype=object)
    for _, group in DATA.sort_values("t", kind="stable").groupby("g", dropna=False, sort=False):
        made[group.index] = compute(group).tolist()
    return made


class Around(BaseIndexer):
    def get_window_bounds(self, num_values=0, min_periods=None, center=None, closed=None, step=None):
        import numpy as np

        at = np.arange(num_values, dtype="int64")
        return np.maximum(at - self.before, 0), np.minimum(at + self.after + 1, num_values)


def with_column(name, values, kind):
    return pd.DataFrame({name: pd.Series(list(values), dtype=object)}), {name: kind}


def windows():
    both = {"groups": ["g"], "order": ORDER}
    for function, kind in [("lag", "number"), ("lead", "number"), ("first", "number"), ("last", "number")]:
        compute = {
            "lag": lambda group: group["v"].shift(2),
            "lead": lambda group: group["v"].shift(-2),
            "first": lambda group: pd.Series([group["v"].iloc[0]] * len(group)),
            "last": lambda group: pd.Series([group["v"].iloc[-1]] * len(group)),
        }[function]
        params = {**both, "columns": [{"name": "w", "function": function, "column": "v", "n": 2}]}
        case(f"window {function}", "window", MAIN, params, with_column("w", grouped(compute), kind))
    for before, after in [(3, 0), (2, 2), (0, 4), (100, 1)]:
        for function in ["sum", "mean", "min", "max"]:
            around = Around(before=before, after=after)
            made = grouped(lambda group: getattr(group["v"].rolling(around, min_periods=1), function)())
            column = {"name": "w", "function": function, "column": "v", "rows": "moving", "before": before}
            params = {**both, "columns": [{**column, "after": after}]}
            case(f"window {function} {before} {after}", "window", MAIN, params, with_column("w", made, "number"))
    ranked = {
        "row_number": lambda keys: pd.Series(range(1, len(keys) + 1)),
        "rank": lambda keys: keys.rank(method="min"),
        "dense_rank": lambda keys: keys.rank(method="dense"),
        "percent_rank": lambda keys: (keys.rank(method="min") - 1) / max(len(keys) - 1, 1),
    }
    for function, compute in ranked.items():
        kind = "number" if function == "percent_rank" else "integer"
        made = grouped(lambda group: compute(group["t"]))
        params = {**both, "columns": [{"name": "w", "function": function}]}
        case(f"window {function}", "window", MAIN, params, with_column("w", made, kind))


def ranks():
    for method, theirs in [(m, m) for m in ["min", "max", "average", "dense"]] + [("ordinal", "first")]:
        for direction in ["ascending", "descending"]:
            made = DATA.groupby("g", dropna=False)["v"].rank(method=theirs, ascending=direction == "ascending")
            kind = "number" if method == "average" else "integer"
            params = {"column": "v", "method": method, "direction": direction, "groups": ["g"]}
            case(f"rank {method} {direction}", "rank", MAIN, params, with_column("rank", made, kind))


def cumulative():
    for function in ["sum", "mean", "min", "max", "count", "product"]:

        def compute(group):
            if function == "product":
                return group["v"].cumprod().ffill()
            return getattr(group["v"].expanding(min_periods=0 if function == "count" else 1), function)()

        params = {"column": "v", "function": function, "groups": ["g"], "order": ORDER}
        kind = "integer" if function == "count" else "number"
        case(f"cumulative {function}", "cumulative", MAIN, params, with_column("cumulative", grouped(compute), kind))
    made = grouped(lambda group: group["n"].cumsum())
    params = {"column": "n", "groups": ["g"], "order": ORDER}
    case("cumulative integers", "cumulative", MAIN, params, with_column("cumulative", made, "integer"))


def differences():
    for periods in [1, 3, -2]:
        both = {"groups": ["g"], "order": ORDER, "periods": periods}
        made = grouped(lambda group: group["v"].diff(periods))
        case(f"difference {periods}", "difference", MAIN, {"column": "v", **both}, with_column("difference", made, "number"))
        made = grouped(lambda group: group["d"].diff(periods).dt.days)
        case(f"days {periods}", "difference", MAIN, {"column": "d", **both}, with_column("difference", made, "integer"))
        change = grouped(lambda group: group["v"].pct_change(periods, fill_method=None))
        # An engine that divides by zero gives null; so does 0 / 0 for pandas.
        change = change.map(lambda value: None if math.isinf(value) else value)
        params = {"column": "v", "method": "relative_change", **both}
        case(f"relative {periods}", "difference", MAIN, params, with_column("difference", change, "number"))


def pivots():
    known = DATA.dropna(subset=["g"]).reset_index(drop=True)
    kinds = {"t": "integer", **{name: "number" for name in "abc"}}
    functions = {
        "sum": lambda cells: cells.sum(min_count=1),
        "mean": "mean",
        "min": "min",
        "max": "max",
        "first": lambda cells: cells.iloc[0],
        "last": lambda cells: cells.iloc[-1],
    }
    for aggregate, function in functions.items():
        made = known.groupby(["t", "g"])["v"].agg(function).unstack("g")
        made = made.reindex(known["t"].unique()).reset_index()[["t", "a", "b", "c"]]
        params = {"keys": ["t"], "names": "g", "values": ["v"], "aggregate": aggregate, "order": "sorted"}
        case(f"pivot {aggregate}", "pivot", {"main": (known, KINDS)}, params, (made, kinds))
    made = DATA[["g", "v", "n"]].reset_index().melt(id_vars=["index", "g"], var_name="name", value_name="value")
    made = made.sort_values("index", kind="stable")[["g", "name", "value"]]
    params = {"columns": ["v", "n"], "keep": ["g"]}
    case("unpivot", "unpivot", MAIN, params, (made, {"g": "text", "name": "text", "value": "number"}))
    dummies = pd.get_dummies(DATA["g"], prefix="g", dummy_na=False).astype(int)
    made = pd.concat([DATA.drop(columns="g"), dummies], axis=1)
    kinds = {**KINDS, **{name: "integer" for name in dummies.columns}}
    case("one_hot", "one_hot", MAIN, {"column": "g"}, (made, kinds))


def nearest():
    right = DATA.dropna(subset=["g"])[["g", "n", "v", "d"]].sample(25, random_state=7).reset_index(drop=True)
    left = DATA.dropna(subset=["g"])[["g", "n", "d"]].reset_index(drop=True)
    left["d"] = (left["d"] + pd.to_timedelta([index % 5 for index in range(len(left))], unit="D")).astype("datetime64[us]")
    left_kinds = {name: KINDS[name] for name in left.columns}
    right_kinds = {name: KINDS[name] for name in right.columns}
    inputs = {"left": (left, left_kinds), "right": (right, right_kinds)}
    for strategy in ["backward", "forward", "nearest"]:
        for tolerance in [None, 4]:
            theirs = right.rename(columns={"n": "n_right", "d": "d_right"})
            made = pd.merge_asof(
                left.reset_index().sort_values("d", kind="stable"),
                theirs.sort_values("d_right", kind="stable"),
                left_on="d",
                right_on="d_right",
                by="g",
                direction=strategy,
                tolerance=None if tolerance is None else pd.Timedelta(days=tolerance),
            )
            made = made.sort_values("index")[["g", "n", "d", "n_right", "v", "d_right"]]
            params = {"on": {"left": "d", "right": "d"}, "keys": [{"left": "g", "right": "g"}], "strategy": strategy}
            if tolerance is not None:
                params |= {"tolerance": tolerance, "unit": "days"}
            kinds = {**left_kinds, "n_right": "integer", "v": "number", "d_right": "date"}
            case(f"asof_join {strategy} {tolerance}", "asof_join", inputs, params, (made, kinds))


for write in [windows, ranks, cumulative, differences, pivots, nearest]:
    write()
TARGET = pathlib.Path(__file__).with_name("shape.json")
TARGET.write_text(json.dumps({"tables": TABLES, "cases": CASES}, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
print(f"{len(CASES)} cases")
