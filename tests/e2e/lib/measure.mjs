// What a page shows, measured inside it: for criteria that axe cannot see. Each function runs in the page and stands
// alone; each gives what is wrong, in words.

/** Headings that skip a level, landmarks that share a name, a language that is not the page's. */
export function structure(language) {
  const wrong = [];
  const shown = (element) => element.getClientRects().length > 0;
  const dialog = [...document.querySelectorAll("dialog[open]")].at(-1);
  const root = dialog ?? document;
  const headings = [...root.querySelectorAll("h1, h2, h3, h4, h5, h6")].filter(shown);
  const levels = headings.map((heading) => Number(heading.tagName[1]));
  if (!dialog && levels.filter((level) => level === 1).length !== 1) wrong.push(`${levels.filter((level) => level === 1).length} headings of the first level`);
  let before = dialog ? 1 : 0;
  for (const [index, level] of levels.entries()) {
    if (level > before + 1) wrong.push(`« ${headings[index].textContent.trim()} » is of level ${level} after ${before}`);
    before = level;
  }
  const nameOf = (element) => {
    const ids = (element.getAttribute("aria-labelledby") ?? "").split(/\s+/).filter(Boolean);
    return element.getAttribute("aria-label") ?? ids.map((id) => document.getElementById(id)?.textContent.trim()).join(" ");
  };
  const landmarks = [...document.querySelectorAll("main, nav, section, header, footer, aside, form[aria-label]")].filter(shown);
  const named = landmarks.map((element) => `${element.tagName.toLowerCase()} « ${nameOf(element)} »`);
  for (const name of new Set(named)) if (named.filter((other) => other === name).length > 1) wrong.push(`several landmarks ${name}`);
  for (const kind of ["main", "header.head, header", "footer"]) if (!document.querySelector(kind)) wrong.push(`no ${kind}`);
  if (document.documentElement.lang !== language) wrong.push(`the language is « ${document.documentElement.lang} »`);
  for (const table of document.querySelectorAll("table")) {
    if (shown(table) && (!table.querySelector("th[scope]") || !(table.caption ?? table.closest("[aria-label]")))) wrong.push(`a table without headers or name: ${table.textContent.slice(0, 40)}`);
  }
  return wrong;
}

/** Targets smaller than 24 by 24 pixels that have others within their circle (WCAG 2.5.8). */
export function targets() {
  const SIDE = 24;
  const dialog = [...document.querySelectorAll("dialog[open]")].at(-1);
  const chosen = 'a[href], button, input, select, textarea, summary, [role="tab"], [role="menuitem"], [role="option"], [tabindex="0"]';
  const shown = (element) => {
    const box = element.getBoundingClientRect();
    const style = getComputedStyle(element);
    return box.width > 1 && box.height > 1 && style.visibility !== "hidden" && !style.clipPath.startsWith("inset(50%");
  };
  const area = (element) => {
    // Who presses the label presses the control.
    const box = element.getBoundingClientRect();
    const label = element.labels?.[0]?.getBoundingClientRect();
    const near = label && Math.abs(label.top + label.height / 2 - box.top - box.height / 2) < SIDE;
    if (!near) return box;
    const [left, top] = [Math.min(box.left, label.left), Math.min(box.top, label.top)];
    return new DOMRect(left, top, Math.max(box.right, label.right) - left, Math.max(box.bottom, label.bottom) - top);
  };
  const all = [...(dialog ?? document).querySelectorAll(chosen)].filter(shown).map((element) => ({ element, box: area(element) }));
  const isInText = (element) => element.matches("a[href]") && getComputedStyle(element).display === "inline";
  // Panes are resized by commands of the palette as well.
  const isExcused = (element) => isInText(element) || element.getAttribute("role") === "separator";
  const isSmall = ({ box }) => box.width < SIDE - 0.5 || box.height < SIDE - 0.5;
  const distance = ({ left, top, right, bottom }, x, y) => Math.hypot(Math.max(left - x, 0, x - right), Math.max(top - y, 0, y - bottom));
  return all.filter((target) => isSmall(target) && !isExcused(target.element)).flatMap((target) => {
    const [x, y] = [target.box.left + target.box.width / 2, target.box.top + target.box.height / 2];
    const near = all.find((other) => other !== target && !other.element.contains(target.element) && !isExcused(other.element) && distance(other.box, x, y) < SIDE / 2);
    const { element, box } = target;
    const name = (element.getAttribute("aria-label") ?? element.innerText ?? element.id).trim().slice(0, 40);
    return near ? [`${element.tagName.toLowerCase()} « ${name} » is ${Math.round(box.width)} by ${Math.round(box.height)}`] : [];
  });
}

