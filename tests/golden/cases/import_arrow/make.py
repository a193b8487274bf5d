"""Writes measures.arrow and measures.arrows: a file and a stream by another writer. Needs `pip install pyarrow`."""
import datetime
import sys

sys.path[:0] = sys.argv[1:]
import pyarrow as pa
import pyarrow.ipc as ipc

rows = range(1, 501)
table = pa.table({
    "id": pa.array(rows, pa.int32()),
    "number": pa.array([None if i % 7 == 0 else i / 3 for i in rows], pa.float64()),
    "city": pa.array([None if i % 5 == 0 else f"ville {i % 11}" for i in rows]).dictionary_encode(),
    "day": pa.array([datetime.date(2024, 1, 1) + datetime.timedelta(days=i % 400) for i in rows]),
    "at": pa.array([datetime.datetime(2024, 1, 1) + datetime.timedelta(seconds=61 * i) for i in rows], pa.timestamp("ns")),
    "even": pa.array([i % 2 == 0 for i in rows]),
})
options = ipc.IpcWriteOptions(compression="lz4")
with ipc.new_file("measures.arrow", table.schema, options=options) as file:
    file.write_table(table, max_chunksize=200)
with ipc.new_stream("measures.arrows", table.schema) as stream:
    stream.write_table(table, max_chunksize=200)
