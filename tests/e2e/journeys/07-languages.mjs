// French, English and back, on every page, without a reload and without losing anything.

import { equal, until } from "../lib/check.mjs";
import { text } from "../lib/names.mjs";
import { Workspace } from "../lib/workspace.mjs";

const OTHER = { fr: "en", en: "fr" };
const NAMES = { fr: "Français", en: "English" };

async function speaks(page, language, title) {
  await until(async () => (await page.locator("html").getAttribute("lang")) === language, `<html lang="${language}">`);
  await until(async () => (await page.title()) === text(language, "title", { page: title }), `the title in ${language}`);
}

async function change(page, language) {
  await page.getByRole("button", { name: NAMES[language], exact: true }).click();
}

export default async function journey(stage) {
  const visitor = await stage.visitor();
  const page = await visitor.open("#/");
  await speaks(page, "fr", text("fr", "page-home"));
  for (const [route, title] of [["#/", "page-home"], ["#/settings", "page-settings"], ["#/accessibility", "page-accessibility"]]) {
    await page.goto(visitor.site.url + route);
    for (const language of ["en", "fr"]) {
      await change(page, language);
      await speaks(page, language, text(language, title));
      const heading = { "page-home": "home-heading" }[title] ?? title;
      await page.getByRole("heading", { level: 1, name: text(language, heading) }).waitFor();
    }
  }
  await page.goto(`${visitor.site.url}#/help/sql`);
  const french = await page.getByRole("main").innerText();
  await change(page, "en");
  await until(async () => (await page.getByRole("main").innerText()) !== french, "the help in English");
  await change(page, "fr");
  await until(async () => (await page.getByRole("main").innerText()) === french, "the help in French again");
  await page.close();

  await inTheWorkspace(visitor);

  // A browser that speaks English is answered in English.
  const guest = await stage.visitor({ locale: "en-GB" });
  await speaks(await guest.open("#/"), "en", text("en", "page-home"));
}

async function inTheWorkspace(visitor) {
  const work = await Workspace.begin(visitor);
  await work.importTenants();
  await work.filter("loyer > 600");
  await work.showsRows(4);
  for (const language of ["en", "fr"]) {
    await change(work.page, language);
    work.language = language;
    await work.settled(2);
    await work.recipe.waitFor();
    await work.showsRows(4);
    equal((await work.rows(1))[0][3], language === "en" ? "712.5" : "712,5", `decimals in ${language}`);
    await speaks(work.page, language, text(language, "work-untitled"));
  }
  await work.page.reload();
  await work.isReady();
  equal(await work.page.getByRole("button", { name: NAMES[OTHER.fr], exact: true }).count(), 1, "the choice after a reload");
}
