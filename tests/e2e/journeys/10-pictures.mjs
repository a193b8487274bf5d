// Pictures of every screen for people to look at, in two sizes and two themes; without `--shots`, the walk alone.

import { mkdir } from "node:fs/promises";
import { join } from "node:path";

import { PAGES, choose, visit, walk } from "../lib/screens.mjs";

const SIZES = [[1366, 768], [360, 740]];

export default async function journey(stage) {
  if (!stage.shots) return;
  for (const [width, height] of SIZES) {
    for (const theme of ["light", "dark"]) {
      const visitor = await stage.visitor({ viewport: { width, height } });
      const folder = join(stage.shots, `${width}x${height}-${theme}`);
      await mkdir(folder, { recursive: true });
      const take = (page, name) => page.screenshot({ path: join(folder, `${name.replaceAll(" ", "-")}.png`) });
      const page = await visitor.open("#/");
      await choose(page, visitor.site, "fr", theme);
      for (const [name, route] of PAGES) {
        await visit(page, visitor.site, route);
        await take(page, name);
      }
      await page.close();
      let open;
      visitor.context.on("page", (page) => (open = page));
      const narrow = width < 900;
      await walk(visitor, "fr", (name) => take(open, name), { narrow });
      await visitor.leave();
    }
  }
}
