// Bundles what the page needs that is not Rust: the loader, the SQL editor, the style sheet. `cargo xtask` runs
// it before trunk, which gives the results their hashed names.

import { build } from "esbuild";
import { fileURLToPath } from "node:url";

const here = fileURLToPath(new URL(".", import.meta.url));

await build({
  absWorkingDir: here,
  entryPoints: {
    boot: "src/boot.js",
    "sql-editor": "src/sql-editor.js",
    main: "../styles/main.css",
  },
  outdir: "dist",
  bundle: true,
  minify: true,
  format: "esm",
  target: ["chrome111", "firefox114", "safari16.4"],
  charset: "utf8",
  // Fonts are copied beside the style sheet as they are.
  external: ["./fonts/*"],
  legalComments: "eof",
  logLevel: "warning",
});
