// The same work by the native binary, on one thread: `creuset time`.

import { execFile } from "node:child_process";
import { promisify } from "node:util";

import { QUERIES } from "./work.mjs";

/** Polars reads this before its first use: the browser has one thread too. */
const ONE_THREAD = { POLARS_MAX_THREADS: "1", RAYON_NUM_THREADS: "1" };

/** Milliseconds of each round: `{csv, parquet, queries: [[…], …]}`. */
export async function time(binary, files, repeat) {
  const queries = QUERIES.flatMap(({ sql }) => ["--query", sql]);
  const tables = [files.csv.path, "--parquet", files.parquet.path, "--right", files.small.path];
  const found = await creusetTime(binary, [...tables, ...queries], repeat);
  return { csv: found.csv_import_ms, parquet: found.parquet_import_ms, queries: found.queries_ms };
}

/** Milliseconds of each round of making the data of a specification. */
export async function make(binary, spec, repeat) {
  return (await creusetTime(binary, ["--spec", spec], repeat)).made_ms;
}

async function creusetTime(binary, what, repeat) {
  const { stdout } = await promisify(execFile)(binary, ["time", ...what, "--repeat", String(repeat)], {
    env: { ...process.env, ...ONE_THREAD },
    maxBuffer: 1 << 24,
  });
  return JSON.parse(stdout);
}
