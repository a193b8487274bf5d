// What a person does in an exercise, over the small packs of the journeys.

import { cp, rm } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

import { until } from "./check.mjs";
import { text } from "./names.mjs";
import { Workspace } from "./workspace.mjs";

const PACKS = fileURLToPath(new URL("../packs/", import.meta.url));
export const NAME = "Zoé Martin";

/** A page on a site whose exercises are those of the journeys. */
export async function entered(stage) {
  const folder = join(stage.temporary, "site");
  await cp(stage.dist, folder, { recursive: true });
  await rm(join(folder, "exercises", "catalog.toml"));
  await cp(PACKS, join(folder, "exercises"), { recursive: true });
  const site = await stage.serve({});
  site.show(folder);
  return stage.visitor({ serviceWorkers: "block" }, site);
}

export const tab = (work, name) => work.page.getByRole("tab", { name: work.text(`exercise-tab-${name}`), exact: true });
export const exercise = (work) => work.page.getByRole("region", { name: work.text("ws-pane-exercise"), exact: true });

/** The left column shows the exercise, or the recipe. */
export async function left(work, key) {
  const panes = work.page.getByRole("navigation", { name: work.text("ws-left-panes"), exact: true });
  await panes.getByRole("button", { name: work.text(key), exact: true }).click();
}

/** From the start page into the work. */
export async function begun(page) {
  const work = new Workspace(page);
  await page.getByRole("link", { name: "Un parc à compter", exact: true }).click();
  await page.getByRole("heading", { level: 1, name: "Un parc à compter" }).waitFor();
  await page.getByText(text("fr", "exercise-points", { points: 100 }), { exact: true }).waitFor();
  await work.button("exercise-start").click();
  await page.getByText(text("fr", "identity-name-missing"), { exact: true }).waitFor();
  await page.getByRole("textbox", { name: text("fr", "identity-name"), exact: true }).fill(NAME);
  await page.keyboard.press("Enter");
  await exercise(work).getByRole("heading", { name: "Le parc", exact: true }).waitFor();
  return work;
}

/** Reads the dwellings in, and reports those of several rooms as duplicates. */
export async function reported(work) {
  await exercise(work).getByRole("button", { name: work.text("ws-file-import", { name: "dwellings.csv" }), exact: true }).click();
  const dialog = work.importDialog("dwellings.csv");
  const apply = dialog.getByRole("button", { name: work.text("ws-import-apply"), exact: true });
  await until(async () => (await apply.getAttribute("aria-disabled")) === null, "the file is detected", 20_000);
  await apply.click();
  await work.settled(1);
  await work.form("report_anomalies");
  await work.ensureRow("op-report_anomalies-param-findings", "op-report_anomalies-param-findings-kind");
  await work.field("op-report_anomalies-param-findings-kind").first().fill("duplicate");
  await work.field("op-report_anomalies-param-findings-where").first().fill("rooms > 1");
  await work.inspector.getByText(work.text("ws-ports"), { exact: true }).click();
  const table = work.inspector.getByRole("textbox", { name: work.pattern("ws-port-writes") });
  await table.first().fill("anomalies");
  await work.apply();
  await work.settled(2);
  await left(work, "ws-pane-exercise");
}
