// A form of an exercise, by keyboard alone: cells filled in and searched, figures of the engine, what is found, a
// block pasted, undo, versions, the file, the print; everything is there after a reload.

import { readFile } from "node:fs/promises";

import { examine } from "../lib/axe.mjs";
import { check, equal, until } from "../lib/check.mjs";
import { begun, entered, exercise, reported, tab } from "../lib/small-pack.mjs";
import { THEMES } from "../lib/screens.mjs";

const KIND = "form-kind-anomalies";

export default async function journey(stage) {
  const visitor = await entered(stage);
  await visitor.context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const page = await visitor.open("#/");
  const work = await begun(page);
  await tab(work, "data").click();
  await reported(work);
  await opened(work);
  await filled(work);
  await found(work);
  await pasted(work);
  await kept(work);
  await saved(work);
  await page.reload();
  await exercise(work).getByRole("heading", { name: "Le parc", exact: true }).waitFor();
  await opened(work);
  equal(await rows(work), 2, "rows after a reload");
  await shown(work, 1, "rule", "Un logement n’est compté qu’une fois.");
  await otherwise(work);
}

const sheet = (work) => work.page.getByRole("region", { name: work.text(KIND), exact: true });
const table = (work) => sheet(work).getByRole("grid", { name: work.text(KIND), exact: true });
const rows = (work) => table(work).getByRole("rowheader").count();
const label = (work, field) => work.text(`${KIND}-${field}`);

/** The cell of a row (from 1) in the column of a field. */
async function cell(work, row, field) {
  const heads = await table(work).getByRole("columnheader").allInnerTexts();
  const at = heads.findIndex((head) => head.split("\n")[0].trim() === label(work, field));
  check(at > 0, `the table has the column ${field}: ${heads}`);
  return table(work).getByRole("row").nth(row).getByRole("gridcell").nth(at - 1);
}

async function shown(work, row, field, expected) {
  const one = await cell(work, row, field);
  await until(async () => (await one.innerText()).split("\n")[0].trim() === expected, `${field} of row ${row} is « ${expected} »`);
}

async function focused(work, row, field) {
  const one = await cell(work, row, field);
  await until(() => one.evaluate((element) => element === document.activeElement), `${field} of row ${row} has the focus`);
}

/** Types into the cell that has the focus, and goes on to the next. */
async function typed(work, text) {
  await work.page.keyboard.type(text);
  await work.page.keyboard.press("Tab");
}

const press = async (work, ...keys) => {
  for (const key of keys) await work.page.keyboard.press(key);
};

async function opened(work) {
  await tab(work, "deliverables").click();
  await work.button("form-open").focus();
  await press(work, "Enter");
  await sheet(work).getByRole("heading", { name: work.text(KIND), exact: true }).waitFor();
}

async function filled(work) {
  await sheet(work).getByText(work.text("form-empty"), { exact: true }).waitFor();
  await work.button("form-add").focus();
  await press(work, "Enter");
  await focused(work, 1, "table");
  await typed(work, "dwell");
  await shown(work, 1, "table", "dwellings (dwellings.csv)");
  await focused(work, 1, "column");
  await press(work, "ArrowRight");
  await typed(work, "doublon");
  await shown(work, 1, "kind", "doublon");
  const count = await cell(work, 1, "count");
  await until(async () => /^\d+/.test(await count.innerText()), "the engine counts");
  equal(await count.getAttribute("aria-readonly"), "true", "a figure is not typed");
  await press(work, "ArrowRight", "ArrowRight");
  await focused(work, 1, "found");
  await typed(work, work.text("op-report_anomalies"));
  await press(work, "End", "ArrowLeft", "F2");
  const severity = sheet(work).getByRole("combobox", { name: label(work, "severity"), exact: true });
  await severity.waitFor();
  await press(work, "ArrowDown", "ArrowDown", "Escape");
  await focused(work, 1, "severity");
  await shown(work, 1, "severity", work.text("form-due"));
  await press(work, "Enter", "ArrowDown", "ArrowDown", "Tab");
  await shown(work, 1, "severity", work.text(`${KIND}-severity-value-major`));
  await focused(work, 1, "note");
}

async function found(work) {
  await (await cell(work, 1, "action")).focus();
  await typed(work, work.text(`${KIND}-action-value-fix`));
  await typed(work, "compté");
  const place = `${work.text("form-row-number", { row: 1 })} · ${label(work, "action")}`;
  const line = sheet(work).getByRole("listitem").filter({ hasText: place });
  await line.waitFor();
  check((await line.innerText()).includes(work.text(`${KIND}-action-value-reject`)), "practice says what the rule asks for");
  await line.getByRole("button", { name: place, exact: true }).focus();
  await press(work, "Enter");
  await focused(work, 1, "action");
  await press(work, "Delete");
  await shown(work, 1, "action", work.text("form-due"));
  await press(work, "Control+z");
  await shown(work, 1, "action", work.text(`${KIND}-action-value-fix`));
  await press(work, "Control+y");
  await focused(work, 1, "action");
  await typed(work, work.text(`${KIND}-action-value-reject`));
  await sheet(work).getByText(work.text("form-findings-none"), { exact: true }).waitFor();
}

