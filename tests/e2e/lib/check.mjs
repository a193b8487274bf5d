// What a journey expects: a failed expectation is a sentence, not a stack.

import { isDeepStrictEqual } from "node:util";

/** A failed expectation. */
export class Failure extends Error {}

export function fail(reason) {
  throw new Failure(reason);
}

export function check(condition, reason) {
  if (!condition) fail(reason);
}

export function equal(found, expected, what) {
  if (!isDeepStrictEqual(found, expected)) fail(`${what}: ${show(found)} instead of ${show(expected)}`);
}

export function matches(found, expected, what) {
  if (!expected.test(found)) fail(`${what}: ${show(found)} does not match ${expected}`);
}

function show(value) {
  const text = typeof value === "string" ? JSON.stringify(value) : JSON.stringify(value, null, 1);
  return text === undefined ? String(value) : text.slice(0, 800);
}

/** Waits until `probe` gives something that is not false, and gives that. */
export async function until(probe, what, timeout = 15_000) {
  const end = Date.now() + timeout;
  let last;
  while (Date.now() < end) {
    try {
      const found = await probe();
      if (found) return found;
      last = undefined;
    } catch (error) {
      last = error;
    }
    await new Promise((resolve) => setTimeout(resolve, 40));
  }
  return fail(`not within ${timeout / 1000} s: ${what}${last ? ` (${last.message.split("\n")[0]})` : ""}`);
}
