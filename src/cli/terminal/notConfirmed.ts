import * as l10n from "@vscode/l10n";
import { AdvisedError } from "../advisedError.ts";

/** A person was asked and did not confirm. `message`: what did not happen, as a sentence. */
export function notConfirmed(message: string): AdvisedError {
  return new AdvisedError("InvalidRequest", message, l10n.t('Run the command again, and answer "yes".'));
}
