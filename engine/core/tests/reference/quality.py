"""Writes quality.json: what SciPy and pandas answer where operations of the group `quality` compute figures.

    python3 -m venv venv && venv/bin/pip install pandas==3.1.1 scipy==1.17.1
    venv/bin/python quality.py

`tails` are tails of distributions. `missingness` has for each declaration the test and its figures, `outliers` for
each call the rows that are flagged (null where the value is).
"""

import json
import math
import pathlib
import random

import numpy as np
import pandas as pd
from scipy import special, stats

random.seed(20240301)

ROWS = 400
CITIES = ["Brest", "Lyon", "Paris", "Nantes", None]


def row():
    rent = round(random.lognormvariate(6.5, 0.5), 2)
    income = round(rent * random.uniform(2, 5), 2)
    city = random.choice(CITIES)
    return {
        "rent": rent if random.random() > 0.1 else None,
        "income": income if random.random() > (0.5 if income > 2500 else 0.1) else None,
        "rooms": random.randint(1, 6) if random.random() > (0.4 if city == "Lyon" else 0.1) else None,
        "city": city,
        "street": f"street {random.randint(1, 300)}" if random.random() > 0.3 else None,
        "insured": random.choice([True, False, None]),
        "since": random.randint(15000, 20000),
        "flat": 1,
    }


frame = pd.DataFrame([row() for _ in range(ROWS)])
TYPES = {
    "rent": "number", "income": "number", "rooms": "integer", "city": "text", "street": "text", "insured": "boolean",
    "since": "date", "flat": "integer",
}
NUMBERS = [name for name, kind in TYPES.items() if kind in ("number", "integer", "date")]


def plain(values):
    return [None if pd.isna(value) else (value.item() if hasattr(value, "item") else value) for value in values]


# Tails.
tails = []
for df in [1, 2, 3.7, 10, 40.5, 300, 12345.6, 400000]:
    for x in [0.01, 0.5, 1, 1.96, 3.3, 8, 25]:
        tails.append({"tail": "student", "x": x, "df": df, "p": 2 * float(stats.t.sf(x, df))})
    for share in [0.1, 0.6, 0.95, 1, 1.1, 1.5, 3]:
        tails.append({"tail": "chi_square", "x": share * df, "df": df, "p": float(stats.chi2.sf(share * df, df))})
for x in [0, 0.1, 1, 1.96, 5, 20, 37]:
    tails.append({"tail": "normal", "x": x, "p": float(special.erfc(x / math.sqrt(2)))})
tails = [tail for tail in tails if tail["p"] > 1e-290]


# Missingness.
def welch(marked, others):
    if len(marked) < 2 or len(others) < 2:
        return None
    if marked.var() == 0 and others.var() == 0:
        return mann_whitney(marked, others)
    made = stats.ttest_ind(marked, others, equal_var=False)  # typos: ignore
    pooled = ((len(marked) - 1) * marked.var() + (len(others) - 1) * others.var()) / (len(marked) + len(others) - 2)
    return ("welch", made.statistic, made.df, made.pvalue, (marked.mean() - others.mean()) / math.sqrt(pooled))


def mann_whitney(marked, others):
    if not len(marked) or not len(others) or pd.concat([marked, others]).nunique() < 2:
        return None
    made = stats.mannwhitneyu(marked, others, method="asymptotic")
    return ("mann_whitney", made.statistic, None, made.pvalue, 2 * made.statistic / len(marked) / len(others) - 1)


def chi_square(missing, against):
    counts = pd.crosstab(missing, against)
    if counts.shape[0] < 2:
        return None
    expected = stats.contingency.expected_freq(counts)
    rare = (expected < 5).any(axis=0)
    kept = counts.loc[:, ~rare]
    if rare.any():
        kept = kept.assign(rest=counts.loc[:, rare].sum(axis=1))
    if kept.shape[1] < 2:
        return None
    made = stats.chi2_contingency(kept, correction=False)
    return ("chi_square", made.statistic, made.dof, made.pvalue, math.sqrt(made.statistic / kept.to_numpy().sum()))


def compared(column, against, numbers):
    missing = frame[column].isna()
    known = frame[against].notna()
    if against in NUMBERS:
        values = frame[against].astype("float64")
        test = welch if numbers == "welch" else mann_whitney
        return test(values[missing & known], values[~missing & known])
    return chi_square(missing[known], frame[against][known].astype(str))


def smallest(column, numbers):
    found = [(other, compared(column, other, numbers)) for other in TYPES if other != column]
    found = [(other, made) for other, made in found if made]
    if not found:
        return None, 0, None
    other, (test, statistic, df, p, effect) = min(found, key=lambda one: one[1][3])
    return other, len(found), (test, statistic, df, min(1.0, p * len(found)), effect)


missingness = []
for numbers in ["welch", "mann_whitney"]:
    for column in TYPES:
        for against in [None, *[other for other in TYPES if other != column]]:
            if against:
                made = compared(column, against, numbers)
                shown, tests = against, int(made is not None)
            else:
                shown, tests, made = smallest(column, numbers)
            test, *figures = made or (None,) * 5
            missingness.append({
                "numbers": numbers, "column": column, "against": against or "", "missing": int(frame[column].isna().sum()),
                "shown": shown, "tests": tests, "test": test,
                "figures": [None if figure is None else float(figure) for figure in figures],
            })


# Outliers.
def flagged(values, method, factor, logarithm):
    if logarithm:
        with np.errstate(divide="ignore", invalid="ignore"):
            values = np.log(values)
    if method == "iqr":
        low, high = values.quantile(0.25), values.quantile(0.75)
        return (values < low - factor * (high - low)) | (values > high + factor * (high - low))
    if method == "mad":
        away = (values - values.median()).abs()
        return away > factor * stats.median_abs_deviation(values, scale="normal", nan_policy="omit")
    return (values - values.mean()).abs() > factor * values.std()


outliers = []
for column in ["rent", "income", "rooms"]:
    for method, factors in [("iqr", [1.5, 0.5]), ("mad", [3.5, 1.2]), ("zscore", [3, 1])]:
        for factor in factors:
            for logarithm in [False, True]:
                for by in [[], ["city"], ["city", "insured"]]:
                    values = frame[column].astype("float64")
                    if by:
                        groups = values.groupby([frame[name] for name in by], dropna=False)
                        made = pd.concat([flagged(group, method, factor, logarithm) for _, group in groups]).reindex(values.index)
                    else:
                        made = flagged(values, method, factor, logarithm)
                    params = {"column": column, "method": method, "factor": factor, "logarithm": logarithm, "by": by, "into": "flag"}
                    marks = "".join("-" if missing else "01"[int(flag)] for missing, flag in zip(values.isna(), made))
                    outliers.append({"params": params, "flags": marks})

table = {"types": TYPES, "columns": {name: plain(frame[name]) for name in TYPES}}
made = {"tails": tails, "table": table, "missingness": missingness, "outliers": outliers}
text = json.dumps(made, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
text = text.replace('{"numbers"', '\n{"numbers"').replace('{"params"', '\n{"params"').replace('{"tail"', '\n{"tail"')
pathlib.Path(__file__).with_name("quality.json").write_text(text + "\n", encoding="utf-8")
print(len(tails), len(missingness), len(outliers))
