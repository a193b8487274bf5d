// What axe cannot see, measured on every screen in both languages: headings and landmarks, the language, the size of
// targets, names that hold the words shown, stillness, spaced text, colours of rings and marks, titles of pages; and
// the tabs of the inspector, which stand on one line at every width.

import { equal } from "../lib/check.mjs";
import { SPACING, contrasts, cut, labels, lines, movement, structure, targets } from "../lib/measure.mjs";
import { text } from "../lib/names.mjs";
import { PAGES, THEMES, choose, visit, walk } from "../lib/screens.mjs";
import { Workspace } from "../lib/workspace.mjs";

const WIDTHS = [360, 768, 1024, 1366, 1920];
const LANGUAGES = { fr: "fr-FR", en: "en-GB" };

/** Places of a page: they share its title. */
const PLACES = ["competence", "card"];

export default async function journey(stage) {
  const found = [];
  await Promise.all(Object.keys(LANGUAGES).map((language) => screens(stage, language, found)));
  equal([...new Set(found)], [], "what is wrong");
}

async function screens(stage, language, found) {
  const visitor = await stage.visitor({ locale: LANGUAGES[language] });
  const page = await visitor.open("#/");
  for (const theme of THEMES) {
    await choose(page, visitor.site, language, theme);
    for (const wrong of await page.evaluate(contrasts)) found.push(`${theme}: ${wrong}`);
  }
  const titles = new Set();
  for (const [name, route] of PAGES) {
    await visit(page, visitor.site, route);
    await measure(page, language, name, found);
    const heading = (await page.getByRole("heading", { level: 1 }).innerText()).trim();
    const title = await page.title();
    // The home page is named by what it is, not by its heading.
    const expected = name === "home" ? text(language, "page-home") : heading;
    if (title !== text(language, "title", { page: expected })) found.push(`${name}: the title is « ${title} »`);
    titles.add(title);
  }
  if (titles.size !== PAGES.length - PLACES.length) found.push(`titles that stand twice: ${[...titles]}`);
  await page.close();
  let open;
  visitor.context.on("page", (page) => (open = page));
  await walk(visitor, language, (name) => measure(open, language, name, found));
  await open.close();
  await tabs(visitor, language, found);
}

async function tabs(visitor, language, found) {
  const work = await Workspace.begin(visitor, language);
  const switched = work.page.getByRole("navigation", { name: work.text("ws-panes") });
  for (const width of WIDTHS) {
    await work.page.setViewportSize({ width, height: 768 });
    if (await switched.isVisible()) await switched.getByRole("button", { name: work.text("ws-inspector"), exact: true }).click();
    const list = work.inspector.getByRole("tablist");
    const count = await list.evaluate(lines);
    if (count !== 1) found.push(`tabs at ${width} px (${language}): ${count} lines`);
  }
}

async function measure(page, language, screen, found) {
  const say = (wrong) => found.push(...wrong.map((line) => `${screen} (${language}): ${line}`));
  say(await page.evaluate(structure, language));
  for (const check of [targets, labels, movement]) say(await page.evaluate(check));
  const before = await page.evaluate(cut);
  const spaced = await page.addStyleTag({ content: SPACING });
  const after = await page.evaluate(cut);
  await spaced.evaluate((style) => style.remove());
  say(before);
  say(after.filter((line) => !before.includes(line)).map((line) => `${line} when spaced`));
}
