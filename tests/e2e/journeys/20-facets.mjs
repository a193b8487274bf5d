// Facets narrow the grid without touching the recipe, say how many rows are left, and become a step.

import { check, equal, until } from "../lib/check.mjs";
import { Workspace } from "../lib/workspace.mjs";

export default async function journey(stage) {
  const visitor = await stage.visitor();
  const work = await Workspace.begin(visitor);
  await work.importTenants();
  await work.showsRows(7);

  await work.inspector.getByRole("tab", { name: work.text("look-tab-facets"), exact: true }).click();
  await column(work, "ville");
  await box(work, "look-values", /^Brest/).check();
  await work.hears("look-kept", { kept: 2, rows: 7 });
  await work.showsRows(2);
  await until(async () => (await work.rows()).every((row) => row.includes("Brest")), "only Brest is shown");
  equal(await work.stepCount(), 1, "steps after a facet");

  // All but these, then the patterns of another column: several facets are joined by "and".
  await box(work, "look-values", work.text("look-values-invert")).check();
  await work.hears("look-kept", { kept: 5, rows: 7 });
  await column(work, "loyer");
  const low = work.inspector.getByRole("textbox", { name: work.text("look-range-low"), exact: true });
  await low.fill("700");
  await low.press("Enter");
  await work.page.keyboard.press("Tab");
  await work.hears("look-kept", { kept: 3, rows: 7 });
  await low.fill("beaucoup");
  await work.page.keyboard.press("Tab");
  await work.hears("look-range-refused");
  await low.fill("700");
  await work.page.keyboard.press("Tab");
  await work.showsRows(3);

  await work.button("look-facets-step", {}, work.inspector).click();
  await work.formHeading("filter").waitFor();
  await work.apply();
  await work.settled(2);
  await work.showsRows(3);
  await until(async () => (await work.centre.getByText(work.pattern("look-kept")).count()) === 0, "the facets are gone");

  // Duplicates are no expression of one row: they become a query.
  await work.step(1).click();
  await work.showsRows(7);
  await work.inspector.getByRole("tab", { name: work.text("look-tab-facets"), exact: true }).click();
  await column(work, "nom");
  await box(work, "look-patterns", /^Aa/).first().waitFor();
  await column(work, "ville");
  await box(work, "look-duplicates", /./).check();
  await work.hears("look-kept", { kept: 7, rows: 7 });
  await work.button("look-facets-clear", {}, work.centre).click();
  await work.showsRows(7);
  check((await work.centre.getByText(work.pattern("look-kept")).count()) === 0, "no facet is left");

  // Facets that let nothing through say so, and the way out stands where the rows were.
  await column(work, "nom");
  await box(work, "look-states", new RegExp(`^${work.text("look-state-missing")}`)).check();
  await work.hears("look-kept-none", { rows: 7 });
  await work.centre.getByText(work.text("look-empty"), { exact: true }).waitFor();
  await work.button("look-empty-clear", {}, work.centre).press("Enter");
  await work.showsRows(7);
  equal(await work.centre.getByText(work.text("look-empty"), { exact: true }).count(), 0, "words over rows");

  // So does a step that keeps nothing, and a query.
  await work.filter("surface > 1000");
  await work.settled(3);
  await work.hears("ws-empty-table");
  await work.button("ws-empty-table-edit", { number: 2 }, work.centre).click();
  await work.formHeading("filter").waitFor();
  await work.query("select * from raw.locataires where surface > 1000");
  await work.centre.getByText(work.text("ws-empty-query"), { exact: true }).waitFor();
}

async function column(work, name) {
  await work.inspector.getByRole("combobox", { name: work.text("look-facet-column"), exact: true }).selectOption({ label: name });
}

function box(work, group, name) {
  return work.inspector.getByRole("group", { name: work.text(group), exact: true }).getByRole("checkbox", { name });
}
