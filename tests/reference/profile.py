"""Writes `profile.csv`, numbers with ties and holes, and `profile.json`, what pandas and scipy say of them:
pairwise-complete correlations and counts of nulls that stand together. Needs pandas and scipy."""

import json
import pathlib
import random

import numpy
import pandas
from scipy import stats

HERE = pathlib.Path(__file__).parent
ROWS = 240


def numbers():
    chance = random.Random(20)
    columns = {name: [] for name in ["rent", "area", "floor", "age", "constant", "sparse"]}
    for row in range(ROWS):
        area = chance.choice([18, 25, 25, 33, 41, 60, 78.5])
        holes = {"area": chance.random() < 0.1, "floor": chance.random() < 0.25}
        columns["area"].append(None if holes["area"] else area)
        columns["rent"].append(None if holes["floor"] and chance.random() < 0.5 else round(area * 11 + chance.gauss(0, 90), 2))
        columns["floor"].append(None if holes["floor"] else chance.randint(0, 6))
        columns["age"].append(round(chance.expovariate(0.02), 1) * (-1 if row % 17 == 0 else 1))
        columns["constant"].append(7)
        columns["sparse"].append(area if row == 3 else None)
    return pandas.DataFrame(columns)


def coefficients(frame, of_pair):
    def one(left, right):
        both = frame[[left, right]].dropna() if left != right else frame[[left]].dropna()
        one, two = both[left].to_numpy(float), both[right].to_numpy(float)
        if len(one) < 2 or numpy.ptp(one) == 0 or numpy.ptp(two) == 0:
            return None
        return float(of_pair(one, two).statistic)

    return [[one(left, right) for right in frame.columns] for left in frame.columns]


def main():
    made = numbers()
    made.to_csv(HERE / "profile.csv", index=False)
    frame = pandas.read_csv(HERE / "profile.csv")
    pearson, spearman = coefficients(frame, stats.pearsonr), coefficients(frame, stats.spearmanr)
    for method, ours in [("pearson", pearson), ("spearman", spearman)]:
        theirs = frame.corr(method=method).to_numpy()
        for row, line in enumerate(ours):
            for column, value in enumerate(line):
                assert value is None or abs(value - theirs[row][column]) < 1e-12, (method, row, column)
    nulls = frame.isna()
    names = [name for name in frame.columns if nulls[name].any()]
    together = [[int((nulls[one] & nulls[two]).sum()) for two in names] for one in names]
    document = {"columns": list(frame.columns), "pearson": pearson, "spearman": spearman, "together": together}
    (HERE / "profile.json").write_text(json.dumps(document, indent=1) + "\n", encoding="utf-8")


main()
