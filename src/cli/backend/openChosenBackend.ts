import type { Backend } from "../../backend/backend.ts";
import type { OptionValues } from "../optionValues.ts";
import type { Notices } from "../terminal/notices.ts";
import type { Surroundings } from "../terminal/surroundings.ts";
import { backendChoice } from "./backendChoice.ts";

/** Opens the backend that options and environment name. @throws `UsageError`, `StoreUnavailable` */
export async function openChosenBackend(
  options: OptionValues,
  surroundings: Surroundings,
  notices: Notices,
): Promise<Backend> {
  const choice = backendChoice(options, surroundings);
  if (choice.backend === "local") {
    const { openStore } = await import("./openStore.ts");
    return openStore(choice.file, surroundings);
  }
  const { openAccount } = await import("./openAccount.ts");
  return openAccount(choice.records, options, surroundings, notices);
}
