// Names of the interface, read from the locales: a journey asks for a key, so that a change of wording breaks
// nothing and a lost key breaks at once.
//
// A small reader of the part of Fluent that the locales use: texts over several lines, variables, literals in
// quotes, and choices by value or by plural category.

import { readFileSync, readdirSync } from "node:fs";

const LOCALES = new URL("../../../app/locales/", import.meta.url);
const MARKS = { fr: { group: "\u202f", decimal: "," }, en: { group: ",", decimal: "." } };
const bundles = new Map();

function bundle(language) {
  if (!bundles.has(language)) {
    const folder = new URL(`${language}/`, LOCALES);
    const messages = new Map();
    for (const file of readdirSync(folder).filter((name) => name.endsWith(".ftl"))) {
      for (const [key, text] of messagesOf(readFileSync(new URL(file, folder), "utf8"))) messages.set(key, text);
    }
    bundles.set(language, messages);
  }
  return bundles.get(language);
}

/** Key and raw text of every message; lines that are indented, or close a choice, go on with the text before. */
function messagesOf(source) {
  const messages = [];
  for (const line of source.split("\n")) {
    const start = /^([a-zA-Z][\w-]*)\s*=\s?(.*)$/.exec(line);
    if (start) messages.push([start[1], [start[2]]]);
    else if (/^(\s+\S|\})/.test(line)) messages.at(-1)?.[1].push(line.startsWith("}") ? line : line.trim());
  }
  return messages.map(([key, lines]) => [key, lines.join("\n").trim()]);
}

/** A number as the page writes it. */
export function figure(language, value) {
  const { group, decimal } = MARKS[language];
  const [whole, rest] = String(Math.abs(value)).split(".");
  const grouped = whole.length >= 5 ? whole.replace(/\B(?=(\d{3})+$)/g, group) : whole;
  return `${value < 0 ? "\u2212" : ""}${grouped}${rest ? decimal + rest : ""}`;
}

/** The variants of a choice, in the order of the text: `[key] value`, the default one marked by `*`. */
function chosen(language, value, body) {
  const variants = [...body.matchAll(/(\*?)\[([^\]]+)\]\s*((?:\{[^}]*\}|[^\n])*)/g)];
  const category = typeof value === "number" ? new Intl.PluralRules(language).select(value) : undefined;
  const found =
    variants.find(([, , key]) => key === String(value)) ??
    variants.find(([, , key]) => key === category) ??
    variants.find(([, star]) => star === "*");
  return found[3];
}

/** Position of the brace that closes the one at `open`. */
function closing(text, open) {
  let depth = 0;
  for (let at = open; at < text.length; at += 1) {
    if (text[at] === "{") depth += 1;
    if (text[at] === "}" && (depth -= 1) === 0) return at;
  }
  throw new Error(`unclosed brace in « ${text} »`);
}

function pieces(language, text, args, unknown) {
  const open = text.indexOf("{");
  if (open < 0) return [text];
  const close = closing(text, open);
  const inner = text.slice(open + 1, close).trim();
  const rest = () => pieces(language, text.slice(close + 1), args, unknown);
  const before = text.slice(0, open);
  const literal = /^"(.*)"$/.exec(inner);
  if (literal) return [before, literal[1], ...rest()];
  const [, variable, body] = /^\$([\w-]+)(?:\s*->([\s\S]*))?$/.exec(inner) ?? [];
  if (!variable) throw new Error(`« ${inner} » is not understood`);
  const value = args[variable];
  if (value === undefined) return [before, unknown(variable), ...rest()];
  if (body !== undefined) return [before, ...pieces(language, chosen(language, value, body), args, unknown), ...rest()];
  return [before, typeof value === "number" ? figure(language, value) : String(value), ...rest()];
}

function message(language, key) {
  const text = bundle(language).get(key);
  if (text === undefined) throw new Error(`no message « ${key} » in ${language}`);
  return text;
}

/** The text of a key; every variable must be given. */
export function text(language, key, args = {}) {
  const missing = (variable) => {
    throw new Error(`« ${key} » needs $${variable}`);
  };
  return pieces(language, message(language, key), args, missing).join("").replaceAll("\n", " ").trim();
}

/** A pattern of the text of a key: variables that are not given, and choices by them, stand for anything. */
export function pattern(language, key, args = {}) {
  const anything = {};
  const found = pieces(language, message(language, key), args, () => anything);
  const escaped = found.map((piece) => (piece === anything ? ".*" : piece.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")));
  // White space is what the browser makes of it: it joins lines and may widen spaces.
  return new RegExp(escaped.join("").trim().replace(/\s+/g, "\\s+"), "s");
}

/** Keys of a language. */
export function keys(language) {
  return [...bundle(language).keys()];
}
