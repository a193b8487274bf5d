// DuckDB-Wasm as its documentation drives it: AsyncDuckDB over the `eh` bundle in a worker, a picked file registered,
// a table made by `create table … as`, results as Arrow.

const RELEASES = {
  // The current release. It fetches its Parquet reader from the network: the package has none.
  current: { folder: "/-/tests/node_modules/@duckdb/duckdb-wasm/dist/", csv: "read_csv" },
  // The last release whose package has a Parquet reader.
  parquet: { folder: "/-/tests/node_modules/duckdb-wasm-with-parquet/dist/", csv: "read_csv_auto" },
};

export class DuckDb {
  static async open(release) {
    const { folder, csv } = RELEASES[release];
    const duckdb = await import(`${folder}duckdb-browser.mjs`);
    const one = new DuckDb();
    one.csv = csv;
    one.protocol = duckdb.DuckDBDataProtocol.BROWSER_FILEREADER;
    one.db = new duckdb.AsyncDuckDB(new duckdb.VoidLogger(), new Worker(`${folder}duckdb-browser-eh.worker.js`));
    await one.db.instantiate(new URL(`${folder}duckdb-eh.wasm`, location.href).href);
    one.connection = await one.db.connect();
    one.version = (await one.connection.query("select version() as v")).get(0).v;
    return one;
  }

  /** `way`: as a `handle` that is read in slices, or as a `buffer` that is handed over whole. */
  async #import(file, table, way) {
    if (way === "handle") await this.db.registerFileHandle(file.name, file, this.protocol, true);
    else await this.db.registerFileBuffer(file.name, new Uint8Array(await file.arrayBuffer()));
    const reader = file.name.endsWith(".parquet") ? "read_parquet" : this.csv;
    await this.connection.query(`create table ${table} as select * from ${reader}('${file.name}')`);
  }

  /** Milliseconds from the first request to the last answer, for the table `data`. */
  async importData(file, way) {
    await this.connection.query("drop table if exists data");
    const start = performance.now();
    await this.#import(file, "data", way);
    const duration = performance.now() - start;
    await this.db.dropFile(file.name);
    return duration;
  }

  async importSmall(file) {
    await this.#import(file, "small", "buffer");
  }

  /** Milliseconds to the `whole` result, or to the `first` rows of it. */
  async query(sql, way) {
    const start = performance.now();
    if (way === "whole") {
      await this.connection.query(sql);
      return performance.now() - start;
    }
    const reader = await this.connection.send(sql);
    await reader.next();
    const duration = performance.now() - start;
    await reader.cancel();
    return duration;
  }

  /** The whole result, as columns of texts. */
  async read(sql) {
    const { schema } = await this.connection.query(`select * from (${sql}) limit 0`);
    const table = await this.connection.query(`select columns(*)::varchar from (${sql})`);
    return schema.fields.map(({ name }, index) => ({ name, cells: [...table.getChildAt(index)] }));
  }

  async close() {
    await this.db.terminate();
  }
}
