"""One table of 200 rows as Parquet, in the encodings that writers use, and as the text that every reading must give.

    python make.py        (pyarrow and duckdb from PyPI; the versions stand in VERSIONS)
"""

from pathlib import Path

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq

HERE = Path(__file__).parent
ROWS = 200
TEXTS = ["", "x", "été à Orléans", "exactly 12 b", "a text that is longer than any view", "ß"]


def column(make, missing):
    return [None if missing and row % missing == 0 else make(row) for row in range(ROWS)]


TABLE = pa.table(
    {
        "full": pa.array(column(lambda row: row * 7919 - 2**40, 0), pa.int64()),
        "gaps": pa.array(column(lambda row: row // 3 % 5, 4), pa.int64()),
        "real": pa.array(column(lambda row: row / 8, 7), pa.float64()),
        "name": pa.array(column(lambda row: TEXTS[row * row % len(TEXTS)], 5), pa.string()),
        "code": pa.array(column(lambda row: f"c{row:03}", 0), pa.string()),
        "none": pa.array([None] * ROWS, pa.string()),
    }
)

PLAIN = {"use_dictionary": False}
VARIANTS = {
    "dictionary": {},
    "dictionary_v2": {"data_page_version": "2.0"},
    "plain": PLAIN,
    "plain_v2": {**PLAIN, "data_page_version": "2.0"},
    "delta": {
        **PLAIN,
        "column_encoding": {
            "full": "DELTA_BINARY_PACKED",
            "gaps": "DELTA_BINARY_PACKED",
            "real": "BYTE_STREAM_SPLIT",
            "name": "DELTA_BYTE_ARRAY",
            "code": "DELTA_LENGTH_BYTE_ARRAY",
        },
    },
    # The dictionary overflows: later pages are plain.
    "overflow": {"dictionary_pagesize_limit": 64, "data_page_size": 64, "write_batch_size": 16},
    "small_pages": {"data_page_size": 100, "write_batch_size": 10},
    "groups": {"row_group_size": 33},
    "uncompressed": {"compression": "none"},
    "zstd": {"compression": "zstd"},
}


def text(value):
    if value is None:
        return "∅"
    if value == "":
        return '""'
    return repr(value) if isinstance(value, float) else str(value)


for name, options in VARIANTS.items():
    options = {"compression": "snappy", "version": "2.6", "write_statistics": False, "store_schema": False, **options}
    pq.write_table(TABLE, HERE / f"{name}.parquet", **options)

duckdb.from_arrow(TABLE).write_parquet(str(HERE / "duckdb.parquet"))

KINDS = {"int64": "integer", "double": "number", "string": "text"}
heads = [f"{field.name}:{KINDS[str(field.type)]}" for field in TABLE.schema]
rows = [[text(row[head]) for head in TABLE.column_names] for row in TABLE.to_pylist()]
lines = [" | ".join(cells) for cells in [heads, *rows]]
(HERE / "expected.txt").write_text("\n".join(lines) + "\n", encoding="utf-8")
(HERE / "VERSIONS").write_text(f"pyarrow {pa.__version__}\nduckdb {duckdb.__version__}\n")
