// A newer version in the place of the open one: refused if its files are not right, else announced; put in place
// only when it is asked for, and not while another tab works with the one before. The work is intact.

import { join } from "node:path";

import { check, equal, until } from "../lib/check.mjs";
import { text } from "../lib/names.mjs";
import { newerVersion } from "../lib/versions.mjs";
import { Workspace } from "../lib/workspace.mjs";

/** What the browser says of a version that it could not install. */
const REFUSED = [/is not the file of build/];

export default async function journey(stage) {
  const [broken, newer] = ["broken", "newer"].map((name) => join(stage.temporary, name));
  await newerVersion(stage.dist, broken, "broken", { honest: false });
  await newerVersion(stage.dist, newer, "newer");
  const site = await stage.serve({});
  const visitor = await stage.visitor({ tolerates: REFUSED }, site);
  const work = await Workspace.begin(visitor);
  await work.importTenants();
  await work.filter("loyer > 600");
  await work.showsRows(4);
  await work.isSaved();
  const settings = await visitor.open("#/settings");
  await settings.getByText(text("fr", "offline-whole")).waitFor({ timeout: 30_000 });

  site.show(broken);
  await settings.reload();
  await settings.getByText(text("fr", "newer-refused")).waitFor();
  await settings.getByText(text("fr", "offline-whole")).waitFor();
  equal(await version(settings), "", "the version that is open");

  site.show(newer);
  await settings.reload();
  await settings.getByText(text("fr", "newer-waiting")).waitFor();
  await work.hears("newer-waiting");
  await work.settled(2);
  equal(await version(settings), "", "the version that is open while the newer one waits");

  // Put off, it comes back with the next visit.
  await settings.getByRole("button", { name: text("fr", "newer-later"), exact: true }).click();
  await settings.getByText(text("fr", "newer-waiting")).waitFor({ state: "detached" });

  // Another tab is not pulled from under the person.
  await work.page.bringToFront();
  await work.button("newer-take").click();
  await work.hears("newer-other-tabs", { count: 1 });
  await work.settled(2);
  equal(await version(work.page), "", "the version that is open beside another tab");

  await settings.close();
  await until(async () => {
    if ((await version(work.page)) === "newer") return true;
    const take = work.button("newer-take");
    if (await take.isVisible()) await take.click({ timeout: 2_000 });
    return false;
  }, "the newer version is open");
  await work.isReady();
  await work.settled(2);
  await work.showsRows(4);
  check((await work.page.getByRole("button", { name: work.text("newer-take"), exact: true }).count()) === 0, "it is announced again");
  await work.page.goto(`${site.url}#/settings`);
  await work.page.getByText(text("fr", "offline-whole")).waitFor();
  // What was answered of the exercises is of no version.
  const caches = await work.page.evaluate(async () => (await caches.keys()).filter((name) => !name.endsWith(" exercises")).length);
  equal(caches, 1, "copies of the page on the device");
}

/** The mark of a newer version; none in the first one. */
function version(page) {
  return page.evaluate(() => {
    const comments = [...document.childNodes, ...document.body.childNodes].filter((node) => node.nodeType === Node.COMMENT_NODE);
    return comments.map((comment) => comment.data.trim()).find((text) => text === "newer" || text === "broken") ?? "";
  });
}
