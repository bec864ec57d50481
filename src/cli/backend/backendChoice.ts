import * as l10n from "@vscode/l10n";
import { resolve } from "node:path";
import type { OptionValues } from "../optionValues.ts";
import type { Surroundings } from "../terminal/surroundings.ts";
import { UsageError } from "../usageError.ts";

/** The backend that options and environment name. */
export type BackendChoice =
  | { readonly backend: "local"; readonly file: string }
  | {
      readonly backend: "platform";
      /** What `--records` names; left out for the default file. */
      readonly records?: string;
    };

/** Reads which backend to open. @throws `UsageError` where it is not exactly one */
export function backendChoice(
  options: OptionValues,
  { environment, workingFolder }: Pick<Surroundings, "environment" | "workingFolder">,
): BackendChoice {
  const storeOption = options.text("store");
  const store = storeOption ?? environment["INTEGRATION_PACKS_STORE"] ?? "";
  const recordsOption = options.text("records");
  const records = recordsOption ?? environment["INTEGRATION_PACKS_RECORDS"] ?? "";
  if (storeOption === "" || recordsOption === "")
    throw emptyName(storeOption === "" ? "--store" : "--records");
  if (options.flag("platform")) {
    if (store !== "") throw both(storeOption === undefined ? "INTEGRATION_PACKS_STORE" : "--store");
    return { backend: "platform", ...(records !== "" && { records }) };
  }
  if (store === "") throw neither();
  if (recordsOption !== undefined) throw recordsOfStore();
  return { backend: "local", file: resolve(workingFolder, store) };
}

function neither(): UsageError {
  return new UsageError(
    l10n.t("The command needs the packs of a local store or of a Boomi account, and neither is named."),
    l10n.t("Add --store FILE or set INTEGRATION_PACKS_STORE, or add --platform."),
  );
}

function both(source: string): UsageError {
  return new UsageError(
    l10n.t(
      "{0} names a local store, and --platform a Boomi account. A command works on one of them.",
      source,
    ),
    l10n.t("Leave one of them out."),
  );
}

function emptyName(option: string): UsageError {
  return new UsageError(l10n.t("The value of {0} is empty.", option), l10n.t("Name a file."));
}

function recordsOfStore(): UsageError {
  return new UsageError(
    l10n.t("A local store contains its own records, so --records goes with --platform only."),
    l10n.t("Leave --records out."),
  );
}
