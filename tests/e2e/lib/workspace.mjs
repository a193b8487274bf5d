// What a person does in the workspace, by role and accessible name. Nothing here reads a class or an id.

import { check, equal, until } from "./check.mjs";
import { TENANTS } from "./files.mjs";
import { pattern, text } from "./names.mjs";

export class Workspace {
  constructor(page, language = "fr") {
    this.page = page;
    this.language = language;
  }

  /** From the home page into a new work. */
  static async begin(visitor, language = "fr") {
    const page = await visitor.open("#/");
    const workspace = new Workspace(page, language);
    await page.getByRole("link", { name: workspace.text("begin-new"), exact: true }).click();
    await workspace.isReady();
    return workspace;
  }

  text(key, args) {
    return text(this.language, key, args);
  }

  pattern(key, args) {
    return pattern(this.language, key, args);
  }

  get recipe() {
    return this.page.getByRole("region", { name: this.text("ws-pane-recipe"), exact: true });
  }

  get centre() {
    return this.page.getByRole("region", { name: this.text("ws-pane-table"), exact: true });
  }

  get inspector() {
    return this.page.getByRole("region", { name: this.text("ws-inspector"), exact: true });
  }

  get grid() {
    return this.centre.getByRole("grid", { name: this.pattern("ws-grid-label") });
  }

  button(key, args, within = this.page) {
    return within.getByRole("button", { name: this.text(key, args), exact: true });
  }

  /** The workspace is drawn and the engine has said what it can do. */
  async isReady() {
    await this.recipe.waitFor();
    await until(async () => (await this.page.getByText(this.text("engine-starting")).count()) === 0, "the engine starts", 30_000);
  }

  // Files

  /** Chooses a file by the button of the sources. */
  async choose(file) {
    const [chooser] = await Promise.all([
      this.page.waitForEvent("filechooser"),
      this.recipe.getByRole("button", { name: this.pattern("ws-add-file") }).click(),
    ]);
    await chooser.setFiles(file);
  }

  importDialog(name) {
    return this.page.getByRole("dialog", { name: this.text("ws-import", { name }), exact: true });
  }

  /** Chooses a file and takes the proposed import, once `change` has had a look at the dialog. */
  async import(file, change = async () => {}) {
    const name = typeof file === "string" ? file.split("/").at(-1) : file.name;
    const before = await this.stepCount();
    await this.choose(file);
    const dialog = this.importDialog(name);
    const apply = dialog.getByRole("button", { name: this.text("ws-import-apply"), exact: true });
    await until(async () => (await apply.getAttribute("aria-disabled")) === null, `${name} is detected`, 20_000);
    await change(dialog);
    await until(async () => (await apply.getAttribute("aria-disabled")) === null, `${name} is detected again`);
    await apply.click();
    await dialog.waitFor({ state: "detached" });
    await until(async () => (await this.stepCount()) === before + 1, "the import is a step");
  }

  /** Reads the tenants in; « n.c. » is how that office writes what it does not know. */
  async importTenants() {
    await this.import(TENANTS, (dialog) => this.nameNulls(dialog));
    await this.settled(1);
  }

  /** Says in the import dialog what stands for a missing value: the rents are numbers from then on. */
  async nameNulls(dialog) {
    const nulls = dialog.getByRole("textbox", { name: this.text("op-import_csv-param-null_tokens") });
    await nulls.fill("n.c.");
    await this.page.keyboard.press("Tab");
    await dialog.getByRole("cell", { name: this.language === "fr" ? "712,5" : "712.5", exact: true }).waitFor();
  }

  // Steps

  /** Buttons of the steps, in order: their names begin with their number. */
  get steps() {
    return this.recipe.getByRole("button", { name: /^\s*\d+\s*\D/ });
  }

  stepCount() {
    return this.steps.count();
  }

  step(number) {
    return this.recipe.getByRole("button", { name: new RegExp(`^\\s*${number}(?!\\d)`) });
  }

  /** Texts of the steps, one line each. */
  async sentences() {
    const texts = await this.steps.allInnerTexts();
    return texts.map((line) => line.replace(/\s+/g, " ").trim());
  }

  /** Waits until this many steps stand in the recipe, each in the state (done, unless said otherwise). */
  async settled(count, state = "done", timeout = 30_000) {
    const word = this.text(`ws-state-${state}`);
    await until(
      async () => {
        const lines = await this.sentences();
        return lines.length === count && lines.every((line) => line.includes(word));
      },
      `${count} steps « ${word} »`,
      timeout,
    );
  }

  /** Opens the form of a new step by the palette. */
  async form(operation) {
    await this.page.keyboard.press("Control+k");
    const search = this.page.getByRole("combobox", { name: this.text("ws-palette-search") });
    await search.fill(this.text(`op-${operation}`));
    await this.page.getByRole("option", { name: this.text(`op-${operation}`) }).first().waitFor();
    await this.page.keyboard.press("Enter");
    await this.formHeading(operation).waitFor();
  }

