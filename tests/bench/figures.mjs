// From durations to ratios, and from ratios to what the floors say.

import { FLOORS, LIMITS, MADE } from "./work.mjs";

const best = (durations) => Math.min(...durations);

export function median(durations) {
  const sorted = [...durations].sort((one, other) => one - other);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

export function summary(durations) {
  return { first: durations[0], median: median(durations), best: best(durations), all: durations };
}

/**
 * One line of the bench. Of DuckDB's two ways the faster one counts. `ratio` is DuckDB's best time over ours:
 * above 1 we are faster.
 */
export function line({ kind, name, times, native, difference }) {
  const ways = Object.keys(times.theirs).sort((one, other) => best(times.theirs[one]) - best(times.theirs[other]));
  const [ours, theirs] = [summary(times.ours), summary(times.theirs[ways[0]])];
  const slower = { way: ways[1], best: best(times.theirs[ways[1]]) };
  const ratio = theirs.best / ours.best;
  return { kind, name, ours, theirs, way: ways[0], slower, native: native && summary(native), ratio, difference };
}

/** The floors, each with what was measured and whether it is met. */
export function floors(lines) {
  const imports = lines.filter(({ kind }) => kind === "import");
  const queries = lines.filter(({ kind }) => kind === "query").map(({ ratio }) => ratio);
  const mean = Math.exp(queries.reduce((sum, ratio) => sum + Math.log(ratio), 0) / queries.length);
  const held = (name, value, floor) => ({ name, value, floor, met: value >= floor });
  return [
    ...imports.map(({ name, ratio }) => held(name, ratio, FLOORS.import)),
    held("geometric mean of the queries", mean, FLOORS.mean),
    held("slowest query", Math.min(...queries), FLOORS.each),
  ];
}

/** The floors of making data, in millions of rows a second; without the native binary, those of the worker only. */
export function made({ rows, wasm, native }) {
  const held = (name, durations, floor) => {
    const value = rows / 1e3 / best(durations);
    return { name: `rows made in a second, ${name}`, value, floor, unit: " M", met: value >= floor };
  };
  return [...(native ? [held("natively", native, MADE.native)] : []), held("in the worker", wasm, MADE.wasm)];
}

/**
 * What was waited for in the room, beside what may be: the median of the rounds; for scrolling the longest task of the
 * best round, for what else the machine does makes tasks long that are not.
 */
export function limits({ facets, edits, scrolling }) {
  const held = (name, value, limit, unit) => ({ name, value, limit, unit, met: value <= limit });
  const waited = facets.flatMap(({ column, figures, rows }) => [
    held(`facet of ${column}: figures`, median(figures), LIMITS.facet, "ms"),
    held(`facet of ${column}: first rows kept`, median(rows), LIMITS.facet, "ms"),
  ]);
  return [
    ...waited,
    held(`steps computed by an edit of the last of ${edits.steps}`, Math.max(...edits.computed), 1, ""),
    held("longest task of the page while the engine works", best(scrolling.rounds.map((tasks) => Math.max(0, ...tasks))), LIMITS.longTask, "ms"),
  ];
}
