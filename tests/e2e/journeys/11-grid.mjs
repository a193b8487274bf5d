// A million rows by keyboard: the last is reached at once, pages follow, and each row says which it is.

import { equal, until } from "../lib/check.mjs";
import { largeCsv } from "../lib/files.mjs";
import { Hands } from "../lib/keyboard.mjs";
import { figure } from "../lib/names.mjs";
import { Workspace } from "../lib/workspace.mjs";

const ROWS = 1_000_000;

export default async function journey(stage) {
  const visitor = await stage.visitor();
  const work = await Workspace.begin(visitor);
  const hands = new Hands(work.page);
  await work.import(await largeCsv(stage.temporary, "million.csv", "id,carre,nom", ROWS, (row) => `${row},${row * 3},nom ${row}`));
  await work.settled(1, "done", 60_000);
  await work.showsRows(ROWS);
  equal(await work.grid.getAttribute("aria-colcount"), "4", "aria-colcount");

  await work.grid.getByRole("gridcell").first().click();
  await at(work, 0, 0, "0");
  await hands.press("Control+End");
  await at(work, ROWS - 1, 2, `nom ${ROWS - 1}`);
  await hands.press("Home");
  await at(work, ROWS - 1, 0, figure("fr", ROWS - 1));
  await hands.press("PageUp");
  const before = await until(async () => {
    const found = await place(work);
    return found.row < ROWS - 1 && found;
  }, "PageUp goes up");
  await hands.press("PageDown");
  await at(work, ROWS - 1, 0, figure("fr", ROWS - 1));
  const rowsOfPage = ROWS - 1 - before.row;
  equal(rowsOfPage > 5 && rowsOfPage < 60, true, `PageUp goes up ${rowsOfPage} rows`);
  await hands.press("Control+Home");
  await at(work, 0, 0, "0");
  for (let presses = 1; presses <= 5; presses += 1) {
    await hands.press("PageDown");
    await at(work, presses * rowsOfPage, 0, figure("fr", presses * rowsOfPage));
  }
  const row = 5 * rowsOfPage;
  await hands.press("ArrowRight");
  await at(work, row, 1, figure("fr", row * 3));
  const said = work.text("ws-grid-position", { row: row + 1, rows: ROWS, column: "carre" });
  await work.centre.getByText(said, { exact: true }).waitFor();
}

/** Row and column of the focus, from its ARIA indices, and the text under it. */
async function place(work) {
  return work.page.evaluate(() => {
    const cell = document.activeElement;
    const row = Number(cell.closest('[role="row"]')?.getAttribute("aria-rowindex")) - 2;
    return { row, column: Number(cell.getAttribute("aria-colindex")) - 2, text: cell.innerText.trim() };
  });
}

async function at(work, row, column, text) {
  const expected = { row, column, ...(text === undefined ? {} : { text }) };
  const seen = async () => {
    const found = await place(work);
    return { row: found.row, column: found.column, ...(text === undefined ? {} : { text: found.text }) };
  };
  await until(async () => JSON.stringify(await seen()) === JSON.stringify(expected), `row ${row}`).catch(() => {});
  equal(await seen(), expected, "the cell under the focus");
}
