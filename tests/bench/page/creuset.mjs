// Our engine as the page drives it: the shipped worker, by its protocol.

import { Engine } from "../../browser/page/client.mjs";

const WINDOW_MAX = 1_000;

export class Creuset {
  static async open(worker) {
    const one = new Creuset();
    one.engine = await Engine.start(worker);
    return one;
  }

  /** Attaches a file, lets it be detected, imports it as the detection proposes: what a dropped file goes through. */
  async #import(file, table, above = []) {
    await this.engine.attach(file.name, file);
    const { detection } = await this.engine.ask({ kind: "detect", name: file.name });
    const { op, params } = detection;
    const outputs = { main: `raw.${table}` };
    const step = { id: `import_${table}`, op, op_version: 1, params: JSON.parse(params), inputs: {}, outputs };
    const files = [...above, step].map(({ params }) => ({ name: params.file, bytes: file.size }));
    const steps = [...above, step];
    const report = await this.engine.run({ format: "creuset.recipe", version: 1, title: "bench", files, steps });
    const failed = report.steps.filter(({ state }) => state !== "done" && state !== "cached");
    if (failed.length > 0) throw new Error(JSON.stringify(failed));
    this.steps = steps;
  }

  /** Milliseconds from the first request to the last answer, for the table `data`. */
  async importData(file) {
    const start = performance.now();
    await this.#import(file, "data");
    return performance.now() - start;
  }

  async importSmall(file) {
    await this.#import(file, "small", this.steps);
  }

  /** Milliseconds from the posted query to its answer with the first rows. */
  async query(sql, limit) {
    const start = performance.now();
    await this.engine.ask({ kind: "query", sql, limit, keep: true });
    return performance.now() - start;
  }

  /** The whole result, as columns of texts. */
  async read(sql) {
    const { info } = await this.engine.ask({ kind: "query", sql, limit: 1, keep: true });
    const columns = info.columns.map(({ name }) => ({ name, cells: [] }));
    for (let offset = 0; offset < info.rows; offset += WINDOW_MAX) {
      const window = await this.engine.ask({ kind: "query_window", offset, limit: WINDOW_MAX });
      window.columns.forEach(({ cells }, index) => columns[index].cells.push(...cells));
    }
    return columns;
  }

  close() {
    this.engine.stop();
  }
}
