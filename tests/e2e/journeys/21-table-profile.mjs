// The profile of a table as a whole, a drawing of two columns with its figures, and what a step changed.

import { equal, until } from "../lib/check.mjs";
import { Workspace } from "../lib/workspace.mjs";

export default async function journey(stage) {
  const visitor = await stage.visitor();
  const work = await Workspace.begin(visitor);
  await work.importTenants();

  await work.button("look-overview", {}, work.centre).click();
  await work.inspector.getByRole("heading", { name: work.text("look-overview-of", { table: "locataires" }) }).waitFor();
  const region = (key) => work.inspector.getByRole("region", { name: work.text(key), exact: true });
  await region("look-keys").getByText("id", { exact: true }).waitFor();
  const pearson = region("look-correlations").getByRole("table", { name: work.text("look-pearson"), exact: true });
  equal(await pearson.getByRole("columnheader").allInnerTexts(), ["id", "loyer", "surface"], "columns of the correlations");
  equal((await pearson.getByRole("cell").allInnerTexts()).filter((cell) => cell.trim() === "1,0" || cell.trim() === "1").length, 3, "ones on the diagonal");
  const missing = region("look-missing").getByRole("table", { name: work.text("look-missing-shares"), exact: true });
  await missing.getByRole("rowheader", { name: "loyer", exact: true }).waitFor();

  await work.inspector.getByRole("combobox", { name: work.text("ws-profile-column"), exact: true }).selectOption({ label: "surface" });
  await work.inspector.getByRole("combobox", { name: work.text("look-chart-other"), exact: true }).selectOption({ label: "loyer" });
  await work.inspector.getByRole("img", { name: work.pattern("look-chart-scatter", { column: "surface", other: "loyer" }) }).waitFor();
  const figures = work.inspector.getByRole("table", { name: work.text("look-chart-table"), exact: true });
  equal(await figures.getByRole("rowheader").count(), 6, "points of the drawing");

  await work.filter("ville = 'Nantes'");
  await work.settled(2);
  await work.step(2).click();
  await work.inspector.getByRole("tab", { name: work.text("ws-tab-step"), exact: true }).click();
  const changes = region("look-changes");
  await until(async () => (await changes.getByText(work.text("look-effect-removed", { rows: 4 })).count()) === 1, "the rows that go are told");
  await changes.getByRole("table", { name: work.text("look-effect-removed-examples"), exact: true }).getByRole("cell", { name: "Noël Petit" }).waitFor();
}
