// axe-core finds nothing on any screen, in three themes and two languages.

import { readFileSync } from "node:fs";

import { equal } from "../lib/check.mjs";
import { PAGES, THEMES, choose, visit, walk } from "../lib/screens.mjs";

const AXE = readFileSync(new URL("../../node_modules/axe-core/axe.min.js", import.meta.url), "utf8");
const RULES = { runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] };

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

async function examine(page, screen, found) {
  if (!(await page.evaluate("typeof axe === 'object'"))) await page.evaluate(AXE);
  const violations = await page.evaluate(async (rules) => {
    const { violations } = await globalThis.axe.run(document, rules);
    return violations.map(({ id, nodes }) => [id, nodes.slice(0, 3).map((node) => `${node.html.slice(0, 160)} ⟨${node.failureSummary.split("\n")[1]?.trim() ?? ""}⟩`)]);
  }, RULES);
  for (const [id, nodes] of violations) found.push(`${screen}: ${id}: ${nodes.join(" | ")}`);
}
