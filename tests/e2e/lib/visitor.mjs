// A person's browser: a context of its own, watched for errors and for requests that leave the origin.

import { check, fail } from "./check.mjs";

/** Messages that a browser writes itself and that say nothing of the page. */
const HARMLESS = [/favicon/];

export class Visitor {
  /** Opens a context; `options` are those of the browser (locale, viewport, colour scheme). */
  static async enter(browser, site, { tolerates = [], ...options } = {}) {
    const visitor = new Visitor();
    visitor.site = site;
    visitor.tolerates = [...HARMLESS, ...tolerates];
    visitor.complaints = [];
    visitor.context = await browser.newContext({
      locale: "fr-FR",
      timezoneId: "Europe/Paris",
      viewport: { width: 1366, height: 768 },
      reducedMotion: "reduce",
      acceptDownloads: true,
      ...options,
    });
    visitor.context.setDefaultTimeout(15_000);
    visitor.context.on("request", (request) => {
      const url = request.url();
      if (!/^(blob|data):/.test(url) && !url.startsWith(`${site.origin}/`)) visitor.complain(`request to ${url}`);
    });
    visitor.context.on("page", (page) => visitor.watch(page));
    return visitor;
  }

  /** Opens a page of the site by its route (`#/settings`), in a new tab. */
  async open(route = "#/") {
    const page = await this.context.newPage();
    await page.goto(this.site.url + route);
    await page.getByRole("heading", { level: 1 }).first().waitFor({ state: "attached" });
    return page;
  }

  watch(page) {
    // Choosers are caught from the start: asking for one only when a key is pressed comes too late.
    page.on("filechooser", () => {});
    page.on("pageerror", (error) => this.complain(`page error: ${error.message}`));
    page.on("crash", () => this.complain("the page crashed"));
    page.on("console", (message) => {
      if (message.type() === "error") this.complain(`console: ${message.text()}`);
    });
    page.on("response", (response) => {
      if (response.status() >= 400) this.complain(`${response.status()} ${response.url()}`);
    });
  }

  complain(sentence) {
    if (!this.tolerates.some((known) => known.test(sentence))) this.complaints.push(sentence);
  }

  /** The last page that is open, for a picture of what went wrong. */
  get page() {
    return this.context.pages().at(-1);
  }

  /** Fails if the console or the network had something to complain of. */
  assertQuiet() {
    check(this.complaints.length === 0, this.complaints.slice(0, 3).join("; "));
  }

  async leave() {
    await this.context.close();
  }
}

/** The bytes of a download that an action starts. */
export async function downloaded(page, action) {
  const [download] = await Promise.all([page.waitForEvent("download"), action()]);
  const reason = await download.failure();
  if (reason) fail(`download: ${reason}`);
  const chunks = [];
  for await (const chunk of await download.createReadStream()) chunks.push(chunk);
  return { name: download.suggestedFilename(), bytes: Buffer.concat(chunks) };
}
