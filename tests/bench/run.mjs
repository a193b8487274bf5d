// Times of the shipped engine in a headless browser, beside DuckDB-Wasm in the same page.
//
//   node tests/bench/run.mjs --dist dist --browser /usr/bin/chromium [--native creuset] [--quick] [--date 2026-11-23]
//       [--only generator]
//
// Prints a table, the floors and a closing line; writes report.md and report.json beside this file (not with --quick,
// which takes a tenth of the rows and holds nothing to the floors); with --only, one part of them is measured and
// written anew. Fails if results differ or a floor is not met.

import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { cpus, release, tmpdir, totalmem, type } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";

import { open } from "../browser/room.mjs";
import { make } from "./data.mjs";
import { floors as judge, limits as judgeRoom, line, made as judgeMade, summary } from "./figures.mjs";
import { generate } from "./generator.mjs";
import { time } from "./native.mjs";
import { floorLine, limitLine, markdown, table } from "./report.mjs";
import { scroll } from "./scroll.mjs";
import { FACETS, FINGERPRINT, QUERIES, WINDOW_ROWS } from "./work.mjs";

const FULL = { rows: 1_000_000, repeat: { imports: 3, queries: 5 } };
const QUICK = { rows: 100_000, repeat: { imports: 2, queries: 2 } };

const { values: options } = parseArgs({
  options: {
    dist: { type: "string" },
    browser: { type: "string" },
    native: { type: "string" },
    quick: { type: "boolean", default: false },
    date: { type: "string" },
    only: { type: "string" },
  },
});
if (!options.dist || !options.browser || (options.only && options.only !== "generator")) {
  console.error("usage: run.mjs --dist <folder> --browser <path> [--native creuset] [--quick] [--date YYYY-MM-DD] [--only generator]");
  process.exit(2);
}

/** Starts both engines, measures the import of a file, and compares what was read. */
async function importOf(page, room, release, name, file, repeat) {
  console.error(name);
  const version = await page.evaluate(([worker, release]) => bench.open(worker, release), [room.worker, release]);
  const times = await page.evaluate(([url, n]) => bench.importData(url, n), [`/-/data/${file.name}`, repeat]);
  const difference = await page.evaluate((sql) => bench.compare(sql), FINGERPRINT);
  return { version, kind: "import", name, times, difference };
}

async function measure(room, { repeat }, files) {
  const { page } = room;
  await page.waitForFunction(() => globalThis.bench);
  const parquet = await importOf(page, room, "parquet", "Parquet import", files.parquet, repeat.imports);
  const csv = await importOf(page, room, "current", "CSV import", files.csv, repeat.imports);
  await page.evaluate((url) => bench.importSmall(url), `/-/data/${files.small.name}`);
  const queries = [];
  for (const { name, sql } of QUERIES) {
    console.error(name);
    const asked = [sql, WINDOW_ROWS, repeat.queries];
    const times = await page.evaluate(([sql, limit, n]) => bench.query(sql, limit, n), asked);
    const difference = await page.evaluate((sql) => bench.compare(sql), sql);
    queries.push({ kind: "query", name, times, difference });
  }
  console.error("facets and edits");
  const facets = [];
  for (const column of FACETS) {
    const asked = [column, repeat.queries];
    facets.push({ column, ...(await page.evaluate(([column, n]) => bench.facets(column, n), asked)) });
  }
  const edits = await page.evaluate((n) => bench.edits(n), repeat.queries);
  return { csv, parquet, queries, facets, edits: { ...edits, summary: summary(edits.times) } };
}

const versionOf = async (name) => {
  const text = await readFile(new URL(`../node_modules/${name}/package.json`, import.meta.url), "utf8");
  return JSON.parse(text).version;
};

function machine() {
  const memory = `${(totalmem() / 2 ** 30).toFixed(0)} GiB`;
  return { cpu: cpus()[0].model.trim(), cores: cpus().length, memory, system: `${type()} ${release()}` };
}

async function write(report) {
  await writeFile(new URL("report.json", import.meta.url), `${JSON.stringify(report, null, 2)}\n`);
  await writeFile(new URL("report.md", import.meta.url), markdown(report));
}

async function generatorOf(folder, size) {
  console.error("making data");
  const generator = await generate(options, folder, size);
  return { date: options.date, ...generator, floors: judgeMade(generator) };
}

async function main(folder) {
  const size = options.quick ? QUICK : FULL;
  if (options.only) {
    const generator = await generatorOf(folder, size);
    console.log(generator.floors.map(floorLine).join("\n"));
    if (options.quick) return 0;
    await write({ ...JSON.parse(await readFile(new URL("report.json", import.meta.url), "utf8")), generator });
    return generator.floors.some(({ met }) => !met) ? 1 : 0;
  }
  const files = await make(folder, size.rows);
  // First, so that a binary that does not do is told at once.
  const native = options.native && (await time(options.native, files, size.repeat.imports));
  const room = await open({ ...options, blank: "bench/page/", beside: { "/-/data/": `${folder}/` } });
  const { csv, parquet, queries, facets, edits } = await measure(room, size, files).finally(() => room.close());
  const generator = await generatorOf(folder, size);
  console.error("scrolling");
  const scrolling = await scroll(options);
  const lines = [
    line({ ...csv, native: native?.csv }),
    line({ ...parquet, native: native?.parquet }),
    ...queries.map((query, index) => line({ ...query, native: native?.queries[index] })),
  ];
  const floors = judge(lines);
  const differing = lines.filter(({ difference }) => difference !== null);
  const limits = judgeRoom({ facets, edits, scrolling });
  const held = [...floors, ...generator.floors, ...limits];
  const missed = held.filter(({ met }) => !met);
  console.log(`${table(lines)}\n\n${[...floors, ...generator.floors].map(floorLine).concat(limits.map(limitLine)).join("\n")}`);
  console.log(`${lines.length - differing.length} results equal, ${differing.length} different; ${held.length - missed.length} floors and limits met, ${missed.length} not met`);
  if (!options.quick) {
    const duckdb = `${await versionOf("@duckdb/duckdb-wasm")} (DuckDB ${csv.version})`;
    const duckdbParquet = `${await versionOf("duckdb-wasm-with-parquet")} (DuckDB ${parquet.version})`;
    const versions = { chromium: room.version, build: room.build, duckdb, duckdbParquet };
    const sizes = Object.fromEntries(Object.entries(files).map(([kind, { name, bytes }]) => [kind, { name, bytes }]));
    const report = { date: options.date, machine: machine(), versions, files: sizes, ...size, lines, floors, generator, room: { facets, edits, scrolling }, limits };
    await write(report);
  }
  return differing.length > 0 || (!options.quick && missed.length > 0) ? 1 : 0;
}

const folder = await mkdtemp(join(tmpdir(), "creuset-bench-"));
try {
  process.exitCode = await main(folder);
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
} finally {
  await rm(folder, { recursive: true, force: true });
}
