// A query that needs more memory than there is ends the worker. Another takes its place, the recipe and its
// tables are there again, and the page says what happened.

import { equal, until } from "../lib/check.mjs";
import { largeCsv } from "../lib/files.mjs";
import { Workspace } from "../lib/workspace.mjs";

/** Pairs within the bound of rows that together are beyond any memory of a page. */
const ROWS = 4_400;
const HUNGRY =
  "select a.id, a.texte || b.texte as paire, b.texte || a.texte as envers, a.texte || b.id as un, b.texte || a.id as deux " +
  "from grande a cross join grande b";

export default async function journey(stage) {
  const visitor = await stage.visitor();
  const work = await Workspace.begin(visitor);
  const long = "abcdefghijklmnopqrstuvwxyz".repeat(4);
  await work.import(await largeCsv(stage.temporary, "grande.csv", "id,texte", ROWS, (row) => `${row},${long}${row}`));
  await work.filter("id >= 0");
  await until(async () => (await work.stepCount()) === 2, "two steps");
  await work.showsRows(ROWS);

  await work.query(HUNGRY);
  const said = await until(async () => {
    const alerts = await work.page.getByRole("alert").allInnerTexts();
    return alerts.find((line) => work.pattern("error-engine-memory").test(line) || work.pattern("error-engine-trap").test(line));
  }, "the page says that the engine stopped", 60_000);
  equal(work.pattern("error-engine-memory").test(said), true, `what is said of it (${said})`);

  // Everything is as it was: the recipe, its results, and the means to go on.
  await work.settled(2);
  await work.showsRows(ROWS);
  await work.isAlive();
  await work.filter("id < 100");
  await work.showsRows(100);
  await work.page.reload();
  await work.isReady();
  await until(async () => (await work.stepCount()) === 3, "the steps are back");
  await work.showsRows(100);
}
