// The files of the exercises: what the host has now is what is shown, without a build and without a reload; what was
// answered last stands in when there is no network; what the host has no more is kept no more.

import { cp, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";

import { check, equal } from "../lib/check.mjs";
import { text } from "../lib/names.mjs";

/** What a browser says of files that are not there, by network or by host. */
const ABSENT = [/ERR_INTERNET_DISCONNECTED/, /ERR_FAILED/, /404/];
const NAME = "exercises/thresholds.toml";

export default async function journey(stage) {
  const folder = join(stage.temporary, "site");
  await cp(stage.dist, folder, { recursive: true });
  const site = await stage.serve({});
  site.show(folder);
  const visitor = await stage.visitor({ tolerates: ABSENT }, site);
  const page = await visitor.open("#/settings");
  await page.getByText(text("fr", "offline-whole")).waitFor({ timeout: 30_000 });
  await page.reload();
  await page.getByText(text("fr", "offline-whole")).waitFor();

  const written = await readFile(join(folder, NAME), "utf8");
  equal(await answer(page, NAME), written, "the school's figures");
  const changed = `${written}# Changed by the school.\n`;
  await writeFile(join(folder, NAME), changed);
  equal(await answer(page, NAME), changed, "the figures that were changed on the host");

  await visitor.context.setOffline(true);
  equal(await answer(page, NAME), changed, "the figures without a network");
  equal(await answer(page, "exercises/never-asked.toml"), undefined, "a file that was never asked for");
  await visitor.context.setOffline(false);

  await rm(join(folder, NAME));
  equal(await answer(page, NAME), undefined, "figures that the host has no more");
  await visitor.context.setOffline(true);
  equal(await answer(page, NAME), undefined, "figures that the host had no more");
  await visitor.context.setOffline(false);

  const names = await page.evaluate(async () => {
    const kept = await Promise.all((await caches.keys()).map(async (name) => (await caches.open(name)).keys()));
    return kept.flat().map(({ url }) => url);
  });
  check(!names.some((name) => name.includes("/private/")), "what is private is on the device");
}

/** The text of a file of the site; none if there is no good answer. */
function answer(page, name) {
  return page.evaluate(async (name) => {
    const response = await fetch(name).catch(() => undefined);
    return response?.ok ? response.text() : undefined;
  }, name);
}
