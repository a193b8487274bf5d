// An exercise from the start page to a score, over a small pack of our own: data made, read in, anomalies reported,
// deliverable as agreed, hint paid, score given; everything is there after a reload. A faulty pack harms no other.

import { check, equal } from "../lib/check.mjs";
import { NAME, begun, entered, exercise, left, reported, tab } from "../lib/small-pack.mjs";
import { pattern, text } from "../lib/names.mjs";

export default async function journey(stage) {
  const visitor = await entered(stage);
  const page = await visitor.open("#/");
  await aFaultyPack(page);
  const work = await begun(page);
  await exercise(work).getByRole("checkbox", { name: "Trouver les doublons." }).check();
  await handedIn(work);
  await judged(work);
  await page.reload();
  await remains(work);
  await known(page);
}

async function aFaultyPack(page) {
  await page.getByRole("link", { name: "Un sujet fautif", exact: true }).click();
  const alert = page.getByRole("main").getByRole("alert");
  await alert.getByText(text("fr", "exercise-refused"), { exact: true }).waitFor();
  const fault = await alert.getByRole("listitem").innerText();
  check(fault.includes("broken/public/exercise.toml") && /ligne 11, colonne 1.*colour/is.test(fault), `the fault has its place: ${fault}`);
  await alert.getByRole("link", { name: text("fr", "page-home"), exact: true }).click();
}

async function handedIn(work) {
  await tab(work, "deliverables").click();
  await exercise(work).getByRole("status").getByText(work.text("contract-missing"), { exact: true }).waitFor();
  await tab(work, "data").click();
  await exercise(work).getByRole("searchbox").fill("pièces");
  await exercise(work).getByText("rooms", { exact: true }).waitFor();
  equal(await exercise(work).getByText("Numéro du logement").count(), 0, "columns that do not match");
  await reported(work);
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
