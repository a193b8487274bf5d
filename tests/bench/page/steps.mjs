// What a person waits for in the room, by our engine alone: the facets of a large table, an edit at the end of a
// recipe. Nothing is served from a cache but what an edit leaves as it was.

const IMPORTED = "raw.data";
const WORKED = "staging.data";
/** Steps of the recipe that is edited, the import among them. */
const STEPS = 20;

const since = (start) => performance.now() - start;

/** Milliseconds of each round: until the figures of a column are there, and until the first rows are that it keeps. */
export async function facets(engine, column, rounds) {
  const at = { table: IMPORTED, after: null };
  const times = { figures: [], rows: [] };
  for (let round = 0; round < rounds; round += 1) {
    let start = performance.now();
    const { values } = await engine.ask({ kind: "facets", at, column, facets: [], search: "" });
    times.figures.push(since(start));
    const chosen = [values[round % values.length].value];
    const kept = { column, facet: "values", values: chosen, invert: false };
    start = performance.now();
    await engine.ask({ kind: "filtered", at, facets: [kept], offset: 0, limit: 100 });
    times.rows.push(since(start));
  }
  return times;
}

/** A recipe over an import: columns are derived one after the other, the last one from the given expression. */
function recipe(first, last) {
  const derive = (number) => ({
    id: `d${number}`,
    op: "derive",
    op_version: 1,
    params: { columns: [{ name: `c${number}`, expression: number === STEPS - 1 ? last : `v3 * ${number} + id4` }] },
    inputs: { main: number === 1 ? IMPORTED : WORKED },
    outputs: { main: WORKED },
  });
  const steps = [first, ...Array.from({ length: STEPS - 1 }, (_, index) => derive(index + 1))];
  const files = [{ name: first.params.file, bytes: 0 }];
  return { format: "creuset.recipe", version: 1, title: "bench", files, steps };
}

/** Milliseconds until an edit of the last step is there, and how many steps each edit computed. */
export async function edits(engine, first, rounds) {
  await engine.run(recipe(first, "v1 + 0"));
  const times = [];
  const computed = [];
  for (let round = 1; round <= rounds; round += 1) {
    const start = performance.now();
    const { steps } = await engine.run(recipe(first, `v1 + ${round}`));
    times.push(since(start));
    const wrong = steps.filter(({ state }) => state !== "done" && state !== "cached");
    if (wrong.length > 0) throw new Error(JSON.stringify(wrong[0]));
    computed.push(steps.filter(({ state }) => state === "done").length);
  }
  return { steps: STEPS, times, computed };
}
