// The first minute: a small sample with three tasks, each ticked as soon as the recipe fulfils it; nothing is graded.

import { equal, until } from "../lib/check.mjs";
import { Workspace } from "../lib/workspace.mjs";

const ROWS = 120;

export default async function journey(stage) {
  const visitor = await stage.visitor();
  const page = await visitor.open("#/");
  const work = new Workspace(page);
  await page.getByRole("button", { name: work.text("begin-guided"), exact: true }).click();
  await work.isReady();

  const dialog = work.importDialog("logements.csv");
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

  await work.form("cast");
  await work.inspector.getByRole("checkbox", { name: /^loyer/ }).check();
  await work.inspector.getByRole("combobox", { name: work.pattern("op-cast-param-to") }).selectOption({ label: work.text("op-cast-param-to-value-number") });
  await work.inspector.getByRole("radio", { name: work.text("op-cast-param-decimal-value-comma"), exact: true }).check();
  await work.apply();
  await work.hears("first-steps-said", { number: 1 });
  equal(await states(), [true, false, false], "tasks after the cast");

  await work.filter("loyer < 700 and ville is not null");
  await work.hears("first-steps-said", { number: 2 });
  await work.form("aggregate");
  await work.inspector.getByRole("checkbox", { name: /^ville/ }).check();
  await work.ensureRow("op-aggregate-param-measures", "op-aggregate-param-measures-name");
  equal(await work.field("op-aggregate-param-measures-name").inputValue(), "nombre_de_lignes", "the name of a measure is proposed in words");
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
