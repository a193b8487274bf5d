// The worker's script: loads the engine's module, hands it messages, tells the page when it traps.
//
// Boundary: it knows the envelope {message, file} and three of its messages (`ready`, `trapped` and whatever
// the engine posts itself); what is asked and answered is the engine's.
//
// The module is shipped gzip-compressed and decoded here: hosts limit the size of a file, some do not compress,
// some serve wasm under a wrong type. Every browser that has module workers and wasm SIMD has
// DecompressionStream, so nothing stands in for it.

import init, { memory_exhausted, panic_message, receive, working_on } from "./engine.js";

const BUILD = "__BUILD__";
const MODULE = new URL("./engine_bg.wasm.gz", import.meta.url);

const GZIP = [0x1f, 0x8b];
const WASM = [0x00, 0x61, 0x73, 0x6d];

function startsWith(bytes, magic) {
  return magic.every((byte, place) => bytes[place] === byte);
}

/** The first bytes of a stream (at least four, unless it is shorter), and the whole stream again. */
async function peek(stream) {
  const reader = stream.getReader();
  let head = new Uint8Array(0);
  while (head.length < WASM.length) {
    const { done, value } = await reader.read();
    if (done) break;
    const joined = new Uint8Array(head.length + value.length);
    joined.set(head);
    joined.set(value, head.length);
    head = joined;
  }
  const whole = new ReadableStream({
    start: (controller) => controller.enqueue(head),
    async pull(controller) {
      const { done, value } = await reader.read();
      if (done) controller.close();
      else controller.enqueue(value);
    },
    cancel: (reason) => reader.cancel(reason),
  });
  return { head, whole };
}

/** The module's bytes as a response that may be compiled while it arrives. */
async function fetchModule() {
  const response = await fetch(MODULE);
  if (!response.ok) throw new Error(`${MODULE.pathname}: ${response.status} ${response.statusText}`);
  const { head, whole } = await peek(response.body);
  let bytes = whole;
  if (startsWith(head, GZIP)) {
    bytes = whole.pipeThrough(new DecompressionStream("gzip"));
  } else if (!startsWith(head, WASM)) {
    // A host that sends `.gz` files with a Content-Encoding has had them decoded already; anything else is
    // some page in place of the module.
    throw new Error(`${MODULE.pathname}: not a WebAssembly module`);
  }
  return new Response(bytes, { headers: { "Content-Type": "application/wasm" } });
}

async function instantiate() {
  if (typeof WebAssembly.instantiateStreaming === "function") {
    try {
      return await init({ module_or_path: fetchModule() });
    } catch (error) {
      if (error instanceof WebAssembly.CompileError || error instanceof RangeError) throw error;
      // A policy or a proxy may refuse streaming alone: once more, in one piece.
      console.warn("streaming instantiation failed:", error);
    }
  }
  const response = await fetchModule();
  return init({ module_or_path: await response.arrayBuffer() });
}

let trapped = false;

/** What the engine left behind is asked once, and each answer may fail: its memory can be in any state. */
function ask(question, otherwise) {
  try {
    return question();
  } catch {
    return otherwise;
  }
}

function trap(error) {
  if (trapped) return;
  trapped = true;
  const thrown = error?.message ? `${error.name}: ${error.message}` : String(error);
  const panic = ask(panic_message, "");
  const message = {
    type: "trapped",
    id: ask(working_on, undefined) ?? null,
    detail: panic ? `${panic} (${thrown})` : thrown,
    memory: ask(memory_exhausted, false),
  };
  self.postMessage({ message });
}

function listen() {
  self.addEventListener("message", ({ data }) => {
    if (trapped) return;
    try {
      receive(data.message, data.file);
    } catch (error) {
      trap(error);
    }
  });
  // Work goes on in promises and microtasks: what traps there arrives here.
  self.addEventListener("error", (event) => {
    event.preventDefault();
    trap(event.error ?? event.message);
  });
  self.addEventListener("unhandledrejection", (event) => {
    event.preventDefault();
    trap(event.reason);
  });
}

try {
  await instantiate();
  listen();
  self.postMessage({ message: { type: "ready", build: BUILD } });
} catch (error) {
  // An uncaught error reaches the page as the worker's `error` event; a rejected module does not everywhere.
  reportError(error);
}
