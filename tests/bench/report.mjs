// What was measured, as a table for people.

const ms = (value) => (value < 10 ? value.toFixed(1) : value.toFixed(0));
const times = ({ best, median, first }) => `${ms(best)} (${ms(median)}, ${ms(first)})`;
const factor = (value) => `${value.toFixed(2)}×`;
const megabytes = (bytes) => `${(bytes / 1e6).toFixed(1)} MB`;

const HEADS = ["work", "Creuset", "DuckDB-Wasm", "by", "other way", "ratio", "native", "results"];

function cells({ name, ours, theirs, way, slower, ratio, native, difference }) {
  const others = `${slower.way} ${ms(slower.best)}`;
  const results = difference === null ? "equal" : `DIFFERENT: ${difference}`;
  return [name, times(ours), times(theirs), way, others, factor(ratio), native ? times(native) : "–", results];
}

/** The table of the lines, in Markdown, columns aligned. */
export function table(lines) {
  const rows = [HEADS, ...lines.map(cells)];
  const widths = HEADS.map((_, column) => Math.max(...rows.map((row) => row[column].length)));
  const text = (row) => `| ${row.map((cell, column) => cell.padEnd(widths[column])).join(" | ")} |`;
  const rule = `|${widths.map((width) => "-".repeat(width + 2)).join("|")}|`;
  return [text(rows[0]), rule, ...rows.slice(1).map(text)].join("\n");
}

export function floorLine({ name, value, floor, unit = "×", met }) {
  const amount = (number) => `${number.toFixed(2)}${unit}`;
  return `${met ? "met" : "NOT MET"}: ${name} ${amount(value)}, floor ${amount(floor)}`;
}

export function limitLine({ name, value, limit, unit, met }) {
  const amount = (number) => (unit === "" ? `${number}` : `${ms(number)} ${unit}`);
  return `${met ? "met" : "NOT MET"}: ${name} ${amount(value)}, limit ${amount(limit)}`;
}

/** The report that stands in the repository. */
export function markdown({ date, machine, versions, files, rows, repeat, lines, floors, generator, room, limits }) {
  return `# Bench

Written by \`cargo xtask bench\`${date ? ` on ${date}` : ""}; the figures of each round stand in \`report.json\`.

Times are milliseconds, best (median, first of the rounds); the ratio is DuckDB's best over ours: above 1 we are faster.

${table(lines)}

${floors.map((floor) => `- ${floorLine(floor)}`).join("\n")}

## Data

Rows of ${generator.columns} columns of mixed kinds, ${generator.rows.toLocaleString("en")} of them${generator.date ? `, on ${generator.date}` : ""}: the best of the rounds.

${generator.floors.map((floor) => `- ${floorLine(floor)}`).join("\n")}

## The room

What a person waits for, by our engine alone: the median of the rounds.

${limits.map((limit) => `- ${limitLine(limit)}`).join("\n")}

An edit of the last of ${room.edits.steps} steps over ${rows.toLocaleString("en")} rows takes ${times(room.edits.summary)} ms.

## How

- Machine: ${machine.cpu}, ${machine.cores} cores, ${machine.memory}, ${machine.system}.
- Versions: Chromium ${versions.chromium}; engine build ${versions.build}; DuckDB-Wasm ${versions.duckdb} (\`eh\`), for Parquet ${versions.duckdbParquet} (\`eh\`): later packages fetch their Parquet reader from the network.
- Data: ${rows.toLocaleString("en")} rows × 7 columns; CSV ${megabytes(files.csv.bytes)}; the same as Parquet, written by DuckDB, ${megabytes(files.parquet.bytes)}; a table of ${megabytes(files.small.bytes)} to join.
- Both engines stand in one headless page of the shipped \`dist\`, each in its worker, and are measured in turn: imports ${repeat.imports} times, queries ${repeat.queries} times.
- A time runs from the posted request to the received answer.
- Ours: the file is attached, detected and imported as the detection proposes; a query is answered with its shape and its first rows.
- DuckDB's: the file is registered and \`create table … as select * from\` its reader, with its detection; of the two ways to register (handle, buffer) and of the two ways to fetch (whole result, first rows) the faster counts.
- Each import is of a file of a new name, and neither engine keeps the result of a query: nothing is served from a cache.
- Results are compared as multisets of rows, numbers within 1e-9.
- Facets: of the imported table of ${rows.toLocaleString("en")} rows, from the posted request to the figures, and to the first rows that a value keeps.
- Scrolling: ${room.scrolling.rows.toLocaleString("en")} rows in the shipped page, ${room.scrolling.presses} presses of a held key and turns of the wheel, one in 33 ms, while the engine answers a query; the browser's own list of long tasks (over 50 ms) in the best of ${room.scrolling.rounds.length} rounds, for each round: ${room.scrolling.rounds.map((tasks) => (tasks.length === 0 ? "none" : tasks.map(ms).join(" "))).join("; ")}.
- Making data: \`tests/bench/generator.json\`, tables without files, from the posted request to the answer; natively by \`creuset time --spec\`.
- Native: our engine by \`creuset time\`, on one thread; its queries are given without windows.
`;
}
