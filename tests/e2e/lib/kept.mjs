// Waits until a first visit is over: what is kept of the exercises is fetched behind the page, after the page itself.

import { until } from "./check.mjs";

const SHARED = ["referentiel.toml", "thresholds.toml", "catalog.toml", "cards/cards.toml"].map((name) => `exercises/${name}`);
/** Where the page writes down of which catalogue it has kept every pack. */
const PACKS = "creuset.kept-catalog";

/** Waits until the files of the exercises are kept. Without a network before that, what is still fetched fails. */
export async function exercisesKept(page) {
  const kept = ([shared, packs]) =>
    Promise.all(shared.map((file) => caches.match(file))).then((found) => found.every(Boolean) && localStorage.getItem(packs) !== null);
  await until(() => page.evaluate(kept, [SHARED, PACKS]), "the files of the exercises are kept");
}
