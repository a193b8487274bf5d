// A dirty file is read in, cleaned in steps, corrected in the middle, found again after a reload, and saved:
// byte for byte what it should be. The recipe that is saved gives the same hashes natively.

import { execFile } from "node:child_process";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";

import { check, equal, until } from "../lib/check.mjs";
import { TENANTS } from "../lib/files.mjs";
import { downloaded } from "../lib/visitor.mjs";
import { Workspace } from "../lib/workspace.mjs";

const EXPORTED = [
  "\ufeffid;nom;ville;loyer;surface;par_an",
  "6;Hélène Faure;Rennes;1020,75;70;12249,0",
  "3;Chloé Roux;Nantes;905,25;63;10863,0",
  "1;Élodie Martin;Nantes;712,5;41;8550,0",
  "4;Zoé Blanc;Rennes;650,0;39;7800,0",
  "",
];

export default async function journey(stage) {
  const visitor = await stage.visitor({ viewport: { width: 1720, height: 900 } });
  const work = await Workspace.begin(visitor);
  await work.importTenants();
  await work.shows(
    [
      ["1", "Élodie Martin", "Nantes", "712,5", "41"],
      ["2", "Noël Petit", "Brest", "480,0", "28"],
      ["3", "Chloé Roux", "Nantes", "905,25", "63"],
      ["4", "Zoé Blanc", "Rennes", "650,0", "39"],
      ["5", "Léa Morel", "Brest", "∅", "52"],
      ["6", "Hélène Faure", "Rennes", "1020,75", "70"],
      ["8", "André Colin", "Nantes", "598,1", "33"],
    ],
    "the import",
  );

  await work.filter("loyer > 500");
  await work.derive("par_an", "loyer * 12");
  await work.sort("loyer", "descending");
  await until(async () => (await work.stepCount()) === 4, "four steps");
  await work.showsRows(5);

  // Corrected in the middle: what stands below follows.
  await work.tool(2, "ws-tool-edit");
  await work.formHeading("filter").waitFor();
  await work.field("op-filter-param-condition").fill("loyer > 600");
  await work.apply("ws-form-save");
  await work.step(4).click();
  const rows = [
    ["6", "Hélène Faure", "Rennes", "1020,75", "70", "12\u202f249,0"],
    ["3", "Chloé Roux", "Nantes", "905,25", "63", "10\u202f863,0"],
    ["1", "Élodie Martin", "Nantes", "712,5", "41", "8550,0"],
    ["4", "Zoé Blanc", "Rennes", "650,0", "39", "7800,0"],
  ];
  await work.shows(rows, "after the correction");

  await work.isSaved();
  await work.page.reload();
  await work.isReady();
  await until(async () => (await work.stepCount()) === 4, "the steps are back");
  await work.shows(rows, "after the reload");

  const dialog = await work.openExport();
  const table = await downloaded(work.page, () => work.button("ws-export-save", {}, dialog).click());
  equal(table.name, "locataires.csv", "name of the table's file");
  equal(table.bytes.toString("utf8").split("\n"), EXPORTED, "the exported table");

  await work.button("ws-hashes-compute", {}, dialog).click();
  const shown = await until(async () => {
    const hashes = await dialog.getByRole("definition").allInnerTexts();
    return hashes.length > 0 && hashes.map((hash) => hash.trim());
  }, "the hashes are shown");
  check(shown.every((hash) => /^[0-9a-f]{64}$/.test(hash)), `hashes: ${shown}`);
  const recipe = await downloaded(work.page, () => work.button("ws-export-recipe-save", {}, dialog).click());
  if (stage.native) await sameNatively(stage, recipe, shown);
}

/** The saved recipe over the same file, natively: the same hashes in the same order. */
async function sameNatively(stage, recipe, shown) {
  const folder = join(stage.temporary, "native");
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, TENANTS.name), TENANTS.buffer);
  await writeFile(join(folder, recipe.name), recipe.bytes);
  const input = `${TENANTS.name}=${join(folder, TENANTS.name)}`;
  await promisify(execFile)(stage.native, ["run", join(folder, recipe.name), "--input", input, "--out", join(folder, "out")]);
  const { tables } = JSON.parse(await readFile(join(folder, "out", "hashes.json"), "utf8"));
  const native = Object.values(tables).map((table) => table.hash);
  equal(native.sort(), [...shown].sort(), "native hashes beside those of the browser");
}
