// One short way through the page in each browser that is named: open, read a file in, filter, query, hash. All of
// them must come to the same hash.
//
//   node tests/e2e/engines.mjs --dist dist --browser /usr/bin/chromium [--firefox path] [--webkit MiniBrowser]
//
// One line a browser; fails if one failed.

import { resolve } from "node:path";
import { parseArgs } from "node:util";

import { Failure, check, equal, until } from "./lib/check.mjs";
import * as drivers from "./lib/drivers.mjs";
import { memoryFile } from "./lib/files.mjs";
import { Hand } from "./lib/hand.mjs";
import { pattern, text } from "./lib/names.mjs";
import { serve } from "./serve.mjs";

/** Longest time for one browser. */
const PATIENCE_MS = 90_000;
const FILE = memoryFile("loyers.csv", "id;ville;loyer\n1;Nantes;712,5\n2;Brest;480,0\n3;Nantes;905,25\n4;Rennes;650,0\n");

const { values: options } = parseArgs({
  options: {
    dist: { type: "string" },
    browser: { type: "string" },
    firefox: { type: "string" },
    webkit: { type: "string" },
  },
});
if (!options.dist || !options.browser) {
  console.error("usage: engines.mjs --dist <folder> --browser <path> [--firefox path] [--webkit path]");
  process.exit(2);
}

/** The way; gives the hash that the page shows. */
async function walk(driver, url) {
  await driver.open(`${url}#/`);
  const language = await driver.evaluate(() => document.documentElement.lang);
  const hand = new Hand(driver, language);
  await hand.press("link", "begin-new");
  await hand.choose("ws-add-file", FILE);
  await hand.press("button", "ws-import-apply");
  await hasSteps(hand, 1);

  await hand.press("button", "palette");
  await hand.write("combobox", "ws-palette-search", text(language, "op-filter"));
  await hand.press("option", "op-filter");
  await hand.write("textbox", "op-filter-param-condition", "loyer > 600");
  await hand.press("button", "ws-form-apply");
  await hasSteps(hand, 2);

  await hand.press("button", "ws-sql");
  await hand.write("textbox", "ws-sql-label", "select 40 + 2 as answer from loyers limit 1");
  await driver.press("Control+Enter");
  await until(async () => (await hand.texts("gridcell")).includes("42"), "the query is answered", 30_000);

  await hand.press("button", "ws-export");
  await hand.press("button", "ws-hashes-compute");
  const hashes = await until(async () => {
    const texts = (await hand.texts("definition")).filter((text) => /^[0-9a-f]{64}$/.test(text));
    return texts.length > 0 && texts;
  }, "the hashes are shown");
  return hashes.join(" ");
}

/** A step is a button whose name begins with its number. */
async function hasSteps(hand, count) {
  const done = pattern(hand.language, "ws-state-done").source;
  await until(async () => {
    const steps = (await hand.texts("button")).filter((text) => /^\d+\s*\D/.test(text));
    return steps.length === count && steps.every((text) => text.includes(done));
  }, `${count} steps are done`, 30_000);
}

async function inTime(work) {
  let timer;
  const over = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Failure(`not over after ${PATIENCE_MS / 1000} s`)), PATIENCE_MS);
  });
  return Promise.race([work, over]).finally(() => clearTimeout(timer));
}

const site = await serve(resolve(options.dist), { prefix: "/cours/creuset/" });
const named = [["chromium", options.browser], ["firefox", options.firefox], ["webkit", options.webkit]];
const hashes = [];
let failures = 0;
for (const [name, program] of named.filter(([, program]) => program)) {
  const started = performance.now();
  let driver;
  try {
    driver = await inTime(drivers[name](program));
    hashes.push(await inTime(walk(driver, site.url)));
    equal(hashes.at(-1), hashes[0], "hashes beside those of Chromium");
    check(hashes[0].length >= 64, "there is a hash");
    console.log(`ok ${name} (${Math.round(performance.now() - started)} ms)`);
  } catch (error) {
    failures += 1;
    console.log(`FAILED ${name}: ${error.message}`);
  } finally {
    await driver?.close().catch(() => {});
  }
}
site.close();
process.exit(failures === 0 && hashes.length > 0 ? 0 : 1);
