// The référentiel and the glossary: found, narrowed, opened by keyboard, linked to each other; what cannot be practised
// yet is said, and a file that does not come is said with a way out.

import { readFileSync } from "node:fs";

import { check, equal, until } from "../lib/check.mjs";
import { exercisesKept } from "../lib/kept.mjs";
import { text } from "../lib/names.mjs";

const CATALOG = readFileSync(new URL("../../../exercises/catalog.toml", import.meta.url), "utf8");
const CRITERIA = 69;
const CARDS = 28;

export default async function journey(stage) {
  const visitor = await stage.visitor();
  const page = await visitor.open("#/");
  await theReferentiel(page);
  await theGlossary(page);
  await page.close();
  await aFileThatDoesNotCome(stage);
  await withoutANetwork(stage);
}

const button = (page, name) => page.getByRole("main").getByRole("button", { name });
const said = (page, sentence) => page.getByRole("main").getByRole("status").filter({ hasText: sentence }).waitFor();
const left = (page, language, shown) => said(page, text(language, "ref-shown", { shown, total: CRITERIA }));
const place = (page, key) => page.getByRole("navigation", { name: text("fr", "places") }).getByRole("link", { name: text("fr", key), exact: true });

async function theReferentiel(page) {
  await place(page, "page-referentiel").click();
  await page.getByRole("heading", { level: 1, name: text("fr", "page-referentiel") }).waitFor();
  equal(await place(page, "page-referentiel").getAttribute("aria-current"), "page", "the page that is open");
  await left(page, "fr", CRITERIA);
  equal(await page.getByRole("heading", { level: 2, name: /^Bloc \d/ }).count(), 4, "blocs");
  equal(await page.getByRole("heading", { level: 3, name: /^C\d\.\d/ }).count(), 20, "competences");

  // A competence opens by keyboard; its criteria say who decides, and whether they can be practised.
  const competence = button(page, /^C1\.3 /);
  equal(await competence.getAttribute("aria-expanded"), "false", "a competence at first");
  await competence.focus();
  await page.keyboard.press("Enter");
  equal(await competence.getAttribute("aria-expanded"), "true", "a competence that was opened");
  const criterion = page.getByRole("listitem").filter({ has: page.getByRole("heading", { level: 4, name: /^C1\.3-k1 / }) });
  await criterion.getByText(text("fr", "ref-status-auto"), { exact: true }).waitFor();
  const exercise = criterion.getByRole("listitem").filter({ hasText: "E14" });
  const state = CATALOG.includes('id = "E14"') ? "ref-exercise-open" : "ref-exercise-absent";
  check((await exercise.innerText()).includes(text("fr", state)), `E14 is « ${text("fr", state)} »`);
  check((await exercise.innerText()).includes(text("fr", "ref-points", { points: 35 })), "E14 gives 35 points");
  await page.keyboard.press("Space");
  equal(await competence.getAttribute("aria-expanded"), "false", "a competence that was closed");

  // Filters: who decides, and words; what is found is open.
  const select = page.getByRole("combobox", { name: text("fr", "ref-by-status"), exact: true });
  await select.selectOption({ label: text("fr", "ref-status-jury") });
  await left(page, "fr", 7);
  await page.getByRole("heading", { level: 4, name: /^C4\.5-k1 / }).waitFor();
  const search = page.getByRole("searchbox", { name: text("fr", "ref-search"), exact: true });
  await search.fill("zzz");
  await page.getByText(text("fr", "ref-nothing"), { exact: true }).waitFor();
  await button(page, text("fr", "ref-filter-clear")).last().click();
  await left(page, "fr", CRITERIA);
  await search.fill("donnees propres");
  await left(page, "fr", 3);
  await page.getByRole("button", { name: "English", exact: true }).click();
  await left(page, "en", 0);
  await page.getByRole("searchbox", { name: text("en", "ref-search"), exact: true }).fill("clean data");
  await left(page, "en", 3);
  await page.getByRole("heading", { level: 4, name: "C1.3-k1 Detect anomalies and missing values" }).waitFor();
  await page.getByRole("button", { name: "Français", exact: true }).click();
}

async function theGlossary(page) {
  await place(page, "page-glossary").click();
  const cards = (shown) => said(page, text("fr", "glossary-shown", { shown, total: CARDS }));
  await cards(CARDS);
  await page.getByRole("combobox", { name: text("fr", "glossary-by-competence"), exact: true }).selectOption("C3.4b");
  await cards(2);
  await button(page, text("fr", "ref-filter-clear")).first().click();
  await page.getByRole("combobox", { name: text("fr", "glossary-by-family"), exact: true }).selectOption({ label: "Traitement distribué" });
  await cards(4);
  await page.getByRole("searchbox", { name: text("fr", "glossary-search"), exact: true }).fill("hortonworks");
  await cards(1);
  await page.getByRole("main").getByText(text("fr", "card-status-withdrawn"), { exact: true }).waitFor();
  await button(page, /^BigInsights/).click();
  await page.getByRole("link", { name: /^developer\.ibm\.com/ }).waitFor();

  // A card leads to its competences: there the one is open and has the focus.
  await page.getByRole("link", { name: /^C3\.2 / }).click();
  const competence = button(page, /^C3\.2 /);
  await until(async () => (await competence.getAttribute("aria-expanded")) === "true", "the competence is open");
  await until(() => competence.evaluate((element) => element === document.activeElement), "the competence has the focus");
}

/** The file is asked for again by a button, and the page is whole then. */
async function aFileThatDoesNotCome(stage) {
  const visitor = await stage.visitor({ serviceWorkers: "block", tolerates: [/ERR_FAILED/, /cards\.toml/, /Failed to load/] });
  const file = "exercises/cards/cards.toml";
  await visitor.context.route(`**/${file}`, (route) => route.abort());
  const page = await visitor.open("#/glossary");
  const alert = page.getByRole("alert").filter({ hasText: text("fr", "file-unreachable", { file }) });
  await alert.waitFor();
  await visitor.context.unroute(`**/${file}`);
  await visitor.context.route(`**/${file}`, (route) => route.fulfill({ body: 'format = "creuset.cards"\nversion = 1\ncard = 1\n' }));
  await alert.getByRole("button", { name: text("fr", "file-try-again"), exact: true }).click();
  await page.getByRole("alert").filter({ hasText: text("fr", "file-faulty", { file }) }).waitFor();
  await visitor.context.unroute(`**/${file}`);
  await page.getByRole("button", { name: text("fr", "file-try-again"), exact: true }).click();
  await said(page, text("fr", "glossary-shown", { shown: CARDS, total: CARDS }));
}

/** Pages that were never opened work without a network after the first visit: their files were kept with the page. */
async function withoutANetwork(stage) {
  const visitor = await stage.visitor({ tolerates: [/ERR_INTERNET_DISCONNECTED/, /ERR_FAILED/] });
  const page = await visitor.open("#/settings");
  await page.getByText(text("fr", "offline-whole")).waitFor({ timeout: 30_000 });
  await exercisesKept(page);
  await visitor.context.setOffline(true);
  await page.goto(`${visitor.site.url}#/referentiel`);
  await page.reload();
  await left(page, "fr", CRITERIA);
  await page.goto(`${visitor.site.url}#/glossary`);
  await said(page, text("fr", "glossary-shown", { shown: CARDS, total: CARDS }));
}
