// The same work in a second tab may be read, not written, and says so; it takes over when the first is closed.

import { check, equal, until } from "../lib/check.mjs";
import { Workspace } from "../lib/workspace.mjs";

export default async function journey(stage) {
  const visitor = await stage.visitor();
  const first = await Workspace.begin(visitor);
  await first.importTenants();
  await first.isSaved();

  const page = await visitor.open(new URL(first.page.url()).hash);
  const second = new Workspace(page);
  await second.isReady();
  await second.hears("said-read-only");
  await page.getByText(second.text("save-read-only")).first().waitFor();
  await second.showsRows(7);
  const add = second.recipe.getByRole("button", { name: second.pattern("ws-add-step") }).last();
  equal(await add.getAttribute("aria-disabled"), "true", "adding a step in the second tab");

  // The first goes on writing, untouched.
  await first.page.bringToFront();
  await first.filter("loyer > 600");
  await until(async () => (await first.stepCount()) === 2, "the first tab writes");
  await first.isSaved();
  await first.page.close();

  await page.bringToFront();
  await second.hears("said-took-over");
  await until(async () => (await second.stepCount()) === 2, "the second tab has what the first wrote");
  check((await add.getAttribute("aria-disabled")) === null, "adding a step is still refused after taking over");
  await second.step(2).click();
  await second.showsRows(4);
  await second.sort("surface");
  await until(async () => (await second.stepCount()) === 3, "the second tab writes");
}
