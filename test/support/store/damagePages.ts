/** Content that is not a database, although it is long enough to be one. */
export const notADatabase = Buffer.from("no database at all, but longer than a header ".repeat(10));

/** Damages the pages of a store in place, from page `first` on. Page 0 contains the header, which identifies a store. */
export function damagePages(content: Buffer, first = 1): Buffer {
  for (let page = first; page < content.length / 4096; page += 1) {
    content.fill(0xa5, page * 4096 + 8, page * 4096 + 200);
  }
  return content;
}
