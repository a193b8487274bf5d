// The generator's cases (engine/generate/tests/cases): each file has in the browser the bytes that it has natively.

import { readdir, readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";

const ROOT = new URL("../../engine/generate/tests/cases/", import.meta.url);
const HASH = /^== seed (\S+) (\S+): ([0-9a-f]{64})$/gm;

/** Every case, by name: `{name, spec, seeds}`, where `seeds` gives for each seed the hashes of the files by name. */
export async function load() {
  const names = (await readdir(fileURLToPath(ROOT))).filter((name) => name.endsWith(".json")).sort();
  return Promise.all(names.map((name) => read(name.replace(/\.json$/, ""))));
}

async function read(name) {
  const text = (ending) => readFile(new URL(name + ending, ROOT), "utf8");
  const [spec, written] = await Promise.all([text(".json"), text(".txt")]);
  const seeds = {};
  for (const [, seed, file, hash] of written.matchAll(HASH)) (seeds[seed] ??= {})[file] = hash;
  if (Object.keys(seeds).length === 0) throw new Error(`${name}.txt holds no hashes of files`);
  return { name, spec, seeds };
}

/** What differs, one line each; none if the case holds. */
export async function check(engine, { spec, seeds }) {
  const findings = [];
  for (const [seed, expected] of Object.entries(seeds)) {
    const { files } = await engine.ask({ kind: "make", instance: { spec, seed, scale: "practice" } });
    const found = Object.fromEntries(files.map(({ name, hash }) => [name, hash]));
    for (const name of new Set([...Object.keys(found), ...Object.keys(expected)])) {
      if (found[name] !== expected[name]) {
        findings.push(`seed ${seed}, file ${name}: ${found[name] ?? "absent"}, natively ${expected[name] ?? "absent"}`);
      }
    }
  }
  return findings;
}
