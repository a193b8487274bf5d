// A small static server for the journeys: the shipped folder under a prefix, with the habits of real hosts that
// the page must bear.

import { createServer } from "node:http";
import { readFile } from "node:fs/promises";
import { extname, join, normalize } from "node:path";

const TYPES = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".mjs": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".webmanifest": "application/manifest+json",
  ".woff2": "font/woff2",
  ".wasm": "application/wasm",
  ".gz": "application/gzip",
};

/**
 * Serves `folder` under `prefix` (`/` or `/a/b/`) on a free port of this machine.
 *
 * Habits: `decodesGzip` sends `.gz` files with a Content-Encoding, so that the browser decodes them;
 * `mistypesWasm` sends modules as plain text, as hosts do that do not know them. `beside` adds folders of the same
 * origin, by their prefixes. `host` is the name in the addresses, if the browser knows another one for this machine.
 *
 * `show` puts another folder in the place of the first, as a publication does.
 */
export async function serve(folder, { prefix = "/", decodesGzip = false, mistypesWasm = false, beside = {}, host = "127.0.0.1" } = {}) {
  let shown = folder;
  const roots = () => [...Object.entries(beside), [prefix, shown]];
  const server = createServer(async (request, response) => {
    const path = decodeURIComponent(new URL(request.url, "http://localhost").pathname);
    const [start, root] = roots().find(([start]) => path.startsWith(start)) ?? [];
    const inside = root ? normalize(path.slice(start.length)) : "..";
    if (inside.startsWith("..")) return void response.writeHead(404).end();
    const file = join(root, inside === "." || inside.endsWith("/") ? join(inside, "index.html") : inside);
    try {
      const bytes = await readFile(file);
      const isModule = /\.wasm(\.gz)?$/.test(file);
      const headers = {
        "content-type": mistypesWasm && isModule ? "text/plain" : (TYPES[extname(file)] ?? "application/octet-stream"),
        "cache-control": "no-cache",
      };
      if (decodesGzip && file.endsWith(".gz")) headers["content-encoding"] = "gzip";
      response.writeHead(200, headers).end(bytes);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  const origin = `http://${host}:${server.address().port}`;
  return {
    origin,
    url: origin + encodeURI(prefix),
    show: (folder) => (shown = folder),
    close: () => server.close(),
  };
}
