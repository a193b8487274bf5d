// The first minute: a small sample with three tasks, each ticked as soon as the recipe fulfils it; nothing is graded.
// The data speak the language in which the page was opened, and keep it when the page changes its own.

import { equal, until } from "../lib/check.mjs";
import { SAMPLES } from "../lib/screens.mjs";
import { Workspace } from "../lib/workspace.mjs";

const ROWS = 120;
/** Locale of the browser, columns of the sample, and the name that the form proposes for a measure. */
const LANGUAGES = {
  fr: { locale: "fr-FR", rent: "loyer", city: "ville", decimal: "comma", measure: "nombre_de_lignes", other: "English" },
  en: { locale: "en-GB", rent: "rent", city: "city", decimal: "point", measure: "number_of_rows", other: "Français" },
};

export default async function journey(stage) {
  await Promise.all(Object.keys(LANGUAGES).map((language) => minute(stage, language)));
}

async function minute(stage, language) {
  const { locale, rent, city, decimal, measure, other } = LANGUAGES[language];
  const visitor = await stage.visitor({ locale });
  const page = await visitor.open("#/");
  const work = new Workspace(page, language);
  await page.getByRole("button", { name: work.text("begin-guided"), exact: true }).click();
  await work.isReady();

  const dialog = work.importDialog(SAMPLES[language]);
  const apply = dialog.getByRole("button", { name: work.text("ws-import-apply"), exact: true });
  await until(async () => (await apply.getAttribute("aria-disabled")) === null, "the sample is detected", 20_000);
  await apply.click();
  await work.settled(1);
  await work.showsRows(ROWS);
  const guide = page.getByRole("region", { name: work.text("first-steps"), exact: true });
  const states = async () => {
    const items = await guide.getByRole("listitem").allInnerTexts();
    return items.map((item) => item.includes(work.text("first-steps-state-done")));
  };
  equal(await states(), [false, false, false], "tasks at the start");
  const lead = `${rent} < 700 and ${city} is not null`;
  await page.getByRole("button", { name: other, exact: true }).click();
  await guide.waitFor({ state: "detached" });
  await page.getByText(lead).waitFor({ state: "attached" });
  await page.getByRole("button", { name: language === "fr" ? "Français" : "English", exact: true }).click();
  await guide.waitFor();

  await work.form("cast");
  await work.inspector.getByRole("checkbox", { name: new RegExp(`^${rent}`) }).check();
  await work.inspector.getByRole("combobox", { name: work.pattern("op-cast-param-to") }).selectOption({ label: work.text("op-cast-param-to-value-number") });
  await work.inspector.getByRole("radio", { name: work.text(`op-cast-param-decimal-value-${decimal}`), exact: true }).check();
  await work.apply();
  await work.hears("first-steps-said", { number: 1 });
  equal(await states(), [true, false, false], "tasks after the cast");

  await work.filter(`${rent} < 700 and ${city} is not null`);
  await work.hears("first-steps-said", { number: 2 });
  await work.form("aggregate");
  await work.inspector.getByRole("checkbox", { name: new RegExp(`^${city}`) }).check();
  await work.ensureRow("op-aggregate-param-measures", "op-aggregate-param-measures-name");
  equal(await work.field("op-aggregate-param-measures-name").inputValue(), measure, "the name of a measure is proposed in words");
  await work.apply();
  await work.hears("first-steps-said-all");
  equal(await states(), [true, true, true], "tasks at the end");

  await guide.getByRole("button", { name: work.text("first-steps-hide"), exact: true }).press("Enter");
  await guide.waitFor({ state: "detached" });
  await work.isSaved();
  await page.reload();
  await work.isReady();
  await work.settled(4);
  equal(await guide.count(), 0, "a guide that was closed stays away");
}
