import * as l10n from "@vscode/l10n";

/** The exit codes with what they mean, for the help and the documents. */
export function describeExitCodes(): (readonly [codes: string, meaning: string])[] {
  return [
    ["0", l10n.t("done, or nothing to do")],
    ["1", l10n.t("it failed before anything was sent")],
    ["2", l10n.t("wrong usage, an unreadable or invalid file, or a plan for another target")],
    ["3", l10n.t("the plan does not fit, or its hash is not the one given")],
    ["4", l10n.t("some packs were released or scheduled, then it stopped")],
    ["5", l10n.t("the outcome of a pack is unknown")],
    ["130, 143", l10n.t("interrupted before anything was sent")],
  ];
}
