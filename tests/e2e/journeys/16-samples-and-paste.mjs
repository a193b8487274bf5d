// Tables by chance in one click, of three sizes, and a text that is pasted becomes a file like any other.

import { equal, until } from "../lib/check.mjs";
import { figure } from "../lib/names.mjs";
import { Workspace } from "../lib/workspace.mjs";

export default async function journey(stage) {
  const visitor = await stage.visitor();
  const work = await Workspace.begin(visitor);
  await size(work, work.centre, 10_000).click();
  await work.settled(1);
  await work.showsRows(10_000);
  equal((await work.columns()).slice(0, 4), ["id", "city", "category", "amount"], "columns of the sample");

  await work.recipe.getByRole("button", { name: work.text("ws-paste"), exact: true }).click();
  const paste = work.page.getByRole("dialog", { name: work.text("ws-paste-title"), exact: true });
  const go = paste.getByRole("button", { name: work.text("ws-paste-apply"), exact: true });
  await go.click();
  await paste.getByText(work.text("ws-paste-missing"), { exact: true }).waitFor();
  await paste.getByRole("textbox", { name: work.text("ws-paste-text") }).fill("ville\tloyer\nBrest\t480,5\nNantes\t712\n");
  await go.click();
  const dialog = work.importDialog(`${work.text("ws-paste-stem")}.tsv`);
  const apply = dialog.getByRole("button", { name: work.text("ws-import-apply"), exact: true });
  await until(async () => (await apply.getAttribute("aria-disabled")) === null, "the text is detected", 20_000);
  await apply.click();
  await work.settled(2);
  await work.shows(
    [
      ["Brest", "480,5"],
      ["Nantes", "712,0"],
    ],
    "the pasted table",
  );

  // Rows that are pasted where no field takes them come into the same dialog.
  await visitor.context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await work.page.evaluate(() => navigator.clipboard.writeText("n;m\n1;2\n"));
  await work.step(1).focus();
  await work.page.keyboard.press("Control+v");
  equal(await paste.getByRole("textbox", { name: work.text("ws-paste-text") }).inputValue(), "n;m\n1;2\n", "what was pasted");
  await work.page.keyboard.press("Escape");

  // From the home page, a large one; it can be scrolled to its end.
  await work.page.close();
  const page = await visitor.open("#/");
  const large = new Workspace(page);
  await size(large, page, 1_000_000).click();
  await large.isReady();
  await large.settled(1, "done", 60_000);
  await large.showsRows(1_000_000);
  await large.grid.getByRole("gridcell").first().click();
  await page.keyboard.press("Control+End");
  await until(async () => (await large.grid.getByRole("rowheader", { name: figure("fr", 1_000_000), exact: true }).count()) > 0, "the last row");
}

function size(work, within, rows) {
  return within.getByRole("button", { name: work.text("ws-rows", { rows }), exact: true });
}
