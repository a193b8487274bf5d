// In the grid: a cell is found, cells are selected and copied, a column is kept at the left, a sort gets a second key.

import { equal, until } from "../lib/check.mjs";
import { Hands } from "../lib/keyboard.mjs";
import { Workspace } from "../lib/workspace.mjs";

export default async function journey(stage) {
  const visitor = await stage.visitor();
  await visitor.context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const work = await Workspace.begin(visitor);
  const hands = new Hands(work.page);
  await work.importTenants();
  await work.showsRows(7);
  const clipboard = () => work.page.evaluate(() => navigator.clipboard.readText());

  await cell(work, "1").click();
  await hands.press("Control+f");
  const field = work.centre.getByRole("textbox", { name: work.text("ws-find-text"), exact: true });
  await until(() => hands.isOn(field), "the field has the focus");
  await hands.type("nantes");
  await hands.press("Enter");
  await work.hears("ws-find-found", { row: 1, column: "ville" });
  await hands.press("Enter");
  await work.hears("ws-find-found", { row: 3, column: "ville" });
  // Two presses in a row are two steps, however fast they follow each other.
  await hands.press("Shift+Enter");
  await hands.press("Shift+Enter");
  await work.hears("ws-find-around", { row: 7, column: "ville" });
  await field.fill("1020,75");
  await hands.press("Enter");
  await work.hears("ws-find-found", { column: "loyer" });
  await field.fill("introuvable");
  await hands.press("Enter");
  await work.hears("ws-find-nothing");
  await hands.press("Escape");
  equal(await work.page.evaluate(() => document.activeElement.innerText.trim()), "1020,75", "Esc goes back to the cell");

  await cell(work, "Nantes").first().click();
  await hands.press("Shift+ArrowRight");
  await hands.press("Shift+ArrowDown");
  equal(await work.grid.getByRole("gridcell", { selected: true }).count(), 4, "selected cells");
  await hands.press("Control+c");
  await work.hears("said-copied", { rows: 2, columns: 2 });
  equal(await clipboard(), "Nantes\t712,5\nBrest\t480,0", "cells on the clipboard");
  await work.centre.getByRole("button", { name: work.text("ws-copy-markdown"), exact: true }).click();
  await until(async () => (await clipboard()).startsWith("| ville | loyer |"), "the selection as Markdown");
  await cell(work, "1").click();
  await work.centre.getByRole("button", { name: work.text("ws-copy-csv"), exact: true }).click();
  await until(async () => (await clipboard()).startsWith("id,nom,ville,loyer,surface\n1,Élodie Martin,Nantes,712.5,41\n"), "the rows as CSV");

  await menu(work, "loyer", "ws-menu-keep");
  await until(async () => (await work.columns())[0] === "loyer", "the column stands at the left");
  equal((await work.rows(1))[0].slice(0, 2), ["712,5", "1"], "cells follow their column");
  const width = async () => (await header(work, "loyer").boundingBox()).width;
  const before = await width();
  await menu(work, "loyer", "ws-menu-wider");
  await until(async () => (await width()) > before + 40, "the column is wider");
  await menu(work, "loyer", "ws-menu-usual-width");
  await until(async () => (await width()) === before, "the column has its width again");
  await menu(work, "loyer", "ws-menu-let-go");
  await until(async () => (await work.columns())[0] === "id", "the column is back in its place");

  await work.sort("ville");
  await work.showsRows(7);
  await menu(work, "loyer", "ws-menu-then-descending");
  await work.hears("said-sorted-then", { count: 2, column: "loyer" });
  await until(async () => {
    const rows = await work.rows();
    return rows.length === 7 && rows.filter((row) => row[2] === "Nantes").map((row) => row[3]).join() === ["905,25", "712,5", "598,1"].join();
  }, "rents of a city, the largest first");
  equal(await work.stepCount(), 2, "a second key is no second step");
}

function cell(work, name) {
  return work.grid.getByRole("gridcell", { name, exact: true });
}

function header(work, column) {
  return work.grid.getByRole("columnheader", { name: new RegExp(`^${column}`) });
}

async function menu(work, column, key) {
  await header(work, column).getByRole("button", { name: work.text("ws-column-menu", { column }), exact: true }).click();
  await work.centre.getByRole("menuitem", { name: work.text(key), exact: true }).click();
}
