// The reader's script: fetches slices of files beside the engine's thread, which has no time to while it works.
//
// Boundary: `{number, file, start, end}` comes in; `{number, buffer}` goes out, without a buffer where the file
// cannot be read. The engine reads that slice itself then, and words the error.

self.addEventListener("message", async ({ data: { number, file, start, end } }) => {
  try {
    const buffer = await file.slice(start, end).arrayBuffer();
    self.postMessage({ number, buffer }, [buffer]);
  } catch {
    self.postMessage({ number });
  }
});
