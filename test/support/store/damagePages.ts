/** What is no database, and not because it is too short. */
export const notADatabase = Buffer.from("no database at all, but longer than a header ".repeat(10));

/** Damages the pages of a store from one on, in place; the page at 0 has the header, by which a store is known. */
export function damagePages(content: Buffer, first = 1): Buffer {
  for (let page = first; page < content.length / 4096; page += 1) {
    content.fill(0xa5, page * 4096 + 8, page * 4096 + 200);
  }
  return content;
}
