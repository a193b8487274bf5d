// Journeys in a real browser over the shipped folder. A journey acts only through roles and accessible names.
//
//   node tests/e2e/run.mjs --dist dist --browser /usr/bin/chromium [--only name] [--native creuset] [--shots folder]
//
// One line a journey, then `N passed, N failed`; fails if one failed.

import { mkdtemp, mkdir, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { chromium } from "playwright-core";

import { Failure } from "./lib/check.mjs";
import { Visitor } from "./lib/visitor.mjs";
import { serve } from "./serve.mjs";

/** A sub-path with what sub-paths have: depth, a space, a letter beyond ASCII. */
const PREFIX = "/cours/données 2026/creuset/";
/** This machine by a name that is not the one by which browsers trust it: a host on plain http. */
const PLAIN_HOST = "salle-de-cours.test";
const FLAGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  `--host-resolver-rules=MAP ${PLAIN_HOST} 127.0.0.1`,
];
const { values: options } = parseArgs({
  options: {
    dist: { type: "string" },
    browser: { type: "string" },
    only: { type: "string" },
    native: { type: "string" },
    shots: { type: "string" },
  },
});
if (!options.dist || !options.browser) {
  console.error("usage: run.mjs --dist <folder> --browser <path> [--only name] [--native creuset] [--shots folder]");
  process.exit(2);
}

const dist = resolve(options.dist);
const shots = options.shots && resolve(options.shots);
/** Longest time for one journey; pictures of every screen take longer. */
const PATIENCE_MS = shots ? 600_000 : 90_000;
if (shots) await mkdir(shots, { recursive: true });
const temporary = await mkdtemp(join(tmpdir(), "creuset-e2e-"));
const browser = await chromium.launch({ executablePath: options.browser, headless: true, args: FLAGS });

async function names() {
  const files = await readdir(new URL("journeys/", import.meta.url));
  const all = files.filter((file) => file.endsWith(".mjs")).map((file) => file.slice(0, -4)).sort();
  return options.only ? all.filter((name) => name.includes(options.only)) : all;
}

/** What a journey is given: visitors, the folder for files, and what the command line named. */
class Stage {
  visitors = [];
  sites = [];
  /** Files of this journey: they go with it. */
  temporary = join(temporary, "files");
  native = options.native && resolve(options.native);
  shots = shots;
  dist = dist;
  plainHost = PLAIN_HOST;

  constructor(site) {
    this.site = site;
  }

  async visitor(options = {}, site = this.site) {
    const visitor = await Visitor.enter(browser, site, options);
    this.visitors.push(visitor);
    return visitor;
  }

  async serve(habits) {
    const site = await serve(dist, { prefix: PREFIX, ...habits });
    this.sites.push(site);
    return site;
  }

  async close() {
    await Promise.all(this.visitors.map((visitor) => visitor.leave().catch(() => {})));
    for (const site of this.sites) site.close();
    await rm(this.temporary, { recursive: true, force: true });
  }
}

/** An error of the browser's driver: what it waited for, and the lines of the journey that asked. */
function briefly(error) {
  const [what] = error.message.split("\n");
  const waited = error.message.split("\n").find((line) => line.includes("waiting for")) ?? "";
  const frames = (error.stack ?? "").split("\n").filter((line) => line.includes("/e2e/"));
  const places = frames.slice(0, 3).map((line) => line.replace(/^.*\/e2e\/([^)]*)\)?$/, "$1"));
  return `${what} ${waited.trim()} (${places.join(" < ")})`;
}

async function picture(stage, name) {
  const page = stage.visitors.map((visitor) => visitor.page).filter(Boolean).at(-1);
  if (!page) return "";
  const path = join(temporary, `${name}.png`);
  const taken = await page.screenshot({ path, timeout: 5_000 }).then(() => true, () => false);
  return taken ? ` [${path}]` : "";
}

function patience() {
  let timer;
  const over = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Failure(`not over after ${PATIENCE_MS / 1000} s`)), PATIENCE_MS);
  });
  return { over, stop: () => clearTimeout(timer) };
}

async function play(name, site) {
  const stage = new Stage(site);
  const started = performance.now();
  const limit = patience();
  try {
    await mkdir(stage.temporary, { recursive: true });
    const { default: journey } = await import(new URL(`journeys/${name}.mjs`, import.meta.url));
    await Promise.race([journey(stage), limit.over]);
    for (const visitor of stage.visitors) visitor.assertQuiet();
    console.log(`ok ${name} (${Math.round(performance.now() - started)} ms)`);
    return true;
  } catch (error) {
    const complaints = stage.visitors.flatMap((visitor) => visitor.complaints).slice(0, 3).join("; ");
    const reason = error instanceof Failure ? error.message : briefly(error);
    console.log(`FAILED ${name}: ${reason}${complaints ? ` — ${complaints}` : ""}${await picture(stage, name)}`);
    return false;
  } finally {
    limit.stop();
    await stage.close();
  }
}

const site = await serve(dist, { prefix: PREFIX });
let passed = 0;
const journeys = await names();
for (const name of journeys) passed += (await play(name, site)) ? 1 : 0;
await browser.close();
site.close();
// What is left are pictures of what went wrong.
if (passed === journeys.length) await rm(temporary, { recursive: true, force: true });
console.log(`${passed} passed, ${journeys.length - passed} failed`);
process.exit(passed === journeys.length && passed > 0 ? 0 : 1);
