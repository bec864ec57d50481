import * as l10n from "@vscode/l10n";
import { maximumDescriptionLength, packNameKey, type NamedPack } from "./pack.ts";

// Each function returns what is wrong with an input, as a sentence, or nothing. Input fields show it; backends check it
// again.

/** Names are shown in one line. A longer text was pasted by mistake. */
const maximumNameLength = 255;

/** Characters that the store cannot contain: half of a surrogate pair, and NUL. */
const unstorable = /[\p{Cs}\0]/u;

/** Checks the name of a component, group or account. */
export function nameProblem(name: string): string | undefined {
  if (name.trim() === "") return l10n.t("Enter a name.");
  const length = Array.from(name.trim()).length;
  if (length > maximumNameLength) {
    return l10n.t("A name has at most {0} characters; this one has {1}.", maximumNameLength, length);
  }
  return storableProblem(name);
}

/** Checks a pack's name: required and unique in the account (rule 1). `ownPackId`: the pack to rename. */
export function packNameProblem(
  name: string,
  packs: readonly NamedPack[],
  ownPackId?: string,
): string | undefined {
  const key = packNameKey(name);
  const taken = packs.find((pack) => pack.packId !== ownPackId && packNameKey(pack.name) === key);
  if (taken) return l10n.t('There already is an integration pack "{0}". Choose another name.', taken.name);
  return nameProblem(name);
}

/** Checks a pack's description: at most 500 code points (rule 1). */
export function descriptionProblem(description: string): string | undefined {
  const length = Array.from(description).length;
  if (length > maximumDescriptionLength) {
    return l10n.t(
      "A description has at most {0} characters; this one has {1}.",
      maximumDescriptionLength,
      length,
    );
  }
  return storableProblem(description);
}

/**
 * Checks the text of a new packaged version: required, and not used by any version of the component, deleted ones
 * included.
 */
export function packageVersionProblem(
  text: string,
  versions: readonly { readonly packageVersion: string; readonly deleted: boolean }[],
): string | undefined {
  if (text.trim() === "") return l10n.t("Enter a version, such as 1.0 or hotfix-7.");
  const used = versions.find(({ packageVersion }) => packageVersion === text.trim());
  if (used?.deleted)
    return l10n.t('Version "{0}" is deleted. Restore it, or choose another text.', text.trim());
  if (used) return l10n.t('There already is a version "{0}". Choose another text.', text.trim());
  return storableProblem(text);
}

/** Checks that the store can contain the text. */
export function storableProblem(text: string): string | undefined {
  return isStorable(text) ? undefined : l10n.t("The text has a character that cannot be stored.");
}

/** The text with a replacement for each character that the store cannot contain. */
export function toStorable(text: string): string {
  return text.replace(new RegExp(unstorable, "gu"), "\uFFFD");
}

/** Whether the store can contain the text. */
export function isStorable(text: string): boolean {
  return !unstorable.test(text);
}