async function pasted(work) {
  await press(work, "Home", "Control+Enter");
  await focused(work, 2, "table");
  const block = "dwellings\trooms\tmal lu\t5\t\ts2\t\t\t\tfix\trooms\t\tmineure\t=1+1\nflats\tsize\todd\n";
  await work.page.evaluate((text) => navigator.clipboard.writeText(text), block);
  await press(work, "Control+v");
  await until(async () => (await rows(work)) === 3, "two rows are pasted over the second");
  await shown(work, 2, "rule", "Un nombre de pièces mal lu est corrigé.");
  const odd = await cell(work, 3, "kind");
  equal(await odd.getAttribute("aria-invalid"), "true", "a fault has its cell");
  check((await odd.innerText()).includes("odd"), "what does not fit is kept");
  await press(work, "Control+z");
  await until(async () => (await rows(work)) === 2, "the paste is taken back at once");
  await shown(work, 2, "rule", work.text("form-due"));
  await press(work, "Control+y");
  await until(async () => (await rows(work)) === 3, "and done again");
  await press(work, "Control+End", "Control+Delete");
  await until(async () => (await rows(work)) === 2, "a row goes");
  await press(work, "Alt+ArrowUp");
  await shown(work, 1, "kind", "mal lu");
  await press(work, "Alt+ArrowDown");
  await shown(work, 2, "kind", "mal lu");
}

async function kept(work) {
  const dialog = work.page.getByRole("dialog", { name: work.text("form-versions"), exact: true });
  await work.button("form-versions").click();
  await work.button("form-keep", {}, dialog).click();
  await work.button("form-restore-number", { number: 1 }, dialog).waitFor();
  await press(work, "Escape");
  await dialog.waitFor({ state: "detached" });
  await work.button("form-remove").click();
  await until(async () => (await rows(work)) === 1, "a row is removed");
  await work.button("form-versions").click();
  await work.button("form-restore-number", { number: 1 }, dialog).click();
  await until(async () => (await rows(work)) === 2, "the version is back");
}

async function saved(work) {
  const [download] = await Promise.all([work.page.waitForEvent("download"), work.button("form-export").click()]);
  const file = await readFile(await download.path(), "utf8");
  const lines = file.trim().split("\n");
  check(/^\ufeffid,table,column,kind,count,/.test(file), `headings: ${lines[0]}`);
  check(lines[2].endsWith(",'=1+1"), `a formula is a text: ${lines[2]}`);
  const changed = file.replace("doublon", "duplicate").replace(",major,", ",blocking,");
  const [chooser] = await Promise.all([work.page.waitForEvent("filechooser"), work.button("form-import").click()]);
  await chooser.setFiles({ name: "form.csv", mimeType: "text/csv", buffer: Buffer.from(changed) });
  await shown(work, 1, "severity", work.text(`${KIND}-severity-value-blocking`));
}

/** The other views: cards, and what is printed. Nothing is found in any of them, in any theme. */
async function otherwise(work) {
  const { page } = work;
  const found = [];
  const look = async (name) => {
    for (const theme of THEMES) {
      await page.evaluate((chosen) => (document.documentElement.dataset.theme = chosen), theme);
      await examine(page, `${name} (${theme})`, found);
    }
  };
  await (await cell(work, 1, "rule")).focus();
  await press(work, "F2");
  await sheet(work).getByRole("option").first().waitFor();
  await look("table");
  await press(work, "Escape");
  await work.button("form-view-cards").click();
  const card = sheet(work).getByRole("group", { name: work.text("form-row-number", { row: 1 }), exact: true });
  await card.getByRole("textbox", { name: label(work, "note"), exact: true }).fill("Vu avec l’agence");
  await look("cards");
  await work.button("form-view-print").click();
  const article = sheet(work).getByRole("article");
  await article.getByRole("table", { name: work.text(KIND), exact: true }).waitFor();
  check((await article.innerText()).includes("Vu avec l’agence"), "what was filled in in a card is printed");
  await look("print");
  equal(found, [], "violations");
  await work.button("form-close").click();
  await work.centre.getByRole("grid", { name: work.pattern("ws-grid-label") }).waitFor();
  await narrow(work);
}

/** At 320 pixels rows are cards, and nothing but data scrolls sideways. */
async function narrow(work) {
  const { page } = work;
  await page.setViewportSize({ width: 320, height: 740 });
  await work.button("form-open").click();
  await sheet(work).getByRole("group", { name: work.text("form-row-number", { row: 1 }), exact: true }).waitFor();
  equal(await page.evaluate(() => document.documentElement.scrollWidth), 320, "width of the page");
}
