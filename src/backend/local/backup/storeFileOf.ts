import { followLinks } from "../../sqlite/followLinks.ts";
import { toDatabaseError } from "../../sqlite/toDatabaseError.ts";
import { storeErrors } from "../storeErrors.ts";

/** The store file that a path leads to. Backups are beside it, and a restore replaces it and no link. @throws `StoreUnavailable` */
export function storeFileOf(path: string): string {
  try {
    return followLinks(path);
  } catch (error) {
    throw toDatabaseError(error, path, storeErrors);
  }
}
