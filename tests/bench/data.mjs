// The bench's data, the same on every machine: a table after the group-by set G1 of the db-benchmark
// (https://duckdblabs.github.io/db-benchmark/), and a small one to join it with.
//
//   id1 100 texts · id2 and id3 10 000 texts each · id4 100 integers · id5 10 000 integers · v1 1 to 5 · v3 a number

import { createWriteStream } from "node:fs";
import { stat, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { once } from "node:events";

const SEED = 0x9e3779b9;
const KEYS_FEW = 100;
const KEYS_MANY = 10_000;
const LABELS = 50;
const ROWS_A_CHUNK = 20_000;

/** Marsaglia's xorshift32: integers of [0, 2³²). */
function xorshift(seed) {
  let state = seed >>> 0;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>>= 0);
  };
}

function row(next) {
  const below = (limit) => next() % limit;
  const id1 = `id${String(below(KEYS_FEW) + 1).padStart(3, "0")}`;
  const id2 = `id${String(below(KEYS_MANY)).padStart(4, "0")}`;
  const id3 = `id${String(below(KEYS_MANY) + 1).padStart(6, "0")}`;
  const v3 = (below(100_000_000) / 1e6).toFixed(6);
  return `${id1},${id2},${id3},${below(KEYS_FEW) + 1},${below(KEYS_MANY) + 1},${below(5) + 1},${v3}\n`;
}

async function writeData(path, rows) {
  const next = xorshift(SEED);
  const file = createWriteStream(path);
  file.write("id1,id2,id3,id4,id5,v1,v3\n");
  for (let done = 0; done < rows; done += ROWS_A_CHUNK) {
    let chunk = "";
    for (let index = done; index < Math.min(rows, done + ROWS_A_CHUNK); index += 1) chunk += row(next);
    if (!file.write(chunk)) await once(file, "drain");
  }
  file.end();
  await once(file, "close");
}

/** One row for each `id5`: its label. */
async function writeSmall(path) {
  const next = xorshift(SEED ^ 0xffff);
  let text = "id5,label\n";
  for (let id5 = 1; id5 <= KEYS_MANY; id5 += 1) text += `${id5},label${String(next() % LABELS).padStart(2, "0")}\n`;
  await writeFile(path, text);
}

/** The same table as Parquet, as DuckDB writes it by default: no engine gets a file of its own making but DuckDB. */
async function writeParquet(csv, parquet) {
  const require = createRequire(import.meta.url);
  const dist = dirname(require.resolve("duckdb-wasm-with-parquet"));
  const duckdb = require(join(dist, "duckdb-node-blocking.cjs"));
  const bundle = (name) => ({ mainModule: join(dist, `duckdb-${name}.wasm`) });
  const bundles = { mvp: bundle("mvp"), eh: bundle("eh") };
  const db = await duckdb.createDuckDB(bundles, new duckdb.VoidLogger(), duckdb.NODE_RUNTIME);
  await db.instantiate(() => {});
  db.connect().query(`copy (select * from read_csv_auto('${csv}')) to '${parquet}' (format parquet)`);
}

/** Writes the three files into `folder`: `{name, path, bytes}` of each. */
export async function make(folder, rows) {
  const file = (name) => ({ name, path: join(folder, name) });
  const files = { csv: file("data.csv"), parquet: file("data.parquet"), small: file("small.csv") };
  await writeData(files.csv.path, rows);
  await writeSmall(files.small.path);
  await writeParquet(files.csv.path, files.parquet.path);
  for (const one of Object.values(files)) one.bytes = (await stat(one.path)).size;
  return files;
}
