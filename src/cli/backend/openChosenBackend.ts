import type { Backend } from "../../backend/backend.ts";
import type { PackList } from "../../backend/packList.ts";
import type { OptionValues } from "../optionValues.ts";
import type { Notices } from "../terminal/notices.ts";
import type { Surroundings } from "../terminal/surroundings.ts";
import { backendChoice, type BackendChoice } from "./backendChoice.ts";
import { checkStoreFile } from "./checkStoreFile.ts";

/** Opens the backend that options and environment name. @throws `UsageError`, `StoreUnavailable` */
export async function openChosenBackend(
  options: OptionValues,
  surroundings: Surroundings,
  notices: Notices,
): Promise<Backend> {
  const choice = backendChoice(options, surroundings);
  if (choice.backend === "platform") return openAccount(choice, options, surroundings, notices);
  checkStoreFile(choice.file);
  const { openStore } = await import("./openStore.ts");
  return openStore(choice.file, surroundings);
}

/** Opens the list of packs of that backend, with the code that it needs alone. @throws as `openChosenBackend` */
export async function openChosenPackList(
  options: OptionValues,
  surroundings: Surroundings,
  notices: Notices,
): Promise<PackList> {
  const choice = backendChoice(options, surroundings);
  if (choice.backend === "platform") return openAccount(choice, options, surroundings, notices);
  checkStoreFile(choice.file);
  const { openLocalPackList } = await import("../../backend/local/localPackList.ts");
  return openLocalPackList({ file: choice.file });
}

async function openAccount(
  { records }: Extract<BackendChoice, { backend: "platform" }>,
  options: OptionValues,
  surroundings: Surroundings,
  notices: Notices,
): Promise<Backend> {
  const account = await import("./openAccount.ts");
  return account.openAccount(records, options, surroundings, notices);
}
