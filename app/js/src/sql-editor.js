// `<sql-editor>`: one SQL or expression field, over CodeMirror 6.
//
// Boundary: knows text, completions and places of errors; knows neither Leptos nor the engine.
//
// Properties (the same names as attributes where text suffices):
//   value        the text
//   label        accessible name
//   hint         how to leave and to run, read after the name
//   placeholder  shown while empty
//   oneline      boolean attribute: Enter asks to run, line breaks become spaces, Tab moves on
//   readonly     boolean attribute
//   schema       JSON: {tables: {name: [column]}, columns: [{name, type}], functions: [{name, signature, info}], keywords: [word]}
//   diagnostics  JSON: [{line, column, length, message, severity}], lines and columns one-based, in characters
// Events: `edit` (the text changed by the person), `run` (Ctrl/⌘+Enter, or Enter on one line). Both bubble.
//
// A shadow root keeps the editor's styles in constructed sheets, so the page's policy needs no inline style.

import { acceptCompletion, autocompletion, closeBrackets, closeBracketsKeymap, closeCompletion, completionKeymap, completionStatus, startCompletion } from "@codemirror/autocomplete";
import { defaultKeymap, history, historyKeymap, indentWithTab } from "@codemirror/commands";
import { bracketMatching, HighlightStyle, syntaxHighlighting } from "@codemirror/language";
import { schemaCompletionSource, SQLDialect, sql } from "@codemirror/lang-sql";
import { lintKeymap, setDiagnostics } from "@codemirror/lint";
import { Compartment, EditorState, Prec } from "@codemirror/state";
import { drawSelection, EditorView, highlightActiveLine, keymap, lineNumbers, placeholder } from "@codemirror/view";
import { tags } from "@lezer/highlight";

const theme = EditorView.theme({
  "&": { color: "var(--color-text)", backgroundColor: "transparent", fontSize: "inherit", height: "100%" },
  "&.cm-focused": { outline: "none" },
  ".cm-content": { fontFamily: "var(--font-code, monospace)", caretColor: "var(--color-text)", padding: "6px 0", minHeight: "24px" },
  ".cm-line": { padding: "0 8px" },
  ".cm-scroller": { fontFamily: "var(--font-code, monospace)", lineHeight: "1.5", overflow: "auto" },
  ".cm-gutters": { backgroundColor: "transparent", color: "var(--color-muted)", border: "none" },
  ".cm-activeLine": { backgroundColor: "color-mix(in srgb, var(--color-accent) 6%, transparent)" },
  ".cm-cursor": { borderLeftColor: "var(--color-text)", borderLeftWidth: "2px" },
  "&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground": {
    backgroundColor: "color-mix(in srgb, var(--color-accent) 28%, transparent)",
  },
  ".cm-matchingBracket, &.cm-focused .cm-matchingBracket": { backgroundColor: "transparent", outline: "1px solid var(--color-accent)" },
  ".cm-placeholder": { color: "var(--color-muted)" },
  ".cm-tooltip": { backgroundColor: "var(--color-raised)", color: "var(--color-text)", border: "1px solid var(--color-border)", borderRadius: "var(--radius, 6px)", boxShadow: "var(--shadow-float)" },
  ".cm-tooltip.cm-tooltip-autocomplete > ul": { fontFamily: "var(--font-code, monospace)", maxHeight: "16em" },
  ".cm-tooltip.cm-tooltip-autocomplete > ul > li": { padding: "3px 8px", minHeight: "24px" },
  ".cm-tooltip-autocomplete ul li[aria-selected]": { backgroundColor: "var(--color-accent)", color: "var(--color-accent-text)" },
  ".cm-completionDetail": { color: "inherit", opacity: "0.85", fontStyle: "normal", marginLeft: "1em" },
  ".cm-completionMatchedText": { textDecoration: "underline" },
  ".cm-completionInfo": { maxWidth: "22em", fontFamily: "var(--font-ui, sans-serif)" },
  ".cm-lintRange-error": { backgroundImage: "none", textDecoration: "underline wavy var(--color-danger) 1.5px", textUnderlineOffset: "3px" },
  ".cm-lintRange-warning": { backgroundImage: "none", textDecoration: "underline wavy var(--color-warning) 1.5px", textUnderlineOffset: "3px" },
  ".cm-lintPoint": { position: "relative" },
  ".cm-lintPoint:after": { borderBottomColor: "var(--color-danger)" },
  ".cm-diagnostic": { borderLeft: "3px solid var(--color-danger)", padding: "4px 8px", fontFamily: "var(--font-ui, sans-serif)" },
});

const colours = HighlightStyle.define([
  { tag: tags.keyword, color: "var(--color-accent)", fontWeight: "600" },
  { tag: [tags.string, tags.special(tags.string)], color: "var(--color-success)" },
  { tag: [tags.number, tags.bool, tags.null], color: "var(--color-warning)" },
  { tag: [tags.lineComment, tags.blockComment], color: "var(--color-muted)", fontStyle: "italic" },
  { tag: [tags.standard(tags.name), tags.typeName], color: "var(--color-accent)" },
]);

