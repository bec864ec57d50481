import { actingCharacters } from "../../model/text/visibleText.ts";

/**
 * The value as JSON in one line. Characters in it that act or that nobody sees are written as escapes, so that a name cannot
 * contain text that a person does not see.
 */
export function quotedJson(value: object): string {
  return JSON.stringify(value).replace(actingCharacters, escapeUnits);
}

function escapeUnits(character: string): string {
  return Array.from(
    { length: character.length },
    (_, at) => `\\u${character.charCodeAt(at).toString(16).padStart(4, "0")}`,
  ).join("");
}
