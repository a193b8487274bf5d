// What axe-core finds on a screen.

import { readFileSync } from "node:fs";

const AXE = readFileSync(new URL("../../node_modules/axe-core/axe.min.js", import.meta.url), "utf8");
const RULES = { runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] };

/** Adds what is found to the list, each with the name of the screen. */
export async function examine(page, screen, found) {
  if (!(await page.evaluate("typeof axe === 'object'"))) await page.evaluate(AXE);
  const violations = await page.evaluate(async (rules) => {
    const { violations } = await globalThis.axe.run(document, rules);
    return violations.map(({ id, nodes }) => [id, nodes.slice(0, 3).map((node) => `${node.html.slice(0, 160)} ⟨${node.failureSummary.split("\n")[1]?.trim() ?? ""}⟩`)]);
  }, RULES);
  for (const [id, nodes] of violations) found.push(`${screen}: ${id}: ${nodes.join(" | ")}`);
}
