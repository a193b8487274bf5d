// Both engines in one page, each in its worker, measured in turn so that what else the machine does troubles both.
// Where DuckDB has two ways to the same end it is measured in both.

import { difference } from "./compare.mjs";
import { Creuset } from "./creuset.mjs";
import { DuckDb } from "./duckdb.mjs";
import * as steps from "./steps.mjs";

let ours;
let theirs;

/** Starts the engines; the version that DuckDB says. */
export async function open(worker, release) {
  ours?.close();
  await theirs?.close();
  [ours, theirs] = [await Creuset.open(worker), await DuckDb.open(release)];
  return theirs.version;
}

const fetched = async (url) => (await fetch(url)).blob();

/**
 * Imports the file of a URL as `data`, again and again, each time as a file of a new name: nothing that was read
 * or computed for the one before can serve the next.
 */
export async function importData(url, repeat) {
  const content = await fetched(url);
  const ending = url.split(".").at(-1);
  const times = { ours: [], theirs: { handle: [], buffer: [] } };
  for (let round = 1; round <= repeat; round += 1) {
    const file = new File([content], `data_${round}.${ending}`);
    times.ours.push(await ours.importData(file));
    for (const [way, durations] of Object.entries(times.theirs)) durations.push(await theirs.importData(file, way));
  }
  return times;
}

export async function importSmall(url) {
  const file = new File([await fetched(url)], "small.csv");
  await ours.importSmall(file);
  await theirs.importSmall(file);
}

/** Times of a query, computed anew each time: neither engine keeps results of queries for the next. */
export async function query(sql, limit, repeat) {
  const times = { ours: [], theirs: { whole: [], first: [] } };
  for (let round = 0; round < repeat; round += 1) {
    times.ours.push(await ours.query(sql, limit));
    for (const [way, durations] of Object.entries(times.theirs)) durations.push(await theirs.query(sql, way));
  }
  return times;
}

/** The first difference between the two results, or `null`. */
export async function compare(sql) {
  return difference(await ours.read(sql), await theirs.read(sql));
}

/** Times of the facets of a column of `data`. */
export const facets = (column, rounds) => steps.facets(ours.engine, column, rounds);

/** Times of edits at the end of a recipe over the import of `data`. */
export const edits = (rounds) => steps.edits(ours.engine, ours.steps[0], rounds);
