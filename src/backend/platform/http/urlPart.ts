/** An id as a part of a URL. Half of a surrogate pair, which no URL can hold, becomes the sign for what cannot be read. */
export function urlPart(id: string): string {
  return encodeURIComponent(id.toWellFormed());
}
