// The page's end of the protocol (engine/protocol/src/message.rs): starts the shipped worker, asks, awaits answers.

/** A `failed` answer, or the end of the worker. */
export class EngineError extends Error {}

export class Engine {
  /** Resolves once the worker of this URL says that it is ready. */
  static async start(url) {
    const engine = new Engine(new Worker(url, { type: "module" }));
    engine.build = await engine.ready;
    return engine;
  }

  constructor(worker) {
    this.worker = worker;
    this.waiting = new Map();
    this.lastId = 0;
    /** Of the recipe of the last run: questions about tables carry it. */
    this.revision = 0;
    this.ready = new Promise((resolve, reject) => this.waiting.set("ready", { resolve, reject }));
    worker.onmessage = ({ data }) => this.#receive(data);
    worker.onerror = (event) => this.#end(`the worker's script failed: ${event.message}`);
  }

  #receive({ message, bytes }) {
    if (message.type === "ready") return this.#settle("ready", (one) => one.resolve(message.build));
    if (message.type === "trapped") return this.#end(`the engine trapped: ${message.detail}`);
    const { id, response } = message;
    if (response.kind === "progress") return;
    this.#settle(id, (one) => {
      if (response.kind === "failed") one.reject(new EngineError(JSON.stringify(response)));
      else one.resolve({ ...response, ...(bytes && { bytes }) });
    });
  }

  #settle(id, settle) {
    const one = this.waiting.get(id);
    this.waiting.delete(id);
    if (one) settle(one);
  }

  #end(why) {
    this.stop();
    for (const one of this.waiting.values()) one.reject(new EngineError(why));
    this.waiting.clear();
  }

  /** Asks; the promise holds the final answer, and is rejected where that is `failed`. */
  ask(request, file) {
    const id = ++this.lastId;
    const answer = new Promise((resolve, reject) => this.waiting.set(id, { resolve, reject }));
    this.worker.postMessage({ message: { type: "ask", id, revision: this.revision, request }, ...(file && { file }) });
    return answer;
  }

  attach(name, file) {
    return this.ask({ kind: "attach", name }, file);
  }

  /** Runs a recipe (an object) as a revision of its own. */
  run(recipe) {
    this.revision += 1;
    return this.ask({ kind: "run", recipe: JSON.stringify(recipe) });
  }

  stop() {
    this.worker.terminate();
  }
}
