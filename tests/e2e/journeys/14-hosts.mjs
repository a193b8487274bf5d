// Hosts that send `.gz` files decoded, know no wasm, or serve from the root: the engine starts on each.

import { until } from "../lib/check.mjs";
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
    }),
  );
}
