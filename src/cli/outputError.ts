import * as l10n from "@vscode/l10n";
import { AdvisedError } from "./advisedError.ts";

/** Standard output cannot be written, such as on a full disk. Its code is `StoreUnavailable`. */
export class OutputError extends AdvisedError {
  constructor(message: string, options: ErrorOptions) {
    const advice = l10n.t("Make room, or write somewhere else, then run the command again.");
    super("StoreUnavailable", message, advice, options);
  }
}
