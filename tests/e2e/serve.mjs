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
  ".woff2": "font/woff2",
  ".wasm": "application/wasm",
  ".gz": "application/gzip",
};

/**
 * Serves `folder` under `prefix` (`/` or `/a/b/`) on a free port of this machine.
 *
 * Habits: `decodesGzip` sends `.gz` files with a Content-Encoding, so that the browser decodes them;
 * `mistypesWasm` sends modules as plain text, as hosts do that do not know them. `beside` adds folders of the same
 * origin, by their prefixes.
 */
export async function serve(folder, { prefix = "/", decodesGzip = false, mistypesWasm = false, beside = {} } = {}) {
  const roots = [...Object.entries(beside), [prefix, folder]];
  const server = createServer(async (request, response) => {
    const path = decodeURIComponent(new URL(request.url, "http://localhost").pathname);
    const [start, root] = roots.find(([start]) => path.startsWith(start)) ?? [];
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
  const origin = `http://127.0.0.1:${server.address().port}`;
  return { origin, url: origin + encodeURI(prefix), close: () => server.close() };
}
