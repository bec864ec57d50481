import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";

/** The files that programs of each format wrote: a database, and what that program read from it as JSON. */
export type FixtureKind = "store" | "records";

const folder = join(import.meta.dirname, "../../fixtures/formats");

/** The numbers of the formats that have a fixture, in order. */
export function fixtureFormats(kind: FixtureKind): number[] {
  const numbers = readdirSync(folder).flatMap(
    (name) => new RegExp(`^${kind}-(\\d+)\\.db\\.gz$`).exec(name)?.[1] ?? [],
  );
  return numbers.map(Number).sort((a, b) => a - b);
}

/** Writes the database of a fixture to `file`, and returns what the program that made it read from it. */
export function unpackFixture(kind: FixtureKind, format: number, file: string): unknown {
  writeFileSync(file, gunzipSync(readFileSync(join(folder, `${kind}-${format}.db.gz`))));
  return JSON.parse(readFileSync(join(folder, `${kind}-${format}.json`), "utf8"));
}

/** Stores a fixture. Call it with the program whose format it is, never for an earlier one. */
export function packFixture(kind: FixtureKind, format: number, database: string, content: unknown): void {
  writeFileSync(join(folder, `${kind}-${format}.db.gz`), gzipSync(readFileSync(database), { level: 9 }));
  writeFileSync(join(folder, `${kind}-${format}.json`), `${JSON.stringify(content, null, 2)}\n`);
}
