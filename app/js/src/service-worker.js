// Keeps one version of the page on the device, so that it works without a network.
//
// Boundary: it answers for the files of its list, and for those of the exercises, and for nothing else. Whether a
// newer version takes the place of this one is the person's word, which the page brings; nothing here decides it.
//
// The list (a build's name, and each file with the hashes of what it may hold) is put in by `cargo xtask` when
// the site is put together. A site without a list is one that is being worked on: nothing is kept of it.
//
// Exercises are not of the build: an instructor changes them on the host. They are asked for each time, and what was
// answered last stands in when the host is out of reach. Their hashes are the page's to hold, by the catalogue.

const PRECACHE = "__PRECACHE__";

const PAGE = new URL("./", self.location).href;
// Caches belong to the origin: copies of the page under other paths have theirs.
const FAMILY = `creuset ${new URL(PAGE).pathname} `;
const CACHE = FAMILY + PRECACHE.build;
const EXERCISES = new URL("exercises/", PAGE).href;
/** What was last answered of the exercises, over the versions of the page. */
const ANSWERED = FAMILY + "exercises";
const LISTED = new Map(PRECACHE.files.map(({ path, sha256 }) => [new URL(path, PAGE).href, sha256]));

/** How long the host may take where there is an answer of it already, in milliseconds. */
const PATIENCE = 4_000;

/** What said how the bytes came: they are stored as they are. */
const OF_TRANSPORT = ["content-encoding", "content-length", "transfer-encoding", "vary"];

async function digest(bytes) {
  const hash = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return Array.from(hash, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** A response that can be stored, if it holds what the list says. */
async function verified(response, hashes) {
  if (!response?.ok) return undefined;
  const bytes = await response.arrayBuffer();
  if (!hashes.includes(await digest(bytes))) return undefined;
  const headers = new Headers(response.headers);
  for (const name of OF_TRANSPORT) headers.delete(name);
  return new Response(bytes, { headers });
}

/** A file from what an older version kept, from the browser's own cache, or from the host: the first that is right. */
async function obtained(url, hashes) {
  const kept = await verified(await caches.match(url), hashes);
  if (kept) return kept;
  for (const cache of ["default", "reload"]) {
    const fetched = await verified(await fetch(url, { cache }), hashes);
    if (fetched) return fetched;
  }
  throw new Error(`${url} is not the file of build ${PRECACHE.build}`);
}

/** All of the list or nothing: a version that is not whole is not installed, and the one before stays. */
async function keepAll() {
  const cache = await caches.open(CACHE);
  try {
    await Promise.all([...LISTED].map(async ([url, hashes]) => cache.put(url, await obtained(url, hashes))));
  } catch (error) {
    await caches.delete(CACHE);
    throw error;
  }
}

async function forgetOthers() {
  const names = await caches.keys();
  const others = names.filter((name) => name.startsWith(FAMILY) && name !== CACHE && name !== ANSWERED);
  await Promise.all(others.map((name) => caches.delete(name)));
  await self.clients.claim();
}

/** The listed address that a request is about. The page is the same whatever stands in its query. */
function listed(request) {
  const url = new URL(request.url);
  const page = new URL(PAGE);
  const isPage = url.origin === page.origin && [page.pathname, `${page.pathname}index.html`].includes(url.pathname);
  if (request.mode === "navigate" && isPage) return LISTED.has(PAGE) ? PAGE : undefined;
  url.hash = "";
  return LISTED.has(url.href) ? url.href : undefined;
}

async function answer(url, request) {
  const cache = await caches.open(CACHE);
  return (await cache.match(url)) ?? fetch(request);
}

/** The address of a file of the exercises that a request is about. */
function ofExercises(request) {
  const url = new URL(request.url);
  url.hash = "";
  return PRECACHE.build && url.href.startsWith(EXERCISES) ? url.href : undefined;
}

/** The file as the host has it now, or as it was last answered. What the host has no more is kept no more. */
async function latest(url) {
  const cache = await caches.open(ANSWERED);
  const kept = await cache.match(url);
  try {
    const answered = await fetch(url, { cache: "no-cache", signal: kept && AbortSignal.timeout(PATIENCE) });
    if (answered.status >= 500 && kept) return kept;
    if (answered.status === 404) await cache.delete(url);
    // A device without room for it still shows it.
    if (answered.ok) await cache.put(url, answered.clone()).catch(() => undefined);
    return answered;
  } catch (error) {
    if (kept) return kept;
    throw error;
  }
}

/** Takes the place of the version before, unless another tab works with it: that one is not pulled from under it. */
async function takeOver(asking) {
  const tabs = await self.clients.matchAll({ type: "window", includeUncontrolled: true });
  const others = tabs.filter(({ id, url }) => id !== asking.id && url.startsWith(PAGE));
  if (others.length > 0) asking.postMessage({ type: "other-tabs", count: others.length });
  else await self.skipWaiting();
}

self.addEventListener("install", (event) => event.waitUntil(keepAll()));
self.addEventListener("activate", (event) => event.waitUntil(forgetOthers()));
self.addEventListener("fetch", (event) => {
  const url = event.request.method === "GET" ? listed(event.request) : undefined;
  if (url) event.respondWith(answer(url, event.request));
  const exercise = event.request.method === "GET" ? ofExercises(event.request) : undefined;
  if (!url && exercise) event.respondWith(latest(exercise));
});
self.addEventListener("message", (event) => {
  if (event.data?.type === "take-over") event.waitUntil(takeOver(event.source));
});
