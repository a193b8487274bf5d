// From the home page to the exported table with the keyboard alone; the focus is always somewhere, and seen.

import { check, equal, matches, until } from "../lib/check.mjs";
import { Hands, importTenants } from "../lib/keyboard.mjs";
import { downloaded } from "../lib/visitor.mjs";
import { Workspace } from "../lib/workspace.mjs";

export default async function journey(stage) {
  const visitor = await stage.visitor();
  const page = await visitor.open("#/");
  const work = new Workspace(page);
  const hands = new Hands(page);

  await hands.tabTo(page.getByRole("link", { name: work.text("skip-to-content") }), "the skip link");
  await hands.tabTo(page.getByRole("link", { name: work.text("begin-new"), exact: true }), "the new sandbox");
  await hands.press("Enter");
  await work.isReady();
  check(await hands.isOn(page.getByRole("heading", { level: 1 })), "a new page gives the focus to its heading");

  await importTenants(work, hands);
  check(await hands.isOn(work.step(1)), "the new step has the focus");
  await stepByKeys(work, hands);
  await gridByKeys(work, hands);
  await moveAndUndo(work, hands);
  await exportByKeys(work, hands);
}

async function stepByKeys(work, hands) {
  const { page } = work;
  await hands.press("Control+k");
  const search = page.getByRole("combobox", { name: work.text("ws-palette-search") });
  await until(() => hands.isOn(search), "the search has the focus");
  await hands.press("Escape");
  await until(() => hands.isOn(work.step(1)), "Esc gives the focus back to where it was");

  await hands.press("Control+k");
  await until(() => hands.isOn(search), "the search has the focus again");
  await hands.type(work.text("op-filter").slice(0, 5).toLowerCase());
  await hands.press("ArrowDown");
  await hands.press("ArrowUp");
  await hands.press("Enter");
  const condition = work.field("op-filter-param-condition");
  await until(() => hands.isOn(condition), "the first field has the focus");
  await hands.type("loyer > 600");
  await hands.press("Control+Enter");
  await until(async () => (await work.stepCount()) === 2, "Ctrl+Enter applies the form");
  await until(() => hands.isOn(work.step(2)), "the new step has the focus");
  await work.showsRows(4);
}

async function gridByKeys(work, hands) {
  const { page } = work;
  await hands.press("F6");
  await hands.tabTo(work.grid.getByRole("gridcell").first(), "the grid").catch(() => hands.tabTo(work.grid.getByRole("columnheader").nth(1), "the grid"));
  await hands.press("Control+Home");
  await hands.press("ArrowRight");
  await hands.press("ArrowRight");
  await hands.press("ArrowDown");
  await until(async () => (await hands.focus()).name === "Nantes", "the city of the second row has the focus");
  await hands.press("F2");
  await hands.press("Escape");
  // Up to the header, whose menu proposes steps.
  await hands.press("Control+Home");
  await hands.press("ArrowUp");
  const menu = page.getByRole("menu");
  await hands.press("Enter");
  await until(() => hands.isOn(menu.getByRole("menuitem").first()), "the menu's first item has the focus");
  await hands.press("ArrowDown");
  await hands.press("Escape");
  await menu.waitFor({ state: "detached" });
  await until(() => hands.isOn(work.grid.getByRole("columnheader").nth(1)), "Esc gives the focus back to the header");
}

async function moveAndUndo(work, hands) {
  await hands.press("Control+k");
  await hands.type(work.text("op-sort").toLowerCase());
  await hands.press("Enter");
  await work.formHeading("sort").waitFor();
  const column = work.columnBox("op-sort-param-keys-column");
  if (!(await hands.isOn(column))) await hands.tabTo(column, "the column to sort by");
  await hands.type("surface");
  await hands.press("Control+Enter");
  await until(async () => (await work.stepCount()) === 3, "three steps");
  await hands.press("Alt+ArrowUp");
  await until(async () => (await work.sentences())[1].includes(work.text("op-sort").slice(0, 4)), "Alt+↑ moves the step up");
  await hands.press("Control+z");
  await work.hears("said-undone", { edit: work.text("edit-move") });
  await hands.press("Control+y");
  await work.hears("said-redone", { edit: work.text("edit-move") });
  await hands.press("?");
  await work.page.getByRole("dialog").waitFor();
  await hands.press("Escape");
  await work.page.getByRole("dialog").waitFor({ state: "detached" });
}

async function exportByKeys(work, hands) {
  const { page } = work;
  await hands.tabTo(work.step(3), "the last step");
  await hands.press("Enter");
  await work.showsRows(4);
  await hands.press("Control+k");
  await hands.type(work.text("ws-command-export").toLowerCase());
  await hands.press("Enter");
  const dialog = page.getByRole("dialog", { name: work.text("ws-export-title"), exact: true });
  await dialog.waitFor();
  await hands.tabTo(work.button("ws-export-save", {}, dialog), "the save button");
  const table = await downloaded(page, () => page.keyboard.press("Enter"));
  const lines = table.bytes.toString("utf8").trim().split("\n");
  equal(lines.length, 5, "lines of the exported table");
  // What the moved step sorted stays sorted through the step below it.
  matches(lines[1], /Zoé Blanc/, "the first row by surface");
  await hands.press("Escape");
  await dialog.waitFor({ state: "detached" });
}
