// The golden recipes, the generator's cases and the catalogue's examples against the shipped worker, in a headless
// browser.
//
//   node tests/browser/golden.mjs --dist dist --browser /usr/bin/chromium
//
// One line a failure, then `N passed, N failed`; fails if one failed.

import { pathToFileURL } from "node:url";
import { parseArgs } from "node:util";

import * as cases from "./cases.mjs";
import * as examples from "./examples.mjs";
import * as generated from "./generated.mjs";
import { open, RemoteEngine } from "./room.mjs";

/** Longest time for one case. */
const PATIENCE_MS = 60_000;

function within(promise) {
  let timer;
  const late = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer within ${PATIENCE_MS} ms`)), PATIENCE_MS);
  });
  return Promise.race([promise, late]).finally(() => clearTimeout(timer));
}

/** Runs everything over a room of `open`: how many held, and what did not (`{name, findings}`). */
export async function golden(room) {
  const engine = new RemoteEngine(room);
  await engine.start();
  let passed = 0;
  const failures = [];
  const hold = async (name, check) => {
    let findings;
    try {
      findings = await within(check());
    } catch (error) {
      findings = [error.message.split("\n").filter((line) => !/^\s+at /.test(line)).join(" ")];
      // After a trap nothing more comes from this worker; after any other error a new one does no harm.
      await engine.start();
    }
    if (findings.length === 0) passed += 1;
    else failures.push({ name, findings });
  };

  const catalogue = await engine.ask({ kind: "catalogue" });
  const all = await cases.load();
  for (const one of all) await hold(`case ${one.name}`, () => cases.check(engine, one));

  const used = new Set(all.flatMap(({ recipe }) => recipe.steps.map((step) => step.op)));
  await hold("every operation stands in a case", async () =>
    catalogue.operations.filter(({ name }) => !used.has(name)).map(({ name }) => `no case runs ${name}`),
  );

  for (const operation of catalogue.operations) {
    for (const example of operation.examples.filter(examples.canRun)) {
      const name = `example ${operation.name} / ${example.name}`;
      await hold(name, () => examples.checkOperation(engine, operation, example));
    }
  }

  for (const one of catalogue.functions) {
    await hold(`function ${one.name}`, async () => {
      await examples.prepareFunctions(engine);
      return examples.checkFunction(engine, one);
    });
  }
  // Last: what was made stands before files that are attached under its names.
  for (const one of await generated.load()) await hold(`data ${one.name}`, () => generated.check(engine, one));

  return { passed, failures };
}

async function main() {
  const { values } = parseArgs({ options: { dist: { type: "string" }, browser: { type: "string" } } });
  if (!values.dist || !values.browser) {
    console.error("usage: golden.mjs --dist <folder> --browser <path>");
    return 2;
  }
  const room = await open(values);
  try {
    const { passed, failures } = await golden(room);
    for (const { name, findings } of failures) console.log(`FAIL ${name}: ${findings.join("; ")}`);
    console.log(`${passed} passed, ${failures.length} failed`);
    return failures.length > 0 || passed === 0 ? 1 : 0;
  } finally {
    await room.close();
  }
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) process.exitCode = await main();
