import { t } from "@vscode/l10n";
import { maximumComponents, maximumDescriptionLength, packNameKey, type PackProperties } from "./pack.ts";

// What is wrong with what a person is typing, as a sentence; nothing when it may be entered. The backends check it again.

/** A name is a line in a list; what is longer was pasted by mistake. */
const maximumNameLength = 255;

/** Half of a surrogate pair and NUL cannot be kept. */
const unstorable = /[\p{Cs}\0]/u;

/** A name of a component, group or account. */
export function nameProblem(name: string): string | undefined {
  if (name.trim() === "") return t("A name is required.");
  const length = Array.from(name.trim()).length;
  if (length > maximumNameLength) {
    return t("A name has at most {0} characters; this one has {1}.", maximumNameLength, length);
  }
  return storableProblem(name);
}

/** Rule 1: a pack's name is required and unique in the account. `ownPackId`: the pack that is being renamed. */
export function packNameProblem(
  name: string,
  packs: readonly Pick<PackProperties, "packId" | "name">[],
  ownPackId?: string,
): string | undefined {
  const key = packNameKey(name);
  const taken = packs.find((pack) => pack.packId !== ownPackId && packNameKey(pack.name) === key);
  if (taken) return t('There is an integration pack "{0}" already. Choose another name.', taken.name);
  return nameProblem(name);
}

/** Rule 1: a description has at most 500 characters, counted as a person does. */
export function descriptionProblem(description: string): string | undefined {
  const length = Array.from(description).length;
  if (length > maximumDescriptionLength) {
    return t("A description has at most {0} characters; this one has {1}.", maximumDescriptionLength, length);
  }
  return storableProblem(description);
}

/** The text of a new packaged version: required, and never used before for the component, nor by a deleted version. */
export function packageVersionProblem(
  text: string,
  versions: readonly { readonly packageVersion: string; readonly deleted: boolean }[],
): string | undefined {
  if (text.trim() === "") return t("A version is required, such as 1.0 or hotfix-7.");
  const used = versions.find(({ packageVersion }) => packageVersion === text.trim());
  if (used?.deleted)
    return t('"{0}" was a version that is deleted. Restore it, or choose another text.', text.trim());
  if (used) return t('There is a version "{0}" already. Choose another text.', text.trim());
  return storableProblem(text);
}

export function storableProblem(text: string): string | undefined {
  return unstorable.test(text) ? t("The text has a character that cannot be kept.") : undefined;
}

/** How many components a pack can still get (rule 1). */
export function roomFor(componentCount: number): number {
  return Math.max(0, maximumComponents - componentCount);
}

/** A selection within the limit: what was selected before goes first, then what came to it, in order. */
export function withinLimit<T>(before: readonly T[], selected: readonly T[], limit: number): readonly T[] {
  if (selected.length <= limit) return selected;
  const now = new Set(selected);
  const stays = before.filter((item) => now.has(item));
  const kept = new Set(stays);
  const added = selected.filter((item) => !kept.has(item));
  return [...stays, ...added].slice(0, limit);
}
