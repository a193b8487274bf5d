// A person without a mouse: keys only, and a focus that is never lost nor unseen.

import { check, fail, until } from "./check.mjs";
import { TENANTS } from "./files.mjs";

const MOST_TABS = 60;
/** More stops than any screen has. */
const MOST_STOPS = 250;

/** What the focus is on, through shadow roots: runs in the page. */
function focused() {
  let element = document.activeElement;
  while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
  if (!element || element === document.body || element === document.documentElement) return null;
  const box = element.getBoundingClientRect();
  const style = getComputedStyle(element);
  const rings = (of) => (of.outlineStyle !== "none" && parseFloat(of.outlineWidth) >= 2) || of.boxShadow !== "none";
  // A ring may stand on what is around the control: the editor, the labelled choice.
  let ringed = rings(style);
  for (let around = element, up = 0; !ringed && around && up < 6; up += 1) {
    around = around.parentElement ?? around.getRootNode().host;
    ringed = around ? rings(getComputedStyle(around)) : false;
  }
  // Corners and centre, as far as they are in view: what is hit there is the control, or it is covered.
  const at = (share, low, high, most) => Math.min(Math.max(low + (high - low) * share, 0), most - 1);
  const points = [0.5, 0.02, 0.98].flatMap((x) => [0.5, 0.1, 0.9].map((y) => [at(x, box.left, box.right, innerWidth), at(y, box.top, box.bottom, innerHeight)]));
  const host = element.getRootNode().host ?? element;
  const shows = points.some(([x, y]) => {
    const hit = document.elementFromPoint(x, y);
    return hit && (host.contains(hit) || hit.contains(host));
  });
  // Sentences float over the page and let the pointer through.
  const floats = [...document.querySelectorAll('[role="status"], [role="alert"]')].filter((region) => getComputedStyle(region).position === "fixed");
  const covered = floats.map((region) => region.getBoundingClientRect()).some((over) => over.width > 1 && over.left <= box.left && over.right >= box.right && over.top <= box.top && over.bottom >= box.bottom);
  return {
    covered: covered || !shows,
    isEditor: element.isContentEditable,
    name: (element.getAttribute("aria-label") ?? element.innerText ?? element.value ?? "").trim().slice(0, 80),
    tag: element.tagName.toLowerCase(),
    inView: box.width > 0 && box.bottom > 0 && box.right > 0 && box.top < innerHeight && box.left < innerWidth,
    ringed,
  };
}

/** Marks the element with the focus, and says whether it was marked already: runs in the page. */
function marked(name) {
  let element = document.activeElement;
  while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
  const known = element.creusetStop === name;
  element.creusetStop = name;
  return known;
}

export class Hands {
  constructor(page) {
    this.page = page;
  }

  /** Where the focus is; fails if it is nowhere. */
  async focus(after = "") {
    // Focus that is given once something is drawn takes a frame or two.
    for (let tries = 0; tries < 25; tries += 1) {
      const found = await this.page.evaluate(focused);
      if (found) return found;
      await this.page.waitForTimeout(40);
    }
    return fail(`the focus is lost after ${after}`);
  }

  async press(key) {
    await this.page.keyboard.press(key);
    return this.focus(key);
  }

  async type(text) {
    await this.page.keyboard.type(text);
    return this.focus("typing");
  }

  /**
   * Tabs through the whole screen, from where the focus is and around to it again. Every stop must be seen, in view
   * and uncovered; the editor is left as the page says. Gives the number of stops.
   */
  async around(screen) {
    const round = `${screen} ${Math.random()}`;
    for (let presses = 0, stops = 0; presses < MOST_STOPS; presses += 1, stops += 1) {
      await this.page.keyboard.press("Tab");
      const stop = await this.page.evaluate(focused);
      // Between the last stop and the first one the browser itself has the focus.
      if (!stop) {
        stops -= 1;
        continue;
      }
      const name = `${screen}: « ${stop.name || stop.tag} »`;
      check(stop.inView, `${name} has the focus out of view`);
      check(stop.ringed, `${name} has the focus without a visible sign`);
      check(!stop.covered, `${name} has the focus under something else`);
      if (await this.page.evaluate(marked, round)) return stops;
      if (stop.isEditor) await this.page.keyboard.press("Escape");
    }
    return fail(`${screen}: Tab does not come around`);
  }

  /** Whether this element, or what it holds in a shadow root, has the focus. */
  async isOn(locator) {
    if ((await locator.count()) === 0) return false;
    return locator.first().evaluate((element) => {
      let active = document.activeElement;
      while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
      return active === element;
    });
  }

  /** Tabs until this element has the focus; on the way every stop must be in view and visibly focused. */
  async tabTo(locator, what, key = "Tab") {
    const stops = [];
    for (let presses = 0; presses < MOST_TABS; presses += 1) {
      if (await this.isOn(locator)) return;
      const stop = await this.press(key);
      stops.push(stop.name || stop.tag);
      check(stop.inView, `« ${stop.name || stop.tag} » has the focus out of view`);
      check(stop.ringed, `« ${stop.name || stop.tag} » has the focus without a visible sign`);
    }
    fail(`${what} is not reached by ${key}: ${stops.join(" → ")}`);
  }
}

/** Reads the tenants in by keys alone; « n.c. » is how that office writes what it does not know. */
export async function importTenants(work, hands) {
  const { page } = work;
  await hands.tabTo(work.recipe.getByRole("button", { name: work.pattern("ws-add-file") }), "adding a file");
  const [chooser] = await Promise.all([page.waitForEvent("filechooser"), page.keyboard.press("Enter")]);
  await chooser.setFiles(TENANTS);
  const dialog = work.importDialog(TENANTS.name);
  const apply = dialog.getByRole("button", { name: work.text("ws-import-apply"), exact: true });
  await until(async () => (await apply.getAttribute("aria-disabled")) === null, "the file is detected");
  const nulls = dialog.getByRole("textbox", { name: work.text("op-import_csv-param-null_tokens") });
  await hands.tabTo(nulls, "the words for missing values");
  await hands.type("n.c.");
  await hands.tabTo(apply, "the import button");
  await dialog.getByRole("cell", { name: "712,5", exact: true }).waitFor();
  await hands.press("Enter");
  await work.settled(1);
}
