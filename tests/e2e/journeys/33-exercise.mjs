// An exercise from the start page to a score, over a small pack of our own: data made, read in, anomalies reported,
// deliverable as agreed, hint paid, score given; everything is there after a reload. A faulty pack harms no other.

import { cp, rm } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

import { check, equal, until } from "../lib/check.mjs";
import { pattern, text } from "../lib/names.mjs";
import { Workspace } from "../lib/workspace.mjs";

const PACKS = fileURLToPath(new URL("../packs/", import.meta.url));
const NAME = "Zoé Martin";

export default async function journey(stage) {
  const folder = join(stage.temporary, "site");
  await cp(stage.dist, folder, { recursive: true });
  await rm(join(folder, "exercises", "catalog.toml"));
  await cp(PACKS, join(folder, "exercises"), { recursive: true });
  const site = await stage.serve({});
  site.show(folder);
  const visitor = await stage.visitor({ serviceWorkers: "block" }, site);
  const page = await visitor.open("#/");
  await aFaultyPack(page);
  const work = await begun(page);
  await reported(work);
  await judged(work);
  await page.reload();
  await remains(work);
  await known(page);
}

const tab = (work, name) => work.page.getByRole("tab", { name: work.text(`exercise-tab-${name}`), exact: true });
const exercise = (work) => work.page.getByRole("region", { name: work.text("ws-pane-exercise"), exact: true });

/** The left column shows the exercise, or the recipe. */
async function left(work, key) {
  const panes = work.page.getByRole("navigation", { name: work.text("ws-left-panes"), exact: true });
  await panes.getByRole("button", { name: work.text(key), exact: true }).click();
}

async function aFaultyPack(page) {
  await page.getByRole("link", { name: "Un sujet fautif", exact: true }).click();
  const alert = page.getByRole("main").getByRole("alert");
  await alert.getByText(text("fr", "exercise-refused"), { exact: true }).waitFor();
  const fault = await alert.getByRole("listitem").innerText();
  check(fault.includes("broken/public/exercise.toml") && /ligne 11, colonne 1.*colour/is.test(fault), `the fault has its place: ${fault}`);
  await alert.getByRole("link", { name: text("fr", "page-home"), exact: true }).click();
}

async function begun(page) {
  const work = new Workspace(page);
  await page.getByRole("link", { name: "Un parc à compter", exact: true }).click();
  await page.getByRole("heading", { level: 1, name: "Un parc à compter" }).waitFor();
  await page.getByText(text("fr", "exercise-points", { points: 100 }), { exact: true }).waitFor();
  await work.button("exercise-start").click();
  await page.getByText(text("fr", "identity-name-missing"), { exact: true }).waitFor();
  await page.getByRole("textbox", { name: text("fr", "identity-name"), exact: true }).fill(NAME);
  await page.keyboard.press("Enter");
  await exercise(work).getByRole("heading", { name: "Le parc", exact: true }).waitFor();
  await exercise(work).getByRole("checkbox", { name: "Trouver les doublons." }).check();
  return work;
}

async function reported(work) {
  await tab(work, "deliverables").click();
  await exercise(work).getByRole("status").getByText(work.text("contract-missing"), { exact: true }).waitFor();
  await tab(work, "data").click();
  await exercise(work).getByRole("searchbox").fill("pièces");
  await exercise(work).getByText("rooms", { exact: true }).waitFor();
  equal(await exercise(work).getByText("Numéro du logement").count(), 0, "columns that do not match");
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
  await tab(work, "deliverables").click();
  await exercise(work).getByRole("status").getByText(work.text("contract-yes"), { exact: true }).waitFor();
}

async function judged(work) {
  await tab(work, "brief").click();
  await work.button("hint-offer", { number: 1, cost: 10 }).click();
  const dialog = work.page.getByRole("dialog", { name: work.text("hint-title"), exact: true });
  await dialog.getByText(/10\s%\sdes\spoints/).waitFor();
  await dialog.getByRole("button", { name: work.text("hint-read"), exact: true }).click();
  await exercise(work).getByText("Compter les lignes par numéro.").waitFor();
  await tab(work, "score").click();
  await work.button("score-now").click();
  await exercise(work).getByRole("heading", { name: "Défauts trouvés", exact: true }).waitFor();
  await exercise(work).getByText(work.text("score-hints", { cost: 10 }), { exact: true }).waitFor();
  await exercise(work).getByRole("rowheader", { name: "duplicate", exact: true }).waitFor();
  check((await exercise(work).getByRole("listitem").count()) > 1, "findings and the history are listed");
}

async function remains(work) {
  await work.settled(2).catch(() => {});
  await exercise(work).getByRole("heading", { name: "Le parc", exact: true }).waitFor();
  check(await exercise(work).getByRole("checkbox", { name: "Trouver les doublons." }).isChecked(), "the tick is kept");
  await exercise(work).getByText("Compter les lignes par numéro.").waitFor();
  await tab(work, "score").click();
  await exercise(work).getByRole("rowheader", { name: "duplicate", exact: true }).waitFor();
  await left(work, "ws-pane-recipe");
  await work.settled(2);
}

async function known(page) {
  await page.getByRole("link", { name: text("fr", "brand-home"), exact: true }).click();
  const line = page.getByRole("listitem").filter({ has: page.getByRole("link", { name: "Un parc à compter", exact: true }) });
  check(pattern("fr", "exercise-stands-scored").test(await line.innerText()), "the list says how it stands");
  await page.getByRole("link", { name: "Un parc à compter", exact: true }).click();
  await page.getByRole("button", { name: text("fr", "exercise-go-on"), exact: true }).waitFor();
  check((await page.getByRole("main").innerText()).includes(NAME), "the start page says who");
}
