// Hosts that send `.gz` files decoded, know no wasm, or serve from the root: the engine starts on each, and the page
// is kept for use without a network. On plain http browsers keep nothing: the page says so, and works.

import { check, until } from "../lib/check.mjs";
import { text } from "../lib/names.mjs";
import { Workspace } from "../lib/workspace.mjs";

const HABITS = [{ decodesGzip: true }, { mistypesWasm: true }, { decodesGzip: true, mistypesWasm: true }, { prefix: "/" }];

export default async function journey(stage) {
  await Promise.all(
    HABITS.map(async (habits) => {
      const site = await stage.serve(habits);
      const visitor = await stage.visitor({}, site);
      const work = await Workspace.begin(visitor);
      await work.importTenants();
      await until(async () => (await work.stepCount()) === 1, `the import on ${JSON.stringify(habits)}`);
      await work.showsRows(7);
      await work.page.goto(`${site.url}#/settings`);
      await work.page.getByText(text("fr", "offline-whole")).waitFor();
    }),
  );
  await onPlainHttp(stage);
}

async function onPlainHttp(stage) {
  const visitor = await stage.visitor({}, await stage.serve({ host: stage.plainHost }));
  const work = await Workspace.begin(visitor);
  check(!(await work.page.evaluate("isSecureContext")), "the browser trusts a plain host");
  await work.importTenants();
  await work.filter("loyer > 600");
  await work.showsRows(4);
  await work.isSaved();
  await work.page.goto(`${visitor.site.url}#/settings`);
  await work.page.getByText(text("fr", "offline-lacks-plain-http")).waitFor();
}
