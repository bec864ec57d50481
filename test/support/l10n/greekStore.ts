import { parseSnapshot } from "../../../src/model/snapshot/parseSnapshot.ts";
import type { Snapshot } from "../../../src/model/snapshot/snapshot.ts";
import { store } from "../fixtures/store.ts";

/** The Greek letters that stand for `a` to `z`. */
const letters = "αβψδεφγηιξκλμνοπθρστυωςχζϊ";

/** The keys whose texts are words of the format, dates or zones. */
const words = /^(\$schema|type|installationType|deploymentModel|event|trigger|timeZone|date|.*(Date|At)|at)$/;

/** The store of the fixtures with names, versions and notes in Greek letters, so that no data look like an English text. */
export function greekStore(): Snapshot {
  const content = store();
  // The type of an included component is any text, so it is not one of the words for the type of a component here.
  const components = content.components.map((component) => ({
    ...component,
    versions: component.versions.map(({ includedComponents = [], ...version }) => ({
      ...version,
      includedComponents: includedComponents.map((included) => ({ ...included, type: `${included.type}.` })),
    })),
  }));
  return parseSnapshot(translate({ ...content, components }, ""));
}

/** A text in Greek letters, such as `Οσδες` for `Order`. */
export function inGreek(text: string): string {
  return text.replaceAll(/[A-Za-z]/g, (letter) => {
    const greek = letters[letter.toLowerCase().charCodeAt(0) - 97] ?? letter;
    return letter === letter.toLowerCase() ? greek : greek.toUpperCase();
  });
}

function translate(value: unknown, key: string): unknown {
  if (typeof value === "string") return isWord(key, value) ? value : inGreek(value);
  if (Array.isArray(value)) {
    return value.map((item: unknown) => translate(item, typeof item === "string" ? key : ""));
  }
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).map(([name, each]) => [
    key === "versions" ? inGreek(name) : name,
    translate(each, name),
  ]);
  return Object.fromEntries(entries);
}

/** Whether a text is a word of the format. */
function isWord(key: string, value: string): boolean {
  return words.test(key) && (key !== "type" || /^(process|webservice)$/.test(value));
}
