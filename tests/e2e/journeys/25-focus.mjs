// The focus goes through every screen by Tab: it is seen, in view, covered by nothing, caught by nothing; also in
// forced colours, and at 200 and 400 per cent. An error gets the focus, its words, and what to do.

import { check, equal, matches, until } from "../lib/check.mjs";
import { Exercise } from "../lib/exercise.mjs";
import { Hands } from "../lib/keyboard.mjs";
import { PAGES, TITLES, visit } from "../lib/screens.mjs";
import { Workspace } from "../lib/workspace.mjs";

/** 1366 by 768 at 200 per cent, and 1280 by 1024 at 400. */
const ZOOMS = [
  [683, 384],
  [320, 256],
];

export default async function journey(stage) {
  await Promise.all([throughPages(stage), throughWorkspace(stage), throughExercise(stage), inForcedColours(stage), whenZoomed(stage)]);
}

async function throughPages(stage) {
  const visitor = await stage.visitor();
  const page = await visitor.open("#/");
  for (const [name, route] of PAGES) {
    await visit(page, visitor.site, route);
    check((await new Hands(page).around(name)) > 5, `${name} has stops`);
  }
}

async function throughWorkspace(stage) {
  const visitor = await stage.visitor();
  const work = await Workspace.begin(visitor);
  const { page } = work;
  const hands = new Hands(page);
  await work.importTenants();
  await work.showsRows(7);
  await hands.around("the workspace");
  await work.query("select * from locataires");
  await work.showsRows(7, work.sqlGrid);
  await hands.around("the workspace with SQL");
  for (const tab of ["ws-tab-column", "look-tab-facets", "look-tab-history", "ws-tab-rejects"]) {
    await work.inspector.getByRole("tab", { name: work.text(tab), exact: true }).click();
    await hands.around(tab);
  }
  for (const open of [() => work.openExport(), () => page.keyboard.press("Control+k")]) {
    await open();
    await page.getByRole("dialog").waitFor();
    await hands.around("a dialog");
    await page.keyboard.press("Escape");
    await page.getByRole("dialog").waitFor({ state: "detached" });
  }

  // What is missing is named beside its field, which has the focus.
  await work.form("filter");
  await page.keyboard.press("Control+Enter");
  const condition = work.field("op-filter-param-condition");
  await until(async () => (await condition.getAttribute("aria-invalid")) === "true", "the field is marked");
  await until(() => hands.isOn(condition), "the field has the focus");
  matches(await describedBy(condition), /\S/, "what is wrong with the field");
}

async function throughExercise(stage) {
  const visitor = await stage.visitor();
  const work = await Exercise.begin(visitor, TITLES.fr, { seed: "focus" });
  await work.hears("said-data-made", { count: 4 });
  const hands = new Hands(work.page);
  for (const tab of ["brief", "data", "deliverables", "score"]) {
    await work.tab(tab);
    await hands.around(`the exercise, ${tab}`);
  }
}

async function inForcedColours(stage) {
  const visitor = await stage.visitor({ forcedColors: "active" });
  const work = await Workspace.begin(visitor);
  await work.importTenants();
  await new Hands(work.page).around("forced colours");
}

async function whenZoomed(stage) {
  for (const [width, height] of ZOOMS) {
    const visitor = await stage.visitor({ viewport: { width, height } });
    const page = await visitor.open("#/");
    for (const [name, route] of [...PAGES, ["workspace", "#/sandbox/zoomed"]]) {
      await visit(page, visitor.site, route);
      equal(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth), 0, `${name} at ${width} px scrolls sideways`);
      await new Hands(page).around(`${name} at ${width} px`);
    }
  }
}

/** The texts that describe a control. */
async function describedBy(locator) {
  return locator.evaluate((element) => {
    const ids = (element.getAttribute("aria-describedby") ?? "").split(/\s+/).filter(Boolean);
    return ids.map((id) => element.getRootNode().getElementById?.(id)?.textContent ?? document.getElementById(id)?.textContent ?? "").join(" ").trim();
  });
}
