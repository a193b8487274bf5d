// The screens of the app, each with the way there: for what must hold on all of them.

import { until } from "./check.mjs";
import { Exercise } from "./exercise.mjs";
import { TENANTS } from "./files.mjs";
import { text } from "./names.mjs";
import { Workspace } from "./workspace.mjs";

const THEMES = ["light", "dark", "high-contrast"];
export { THEMES };

/** Chooses a theme by the settings page. */
export async function choose(page, site, language, theme) {
  await page.goto(`${site.url}#/settings`);
  await page.getByRole("radio", { name: text(language, `settings-theme-${theme}`), exact: true }).check();
}

/** Screens without a work: name and route. */
export const PAGES = [
  ["home", "#/"],
  ["referentiel", "#/referentiel"],
  ["competence", "#/referentiel/C3.4a"],
  ["glossary", "#/glossary"],
  ["card", "#/glossary/big-sql"],
  ["exercise", "#/exercise/E14"],
  ["exercise unknown", "#/exercise/none"],
  ["settings", "#/settings"],
  ["help", "#/help/sql"],
  ["accessibility", "#/accessibility"],
  ["not found", "#/nowhere"],
];

/** Goes to a screen without a work, and waits until the files that it shows are read. */
export async function visit(page, site, route) {
  await page.goto(site.url + route);
  await page.getByRole("heading", { level: 1 }).waitFor();
  for (const language of ["fr", "en"]) await page.getByText(text(language, "file-coming"), { exact: true }).waitFor({ state: "detached" });
}

/** Walks through the workspace in one work; `look(name)` is called on each of its screens. */
export async function walk(visitor, language, look, { narrow = false } = {}) {
  const work = await Workspace.begin(visitor, language);
  const { page } = work;
  // Where there is room for one pane only, the others are behind the buttons of the panes.
  const pane = async (key) => {
    if (narrow) await page.getByRole("navigation", { name: text(language, "ws-panes") }).getByRole("button", { name: text(language, key), exact: true }).click();
  };
  await look("empty sandbox");
  await pane("ws-pane-recipe");
  await work.choose(TENANTS);
  const dialog = work.importDialog(TENANTS.name);
  const apply = dialog.getByRole("button", { name: work.text("ws-import-apply"), exact: true });
  await dialog.getByRole("cell", { name: "Élodie Martin" }).waitFor();
  await work.nameNulls(dialog);
  await look("import dialog");
  await apply.click();
  await dialog.waitFor({ state: "detached" });
  await pane("ws-pane-recipe");
  await work.settled(1);
  await look("recipe");
  await pane("ws-pane-table");
  await work.showsRows(7);
  await look("table");

  await page.keyboard.press("Control+k");
  await page.getByRole("combobox", { name: work.text("ws-palette-search") }).waitFor();
  await look("palette");
  await page.keyboard.press("Escape");

  await work.form("aggregate");
  await work.ensureRow("op-aggregate-param-measures", "op-aggregate-param-measures-name");
  await look("step form");
  await pane("ws-inspector");
  await work.inspector.getByRole("button", { name: work.pattern("ws-cancel") }).click();
  await work.inspector.getByRole("tab", { name: work.text("ws-tab-rejects") }).click();
  await look("rejects");
  await pane("ws-pane-table");
  await work.grid.getByRole("columnheader", { name: /^nom/ }).click();
  await pane("ws-inspector");
  await work.inspector.getByRole("tab", { name: work.text("ws-tab-column"), selected: true }).waitFor();
  await page.waitForTimeout(300);
  await look("column profile");

  await pane("ws-inspector");
  await work.inspector.getByRole("tab", { name: work.text("look-tab-facets"), exact: true }).click();
  await work.inspector.getByRole("checkbox").first().check();
  await page.waitForTimeout(300);
  await look("facets");
  await work.inspector.getByRole("combobox", { name: work.text("look-facet-column"), exact: true }).selectOption({ label: "loyer" });
  await page.waitForTimeout(300);
  await look("facets of numbers");
  await pane("ws-pane-table");
  await work.button("look-empty-clear", {}, work.centre).waitFor();
  await look("no row passes");
  await work.button("look-facets-clear", {}, work.centre).click();
  await work.button("look-overview", {}, work.centre).click();
  await work.inspector.getByRole("region", { name: work.text("look-missing"), exact: true }).waitFor();
  await look("table profile");
  await work.inspector.getByRole("tab", { name: work.text("look-tab-history"), exact: true }).click();
  const record = work.inspector.getByRole("textbox", { name: work.text("look-history-record"), exact: true });
  await record.fill("1");
  await record.press("Enter");
  await work.inspector.getByRole("listitem").first().waitFor();
  await look("row history");

  await pane("ws-pane-table");
  await work.query("select ville, count(*) as n from locataires group by ville order by ville");
  await work.sqlGrid.waitFor();
  await look("sql drawer");
  await work.openExport();
  await look("export dialog");
  await page.keyboard.press("Escape");
  await page.keyboard.press("?");
  await page.getByRole("dialog").waitFor();
  await look("shortcuts");
  await page.keyboard.press("Escape");

  await work.grid.getByRole("gridcell").first().click();
  await page.keyboard.press("Control+f");
  await work.centre.getByRole("textbox", { name: work.text("ws-find-text"), exact: true }).fill("brest");
  await page.keyboard.press("Enter");
  await work.hears("ws-find-found", { column: "ville" });
  await look("find field");
  await page.keyboard.press("Escape");
  await pane("ws-pane-recipe");
  for (const [key, name] of [["ws-paste", "paste dialog"], ["ws-templates-open", "templates dialog"]]) {
    await work.recipe.getByRole("button", { name: work.text(key), exact: true }).click();
    await page.getByRole("dialog").waitFor();
    await look(name);
    await page.keyboard.press("Escape");
  }
  await guided(work, look);
  await onExercise(work, look, pane);
  return work;
}

