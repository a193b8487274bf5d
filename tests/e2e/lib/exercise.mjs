// What a person does in an exercise: begins it, reads its files in, fills forms from the params of a step, looks at
// what is to be handed in, scores. Nothing here knows which exercise it is.

import { readFileSync } from "node:fs";

import { until } from "./check.mjs";
import { text } from "./names.mjs";
import { Workspace } from "./workspace.mjs";

const CATALOGUE = new URL("../../../app/help/catalogue.json", import.meta.url);
const OPERATIONS = JSON.parse(readFileSync(CATALOGUE, "utf8")).operations;

/** The files of an exercise may take a while to be made. */
const MADE_MS = 40_000;

export class Exercise extends Workspace {
  /** From a new page to the workspace of a new attempt. */
  static async begin(visitor, title, { language = "fr", name, seed } = {}) {
    const work = new Exercise(await visitor.open("#/"), language);
    await work.start(title, { name, seed });
    return work;
  }

  /** From the home page on. */
  async start(title, { name = "Zoé Martin", seed = "" } = {}) {
    const { page, language } = this;
    await page.getByRole("link", { name: title, exact: true }).click();
    await page.getByRole("heading", { level: 1, name: title, exact: true }).waitFor();
    await page.getByRole("textbox", { name: text(language, "identity-name"), exact: true }).fill(name);
    await page.getByRole("textbox", { name: text(language, "identity-seed"), exact: true }).fill(seed);
    await this.button("exercise-start").click();
    await this.pane.waitFor();
  }

  /** The exercise beside the work. */
  get pane() {
    return this.page.getByRole("region", { name: this.text("ws-pane-exercise"), exact: true });
  }

  /** Shows the exercise or the recipe where there is room for one of them only. */
  async left(key) {
    const panes = this.page.getByRole("navigation", { name: this.text("ws-left-panes"), exact: true });
    if (await panes.isVisible()) await panes.getByRole("button", { name: this.text(key), exact: true }).click();
  }

  /** Opens a tab of the exercise by the ending of its key. */
  async tab(name) {
    await this.left("ws-pane-exercise");
    await this.pane.getByRole("tab", { name: this.text(`exercise-tab-${name}`), exact: true }).click();
  }

  /** Reads a file of the exercise in, as the step says. */
  async read(step) {
    const { params, outputs } = step;
    await this.left("ws-pane-recipe");
    const before = await this.stepCount();
    await this.tab("data");
    const label = { name: this.text("ws-file-import", { name: params.file }), exact: true };
    await this.pane.getByRole("button", label).click({ timeout: MADE_MS });
    const dialog = this.importDialog(params.file);
    const apply = dialog.getByRole("button", { name: this.text("ws-import-apply"), exact: true });
    const ready = () => until(async () => (await apply.getAttribute("aria-disabled")) === null, `${params.file} is looked at`, 20_000);
    await ready();
    await dialog.getByRole("textbox", { name: this.text("ws-import-table"), exact: true }).fill(outputs.main.split(".")[1]);
    const { file, columns, ...rest } = params;
    await this.fill(dialog, step.op, rest);
    await this.columnTypes(dialog, step.op, columns ?? []);
    await ready();
    await apply.click();
    await dialog.waitFor({ state: "detached" });
    await until(async () => (await this.stepCount()) === before + 1, `${params.file} is a step`);
  }

  /** Says as what columns are read: their rows stand in the order of the file. */
  async columnTypes(dialog, op, columns) {
    const key = `op-${op}-param-columns`;
    const names = dialog.getByRole("textbox", { name: this.pattern(`${key}-name`) });
    const types = dialog.getByRole("combobox", { name: this.pattern(`${key}-type`) });
    const found = await names.evaluateAll((inputs) => inputs.map((input) => input.value));
    for (const { name, type } of columns) {
      const label = this.text(`${key}-type-value-${type}`);
      const select = types.nth(found.indexOf(name));
      const now = await select.evaluate((element) => element.selectedOptions[0]?.label.trim());
      if (now !== label) await select.selectOption({ label });
    }
  }

  /** Enters a step by palette and form: its tables, its params. */
  async enter(step) {
    if (step.op.startsWith("import_")) return this.read(step);
    await this.form(step.op);
    const { schema } = OPERATIONS.find(({ name }) => name === step.op);
    const isQuery = Object.values(schema.properties).some((field) => field["x-widget"] === "query");
    const ports = this.inspector.getByText(this.text("ws-ports"), { exact: true });
    const writes = this.inspector.getByRole("textbox", { name: this.pattern("ws-port-writes") });
    if (!(await writes.first().isVisible())) await ports.click();
    if (!isQuery) await this.reads(step);
    for (const [port, table] of Object.entries(step.outputs)) {
      const named = { port: this.portName(port) };
      const [zone, name] = table.split(".");
      await this.inspector.getByRole("textbox", { name: this.text("ws-port-writes", named), exact: true }).fill(name);
      const zones = this.inspector.getByRole("combobox", { name: this.text("ws-port-zone", named), exact: true });
      await zones.selectOption({ label: this.text(`ws-zone-${zone}`) });
    }
    await this.fill(this.inspector, step.op, step.params);
    const before = await this.stepCount();
    await this.apply();
    await until(async () => (await this.stepCount()) === before + 1, `${step.op} is a step`);
  }

