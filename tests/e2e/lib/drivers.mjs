// Three browsers behind four verbs: open an address, evaluate a function in the page, type, press a chord.

import { spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:net";
import { chromium as playwright } from "playwright-core";
import puppeteer from "puppeteer-core";

import { until } from "./check.mjs";

/** Pauses between two keys: a page may follow each with work of its own. */
const KEY_MS = 5;

/** Wide enough for all panes to stand beside each other. */
const VIEWPORT = { width: 1366, height: 768 };

/** Chromium, from the path of its program. */
export async function chromium(program) {
  const browser = await playwright.launch({ executablePath: program, headless: true, args: ["--no-sandbox", "--disable-gpu"] });
  const page = await browser.newPage({ locale: "fr-FR", viewport: VIEWPORT });
  return {
    open: (url) => page.goto(url),
    evaluate: (run, given) => page.evaluate(run, given),
    type: (text) => page.keyboard.type(text, { delay: KEY_MS }),
    press: (chord) => page.keyboard.press(chord),
    close: () => browser.close(),
  };
}

/** Firefox over WebDriver BiDi, from the path of its program. */
export async function firefox(program) {
  const preferences = { "intl.accept_languages": "fr-FR", "intl.locale.requested": "fr" };
  const browser = await puppeteer.launch({
    browser: "firefox",
    executablePath: program,
    headless: true,
    defaultViewport: VIEWPORT,
    extraPrefsFirefox: preferences,
  });
  const page = await browser.newPage();
  return {
    open: (url) => page.goto(url),
    evaluate: (run, given) => page.evaluate(run, given),
    type: (text) => page.keyboard.type(text, { delay: KEY_MS }),
    async press(chord) {
      const keys = chord.split("+");
      for (const key of keys) await page.keyboard.down(key);
      for (const key of keys.toReversed()) await page.keyboard.up(key);
    },
    close: () => browser.close(),
  };
}

/** Key codes of WebDriver (section 17.4.2 of its standard). */
const CODES = { Control: "\uE009", Enter: "\uE007", Escape: "\uE00C" };

/** WebKitGTK over WebDriver, from the path of its MiniBrowser. Its driver stands on PATH; it wants a screen. */
export async function webkit(program) {
  const port = await freePort();
  const screen = process.env.DISPLAY ? [] : ["xvfb-run", "-a"];
  const [command, ...rest] = [...screen, "WebKitWebDriver", `--port=${port}`];
  // A group of its own: the screen and the browser end with the driver.
  const driver = spawn(command, rest, { stdio: "ignore", detached: true });
  const failed = once(driver, "error").then(([error]) => Promise.reject(error));
  failed.catch(() => {});
  const call = async (method, path, body) => {
    const answer = await fetch(`http://127.0.0.1:${port}${path}`, { method, body: body && JSON.stringify(body) });
    const { value } = await answer.json();
    if (!answer.ok) throw new Error(`${value.error}: ${value.message}`);
    return value;
  };
  const end = () => process.kill(-driver.pid);
  try {
    await Promise.race([until(() => call("GET", "/status"), "the driver answers"), failed]);
    const options = { binary: program, args: ["--automation"] };
    const capabilities = { alwaysMatch: { browserName: "MiniBrowser", "webkitgtk:browserOptions": options } };
    const { sessionId } = await call("POST", "/session", { capabilities });
    const session = `/session/${sessionId}`;
    const keys = (actions) => call("POST", `${session}/actions`, { actions: [{ type: "key", id: "keys", actions }] });
    const stroke = (value) => [{ type: "keyDown", value }, { type: "keyUp", value }];
    return {
      open: (url) => call("POST", `${session}/url`, { url }),
      evaluate: (run, given) =>
        call("POST", `${session}/execute/sync`, { script: `return (${run})(arguments[0]);`, args: [given ?? null] }),
      type: (text) => keys([...text].flatMap(stroke)),
      press(chord) {
        const codes = chord.split("+").map((key) => CODES[key] ?? key);
        const [down, up] = ["keyDown", "keyUp"].map((type) => codes.map((value) => ({ type, value })));
        return keys([...down, ...up.reverse()]);
      },
      async close() {
        await call("DELETE", session).catch(() => {});
        end();
      },
    };
  } catch (error) {
    end();
    throw error;
  }
}

async function freePort() {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address();
  server.close();
  return port;
}
