// https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT, 4.3.12 and 4.3.16.
const endSignature = Buffer.from("PK\x05\x06", "latin1");
const entrySignature = 0x02014b50;
const entryLength = 46;

/** The compressed size of each file of a ZIP archive, in bytes, by its path. @throws Error if its directory is damaged */
export function compressedSizes(archive: Buffer): Map<string, number> {
  const end = archive.lastIndexOf(endSignature);
  if (end < 0) throw new Error("This is not a ZIP archive.");
  const sizes = new Map<string, number>();
  let at = archive.readUInt32LE(end + 16);
  for (let left = archive.readUInt16LE(end + 10); left > 0; left -= 1) {
    if (archive.readUInt32LE(at) !== entrySignature) throw new Error(`There is no file at byte ${at}.`);
    const nameLength = archive.readUInt16LE(at + 28);
    const nameStart = at + entryLength;
    sizes.set(archive.toString("utf8", nameStart, nameStart + nameLength), archive.readUInt32LE(at + 20));
    at = nameStart + nameLength + archive.readUInt16LE(at + 30) + archive.readUInt16LE(at + 32);
  }
  return sizes;
}
