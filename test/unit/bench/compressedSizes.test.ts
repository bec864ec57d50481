import assert from "node:assert/strict";
import { compressedSizes } from "../../../bench/compressedSizes.ts";

/** An entry of the directory of a ZIP archive, with an extra field and a comment as archivers add them. */
function entry(path: string, compressedSize: number): Buffer {
  const name = Buffer.from(path);
  const head = Buffer.alloc(46);
  head.writeUInt32LE(0x02014b50);
  head.writeUInt32LE(compressedSize, 20);
  head.writeUInt16LE(name.length, 28);
  head.writeUInt16LE(5, 30);
  head.writeUInt16LE(3, 32);
  return Buffer.concat([head, name, Buffer.from("extra"), Buffer.from("why")]);
}

function archive(entries: readonly Buffer[]): Buffer {
  const content = Buffer.from("PK the content of the files");
  const end = Buffer.alloc(22);
  end.write("PK\x05\x06", "latin1");
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(content.length, 16);
  return Buffer.concat([content, ...entries, end]);
}

describe("the compressed sizes of a ZIP archive", () => {
  it("are those of its directory, by path", () => {
    const sizes = compressedSizes(archive([entry("a.js", 12), entry("l10n/ü.json", 3_000_000_000)]));
    assert.deepEqual(
      [...sizes],
      [
        ["a.js", 12],
        ["l10n/ü.json", 3_000_000_000],
      ],
    );
  });

  it("are none without files", () => {
    assert.equal(compressedSizes(archive([])).size, 0);
  });

  it("are not read from another file, nor from a damaged directory", () => {
    assert.throws(() => compressedSizes(Buffer.from("no archive")), /not a ZIP archive/);
    assert.throws(() => compressedSizes(archive([Buffer.alloc(60)])), /no file at byte 27/);
  });
});
