// Steps move by dragging as by their buttons, Esc lets go; some of them become a template that another work takes up.

import { equal, until } from "../lib/check.mjs";
import { memoryFile } from "../lib/files.mjs";
import { Workspace } from "../lib/workspace.mjs";

export default async function journey(stage) {
  const visitor = await stage.visitor();
  const work = await Workspace.begin(visitor);
  await work.importTenants();
  await work.filter("loyer > 500");
  await work.derive("par_an", "loyer * 12");
  await work.settled(3);

  const order = async () => (await work.sentences()).map((line) => Number(/loyer > 500/.test(line)));
  equal(await order(), [0, 1, 0], "the order before");
  await drag(work, 3, 2, { drops: false });
  equal(await order(), [0, 1, 0], "Esc lets go");
  await drag(work, 3, 2, { drops: true });
  await work.hears("said-step-moved", { number: 2, count: 3 });
  await until(async () => (await order()).join() === "0,0,1", "the step stands one higher");
  await work.settled(3);
  await work.page.getByRole("button", { name: work.text("undo", { edit: work.text("edit-move") }), exact: true }).click();
  await until(async () => (await order()).join() === "0,1,0", "undo moves it back");

  // Panes are resized by commands too, for who cannot drag their edge.
  const width = async () => Math.round((await work.inspector.boundingBox()).width);
  const usual = await width();
  await command(work, "ws-command-wider-right");
  await until(async () => (await width()) === usual + 80, "the inspector is wider");
  await command(work, "ws-command-narrower-right");
  await until(async () => (await width()) === usual, "the inspector has its width again");

  const dialog = await templates(work);
  await dialog.getByRole("checkbox", { name: /^2\./ }).check();
  await dialog.getByRole("checkbox", { name: /^3\./ }).check();
  const keep = dialog.getByRole("button", { name: work.text("ws-template-keep"), exact: true });
  await keep.click();
  await dialog.getByText(work.text("ws-template-name-missing"), { exact: true }).waitFor();
  await dialog.getByRole("textbox", { name: work.text("ws-template-name"), exact: true }).fill("Loyers annuels");
  await keep.click();
  await work.hears("ws-template-kept", { name: "Loyers annuels" });
  await work.page.keyboard.press("Escape");

  await work.page.close();
  const other = await Workspace.begin(visitor);
  await other.import(memoryFile("autres.csv", "ville;loyer\nBrest;450\nNantes;620\n"));
  await other.settled(1);
  const kept = await templates(other);
  await kept.getByRole("button", { name: other.text("ws-template-insert", { name: "Loyers annuels" }), exact: true }).click();
  await other.hears("said-template-inserted", { count: 2, name: "Loyers annuels" });
  await other.settled(3);
  await other.shows([["Nantes", "620", "7440"]], "the steps over another table");
  await other.page.getByRole("button", { name: other.text("undo", { edit: other.text("edit-template") }), exact: true }).click();
  await until(async () => (await other.stepCount()) === 1, "one undo takes all of it back");
}

async function command(work, key) {
  await work.page.keyboard.press("Control+k");
  await work.page.getByRole("combobox", { name: work.text("ws-palette-search") }).fill(work.text(key));
  await work.page.getByRole("option", { name: work.text(key) }).first().click();
  await work.page.getByRole("dialog").waitFor({ state: "detached" });
}

async function templates(work) {
  await work.recipe.getByRole("button", { name: work.text("ws-templates-open"), exact: true }).click();
  const dialog = work.page.getByRole("dialog", { name: work.text("ws-templates"), exact: true });
  await dialog.waitFor();
  return dialog;
}

/** Drags a step by the mouse to just above another one. */
async function drag(work, from, above, { drops }) {
  const [start, end] = await Promise.all([from, above].map((number) => work.step(number).boundingBox()));
  const { mouse } = work.page;
  await mouse.move(start.x + 60, start.y + start.height / 2);
  await mouse.down();
  await mouse.move(start.x + 60, start.y, { steps: 4 });
  await mouse.move(end.x + 60, end.y + 4, { steps: 6 });
  if (!drops) await work.page.keyboard.press("Escape");
  await mouse.up();
}
