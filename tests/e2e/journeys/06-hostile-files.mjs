// Files that cannot be read are refused with the reason, beside the file or its choice; the work stays whole.

import { check, equal, matches, until } from "../lib/check.mjs";
import { TENANTS, memoryFile, sparseFile } from "../lib/files.mjs";
import { downloaded } from "../lib/visitor.mjs";
import { Workspace } from "../lib/workspace.mjs";

const TOO_LARGE_BYTES = 2 * 2 ** 30;

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
  await work.step(1).click();
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

/** UTF-8 chosen for Windows-1252 bytes: the step fails with the line, and is right once corrected. */
async function wrongEncoding(work) {
  const name = "accents.csv";
  const choose = async (within, value) =>
    within
      .getByRole("combobox", { name: work.pattern("op-import_csv-param-encoding") })
      .selectOption({ label: work.text(`op-import_csv-param-encoding-value-${value}`) });
  await work.import(memoryFile(name, TENANTS.buffer), (dialog) => choose(dialog, "utf-8"));
  const failed = work.recipe.getByRole("listitem").filter({ has: work.page.getByRole("button", { name: /^\s*2(?!\d)/ }) });
  const said = await until(async () => {
    const text = await failed.innerText();
    return work.pattern("error-encoding-mismatch").test(text) && text.includes(work.text("ws-state-failed")) && text;
  }, "« error-encoding-mismatch » beside the step");
  matches(said, work.pattern("error-encoding-mismatch", { line: 2 }), "the line that is named");

  await work.tool(2, "ws-tool-edit");
  await work.formHeading("import_csv").waitFor();
  await choose(work.inspector, "cp1252");
  await work.apply("ws-form-save");
  await work.settled(2);
  await until(async () => (await work.rows(1))[0]?.[1] === "Élodie Martin", "the accents are right");
  await work.tool(2, "ws-tool-delete");
  await until(async () => (await work.stepCount()) === 1, "the second import is taken out");
}
