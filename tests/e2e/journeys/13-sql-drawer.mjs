// Queries: an answer, errors with their line and column, and a query that becomes a step.

import { equal, matches, until } from "../lib/check.mjs";
import { Workspace } from "../lib/workspace.mjs";

const GROUPED = "select ville, count(*) as n, sum(loyer) as total\nfrom locataires\ngroup by ville\norder by ville";
const CITIES = [
  ["Brest", "2", "480,0"],
  ["Nantes", "3", "2215,85"],
  ["Rennes", "2", "1670,75"],
];

export default async function journey(stage) {
  const visitor = await stage.visitor();
  const work = await Workspace.begin(visitor);
  await work.importTenants();

  await work.query(GROUPED);
  await work.showsRows(3, work.sqlGrid);
  await until(async () => (await work.rows(10, work.sqlGrid)).length === 3, "the rows");
  equal(await work.rows(10, work.sqlGrid), CITIES, "the answer");
  await work.hears("ws-sql-result", { rows: 3, columns: 3 });

  for (const [sql, key, args, place] of [
    ["select ville,\n  loyr from locataires", "error-sql-unknown-column", { column: "loyr" }, [2, 3]],
    ["select ville\nfrom locatires", "error-sql-unknown-table", { table: "locatires" }, [2, 6]],
    ["select uper(ville) from locataires", "error-sql-unknown-function", {}, [1, 8]],
    ["select ville form locataires", "error-sql-syntax", {}, [1, 19]],
    ["selec ville from locataires", "error-sql-not-query", {}, [1, 1]],
    ["select * from read_csv('/etc/passwd')", "error-sql-unsupported", {}, [1, undefined]],
  ]) {
    await work.query(sql);
    const said = await until(async () => {
      const alerts = (await work.centre.getByRole("alert").allInnerTexts()).join(" ");
      return /\d/.test(alerts) && work.pattern(key, args).test(alerts) && alerts;
    }, `« ${key} » for ${sql}`);
    const [line, column] = place;
    const where = column ? work.pattern("error-at", { line, column }) : work.pattern("error-at", { line });
    matches(said, where, `the place of the error in « ${sql} »`);
  }
  // What was computed before stays readable beside the error; the editor says that it is invalid.
  const editor = await work.openSql();
  equal(await editor.getAttribute("aria-invalid"), "true", "aria-invalid of the editor");

  await work.query(GROUPED);
  await work.showsRows(3, work.sqlGrid);
  await work.centre.getByRole("button", { name: work.text("ws-sql-step"), exact: true }).click();
  await work.formHeading("sql").waitFor();
  await work.apply();
  await until(async () => (await work.stepCount()) === 2, "the query is a step");
  await work.shows(CITIES, "the step's table");
}