/** An attempt at an exercise: each tab beside the work, a hint, a score, the start page once it has begun. */
async function onExercise(before, look, pane) {
  const { page, language } = before;
  await page.getByRole("link", { name: before.text("brand-home"), exact: true }).click();
  const work = new Exercise(page, language);
  await work.start(TITLES[language], { seed: "screens" });
  await look("exercise being made");
  await work.hears("said-data-made", { count: 4 });
  await pane("ws-pane-exercise");
  await look("exercise brief");
  await work.pane.getByRole("button", { name: work.pattern("hint-offer") }).first().click();
  await page.getByRole("dialog", { name: work.text("hint-title"), exact: true }).waitFor();
  await look("hint dialog");
  await work.button("hint-read").click();
  for (const tab of ["data", "deliverables"]) {
    await work.pane.getByRole("tab", { name: work.text(`exercise-tab-${tab}`), exact: true }).click();
    await look(`exercise ${tab}`);
  }
  await work.pane.getByRole("tab", { name: work.text("exercise-tab-score"), exact: true }).click();
  await look("exercise not scored");
  await work.button("score-now").click();
  await work.pane.getByRole("heading", { name: work.text("score-history"), exact: true }).waitFor();
  await look("exercise score");
  await pane("ws-pane-table");
  await look("exercise files");
  await page.getByRole("link", { name: work.text("brand-home"), exact: true }).click();
  await page.getByRole("link", { name: TITLES[language], exact: true }).click();
  const again = work.button("exercise-begin-again");
  await again.waitFor();
  await look("exercise begun");
  await again.click();
  await page.getByRole("dialog").waitFor();
  await look("begin again dialog");
  await page.keyboard.press("Escape");
}

/** The exercise on these screens, by the language of the page. */
export const TITLES = {
  fr: "Grand nettoyage : le fichier locataires d’un bailleur social",
  en: "Spring cleaning: a social landlord’s tenant file",
};

/** Files of the first minute, by the language of the page in which it is begun. */
export const SAMPLES = { fr: "logements.csv", en: "flats.csv" };

/** The small sample of the first minute, with its guide. */
async function guided(work, look) {
  await work.page.getByRole("link", { name: work.text("brand-home"), exact: true }).click();
  await work.button("begin-guided").click();
  const dialog = work.importDialog(SAMPLES[work.language]);
  const apply = dialog.getByRole("button", { name: work.text("ws-import-apply"), exact: true });
  await until(async () => (await apply.getAttribute("aria-disabled")) === null, "the sample is detected", 20_000);
  await apply.click();
  await dialog.waitFor({ state: "detached" });
  const panes = work.page.getByRole("navigation", { name: work.text("ws-panes") });
  const recipe = panes.getByRole("button", { name: work.text("ws-pane-recipe"), exact: true });
  if (await recipe.isVisible()) await recipe.click();
  await work.page.getByRole("region", { name: work.text("first-steps"), exact: true }).waitFor();
  await look("first steps");
}
