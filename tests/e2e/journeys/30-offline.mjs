// One visit, then no network: the page opens, reads a file in, computes, queries and exports as before, engine
// included. What came back from the network since then is nothing.

import { check, equal, until } from "../lib/check.mjs";
import { exercisesKept } from "../lib/kept.mjs";
import { text } from "../lib/names.mjs";
import { downloaded } from "../lib/visitor.mjs";
import { Workspace } from "../lib/workspace.mjs";

/** What a browser writes by itself when it looks for a newer version in vain. */
const NO_NETWORK = [/ERR_INTERNET_DISCONNECTED/];

export default async function journey(stage) {
  const visitor = await stage.visitor({ tolerates: NO_NETWORK });
  const first = await visitor.open("#/settings");
  await first.getByText(text("fr", "offline-whole")).waitFor({ timeout: 30_000 });
  await canBeInstalled(first);
  await exercisesKept(first);

  await visitor.context.setOffline(true);
  await first.getByText(text("fr", "offline-now")).waitFor();
  await first.getByRole("button", { name: text("fr", "offline-read"), exact: true }).click();
  await first.getByText(text("fr", "offline-now")).waitFor({ state: "detached" });
  await first.close();

  const work = await Workspace.begin(visitor);
  await work.page.getByText(work.text("offline-now")).waitFor();
  await work.importTenants();
  await work.filter("loyer > 600");
  await work.showsRows(4);
  await work.query("select ville, count(*) as n from locataires group by ville order by ville");
  await work.showsRows(2, work.sqlGrid);
  await work.isSaved();

  // Loaded again, by an address with a query too, as rooms for examinations add one.
  const address = new URL(work.page.url());
  await work.page.reload();
  await work.isReady();
  await work.settled(2);
  address.search = "?salle=4";
  await work.page.goto(address.href);
  await work.isReady();
  await work.settled(2);
  await work.showsRows(4);

  const dialog = await work.openExport();
  const table = await downloaded(work.page, () => work.button("ws-export-save", {}, dialog).click());
  const lines = table.bytes.toString("utf8").trim().split("\n");
  equal(lines.length, 5, "lines of the exported table");
  await work.page.keyboard.press("Escape");

  await visitor.context.setOffline(false);
  await work.page.getByText(work.text("offline-now")).waitFor({ state: "detached" });
}

/** The manifest and its icons are there, at the sizes that they say. */
async function canBeInstalled(page) {
  const icons = await page.evaluate(async () => {
    const address = document.querySelector('link[rel="manifest"]').href;
    const manifest = await (await fetch(address)).json();
    const sizes = manifest.icons.map(async ({ src, sizes }) => {
      const image = new Image();
      image.src = new URL(src, address);
      await image.decode();
      return [sizes, sizes === "any" ? "any" : `${image.naturalWidth}x${image.naturalHeight}`];
    });
    return { start: new URL(manifest.start_url, address).href, sizes: await Promise.all(sizes) };
  });
  equal(icons.start, page.url().split("#")[0], "where the installed page starts");
  check(icons.sizes.length >= 4, "there are icons");
  for (const [said, found] of icons.sizes) equal(found, said, "size of an icon");
  await until(() => page.evaluate("navigator.serviceWorker.controller !== null"), "the page is kept");
}
