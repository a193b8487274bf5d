// Files that cannot be read are refused with the reason, beside the file or its choice; the work stays whole.

import { check, equal, matches, until } from "../lib/check.mjs";
import { TENANTS, memoryFile, sparseFile } from "../lib/files.mjs";
import { downloaded } from "../lib/visitor.mjs";
import { Workspace } from "../lib/workspace.mjs";

const TOO_LARGE_BYTES = 5 * 2 ** 30;

export default async function journey(stage) {
  const visitor = await stage.visitor();
  const work = await Workspace.begin(visitor);
  await work.importTenants();
  const parquet = await exportedParquet(work);

  await work.choose(memoryFile("vide.csv", ""));
  await refusedBesideSources(work, "error-file-empty", { name: "vide.csv" });

  const half = parquet.subarray(0, Math.floor(parquet.length / 2));
  await work.choose(memoryFile("tronque.parquet", half, "application/octet-stream"));
  await refusedInDialog(work, "tronque.parquet", "error-parquet-malformed", { name: "tronque.parquet" });

  const huge = await sparseFile(stage.temporary, "immense.csv", TOO_LARGE_BYTES, "a,b\n1,2\n");
  await work.choose(huge);
  await refusedInDialog(work, "immense.csv", "error-file-too-large", { name: "immense.csv" });

  await work.choose(memoryFile("image.csv", Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0, 1, 2, 0])));
  await refusedInDialog(work, "image.csv", "error-csv-binary", {});

  await wrongEncoding(work);

  // Whole: the same step, the same rows, and a step more is possible.
  await work.settled(1);
  await work.showsRows(7);
  await work.filter("surface > 40");
  await work.showsRows(4);
}

async function exportedParquet(work) {
  const dialog = await work.openExport();
  await dialog.getByRole("radio", { name: work.text("ws-export-parquet"), exact: true }).check();
  const { name, bytes } = await downloaded(work.page, () => work.button("ws-export-save", {}, dialog).click());
  equal(name, "locataires.parquet", "name of the file");
  equal(bytes.subarray(0, 4).toString(), "PAR1", "the first bytes of the Parquet file");
  await work.page.keyboard.press("Escape");
  return bytes;
}

async function refusedBesideSources(work, key, args) {
  const alert = work.recipe.getByRole("alert");
  await until(async () => work.pattern(key, args).test((await alert.allInnerTexts()).join(" ")), `« ${key} » beside the sources`);
  equal(await work.page.getByRole("dialog").count(), 0, "dialogs");
}

/** The reason stands in the dialog, nothing can be imported, and closing leaves nothing behind. */
async function refusedInDialog(work, name, key, args) {
  const dialog = work.importDialog(name);
  const alert = dialog.getByRole("alert");
  await until(async () => work.pattern(key, args).test((await alert.allInnerTexts()).join(" ")), `« ${key} » for ${name}`);
  const apply = dialog.getByRole("button", { name: work.text("ws-import-apply"), exact: true });
  equal(await apply.getAttribute("aria-disabled"), "true", "the import button");
  await work.page.keyboard.press("Escape");
  await dialog.waitFor({ state: "detached" });
  await until(async () => (await work.recipe.getByText(name, { exact: true }).count()) === 0, `${name} leaves the sources`);
  check((await work.stepCount()) === 1, "a refused file became a step");
}

/** UTF-8 chosen for Windows-1252 bytes: refused with the line, and right again once corrected. */
async function wrongEncoding(work) {
  const name = "accents.csv";
  await work.choose(memoryFile(name, TENANTS.buffer));
  const dialog = work.importDialog(name);
  const apply = dialog.getByRole("button", { name: work.text("ws-import-apply"), exact: true });
  await until(async () => (await apply.getAttribute("aria-disabled")) === null, "the file is detected");
  const encoding = dialog.getByRole("combobox", { name: work.pattern("op-import_csv-param-encoding") });
  await encoding.selectOption({ label: work.text("op-import_csv-param-encoding-value-utf-8") });
  const alert = dialog.getByRole("alert");
  const said = await until(async () => {
    const lines = (await alert.allInnerTexts()).join(" ");
    return work.pattern("error-encoding-mismatch").test(lines) && lines;
  }, "« error-encoding-mismatch » in the dialog");
  matches(said, /\b2\b/, "the line that is named");
  await encoding.selectOption({ label: work.text("op-import_csv-param-encoding-value-cp1252") });
  await until(async () => (await apply.getAttribute("aria-disabled")) === null, "the right encoding is taken");
  await dialog.getByRole("cell", { name: "Élodie Martin" }).waitFor();
  await work.page.keyboard.press("Escape");
  await dialog.waitFor({ state: "detached" });
  await work.recipe.getByRole("button", { name: work.text("ws-file-forget", { name }), exact: true }).click();
  await until(async () => (await work.recipe.getByText(name, { exact: true }).count()) === 0, "the file is forgotten");
}
