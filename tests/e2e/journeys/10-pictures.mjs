// Pictures of every screen for people to look at, in four sizes and three themes, each theme in the language that
// the one before had not; without `--shots`, nothing.

import { mkdir } from "node:fs/promises";
import { join } from "node:path";

import { PAGES, THEMES, choose, visit, walk } from "../lib/screens.mjs";

const SIZES = [[360, 740], [768, 1024], [1366, 768], [1920, 1080]];
const LANGUAGES = ["fr", "en"];
/** Under this width there is room for one pane. */
const NARROW = 900;

export default async function journey(stage) {
  if (!stage.shots) return;
  for (const [row, size] of SIZES.entries()) {
    await Promise.all(THEMES.map((theme, column) => round(stage, size, theme, LANGUAGES[(row + column) % 2])));
  }
}

async function round(stage, [width, height], theme, language) {
  const visitor = await stage.visitor({ viewport: { width, height }, locale: language === "fr" ? "fr-FR" : "en-GB" });
  const folder = join(stage.shots, `${width}x${height}-${theme}-${language}`);
  await mkdir(folder, { recursive: true });
  const take = (page, name) => page.screenshot({ path: join(folder, `${name.replaceAll(" ", "-")}.png`) });
  const page = await visitor.open("#/");
  await choose(page, visitor.site, language, theme);
  for (const [name, route] of PAGES) {
    await visit(page, visitor.site, route);
    await take(page, name);
  }
  await page.close();
  let open;
  visitor.context.on("page", (page) => (open = page));
  await walk(visitor, language, (name) => take(open, name), { narrow: width < NARROW });
  await visitor.leave();
}
