import { platformErrors } from "./platformErrors.ts";

/**
 * An id as a part of a URL. Half of a surrogate pair, which no URL can contain, becomes the sign for what cannot be read.
 *
 * @throws `InvalidRequest` for an id that would make it another address: nothing, or dots, which stay dots however they are escaped
 */
export function urlPart(id: string): string {
  if (id === "" || id === "." || id === "..") throw platformErrors.badId(id);
  return encodeURIComponent(id.toWellFormed());
}
