// The golden recipes (tests/golden/cases): each gives in the browser the hashes and counters that it gives natively.

import { readdir, readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";

const ROOT = new URL("../golden/cases/", import.meta.url);

const json = async (name, file) => JSON.parse(await readFile(new URL(`${name}/${file}`, ROOT), "utf8"));

/** Every case, by name: `{name, recipe}`. */
export async function load() {
  const entries = await readdir(fileURLToPath(ROOT), { withFileTypes: true });
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name).sort();
  return Promise.all(names.map(async (name) => ({ name, recipe: await json(name, "recipe.json") })));
}

const FINISHED = new Set(["done", "cached", "disabled"]);

/** What differs, one line each; none if the case holds. */
export async function check(engine, { name, recipe }) {
  const expected = await json(name, "expected.json");
  for (const file of recipe.files) {
    await engine.attach(file.name, { url: `/-/tests/golden/cases/${name}/${encodeURIComponent(file.name)}` });
  }
  const report = await engine.run(recipe);
  const unfinished = report.steps.filter((step) => !FINISHED.has(step.state));
  if (unfinished.length > 0) {
    return unfinished.map((step) => `step ${step.id} ${step.state}: ${JSON.stringify(step.diagnostics)}`);
  }
  const { tables } = await engine.ask({ kind: "hashes" });
  const found = Object.fromEntries(tables.map(({ at, hash, rows, ordered }) => [at.table, { hash, rows, ordered }]));
  return [
    ...differences("counter", report.counters, expected.counters),
    ...differences("table", found, expected.tables),
  ];
}

function differences(what, found, expected) {
  const keys = [...new Set([...Object.keys(found), ...Object.keys(expected)])].sort();
  const text = (value) => (value === undefined ? "absent" : JSON.stringify(value, value && Object.keys(value).sort()));
  return keys
    .filter((key) => text(found[key]) !== text(expected[key]))
    .map((key) => `${what} ${key}: ${text(found[key])}, natively ${text(expected[key])}`);
}
