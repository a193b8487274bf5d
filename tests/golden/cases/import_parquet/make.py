"""Writes measures.parquet: the types a file may carry, in two row groups. Needs `pip install duckdb`."""
import duckdb

duckdb.sql("""
    copy (
        select i::integer as id,
               (i * 1.5)::float as short_number,
               case when i % 7 = 0 then null else i / 3.0 end as number,
               case when i % 5 = 0 then null else 'ville ' || (i % 11) end as city,
               date '2024-01-01' + (i % 400)::integer as day,
               timestamp '2024-01-01 00:00:00' + to_seconds(i * 61) as at,
               i % 2 = 0 as even,
               (i % 100)::tinyint as small
        from range(1, 5001) t(i)
    ) to 'measures.parquet' (format parquet, compression zstd, row_group_size 2048)
""")
