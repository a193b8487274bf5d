// An attempt holds: data making is stopped and begun again, a reload in the middle keeps everything, a second tab may
// read and not write, times are those of the person's clock, and what was done before the exercise changed can be
// read. What is not marked yet is said; where nothing is marked there is no score.

import { cp, rm } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

import { check, equal, until } from "../lib/check.mjs";
import { Exercise } from "../lib/exercise.mjs";
import { text } from "../lib/names.mjs";

const PACKS = fileURLToPath(new URL("../packs/", import.meta.url));
const HOUSING = "Un parc à compter";
const E14 = "Grand nettoyage : le fichier locataires d’un bailleur social";
/** Far enough from UTC for the hour to be another, on another day at times. */
const ZONE = "Pacific/Auckland";
const REPORT = {
  op: "report_anomalies",
  inputs: { main: "raw.dwellings" },
  outputs: { main: "staging.anomalies" },
  params: { findings: [{ kind: "duplicate", where: "rooms > 1" }] },
};

export default async function journey(stage) {
  await Promise.all([stopped(stage), kept(stage)]);
}

/** The long making of data is stopped, said, and begun again. */
async function stopped(stage) {
  const visitor = await stage.visitor();
  const page = await visitor.open("#/exercise/E14");
  await page.getByRole("heading", { level: 1, name: E14, exact: true }).waitFor();
  const unscored = page.getByRole("listitem").filter({ hasText: text("fr", "exercise-unscored") });
  equal(await unscored.count(), 2, "criteria that are not marked yet");
  await page.close();
  const work = await Exercise.begin(visitor, E14, { seed: "stopped" });
  await work.centre.getByRole("button", { name: work.text("ws-cancel-work"), exact: true }).click();
  await work.centre.getByText(work.text("exercise-not-made")).waitFor();
  await work.tab("score");
  equal(await work.button("score-now").getAttribute("aria-disabled"), "true", "scoring without data");
  await work.centre.getByRole("button", { name: work.text("exercise-make-again"), exact: true }).click();
  await work.hears("said-data-made", { count: 4 });
}

async function kept(stage) {
  const folder = join(stage.temporary, "packs");
  await cp(stage.dist, folder, { recursive: true });
  await rm(join(folder, "exercises", "catalog.toml"));
  await cp(PACKS, join(folder, "exercises"), { recursive: true });
  const site = await stage.serve({});
  site.show(folder);
  const visitor = await stage.visitor({ serviceWorkers: "block", timezoneId: ZONE }, site);
  const work = await Exercise.begin(visitor, HOUSING, { seed: "kept" });
  await work.read({ op: "import_csv", params: { file: "dwellings.csv" }, outputs: { main: "raw.dwellings" } });
  await work.enter(REPORT);
  await work.score();
  await work.tab("brief");
  await work.pane.getByRole("checkbox", { name: "Trouver les doublons." }).check();
  await work.isSaved();
  await reloaded(work);
  await beside(visitor, work);
  await work.page.close();
  await outdated(visitor);
}

/** Everything is there, and the last score has the time of this clock. */
async function reloaded(work) {
  await work.page.reload();
  await work.pane.waitFor();
  check(await work.pane.getByRole("checkbox", { name: "Trouver les doublons." }).isChecked(), "the tick is kept");
  await work.left("ws-pane-recipe");
  await work.settled(2);
  await work.tab("score");
  await work.pane.getByRole("heading", { name: "Défauts trouvés", exact: true }).waitFor();
  const [entry] = await scores(work.pane);
  const now = new Intl.DateTimeFormat("sv-SE", { timeZone: ZONE, dateStyle: "short", timeStyle: "short" }).format(new Date());
  equal(entry.slice(0, 14), `${now.slice(0, 10)}, ${now.slice(11, 13)}`, "the day and hour of the last score");
}

/** Earlier scores: lines that begin with a date. */
async function scores(within) {
  const lines = await within.getByRole("listitem").filter({ hasText: /^\s*\d{4}-\d{2}-\d{2},/ }).allInnerTexts();
  return lines.map((line) => line.trim());
}

/** A second tab reads; nothing that writes is offered there. */
async function beside(visitor, work) {
  const page = await visitor.open(new URL(work.page.url()).hash);
  const second = new Exercise(page);
  await second.pane.waitFor();
  await second.hears("said-read-only");
  check(await second.pane.getByRole("checkbox").first().isDisabled(), "tasks cannot be ticked in the second tab");
  equal(await second.button("hint-offer", { number: 1, cost: 10 }).getAttribute("aria-disabled"), "true", "a hint in the second tab");
  await second.tab("score");
  equal(await second.button("score-now").getAttribute("aria-disabled"), "true", "scoring in the second tab");
  await second.pane.getByRole("heading", { name: "Défauts trouvés", exact: true }).waitFor();
  await page.close();
  await work.page.bringToFront();
  await work.tab("brief");
  await work.pane.getByRole("checkbox", { name: "En rendre compte." }).check();
}

/** The attempt is one on another version: what was done is read, and gone on with when the person says so. */
async function outdated(visitor) {
  const page = await visitor.open("#/");
  // As a version of the exercise would have left it that is no longer published.
  await page.evaluate((key) => {
    const attempt = JSON.parse(localStorage.getItem(key));
    localStorage.setItem(key, JSON.stringify({ ...attempt, pack: "0".repeat(64) }));
  }, "creuset.attempt.housing");
  await page.getByRole("link", { name: HOUSING, exact: true }).click();
  await page.getByText(text("fr", "attempt-outdated"), { exact: true }).waitFor();
  await page.getByRole("heading", { name: text("fr", "attempt-before"), exact: true }).waitFor();
  await page.getByText(text("fr", "attempt-before-work", { steps: 2, ticked: 2, tasks: 2 }), { exact: true }).waitFor();
  equal((await scores(page.getByRole("main"))).length, 1, "scores of before");
  await page.getByRole("button", { name: text("fr", "exercise-go-on-present"), exact: true }).click();
  const work = new Exercise(page);
  await work.pane.waitFor();
  await work.left("ws-pane-recipe");
  await work.settled(2);
  await work.tab("score");
  await until(async () => (await scores(work.pane)).length === 1, "the history goes on");
}
