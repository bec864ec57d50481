import { openLocalBackend, type LocalBackend } from "../../backend/local/localBackend.ts";
import { systemUserName } from "../../backend/systemUser.ts";
import type { Surroundings } from "../terminal/surroundings.ts";

/** Opens a store, or creates it. Its folder exists. @throws `StoreUnavailable` */
export function openStore(file: string, { clock }: Pick<Surroundings, "clock">): Promise<LocalBackend> {
  return openLocalBackend({ file, user: systemUserName(), clock });
}
