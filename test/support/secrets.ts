import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { inspect } from "node:util";

/** The forms in which an API token could leak: plain, URL-encoded, and Base64-encoded as in the Authorization header. */
export function formsOf(user: string, token: string): readonly string[] {
  return [token, Buffer.from(`BOOMI_TOKEN.${user}:${token}`).toString("base64"), encodeURIComponent(token)];
}

/** Everything that can be read from a value, as text; for an error, its causes and their properties, too. */
export function everythingIn(value: unknown): string {
  return inspect(value, { depth: 20, showHidden: true, getters: true, maxStringLength: null });
}

/** The files below the folder that contain one of the texts, hidden files included. */
export function filesWith(folder: string, texts: readonly string[]): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name))
    .filter((file) => {
      const bytes = readFileSync(file);
      return texts.some((text) => bytes.includes(text));
    });
}
