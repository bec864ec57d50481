import * as l10n from "@vscode/l10n";
import { UsageError } from "./usageError.ts";

/** Options that people try for secrets. */
const secretOption = /^--?((boomi|api|access|auth|pg)[-_]?)*(token|password|passwd|pass|secret)s?(=|$)/i;

/** Refuses a secret among the arguments: there is no option for any. @throws `UsageError` */
export function refuseSecrets(commandArguments: readonly string[]): void {
  const end = commandArguments.indexOf("--");
  const options = end < 0 ? commandArguments : commandArguments.slice(0, end);
  const found = options.find((argument) => secretOption.test(argument));
  if (found === undefined) return;
  throw new UsageError(
    l10n.t(
      "No option takes a secret, so {0} is refused. Shells store the commands that people type, and lists of processes show them.",
      found.replace(/=.*$/s, ""),
    ),
    l10n.t(
      "If you typed the secret, replace it. Set the environment variable BOOMI_TOKEN to the new token, or PGPASSWORD to the new password of shared records.",
    ),
  );
}
