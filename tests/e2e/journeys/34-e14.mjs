// E14 as a candidate works it: the model solution entered step by step through palette and forms, in French; a short
// and poorer way in English. Each time the page shows the score that the same recipe gets natively on the same seed.

import { execFile } from "node:child_process";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

import { check, equal, until } from "../lib/check.mjs";
import { Exercise } from "../lib/exercise.mjs";
import { downloaded } from "../lib/visitor.mjs";

const EXERCISES = fileURLToPath(new URL("../../../exercises", import.meta.url));
const SEED = "journey-34";

export default async function journey(stage) {
  const solution = JSON.parse(await readFile(join(EXERCISES, "E14", "private", "solution.json"), "utf8"));
  const exercise = await readFile(join(EXERCISES, "E14", "public", "exercise.toml"), "utf8");
  const [, fr, en] = /^title = \{ fr = "(.*)", en = "(.*)" \}$/m.exec(exercise);
  await Promise.all([whole(stage, solution, fr), poorer(stage, solution, en)]);
}

async function whole(stage, { steps }, title) {
  const visitor = await stage.visitor();
  const work = await Exercise.begin(visitor, title, { seed: SEED });
  for (const step of steps) await work.enter(step);
  await work.left("ws-pane-recipe");
  await work.settled(steps.length);
  await work.tab("deliverables");
  const agreed = work.pane.getByRole("status").getByText(work.text("contract-yes"), { exact: true });
  await until(async () => (await agreed.count()) === 2, "both deliverables are as agreed, their keys too", 20_000);
  const shown = await work.score();
  check(shown.reduce((sum, [points]) => sum + points, 0) > 33, `the solution earns its points: ${JSON.stringify(shown)}`);
  await sameNatively(stage, work, shown, "solution");
}

async function poorer(stage, { steps }, title) {
  const visitor = await stage.visitor({ locale: "en-GB" });
  const work = await Exercise.begin(visitor, title, { language: "en", seed: SEED });
  const byId = (id) => steps.find((step) => step.id === id);
  for (const id of ["s01", "s02", "s12"]) await work.enter(byId(id));
  // Of the tenants only what their own columns tell.
  const { op, params, outputs } = byId("s11");
  const own = params.findings.filter(({ where }) => !/_lue|_connue?|^true$/.test(where) && !where.includes("telephone"));
  await work.enter({ op, params: { findings: own }, inputs: { main: "raw.locataires" }, outputs });
  const reports = [byId("s12"), byId("s11")].map((step) => [step.id, step.outputs.main]);
  await work.enter({ op: "union", inputs: Object.fromEntries(reports), outputs: { main: "staging.anomalies" }, params: {} });
  const shown = await work.score();
  check(shown[0][0] > 5 && shown[0][0] < 20, `some kinds are not everything: ${JSON.stringify(shown)}`);
  await work.pane.getByRole("row").filter({ hasText: "surface_unit" }).getByText(work.text("score-amount-all"), { exact: true }).waitFor();
  await sameNatively(stage, work, shown, "poorer");
}

/** The recipe as the page saves it, natively on the same seed: the same points. */
async function sameNatively(stage, work, shown, name) {
  const dialog = await work.openExport();
  const recipe = await downloaded(work.page, () => work.button("ws-export-recipe-save", {}, dialog).click());
  if (!stage.native) return;
  const file = join(stage.temporary, `${name}.json`);
  await writeFile(file, recipe.bytes);
  const { stdout } = await promisify(execFile)(stage.native, ["score", "E14", "--recipe", file, "--seed", SEED, "--dir", EXERCISES]);
  const lines = [...stdout.matchAll(/^\S+ +(\S+) of (\S+) *$/gm)].map(([, points, of]) => [Number(points), Number(of)]);
  equal(lines.slice(0, -1), shown, `native points beside those of the page (${name})`);
}