const frame = `
  :host { display: block; min-height: 32px; font-size: var(--text-sm, 14px); }
  .hidden { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
  .host { height: 100%; position: relative; }
`;

const QUOTED = /[^\p{L}\p{N}_]|^\p{N}/u;

/** A name as SQL wants it: quoted where it is more than letters, digits and underscores. */
function written(name) {
  return QUOTED.test(name) ? `"${name.replaceAll('"', '""')}"` : name;
}

function parsed(text, fallback) {
  try {
    return text ? JSON.parse(text) : fallback;
  } catch {
    return fallback;
  }
}

/** Everything that may stand at the caret, each once. */
function options(schema) {
  const found = new Map();
  const add = (option) => found.has(option.label) || found.set(option.label, option);
  for (const column of schema.columns ?? []) {
    add({ label: column.name, apply: written(column.name), type: "property", detail: column.type, boost: 3 });
  }
  for (const [table, columns] of Object.entries(schema.tables ?? {})) {
    add({ label: table, apply: written(table), type: "class", boost: 2 });
    for (const column of columns) add({ label: column, apply: written(column), type: "property", detail: table, boost: 1 });
  }
  for (const { name, signature, info } of schema.functions ?? []) {
    const apply = (view, _completion, from, to) => {
      view.dispatch({ changes: { from, to, insert: `${name}()` }, selection: { anchor: from + name.length + 1 } });
    };
    add({ label: name, apply, type: "function", detail: signature, info: info || undefined });
  }
  for (const word of schema.keywords ?? []) add({ label: word.toLowerCase(), type: "keyword", boost: -1 });
  return [...found.values()];
}

