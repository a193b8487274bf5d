// Long work is stopped within a second, and what was there stays: an import, which looks up between two slices,
// and a query, which cannot and loses its worker.

import { check, until } from "../lib/check.mjs";
import { largeCsv } from "../lib/files.mjs";
import { Workspace } from "../lib/workspace.mjs";

const LIMIT_MS = 1_000;
/** What the browser and the measure itself may add. */
const SLACK_MS = 250;
/** Rows that make nearly as many pairs as a query may have. */
const PAIRED = 4_000;

export default async function journey(stage) {
  const visitor = await stage.visitor();
  const work = await Workspace.begin(visitor);
  await work.importTenants();

  const words = ["Nantes", "Brest", "Rennes", "Quimper", "Vannes"];
  const line = (row) =>
    `${row},${words[row % 5]} ${row},${(row * 7919) % 100_003}.${row % 10},2024-0${(row % 9) + 1}-11,un texte assez long pour peser ${row}`;
  const large = await largeCsv(stage.temporary, "longue.csv", "id,ville,montant,jour,remarque", 4_000_000, line);
  const started = work.import(large).catch((error) => error);
  await stop(work, "an import of 4 million rows");
  const outcome = await started;
  check(!(outcome instanceof Error), outcome?.message);
  await work.hears("said-cancelled");
  await until(async () => (await work.sentences()).length === 2, "the import stays in the recipe");
  await work.tool(2, "ws-tool-delete");
  await until(async () => (await work.stepCount()) === 1, "the long import is taken out");
  await work.settled(1);

  await work.import(await largeCsv(stage.temporary, "nombres.csv", "n", PAIRED, (row) => `${row}`));
  await work.settled(2);
  await work.query("select a.n * b.n % 10007 + a.n * 0.37 as k from nombres a cross join nombres b order by k, a.n desc");
  await stop(work, "a query of millions of pairs");
  await work.isAlive();
  await work.settled(2);
  await work.step(1).click();
  await work.showsRows(7);
}

/** Presses the button that stops the work, and takes the time until it is over. */
async function stop(work, what) {
  const button = work.page.getByRole("button", { name: work.text("ws-cancel-work"), exact: true }).first();
  await button.waitFor({ timeout: 20_000 });
  const pressed = Date.now();
  await button.click();
  await until(async () => (await button.count()) === 0, `${what} stops`, 5_000);
  const took = Date.now() - pressed;
  check(took <= LIMIT_MS + SLACK_MS, `${what}: stopped after ${took} ms`);
}
