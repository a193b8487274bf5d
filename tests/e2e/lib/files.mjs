// Files that journeys bring along: small ones in memory, large ones made on the disk.

import { createWriteStream } from "node:fs";
import { open } from "node:fs/promises";
import { once } from "node:events";
import { join } from "node:path";

/** A file in memory, as a file chooser takes it. */
export function memoryFile(name, bytes, mimeType = "text/csv") {
  return { name, mimeType, buffer: Buffer.isBuffer(bytes) ? bytes : Buffer.from(bytes) };
}

/** Tenants as an office writes them: Windows-1252, semicolons, decimal commas, their own word for a missing value, a short line. */
export const TENANTS = memoryFile(
  "locataires.csv",
  Buffer.from(
    [
      "id;nom;ville;loyer;surface",
      "1;Élodie Martin;Nantes;712,50;41",
      "2;Noël Petit;Brest;480,00;28",
      "3;Chloé Roux;Nantes;905,25;63",
      "4;Zoé Blanc;Rennes;650,00;39",
      "5;Léa Morel;Brest;n.c.;52",
      "6;Hélène Faure;Rennes;1020,75;70",
      "7;trop court",
      "8;André Colin;Nantes;598,10;33",
      "",
    ].join("\r\n"),
    "latin1",
  ),
);

const CHUNK_ROWS = 20_000;

/** Writes a CSV of `rows` lines on the disk; `line` gives the text of a row by its index. */
export async function largeCsv(folder, name, header, rows, line) {
  const path = join(folder, name);
  const stream = createWriteStream(path);
  stream.write(`${header}\n`);
  for (let start = 0; start < rows; start += CHUNK_ROWS) {
    const end = Math.min(rows, start + CHUNK_ROWS);
    let text = "";
    for (let row = start; row < end; row += 1) text += `${line(row)}\n`;
    if (!stream.write(text)) await once(stream, "drain");
  }
  stream.end();
  await once(stream, "finish");
  return path;
}

/** A file of this length that takes no room on the disk: a first line, then nothing but holes. */
export async function sparseFile(folder, name, bytes, head = "") {
  const path = join(folder, name);
  const file = await open(path, "w");
  await file.write(head);
  await file.truncate(bytes);
  await file.close();
  return path;
}
