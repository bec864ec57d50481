import * as l10n from "@vscode/l10n";
import { checkBaseUrl } from "../../backend/platform/account/checkBaseUrl.ts";
import { messageForUsers } from "../../errors/errors.ts";

// Commands may not import from a backend.
export { checkBaseUrl };

/** A region of the Boomi Platform. */
export interface Region {
  readonly name: string;
  readonly baseUrl: string;
}

/** The regions whose addresses are known. */
export function regions(): Region[] {
  return [
    { name: l10n.t("United States"), baseUrl: "https://api.boomi.com" },
    { name: l10n.t("Great Britain"), baseUrl: "https://api.platform.gb.boomi.com" },
  ];
}

/** Why a text is no address of a platform; nothing if it is one. */
export function addressProblem(text: string): string | undefined {
  try {
    checkBaseUrl(text);
    return undefined;
  } catch (error) {
    return messageForUsers(error);
  }
}
