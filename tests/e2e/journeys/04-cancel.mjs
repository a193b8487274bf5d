// Long work is stopped within a second, and what was there stays: an import, which looks up between two slices,
// and a query, which cannot and loses its worker.

import { check, until } from "../lib/check.mjs";
import { largeCsv } from "../lib/files.mjs";
import { Workspace } from "../lib/workspace.mjs";

const LIMIT_MS = 1_000;
/** What the browser and the measure itself may add. */
const SLACK_MS = 250;

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
  await work.step(1).click();
  await work.tool(1, "ws-tool-delete");
  await until(async () => (await work.stepCount()) === 1, "the long import is taken out");
  await work.settled(1);

  await work.query(
    "select count(*) as n from locataires a, locataires b, locataires c, locataires d, locataires e, locataires f, locataires g, locataires h " +
      "where a.surface * b.surface + c.surface * d.surface + e.loyer + f.loyer - g.loyer * h.loyer = 3",
  );
  await stop(work, "a query of millions of pairs");
  await work.isAlive();
  await work.settled(1);
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