  portName(port) {
    const known = { main: 1, left: 1, right: 1, rejects: 1, quarantine: 1, duplicates: 1 };
    return port in known ? this.text(`ws-port-${port}`) : port;
  }

  /** Chooses the tables that a step reads: one a port, or as many as are ticked. */
  async reads({ op, inputs }) {
    const named = (table) => {
      const [zone, name] = table.split(".");
      return this.text("ws-table-in-zone", { table: name, zone: this.text(`ws-zone-${zone}`) });
    };
    const { open_inputs: any } = OPERATIONS.find(({ name }) => name === op);
    if (!any) {
      for (const [port, table] of Object.entries(inputs)) {
        const select = this.inspector.getByRole("combobox", { name: this.text("ws-port-reads", { port: this.portName(port) }), exact: true });
        await select.selectOption({ label: named(table) });
      }
      return;
    }
    const group = this.inspector.getByRole("group", { name: this.text("ws-ports-any"), exact: true });
    const wanted = Object.values(inputs).map(named);
    for (const box of await group.getByRole("checkbox").all()) {
      const label = await box.evaluate((input) => input.labels[0].textContent.trim());
      await box.setChecked(wanted.includes(label));
    }
  }

  /** Fills the fields of a form from an object of params, by the labels of the schema. */
  async fill(form, op, params, path = "") {
    for (const [name, value] of Object.entries(params)) {
      const key = `op-${op}-param-${path}${name}`;
      if (Array.isArray(value) && value.every((item) => typeof item === "object")) {
        await this.fillRows(form, op, `${path}${name}`, value);
      } else {
        await this.fillField(form, key, value);
      }
    }
  }

  async fillRows(form, op, path, rows) {
    const list = form.getByRole("group", { name: this.pattern(`op-${op}-param-${path}`) }).first();
    const add = list.getByRole("button", { name: this.text("ws-row-add", { list: this.text(`op-${op}-param-${path}`) }), exact: true });
    const items = list.getByRole("listitem");
    for (const [index, row] of rows.entries()) {
      if ((await items.count()) <= index) await add.click();
      await this.fill(items.nth(index), op, row, `${path}-`);
    }
  }

  /** One field: what it is is seen by its role. */
  async fillField(form, key, value) {
    const label = this.labelled(key);
    const [group, box, text, select] = ["group", "checkbox", "textbox", "combobox"].map((role) => form.getByRole(role, { name: label }));
    if ((await group.count()) > 0 && Array.isArray(value)) {
      for (const column of await group.getByRole("checkbox").all()) {
        const name = await column.evaluate((input) => input.nextElementSibling.textContent.trim());
        await column.setChecked(value.includes(name));
      }
    } else if ((await group.count()) > 0) {
      await group.getByRole("radio", { name: this.text(`${key}-value-${value}`), exact: true }).check();
    } else if ((await box.count()) > 0) {
      await box.setChecked(value);
    } else if ((await text.count()) > 0) {
      await text.fill(Array.isArray(value) ? value.join("\n") : String(value));
    } else if ((await select.evaluate((element) => element.tagName)) === "SELECT") {
      await select.selectOption({ label: this.text(`${key}-value-${value}`) });
    } else {
      // A column is typed or chosen.
      await select.fill(value);
    }
  }

  /** The whole name of a field: its label, and perhaps that it may be left empty. */
  labelled(key) {
    return new RegExp(`^${this.pattern(key).source}(\\s*${this.pattern("ws-optional").source})?$`, "s");
  }

  /** Scores the work, and gives the figures that are shown for each check: points, and of how many. */
  async score() {
    await this.tab("score");
    await until(async () => (await this.button("score-now").getAttribute("aria-disabled")) === null, "it can be scored", 20_000);
    await this.button("score-now").click();
    await this.hears("said-scored");
    // The line of a check goes on with the data on which it is decided; that of its criterion ends there.
    const said = new RegExp(`${this.pattern("score-points").source}\\s*·`, "s");
    const lines = await this.pane.getByRole("paragraph").filter({ hasText: said }).allInnerTexts();
    const number = (figure) => Number(figure.replace(/[\s\u202f\u00a0]/g, "").replace(",", "."));
    return lines.map((line) => [...line.matchAll(/\d+(?:[.,]\d+)?/g)].slice(0, 2).map(([figure]) => number(figure)));
  }
}
