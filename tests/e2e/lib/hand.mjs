// A hand for browsers whose drivers know no roles: it finds by role and accessible name inside the page.

import { until } from "./check.mjs";
import { pattern } from "./names.mjs";

export class Hand {
  constructor(driver, language) {
    this.driver = driver;
    this.language = language;
  }

  /** What the message of a key looks like on the screen. */
  name(key, args) {
    return pattern(this.language, key, args).source;
  }

  async #act(deed, role, key, args, given) {
    const sought = { deed, role, name: this.name(key, args), given };
    await until(() => this.driver.evaluate(inPage, sought), `${deed}: ${role} « ${key} »`, 30_000);
  }

  /** Presses what can be pressed, as soon as it can. */
  press(role, key, args) {
    return this.#act("click", role, key, args);
  }

  /** Puts the cursor into a field and types in the place of what stands there. */
  async write(role, key, text) {
    await this.#act("focus", role, key);
    await this.driver.press("Control+a");
    await this.driver.type(text);
  }

  /** Waits until there is one. */
  sees(role, key, args) {
    return this.#act("see", role, key, args);
  }

  /** Gives a file to the field for files. */
  async choose(key, { name, buffer }) {
    await this.#act("choose", "file", key, {}, { name, bytes: [...buffer] });
  }

  /** Texts of all that have a role; of any name. */
  texts(role) {
    return this.driver.evaluate(inPage, { deed: "read", role, name: "" });
  }
}

/** Runs in the page, so it stands alone. Gives whether the deed was done, or the texts that were read. */
function inPage({ deed, role, name, given }) {
  const selectors = {
    button: 'button, [role="button"]',
    link: "a[href]",
    textbox: '[role="textbox"], textarea, input:not([type]), input[type="text"]',
    combobox: '[role="combobox"]',
    option: '[role="option"]',
    gridcell: '[role="gridcell"]',
    heading: "h1, h2, h3",
    definition: "dd",
    file: 'input[type="file"]',
  };
  const all = (root) => {
    const inside = [...root.querySelectorAll("*")].filter((element) => element.shadowRoot);
    return [...root.querySelectorAll(selectors[role]), ...inside.flatMap((element) => all(element.shadowRoot))];
  };
  const nameOf = (element) => {
    const label = element.getAttribute("aria-labelledby") ?? "";
    const labels = label.split(/\s+/).map((id) => element.getRootNode().getElementById?.(id)?.textContent ?? "");
    const own = (element.labels?.[0] ?? element).cloneNode(true);
    for (const drawn of own.querySelectorAll('[aria-hidden="true"]')) drawn.remove();
    return (element.getAttribute("aria-label") || labels.join(" ").trim() || own.textContent.trim() || element.title || "").trim();
  };
  const shown = (element) => role === "file" || element.getClientRects().length > 0;
  const ready = (element) => !element.disabled && element.getAttribute("aria-disabled") !== "true";
  const sought = new RegExp(`^${name}`);
  const found = all(document).filter((element) => shown(element) && sought.test(nameOf(element)));
  if (deed === "read") return found.map((element) => element.innerText.trim());
  const element = found.find(ready);
  if (!element) return false;
  if (deed === "click") element.click();
  if (deed === "focus") {
    element.focus();
    return element.getRootNode().activeElement === element;
  }
  if (deed === "choose") {
    const files = new DataTransfer();
    files.items.add(new File([new Uint8Array(given.bytes)], given.name, { type: "text/csv" }));
    element.files = files.files;
    element.dispatchEvent(new Event("change", { bubbles: true }));
  }
  return true;
}
