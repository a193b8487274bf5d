// A blank page beside the shipped folder, with the shipped worker in it: what the golden runner and the bench drive.

import { readFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";

import { serve } from "../e2e/serve.mjs";

const FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"];
const TESTS = dirname(dirname(fileURLToPath(import.meta.url)));

/** The build id that the shipped page names. */
async function buildOf(dist) {
  const html = await readFile(join(dist, "index.html"), "utf8");
  const build = html.match(/<meta name="engine-build" content="([^"]*)"/)?.[1];
  if (!build) throw new Error(`${dist}/index.html names no engine build`);
  return build;
}

/**
 * Serves `dist` with the folders of these tests beside it under `/-/tests/` (and `beside`), and opens the page
 * `blank` of that origin in a headless browser.
 */
export async function open({ dist, browser: executablePath, blank = "browser/page/", beside = {} }) {
  const build = await buildOf(resolve(dist));
  const site = await serve(resolve(dist), { beside: { ...beside, "/-/tests/": TESTS } });
  const browser = await chromium.launch({ executablePath, headless: true, args: FLAGS });
  const page = await browser.newPage();
  page.on("console", (message) => {
    if (message.type() !== "error") return;
    console.error(`browser: ${message.text()}`);
    // What the worker cannot read it never answers: nothing is worth waiting for.
    if (message.text().startsWith("not a message")) process.exit(1);
  });
  page.on("pageerror", (error) => console.error(`browser: ${error.stack}`));
  await page.goto(`${site.origin}/-/tests/${blank}`);
  const close = async () => {
    await browser.close();
    site.close();
  };
  return { page, build, worker: `${site.url}engine/${build}/worker.js`, version: browser.version(), close };
}

/** The engine in a room's page, from here. A worker that trapped is replaced at the next start. */
export class RemoteEngine {
  constructor({ page, worker, build }) {
    Object.assign(this, { page, worker, build });
  }

  async start() {
    const build = await this.page.evaluate(async (url) => {
      globalThis.engine?.stop();
      globalThis.engine = await Engine.start(url);
      return engine.build;
    }, this.worker);
    if (build !== this.build) throw new Error(`the page names build ${this.build}, the worker says ${build}`);
  }

  /** Attaches what a URL path of the origin or a text holds. */
  attach(name, { url, text }) {
    return this.page.evaluate(
      async ({ name, url, text }) => {
        const content = url ? await (await fetch(url)).blob() : text;
        await engine.attach(name, new File([content], name));
      },
      { name, url, text },
    );
  }

  run(recipe) {
    return this.page.evaluate((recipe) => engine.run(recipe), recipe);
  }

  ask(request) {
    return this.page.evaluate((request) => engine.ask(request), request);
  }
}
