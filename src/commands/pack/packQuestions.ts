import * as l10n from "@vscode/l10n";
import { descriptionProblem, packNameProblem } from "../../model/pack/inputProblems.ts";
import type { PackSummary } from "../../model/pack/pack.ts";
import type { Steps } from "../../ui/ask/steps.ts";

/** Asks for the name of a pack. A pack may have its `own` current name. */
export function askForPackName(
  steps: Steps,
  packs: readonly PackSummary[],
  own?: PackSummary,
): Promise<string> {
  return steps.text({
    prompt: l10n.t("Pack name (must be unique)"),
    value: own?.name ?? "",
    problem: (name) => packNameProblem(name, packs, own?.packId),
  });
}

/** Asks for the description of a pack. */
export function askForPackDescription(steps: Steps, value = ""): Promise<string> {
  return steps.text({
    prompt: l10n.t("Description for those who install the pack (optional)"),
    value,
    problem: descriptionProblem,
  });
}
