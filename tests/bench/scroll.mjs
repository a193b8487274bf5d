// The page while the engine works: five million rows are scrolled by key and by wheel, and the browser says which
// tasks of the main thread were long (Long Tasks API, W3C: over 50 ms).

import { chromium } from "playwright-core";

import { check, until } from "../e2e/lib/check.mjs";
import { Visitor } from "../e2e/lib/visitor.mjs";
import { Workspace } from "../e2e/lib/workspace.mjs";
import { serve } from "../e2e/serve.mjs";

const ROWS = { full: 5_000_000, quick: 1_000_000 };
const PRESSES = 60;
const ROUNDS = 4;
/** Within which the browser tells of its long tasks. */
const SETTLE_MS = 200;
/** Between two presses of a key that is held down. */
const REPEAT_MS = 33;
/** Work for many seconds: again and again nearly as many groups as rows. */
const grouped = (factor) => `select city, max(n) as n from (select id % ${factor} as k, city, count(*) as n from sample group by id % ${factor}, city) as g${factor} group by city`;
const work = (round) => Array.from({ length: 12 }, (_, index) => grouped(4_999_999 - 12 * round - index)).join(" union all ");

/** Keeps every long task since the page began. */
const watch = () => {
  globalThis.longTasks = [];
  const keep = (list) => longTasks.push(...list.getEntries().map(({ duration, startTime }) => ({ duration, startTime })));
  new PerformanceObserver(keep).observe({ type: "longtask", buffered: true });
};

/**
 * `{rows, presses, rounds}`: for each round, milliseconds of the long tasks while rows were scrolled and the engine
 * worked.
 */
export async function scroll({ dist, browser: executablePath, quick }) {
  const rows = quick ? ROWS.quick : ROWS.full;
  const site = await serve(dist, {});
  const browser = await chromium.launch({ executablePath, headless: true, args: ["--no-sandbox", "--disable-gpu"] });
  try {
    const visitor = await Visitor.enter(browser, site);
    await visitor.context.addInitScript(watch);
    const room = await Workspace.begin(visitor);
    await room.button("ws-rows", { rows }, room.centre).click();
    await room.settled(1, "done", 120_000);
    await room.showsRows(rows);
    const rounds = [];
    for (let round = 0; round < ROUNDS; round += 1) rounds.push(await once(room, round));
    return { rows, presses: PRESSES, rounds };
  } finally {
    await browser.close();
    site.close();
  }
}

async function once(room, round) {
  const { page } = room;
  const works = page.getByRole("button", { name: room.text("ws-cancel-work"), exact: true }).first();
  await until(async () => (await works.count()) === 0, "the work before is over", 120_000);
  await room.query(work(round));
  await works.waitFor();
  await room.grid.getByRole("gridcell").first().click();
  const start = await page.evaluate(() => performance.now());
  for (let press = 1; press <= PRESSES; press += 1) {
    if (press % 3 === 0) await page.mouse.wheel(0, 300);
    else await page.keyboard.press(press % 20 === 0 ? "Control+End" : press % 10 === 0 ? "Control+Home" : "PageDown");
    await page.waitForTimeout(REPEAT_MS);
  }
  check((await works.count()) > 0, "the engine's work ended before the scrolling did");
  await page.waitForTimeout(SETTLE_MS);
  const tasks = await page.evaluate((start) => longTasks.filter(({ startTime }) => startTime >= start), start);
  return tasks.map(({ duration }) => duration);
}
