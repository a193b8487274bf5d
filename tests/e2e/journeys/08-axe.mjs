// axe-core finds nothing on any screen, in three themes and two languages.

import { examine } from "../lib/axe.mjs";
import { equal } from "../lib/check.mjs";
import { PAGES, THEMES, choose, visit, walk } from "../lib/screens.mjs";

/** Every theme in both languages; the workspace, which takes longer, in every theme and each language at least once. */
const ROUNDS = THEMES.flatMap((theme, index) => ["fr", "en"].map((language, other) => ({ theme, language, walks: index % 2 === other })));

export default async function journey(stage) {
  const found = [];
  await Promise.all(ROUNDS.map((round) => oneRound(stage, round, found)));
  equal([...new Set(found)], [], "violations");
}

async function oneRound(stage, { theme, language, walks }, found) {
  const visitor = await stage.visitor({ locale: language === "fr" ? "fr-FR" : "en-GB" });
  const page = await visitor.open("#/");
  await choose(page, visitor.site, language, theme);
  for (const [name, route] of PAGES) {
    await visit(page, visitor.site, route);
    await examine(page, `${name} (${theme}, ${language})`, found);
  }
  await page.close();
  if (!walks) return;
  let open;
  visitor.context.on("page", (page) => (open = page));
  await walk(visitor, language, (name) => examine(open, `${name} (${theme}, ${language})`, found));
}
