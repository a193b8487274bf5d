// How fast data with known truth are made: a million rows of twelve columns of mixed kinds, by the shipped worker and
// by the native binary, each on one core.

import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";

import { open, RemoteEngine } from "../browser/room.mjs";
import { make } from "./native.mjs";

/** Milliseconds of each round: `{rows, columns, wasm, native}`; a time runs from the posted request to the answer. */
export async function generate(options, folder, { rows, repeat }) {
  const spec = JSON.parse(await readFile(new URL("generator.json", import.meta.url), "utf8"));
  const [table] = spec.tables;
  table.rows = rows;
  const path = join(folder, "generator.json");
  await writeFile(path, JSON.stringify(spec));
  const native = options.native && (await make(options.native, path, repeat.imports));
  const room = await open(options);
  try {
    const engine = new RemoteEngine(room);
    await engine.start();
    const wasm = [];
    for (let round = 0; round < repeat.imports; round += 1) {
      wasm.push(await room.page.evaluate(timeMake, { spec: JSON.stringify(spec), seed: "1", scale: "practice" }));
    }
    return { rows, columns: table.columns.length, wasm, native };
  } finally {
    await room.close();
  }
}

/** Runs in the page. */
async function timeMake(instance) {
  const start = performance.now();
  await engine.ask({ kind: "make", instance });
  return performance.now() - start;
}
