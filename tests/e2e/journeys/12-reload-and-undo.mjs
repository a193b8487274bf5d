// A reload in the middle of a form loses at most that form; undo and redo walk through every kind of edit.

import { equal, until } from "../lib/check.mjs";
import { Workspace } from "../lib/workspace.mjs";

export default async function journey(stage) {
  const visitor = await stage.visitor();
  const work = await Workspace.begin(visitor);
  await work.importTenants();
  await work.filter("loyer > 500");
  await work.derive("par_an", "loyer * 12");
  await work.showsRows(5);

  await work.tool(2, "ws-tool-edit");
  await work.formHeading("filter").waitFor();
  await work.field("op-filter-param-condition").fill("loyer > 1");
  await work.isSaved();
  await work.page.reload();
  await work.isReady();
  await until(async () => (await work.stepCount()) === 3, "three steps after the reload");
  await work.step(3).click();
  await work.showsRows(5);

  // Switched off, the first step lets its table through: those below go on.
  await work.tool(2, "ws-tool-disable");
  await work.step(3).click();
  await work.showsRows(7);
  await until(async () => (await work.sentences())[2].includes(work.text("ws-state-done")), "the step below is done");
  await work.tool(3, "ws-tool-up");
  await until(async () => (await work.sentences())[1].includes("par_an"), "the step stands one higher");
  await work.tool(3, "ws-tool-delete");
  await until(async () => (await work.stepCount()) === 2, "the step is gone");
  const states = [await work.stepCount()];

  await work.page.getByRole("textbox", { name: work.text("work-title"), exact: true }).fill("Loyers");
  await work.page.keyboard.press("Enter");
  await until(async () => (await work.page.title()) === work.text("title", { page: "Loyers" }), "the title of the work");

  const undo = async (edit) => {
    await work.page.getByRole("button", { name: work.text("undo", { edit: work.text(edit) }), exact: true }).click();
    await work.hears("said-undone", { edit: work.text(edit) });
  };
  for (const edit of ["edit-title", "edit-remove", "edit-move", "edit-disable"]) {
    await undo(edit);
    states.push(await work.stepCount());
  }
  equal(states, [2, 2, 3, 3, 3], "steps on the way back");
  await work.step(3).click();
  await work.showsRows(5);
  for (const edit of ["edit-disable", "edit-move", "edit-remove"]) {
    await work.page.getByRole("button", { name: work.text("redo", { edit: work.text(edit) }), exact: true }).click();
    await work.hears("said-redone", { edit: work.text(edit) });
  }
  await until(async () => (await work.stepCount()) === 2, "two steps after doing all again");
  await work.step(2).click();
  await work.showsRows(7);
}
