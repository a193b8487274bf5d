// Keys only, the whole way: import, facet, step, SQL, export. Nothing is clicked and no control is focused by hand.

import { check, equal, matches, until } from "../lib/check.mjs";
import { Hands, importTenants } from "../lib/keyboard.mjs";
import { downloaded } from "../lib/visitor.mjs";
import { Workspace } from "../lib/workspace.mjs";

export default async function journey(stage) {
  const visitor = await stage.visitor();
  const page = await visitor.open("#/");
  const work = new Workspace(page);
  const hands = new Hands(page);
  await hands.tabTo(page.getByRole("link", { name: work.text("begin-new"), exact: true }), "the new sandbox");
  await hands.press("Enter");
  await work.isReady();

  await importTenants(work, hands);
  await work.showsRows(7);
  await faceted(work, hands);
  await queried(work, hands);
  await exported(work, hands);
}

/** A column is chosen in the grid, its facet by the inspector; the facet becomes a step. */
async function faceted(work, hands) {
  await hands.press("F6");
  await hands.tabTo(work.grid.getByRole("gridcell").first(), "the grid");
  for (const key of ["ArrowRight", "ArrowRight", "ArrowUp"]) await hands.press(key);
  await hands.press(" ");
  await work.inspector.getByRole("tab", { name: work.text("ws-tab-column"), selected: true }).waitFor();
  // The header's own menu leads to the facets, with the focus in them.
  await hands.press("Enter");
  const facets = work.page.getByRole("menuitem", { name: work.text("look-menu-facets"), exact: true });
  for (let presses = 0; presses < 20 && !(await hands.isOn(facets)); presses += 1) await hands.press("ArrowDown");
  await hands.press("Enter");
  const group = work.inspector.getByRole("group", { name: work.text("look-values"), exact: true });
  const nantes = group.getByRole("checkbox", { name: /^Nantes/ });
  await nantes.waitFor();
  await hands.tabTo(nantes, "the city");
  await hands.press(" ");
  await work.hears("look-kept", { kept: 3, rows: 7 });
  await work.showsRows(3);
  await hands.tabTo(work.button("look-facets-step", {}, work.inspector), "making a step", "Shift+Tab");
  await hands.press("Enter");
  await work.formHeading("filter").waitFor();
  await hands.press("Control+Enter");
  await work.settled(2);
  await work.showsRows(3);
  check(await hands.isOn(work.step(2)), "the new step has the focus");
}

/** A query runs from the editor, which is left by Esc and Tab; its result becomes a step. */
async function queried(work, hands) {
  const editor = work.centre.getByRole("textbox", { name: work.text("ws-sql-label"), exact: true });
  await hands.press("s");
  await until(() => hands.isOn(editor), "the letter leads to the editor");
  await hands.press("Control+a");
  await hands.type("select ville, sum(surface) as m2 from locataires group by ville");
  await hands.press("Escape");
  await hands.press("Control+Enter");
  await work.showsRows(1, work.sqlGrid);
  equal(await work.rows(1, work.sqlGrid), [["Nantes", "137"]], "the result of the query");
  await hands.press("Escape");
  await hands.tabTo(work.button("ws-sql-step", {}, work.centre), "making a step of the query", "Shift+Tab");
  await hands.press("Enter");
  await work.formHeading("sql").waitFor();
  await hands.press("Control+Enter");
  await work.settled(3);
  await work.showsRows(1);
}

async function exported(work, hands) {
  const { page } = work;
  await hands.press("Control+k");
  const search = page.getByRole("combobox", { name: work.text("ws-palette-search") });
  await until(() => hands.isOn(search), "the search has the focus");
  await hands.type(work.text("ws-command-export").toLowerCase());
  await hands.press("Enter");
  const dialog = page.getByRole("dialog", { name: work.text("ws-export-title"), exact: true });
  await dialog.waitFor();
  await hands.tabTo(work.button("ws-export-save", {}, dialog), "the save button");
  const table = await downloaded(page, () => page.keyboard.press("Enter"));
  matches(table.bytes.toString("utf8"), /Nantes;137/, "the exported table");
  await hands.press("Escape");
  await dialog.waitFor({ state: "detached" });
}
