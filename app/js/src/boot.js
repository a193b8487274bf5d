// Starts the application: its module is named in the page, so that no script stands inline and the
// Content-Security-Policy needs no exception. The application removes #loader; if it cannot start, #loader
// says so.

const named = (name) => new URL(document.querySelector(`meta[name="${name}"]`).content, document.baseURI);

// Until the application has read its settings, the browser's language decides.
const language = navigator.language?.startsWith("en") ? "en" : "fr";
document.documentElement.lang = language;
for (const text of document.querySelectorAll("#loader [lang]")) text.hidden = text.lang !== language;

try {
  const { default: init } = await import(named("app-js"));
  await init({ module_or_path: named("app-wasm") });
} catch (error) {
  document.getElementById("loader")?.setAttribute("data-failed", "");
  throw error;
}