/** Controls whose accessible name lacks the words that they show (WCAG 2.5.3). */
export function labels() {
  const shownText = (node) => {
    if (node.nodeType === Node.TEXT_NODE) return node.textContent;
    if (node.nodeType !== Node.ELEMENT_NODE || node.getAttribute("aria-hidden") === "true") return "";
    if (getComputedStyle(node).clipPath.startsWith("inset(50%")) return "";
    return [...node.childNodes].map(shownText).join(" ");
  };
  const plain = (text) => text.toLowerCase().replace(/[\s\u00a0\u202f]+/g, " ").trim();
  const wrong = [];
  for (const element of document.querySelectorAll("a[aria-label], button[aria-label], [role][aria-label]")) {
    if (!element.matches('a, button, [role="tab"], [role="menuitem"]') || element.getClientRects().length === 0) continue;
    const text = plain(shownText(element));
    const signs = /^[\p{P}\p{S}\s]*$/u.test(text);
    if (!signs && !plain(element.getAttribute("aria-label")).includes(text)) wrong.push(`« ${text} » is named « ${element.getAttribute("aria-label")} »`);
  }
  return wrong;
}

/** What moves although the person asked for stillness. */
export function movement() {
  const seconds = (list) => Math.max(...list.split(",").map((part) => parseFloat(part) * (part.trim().endsWith("ms") ? 0.001 : 1)));
  const moving = [...document.querySelectorAll("body *")].filter((element) => {
    const style = getComputedStyle(element);
    return (seconds(style.transitionDuration) > 0 && style.transitionProperty !== "none") || (style.animationName !== "none" && seconds(style.animationDuration) > 0);
  });
  return moving.slice(0, 3).map((element) => `${element.tagName.toLowerCase()}.${element.className} moves`);
}

/** Elements that cut their own text, outside of the grid, whose cells are read whole by a key, and of what has its text as a title. */
export function cut() {
  const hides = (style) => [style.overflowX, style.overflowY].some((overflow) => overflow === "hidden" || overflow === "clip");
  const isCut = (element) => {
    const style = getComputedStyle(element);
    if (!hides(style) || style.clipPath.startsWith("inset(50%")) return false;
    return element.scrollWidth > element.clientWidth + 1 || element.scrollHeight > element.clientHeight + 1;
  };
  const hasText = (element) => [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.textContent.trim());
  const excused = '[role="grid"], table, [role="option"], [title]';
  return [...document.querySelectorAll("body *")]
    .filter((element) => hasText(element) && element.getClientRects().length > 0 && !element.closest(excused) && isCut(element))
    .map((element) => `« ${element.textContent.trim().slice(0, 40)} » is cut`);
}

/** The spacing that every reader may ask for (WCAG 1.4.12). */
export const SPACING = "* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; } p { margin-bottom: 2em !important; }";

/** Pairs of colours that are too alike: rings, edges of fields and marks of charts 3 : 1, words 4.5 : 1. */
export function contrasts() {
  const style = getComputedStyle(document.documentElement);
  const channels = (name) => [1, 3, 5].map((at) => parseInt(style.getPropertyValue(name).trim().slice(at, at + 2), 16) / 255);
  const linear = (value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4);
  const luminance = (name) => {
    const [red, green, blue] = channels(name).map(linear);
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const ratio = (one, other) => {
    const [low, high] = [luminance(one), luminance(other)].sort((a, b) => a - b);
    return (high + 0.05) / (low + 0.05);
  };
  const grounds = ["--color-bg", "--color-surface", "--color-raised", "--color-accent-soft"];
  const pairs = [
    ...["--focus", "--color-muted", "--color-accent"].flatMap((mark) => grounds.map((ground) => [mark, ground, 3])),
    ...["--color-text", "--color-muted", "--color-danger", "--color-warning", "--color-success"].flatMap((word) => grounds.slice(0, 3).map((ground) => [word, ground, 4.5])),
    ["--color-accent-text", "--color-accent", 4.5],
  ];
  return pairs.filter(([mark, ground, least]) => !(ratio(mark, ground) >= least)).map(([mark, ground, least]) => `${mark} on ${ground}: ${ratio(mark, ground).toFixed(2)} instead of ${least}`);
}

/** On how many lines the children of an element stand; none if they do not fit into it. */
export function lines(element) {
  if (element.scrollWidth > element.clientWidth) return 0;
  return new Set([...element.children].map((child) => Math.round(child.getBoundingClientRect().top))).size;
}
