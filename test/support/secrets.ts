import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { inspect } from "node:util";

/** The forms in which an API token could show: as it is, and as it stands in the Authorization header, wherever it begins there. */
export function formsOf(user: string, token: string): readonly string[] {
  return [token, Buffer.from(`BOOMI_TOKEN.${user}:${token}`).toString("base64"), encodeURIComponent(token)];
}

/** Everything that can be got out of a value, as text; of an error its causes and what they hold, too. */
export function everythingIn(value: unknown): string {
  return inspect(value, { depth: 20, showHidden: true, getters: true, maxStringLength: null });
}

/** The files below the folder that hold one of the texts, hidden ones as well. */
export function filesWith(folder: string, texts: readonly string[]): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name))
    .filter((file) => {
      const bytes = readFileSync(file);
      return texts.some((text) => bytes.includes(text));
    });
}
