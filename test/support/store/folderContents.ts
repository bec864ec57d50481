import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** The content of every file in a folder, Base64-encoded, by name. */
export function folderContents(folder: string): Record<string, string> {
  return Object.fromEntries(
    readdirSync(folder, { withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ name }) => [name, readFileSync(join(folder, name), "base64")]),
  );
}
