// The way of a row: from its cell by keyboard, and by the number of a record that vanished.

import { until } from "../lib/check.mjs";
import { Workspace } from "../lib/workspace.mjs";

export default async function journey(stage) {
  const visitor = await stage.visitor();
  const work = await Workspace.begin(visitor);
  await work.importTenants();
  await work.filter("loyer > 500");
  await work.settled(2);
  await work.derive("annee", "loyer * 12");
  await work.settled(3);
  await work.showsRows(5);

  await work.grid.getByRole("gridcell").first().click();
  await work.page.keyboard.press("F2");
  const way = work.centre.getByRole("button", { name: work.text("look-history-of", { source: "locataires" }), exact: true });
  await way.focus();
  await work.page.keyboard.press("Enter");
  const events = work.inspector.getByRole("region", { name: work.pattern("look-history-title", { source: "locataires", record: 1 }) });
  await until(async () => (await events.getByRole("listitem").count()) === 3, "three steps");
  await events.getByText(work.text("look-fate-read", { table: "locataires" })).waitFor();
  await events.getByText(work.text("look-fate-changed", { cells: 1 })).waitFor();

  // Record 2 pays too little: it vanishes at the filter, whose condition is told with its rent.
  const record = work.inspector.getByRole("textbox", { name: work.text("look-history-record"), exact: true });
  await record.fill("2");
  await record.press("Enter");
  const gone = work.inspector.getByRole("region", { name: work.pattern("look-history-title", { source: "locataires", record: 2 }) });
  await gone.getByText(work.text("look-fate-removed")).waitFor();
  await gone.getByText(work.text("look-why-condition")).waitFor();
  await gone.getByText(work.text("look-why-cell", { column: "loyer", value: "480,0" })).waitFor();

  await record.fill("zéro");
  await record.press("Enter");
  await work.hears("look-history-refused");
  await record.fill("99");
  await record.press("Enter");
  await work.hears("look-history-unknown");
}