  formHeading(operation) {
    return this.inspector.getByRole("heading", { name: this.text(`op-${operation}`), exact: true });
  }

  /** Applies the form (a new step) or saves it (a step of the recipe). */
  async apply(key = "ws-form-apply") {
    await this.inspector.getByRole("button", { name: this.pattern(key) }).click();
    await this.inspector.getByRole("button", { name: this.pattern(key) }).waitFor({ state: "detached" });
  }

  /** A text box of the form by the key of its label. */
  field(key, args) {
    return this.inspector.getByRole("textbox", { name: this.pattern(key, args) });
  }

  /** A box in which a column is typed or chosen. */
  columnBox(key) {
    return this.inspector.getByRole("combobox", { name: this.pattern(key) });
  }

  async filter(condition) {
    await this.form("filter");
    await this.field("op-filter-param-condition").fill(condition);
    await this.apply();
  }

  async derive(name, expression) {
    await this.form("derive");
    await this.ensureRow("op-derive-param-columns", "op-derive-param-columns-name");
    await this.field("op-derive-param-columns-name").fill(name);
    await this.field("op-derive-param-columns-expression").fill(expression);
    await this.apply();
  }

  async sort(column, direction = "ascending") {
    await this.form("sort");
    await this.ensureRow("op-sort-param-keys", "op-sort-param-keys-column");
    await this.columnBox("op-sort-param-keys-column").fill(column);
    await this.inspector
      .getByRole("combobox", { name: this.pattern("op-sort-param-keys-direction") })
      .selectOption({ label: this.text(`op-sort-param-keys-direction-value-${direction}`) });
    await this.apply();
  }

  /** A list of rows may open empty: then its first row is added. */
  async ensureRow(list, label) {
    const known = this.inspector.getByLabel(this.pattern(label));
    if ((await known.count()) > 0) return;
    await this.inspector.getByRole("button", { name: this.pattern("ws-row-add", { list: this.text(list) }) }).click();
    await known.first().waitFor();
  }

  /** Selects a step, then presses one of its tools. */
  async tool(number, key) {
    await this.step(number).click();
    await this.recipe.getByRole("button", { name: this.text(key, { number }), exact: true }).click();
  }

  // The table

  /** Cells of the first rows, by row, without the row numbers. */
  async rows(limit = 100, grid = this.grid) {
    const rows = await grid.getByRole("row").all();
    const found = [];
    for (const row of rows.slice(1, limit + 1)) {
      found.push((await row.getByRole("gridcell").allInnerTexts()).map((cell) => cell.trim()));
    }
    return found;
  }

  async columns(grid = this.grid) {
    const names = await grid.getByRole("columnheader").evaluateAll((headers) => headers.map((header) => header.title));
    return names.filter(Boolean);
  }

  /** Waits until the grid has this many rows, and their cells have come. */
  async showsRows(count, grid = this.grid) {
    await until(
      async () =>
        (await grid.getAttribute("aria-rowcount")) === String(count + 1) && (await grid.getAttribute("aria-busy")) !== "true",
      `the grid shows ${count} rows`,
      20_000,
    );
  }

  /** Compares the shown cells with what is expected. */
  async shows(expected, what) {
    await this.showsRows(expected.length);
    await until(async () => JSON.stringify(await this.rows()) === JSON.stringify(expected), what).catch(() => {});
    equal(await this.rows(), expected, what);
  }

  // SQL

  async openSql() {
    const toggle = this.centre.getByRole("button", { name: this.text("ws-sql"), exact: true });
    if ((await toggle.getAttribute("aria-expanded")) !== "true") await toggle.click();
    return this.centre.getByRole("textbox", { name: this.text("ws-sql-label"), exact: true });
  }

  async query(sql) {
    const editor = await this.openSql();
    await editor.fill(sql);
    await editor.press("Control+Enter");
  }

  get sqlGrid() {
    return this.centre.getByRole("grid", { name: this.text("ws-sql-grid"), exact: true });
  }

  // The rest

  async openExport() {
    await this.centre.getByRole("button", { name: this.text("ws-export"), exact: true }).click();
    return this.page.getByRole("dialog", { name: this.text("ws-export-title"), exact: true });
  }

  /** Waits until a sentence of this key is said in a live region. */
  async hears(key, args) {
    const said = this.pattern(key, args);
    await until(async () => {
      const live = await this.page.locator(':is([role="status"], [role="alert"], [aria-live])').allInnerTexts();
      return live.some((line) => said.test(line));
    }, `« ${said.source} » is said`);
  }

  /** Waits until the last change is written down. */
  async isSaved() {
    await this.page.getByText(this.pattern("saved-at")).first().waitFor();
  }

  /** The work answers: a small query gives its row. */
  async isAlive() {
    await this.query("select 40 + 2 as answer");
    await this.showsRows(1, this.sqlGrid);
    equal(await this.rows(1, this.sqlGrid), [["42"]], "a small query");
    const alerts = await this.centre.getByRole("alert").allInnerTexts();
    check(alerts.every((line) => !line.trim()), `an error is left over: ${alerts}`);
  }
}
