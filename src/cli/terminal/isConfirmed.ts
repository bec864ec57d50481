import * as l10n from "@vscode/l10n";
import { oneLine } from "../../model/text/visibleText.ts";
import type { Surroundings } from "./surroundings.ts";
import { toTerminalText } from "./terminalText.ts";

/** Asks a person, who confirms with "yes" alone. */
export async function isConfirmed(
  question: string,
  { ask, errorOutput, environment }: Pick<Surroundings, "ask" | "errorOutput" | "environment">,
): Promise<boolean> {
  const answer = await ask(`${toTerminalText(oneLine(question), errorOutput, environment).trimEnd()} `);
  return answer?.trim().toLowerCase() === l10n.t("yes");
}
