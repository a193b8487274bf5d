// Versions of the page for the journeys that publish one in the place of another.

import { createHash } from "node:crypto";
import { cp, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";

/**
 * Copies the folder `from` to `to` as a newer version: its page ends with a comment of this mark.
 *
 * The page of a version that is not `honest` was changed once more after its hash was listed.
 */
export async function newerVersion(from, to, mark, { honest = true } = {}) {
  await cp(from, to, { recursive: true });
  const [page, worker] = [join(to, "index.html"), join(to, "service-worker.js")];
  const before = await readFile(page);
  const after = Buffer.concat([before, Buffer.from(`<!-- ${mark} -->\n`)]);
  await writeFile(page, honest ? after : Buffer.concat([after, Buffer.from("<p>one more</p>\n")]));
  const script = await readFile(worker, "utf8");
  const [build] = /(?<="build":")[0-9a-f]{16}/.exec(script);
  await writeFile(worker, script.replace(build, hash(mark).slice(0, 16)).replace(hash(before), hash(after)));
}

function hash(bytes) {
  return createHash("sha256").update(bytes).digest("hex");
}
