// The catalogue's examples, run in the browser: those of the operations over small files, those of the SQL functions
// as queries. What compiles for wasm can still panic there.

import { canonical, comparable, fitsCsv, fromWindow, importStep, read, toCsv } from "./table-text.mjs";

const WINDOW_ROWS = 1_000;

function recipe(title, files, steps) {
  return { format: "creuset.recipe", version: 1, title, files, steps };
}

/** Whether the example's inputs can be written as files. */
export function canRun(example) {
  return Object.values(example.inputs).every((text) => fitsCsv(read(text)));
}

/** What differs from the example's outputs, one line each. */
export async function checkOperation(engine, operation, example) {
  const files = [];
  const steps = [];
  const inputs = {};
  for (const [port, text] of Object.entries(example.inputs)) {
    const table = read(text);
    const csv = toCsv(table);
    await engine.attach(`${port}.csv`, { text: csv });
    files.push({ name: `${port}.csv`, bytes: Buffer.byteLength(csv) });
    inputs[port] = `raw.${port}`;
    steps.push(importStep(`read_${port}`, `${port}.csv`, inputs[port], table));
  }
  const ports = new Set(Object.keys(example.outputs));
  for (const port of operation.outputs) if (port.required) ports.add(port.name);
  const outputs = Object.fromEntries([...ports].map((port) => [port, `staging.${port}`]));
  const { name: op, version: op_version } = operation;
  steps.push({ id: "example", op, op_version, params: example.params, inputs, outputs });
  const report = await engine.run(recipe(`${op} / ${example.name}`, files, steps));
  const failed = report.steps.filter((step) => step.state !== "done");
  if (failed.length > 0) return failed.map((step) => `${step.id} ${step.state}: ${JSON.stringify(step.diagnostics)}`);

  const findings = [];
  for (const [port, text] of Object.entries(example.outputs)) {
    const at = { table: outputs[port], after: "example" };
    const window = await engine.ask({ kind: "window", at, offset: 0, limit: WINDOW_ROWS });
    const { ordered } = report.steps.at(-1).outputs[port];
    const found = canonical(fromWindow(window), ordered);
    const expected = canonical(read(text), ordered);
    if (found !== expected) findings.push(`${port} is\n${found}\nand should be\n${expected}`);
  }
  return findings;
}

/** The tables that functions' examples speak of: one row for those of values, `x` for the aggregates. */
const ONE = read("here:boolean\ntrue");
const VALUES = read("x:integer\n1\n2\n4\n∅");

export async function prepareFunctions(engine) {
  await engine.attach("one.csv", { text: toCsv(ONE) });
  await engine.attach("several.csv", { text: toCsv(VALUES) });
  const steps = [
    importStep("s1", "one.csv", "raw.one", ONE),
    importStep("s2", "several.csv", "raw.several", VALUES),
  ];
  const files = [ONE, VALUES].map((table, index) => {
    return { name: ["one.csv", "several.csv"][index], bytes: Buffer.byteLength(toCsv(table)) };
  });
  const report = await engine.run(recipe("functions", files, steps));
  const failed = report.steps.filter((step) => step.state !== "done");
  if (failed.length > 0) throw new Error(JSON.stringify(failed));
}

/** What differs from the function's example, one line each. */
export async function checkFunction(engine, { group, example: [expression, expected] }) {
  const queries = {
    aggregate: `select ${expression} as value from several`,
    // The value that the window function gives to one of the rows.
    window: `select value from (select x, ${expression} as value from several) windows where x = 2`,
  };
  const sql = queries[group] ?? `select ${expression} as value from one`;
  const { window } = await engine.ask({ kind: "query", sql, limit: 2, keep: true });
  const [{ type, cells }] = window.columns;
  const found = cells.map((cell) => comparable(cell, type) ?? "∅");
  const holds = found.length === 1 && found[0] === comparable(expected, type);
  return holds ? [] : [`${expression} is ${cells}, and should be ${expected}`];
}
