// At 320 pixels nothing but data scrolls sideways, and what is pressed is large enough for a finger.

import { equal } from "../lib/check.mjs";
import { PAGES, visit, walk } from "../lib/screens.mjs";

export default async function journey(stage) {
  const found = [];
  const visitor = await stage.visitor({ viewport: { width: 320, height: 740 }, hasTouch: true });
  const page = await visitor.open("#/");
  for (const [name, route] of PAGES) {
    await visit(page, visitor.site, route);
    await measure(page, name, found);
  }
  await page.close();
  let open;
  visitor.context.on("page", (page) => (open = page));
  await walk(visitor, "fr", (name) => measure(open, name, found), { narrow: true });
  equal(found, [], "screens that scroll sideways");
}

/** Names a screen that scrolls, with what sticks out of it; dialogs may not scroll either. */
async function measure(page, name, found) {
  const wide = await page.evaluate(() => {
    const width = document.documentElement.clientWidth;
    const scrolls = document.documentElement.scrollWidth > width;
    const dialogs = [...document.querySelectorAll("dialog[open]")].filter((dialog) => dialog.scrollWidth > dialog.clientWidth + 1 || dialog.getBoundingClientRect().right > width + 1);
    if (!scrolls && dialogs.length === 0) return null;
    const outside = [...document.querySelectorAll("body *")].filter((element) => {
      const box = element.getBoundingClientRect();
      return box.width > 0 && box.right > width + 1 && !element.closest('[role="grid"], table, pre');
    });
    const described = outside.slice(0, 3).map((element) => `${element.tagName.toLowerCase()}.${element.className} (${Math.round(element.getBoundingClientRect().right)})`);
    return `${document.documentElement.scrollWidth} px${dialogs.length ? ", dialog" : ""}: ${described.join(", ")}`;
  });
  if (wide) found.push(`${name}: ${wide}`);
}
