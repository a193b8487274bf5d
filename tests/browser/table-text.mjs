// Small tables as text, as engine/core/src/table_text.rs writes them: read here, and turned into CSV for the
// engine's own reader.

const NULL = "∅";
const ESCAPES = { n: "\n", p: "|", s: " " };

function cell(text) {
  if (text === NULL) return null;
  if (text === '""') return "";
  return text.replace(/\\(.)/g, (_, letter) => ESCAPES[letter] ?? letter);
}

/** `{columns: [{name, type}], rows: [[cell or null]]}` of a text. */
export function read(text) {
  const lines = text.split("\n").map((line) => line.trim()).filter((line) => line !== "");
  const parts = (line) => line.split("|").map((part) => part.trim());
  const columns = parts(lines[0]).map((head) => {
    const colon = head.lastIndexOf(":");
    return { name: head.slice(0, colon).trim(), type: head.slice(colon + 1).trim() };
  });
  return { columns, rows: lines.slice(1).map((line) => parts(line).map(cell)) };
}

/** Types that the CSV reader can be told of. */
const IN_CSV = new Set(["boolean", "integer", "number", "text", "date", "datetime", "time"]);

export function fitsCsv({ columns }) {
  return columns.every((column) => IN_CSV.has(column.type));
}

/** The CSV of a table: texts quoted, so that a null (never quoted) is not one of them. */
export function toCsv({ columns, rows }) {
  const quoted = (text) => `"${text.replaceAll('"', '""')}"`;
  const field = (text, index) => (text === null ? NULL : columns[index].type === "text" ? quoted(text) : text);
  const records = [columns.map((column) => quoted(column.name)), ...rows.map((row) => row.map(field))];
  return records.map((record) => `${record.join(",")}\n`).join("");
}

/** The step that reads that CSV back. */
export function importStep(id, file, table, { columns }) {
  const params = { file, delimiter: ",", encoding: "utf-8", null_tokens: [NULL], columns };
  return { id, op: "import_csv", op_version: 1, params, inputs: {}, outputs: { main: table } };
}

/** A window of the protocol in the same shape. */
export function fromWindow(window) {
  const rows = (window.columns[0]?.cells ?? []).map((_, row) => window.columns.map((column) => column.cells[row]));
  return { columns: window.columns.map(({ name, type }) => ({ name, type })), rows };
}

/**
 * A cell as it is compared: numbers to the 12 significant digits that hashes keep, since the last bits of a variance
 * depend on the processor's vectors.
 */
export function comparable(text, type) {
  return text !== null && type === "number" ? Number(text).toPrecision(12) : text;
}

/** One text for equal tables: rows sorted where their order says nothing. */
export function canonical({ columns, rows }, ordered) {
  const lines = rows.map((row) => JSON.stringify(row.map((text, index) => comparable(text, columns[index].type))));
  if (!ordered) lines.sort();
  return [columns.map(({ name, type }) => `${name}:${type}`).join(" | "), ...lines].join("\n");
}