function language(schema) {
  const dialect = SQLDialect.define({
    keywords: (schema.keywords ?? []).join(" ").toLowerCase(),
    builtin: (schema.functions ?? []).map(({ name }) => name).join(" "),
    types: "boolean integer bigint double decimal text varchar date timestamp time interval",
    doubleDollarQuotedStrings: false,
  });
  const all = options(schema);
  const anywhere = (context) => {
    const word = context.matchBefore(/[\p{L}\p{N}_]*/u);
    const before = word ? context.state.sliceDoc(Math.max(0, word.from - 1), word.from) : "";
    if (before === "." || (!context.explicit && (!word || word.from === word.to))) return null;
    return { from: word ? word.from : context.pos, options: all, validFor: /^[\p{L}\p{N}_]*$/u };
  };
  const members = schemaCompletionSource({ dialect, schema: schema.tables ?? {} });
  const afterDot = (context) => (context.matchBefore(/\.[\p{L}\p{N}_"]*/u) ? members(context) : null);
  return [sql({ dialect }), autocompletion({ override: [anywhere, afterDot], icons: false, aboveCursor: false })];
}

/** Offset of a one-based line and column counted in characters (not in UTF-16 units). */
function offsetOf(doc, line, column) {
  if (line < 1 || line > doc.lines) return doc.length;
  const { from, text } = doc.line(line);
  return from + [...text].slice(0, Math.max(0, column - 1)).join("").length;
}

class SqlEditor extends HTMLElement {
  static observedAttributes = ["label", "hint", "placeholder", "schema", "diagnostics", "readonly", "value"];

  #view = null;
  #value = "";
  #language = new Compartment();
  #attributes = new Compartment();
  #editable = new Compartment();
  #placeholder = new Compartment();

  constructor() {
    super();
    const root = this.attachShadow({ mode: "open", delegatesFocus: true });
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(frame);
    root.adoptedStyleSheets = [sheet];
    this.host = Object.assign(document.createElement("div"), { className: "host" });
    this.described = Object.assign(document.createElement("span"), { className: "hidden", id: "hint" });
    this.problems = Object.assign(document.createElement("span"), { className: "hidden", id: "problems" });
    root.append(this.host, this.described, this.problems);
  }

  connectedCallback() {
    // A property set before the element was defined would hide the accessor: take it over.
    for (const name of ["value", "schema", "diagnostics", "label", "hint"]) {
      if (Object.hasOwn(this, name)) {
        const early = this[name];
        delete this[name];
        this[name] = early;
      }
    }
    if (!this.#view) this.#open();
  }

  disconnectedCallback() {
    // Moving the element in the page disconnects it for an instant: close only if it stays away.
    queueMicrotask(() => {
      if (this.isConnected || !this.#view) return;
      this.#view.destroy();
      this.#view = null;
    });
  }

  attributeChangedCallback(name, _before, text) {
    if (name === "value") {
      this.value = text ?? "";
    } else if (name === "label" || name === "hint") {
      this.#reconfigure(this.#attributes, this.#named());
    } else if (name === "schema") {
      this.#reconfigure(this.#language, language(parsed(text, {})));
    } else if (name === "placeholder") {
      this.#reconfigure(this.#placeholder, placeholder(text ?? ""));
    } else if (name === "readonly") {
      this.#reconfigure(this.#editable, EditorState.readOnly.of(text !== null));
    } else if (name === "diagnostics") {
      this.#mark();
    }
  }

  get value() {
    return this.#view ? this.#view.state.doc.toString() : this.#value;
  }

  set value(text) {
    this.#value = String(text ?? "");
    if (!this.#view || this.#view.state.doc.toString() === this.#value) return;
    this.#view.dispatch({ changes: { from: 0, to: this.#view.state.doc.length, insert: this.#value } });
  }

  get schema() { return this.getAttribute("schema") ?? ""; }
  set schema(text) { this.setAttribute("schema", text ?? ""); }
  get diagnostics() { return this.getAttribute("diagnostics") ?? ""; }
  set diagnostics(text) { this.setAttribute("diagnostics", text ?? ""); }
  get label() { return this.getAttribute("label") ?? ""; }
  set label(text) { this.setAttribute("label", text ?? ""); }
  get hint() { return this.getAttribute("hint") ?? ""; }
  set hint(text) { this.setAttribute("hint", text ?? ""); }
  get oneline() { return this.hasAttribute("oneline"); }

  focus() {
    this.#view?.focus();
  }

  #open() {
    this.#view = new EditorView({
      root: this.shadowRoot,
      parent: this.host,
      state: EditorState.create({ doc: this.#value, extensions: this.#extensions() }),
    });
    this.#mark();
  }

  #extensions() {
    const ask = (view) => {
      // What is proposed would hide the answer.
      closeCompletion(view);
      this.#tell("run");
      return true;
    };
    const keys = [{ key: "Mod-Enter", run: ask }];
    if (this.oneline) keys.push({ key: "Enter", run: (view) => completionStatus(view.state) === "active" ? acceptCompletion(view) : ask(view) });
    return [
      Prec.highest(keymap.of(keys)),
      keymap.of([
        { key: "Tab", run: acceptCompletion },
        { key: "Alt-ArrowDown", run: startCompletion },
        ...closeBracketsKeymap, ...completionKeymap, ...historyKeymap, ...lintKeymap, ...defaultKeymap,
        ...(this.oneline ? [] : [indentWithTab]),
      ]),
      history(), drawSelection(), bracketMatching(), closeBrackets(),
      this.oneline ? [oneLine] : [lineNumbers(), highlightActiveLine()],
      EditorView.lineWrapping, leaveByEscape, theme, syntaxHighlighting(colours),
      this.#language.of(language(parsed(this.schema, {}))),
      this.#attributes.of(this.#named()),
      this.#placeholder.of(placeholder(this.getAttribute("placeholder") ?? "")),
      this.#editable.of(EditorState.readOnly.of(this.hasAttribute("readonly"))),
      EditorView.updateListener.of((update) => {
        if (!update.docChanged) return;
        const text = update.state.doc.toString();
        if (text === this.#value) return;
        this.#value = text;
        this.#tell("edit");
      }),
    ];
  }

  #named() {
    this.described.textContent = this.hint;
    const invalid = this.problems.textContent !== "";
    return EditorView.contentAttributes.of({
      "aria-label": this.label,
      "aria-describedby": "hint problems",
      ...(this.oneline ? { "aria-multiline": "false" } : {}),
      ...(invalid ? { "aria-invalid": "true" } : {}),
    });
  }

  #mark() {
    const list = parsed(this.diagnostics, []);
    this.problems.textContent = list.map(({ message }) => message).join(" ");
    this.#reconfigure(this.#attributes, this.#named());
    if (!this.#view) return;
    const doc = this.#view.state.doc;
    const marks = list.filter(({ line }) => line).map(({ line, column, length, message, severity }) => {
      const from = offsetOf(doc, line, column);
      const to = Math.min(doc.length, Math.max(from, offsetOf(doc, line, column + (length || 1))));
      return { from, to, message, severity: severity === "error" ? "error" : "warning" };
    });
    this.#view.dispatch(setDiagnostics(this.#view.state, marks));
  }

  #reconfigure(compartment, extension) {
    this.#view?.dispatch({ effects: compartment.reconfigure(extension) });
  }

  #tell(name) {
    this.dispatchEvent(new CustomEvent(name, { bubbles: true, composed: true, detail: this.value }));
  }
}

/** Line breaks that are pasted into a field of one line become spaces. */
const oneLine = EditorState.transactionFilter.of((transaction) => {
  if (!transaction.docChanged || transaction.newDoc.lines === 1) return transaction;
  const text = transaction.newDoc.toString().replaceAll(/\s*\n\s*/g, " ");
  return [{ changes: { from: 0, to: transaction.startState.doc.length, insert: text }, selection: { anchor: text.length } }];
});

/** After Esc, Tab moves on; any other key ends that. Without a time limit: some hands are slow. */
const leaveByEscape = EditorView.domEventHandlers({
  keydown(event, view) {
    if (event.key === "Escape" && completionStatus(view.state) === null) {
      view.setTabFocusMode(true);
    } else if (!["Tab", "Shift", "Control", "Alt", "Meta", "Escape"].includes(event.key)) {
      view.setTabFocusMode(false);
    }
    return false;
  },
  blur(_event, view) {
    view.setTabFocusMode(false);
    return false;
  },
});

if (!customElements.get("sql-editor")) customElements.define("sql-editor", SqlEditor);
