// A query that was made a step reads a step put above it later; a wrong encoding is told beside its field; a file that
// was forgotten comes back by undo.

import { equal, until } from "../lib/check.mjs";
import { TENANTS } from "../lib/files.mjs";
import { Workspace } from "../lib/workspace.mjs";

export default async function journey(stage) {
  const visitor = await stage.visitor();
  const work = await Workspace.begin(visitor);
  await work.choose(TENANTS);
  const dialog = work.importDialog(TENANTS.name);
  const encoding = dialog.getByRole("combobox", { name: work.text("op-import_csv-param-encoding"), exact: true });
  const label = (name) => work.text(`op-import_csv-param-encoding-value-${name}`);
  await encoding.selectOption({ label: label("utf-8") });
  await dialog.getByText(work.text("ws-import-encoding-lossy", { encoding: label("utf-8") }), { exact: true }).waitFor();
  await dialog.getByRole("button", { name: work.text("ws-import-encoding-take", { encoding: label("cp1252") }), exact: true }).click();
  await dialog.getByRole("cell", { name: "Élodie Martin", exact: true }).waitFor();
  equal(await encoding.inputValue(), "cp1252", "the encoding that was detected");
  await work.nameNulls(dialog);
  await dialog.getByRole("button", { name: work.text("ws-import-apply"), exact: true }).click();
  await work.settled(1);

  await work.inspector.getByRole("tab", { name: work.text("ws-tab-rejects"), exact: true }).click();
  const rejects = work.inspector.getByRole("grid", { name: work.text("ws-rejects"), exact: true });
  await work.showsRows(1, rejects);
  const heads = await rejects.getByRole("columnheader").allInnerTexts();
  // The pane is narrow: what does not fit is not drawn.
  const shown = ["line", "code"].map((name) => work.text(`ws-reject-column-${name}`));
  equal(shown.filter((name, place) => !heads[place + 1]?.includes(name)), [], "where and why come first, in words");

  await work.query("select ville, count(*) as n from locataires group by ville order by ville");
  await work.showsRows(3, work.sqlGrid);
  await work.centre.getByRole("button", { name: work.text("ws-sql-step"), exact: true }).click();
  await work.formHeading("sql").waitFor();
  await work.apply();
  await work.settled(2);
  await work.tool(1, "ws-tool-after");
  const search = work.page.getByRole("combobox", { name: work.text("ws-palette-search") });
  await search.fill(work.text("op-filter"));
  await work.page.getByRole("option", { name: work.text("op-filter") }).first().waitFor();
  await work.page.keyboard.press("Enter");
  await work.field("op-filter-param-condition").fill("loyer > 650");
  await work.apply();
  await work.settled(3);
  await work.step(3).click();
  await work.shows(
    [
      ["Nantes", "2"],
      ["Rennes", "1"],
    ],
    "the query reads the step above it",
  );

  await work.choose({ ...TENANTS, name: "autre.csv" });
  const other = work.importDialog("autre.csv");
  await other.getByRole("button", { name: work.text("ws-cancel"), exact: true }).click();
  await work.recipe.getByRole("button", { name: work.text("ws-file-forget", { name: "autre.csv" }), exact: true }).click();
  await work.hears("said-file-forgotten", { name: "autre.csv" });
  const isThere = async () => (await work.recipe.getByText("autre.csv", { exact: true }).count()) > 0;
  await until(async () => !(await isThere()), "the file is forgotten");
  await work.page.getByRole("button", { name: work.text("undo", { edit: work.text("edit-forget") }), exact: true }).click();
  await until(isThere, "undo brings the file back");
  await work.recipe.getByRole("button", { name: work.text("ws-file-import", { name: "autre.csv" }), exact: true }).click();
  await other.getByRole("cell", { name: "Élodie Martin", exact: true }).waitFor();
  await work.page.keyboard.press("Escape");
  await work.page.getByRole("button", { name: work.text("redo", { edit: work.text("edit-forget") }), exact: true }).click();
  await until(async () => !(await isThere()), "redo forgets it again");
}
