"""Cuts the slice of communes out of the package that they come from.

    npm pack @etalab/decoupage-administratif@6.0.0 && tar xzf etalab-decoupage-administratif-6.0.0.tgz
    python exercises/data/communes/trim.py package/data

All communes of 10,000 inhabitants or more, and from each département ten smaller ones spread evenly over its list by
population, so that every département and every size of commune is there. Communes without inhabitants or postcode,
and municipal arrondissements, are left out.
"""

import json
import sys
from pathlib import Path

source, target = Path(sys.argv[1]), Path(__file__).parent


def read(name):
    return json.loads((source / f"{name}.json").read_text(encoding="utf-8"))


def write(name, header, rows):
    lines = ["\t".join(header)] + ["\t".join(map(str, row)) for row in rows]
    (target / name).write_text("\n".join(lines) + "\n", encoding="utf-8", newline="\n")


regions = {region["code"]: region["nom"] for region in read("regions")}
departements = [one for one in read("departements") if one["zone"] in ("metro", "drom")]
kept = []
communes = [
    one
    for one in read("communes")
    if one["type"] == "commune-actuelle" and one.get("population") and one.get("codesPostaux")
]
for departement in departements:
    own = [one for one in communes if one.get("departement") == departement["code"]]
    own.sort(key=lambda one: (-one["population"], one["code"]))
    large = [one for one in own if one["population"] >= 10_000]
    small = own[len(large):]
    kept += large + [small[place * len(small) // 10] for place in range(10) if small]
unique = {one["code"]: one for one in kept}
write(
    "communes.tsv",
    ["insee", "name", "department", "population", "postcodes"],
    [
        (code, one["nom"], one["departement"], one["population"], " ".join(one["codesPostaux"]))
        for code, one in sorted(unique.items())
    ],
)
write(
    "departments.tsv",
    ["code", "name", "region"],
    [(one["code"], one["nom"], regions[one["region"]]) for one in departements],
)
