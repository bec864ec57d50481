import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import * as v from "valibot";
import { standardText } from "./standardTexts.ts";

/** A package with the texts of its license. */
export interface LicensedPackage {
  readonly name: string;
  readonly version: string;
  /** An SPDX expression. */
  readonly license: string;
  /** The files about license and notices, as they are. */
  readonly texts: readonly string[];
}

/** The licenses under which a package may be bundled. Each permits use in closed and open programs, with its notice. */
export const allowedLicenses: readonly string[] = [
  "0BSD",
  "Apache-2.0",
  "BSD-2-Clause",
  "BSD-3-Clause",
  "BlueOak-1.0.0",
  "ISC",
  "MIT",
];

const manifestSchema = v.object({
  name: v.string(),
  version: v.string(),
  license: v.optional(v.string(), ""),
  author: v.optional(v.union([v.string(), v.object({ name: v.string() })]), ""),
});

/**
 * Reads the license of a package.
 *
 * @throws for a license that is not allowed, and where its text is missing
 */
export function readLicense(folder: string): LicensedPackage {
  const manifest: unknown = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  const { name, version, license, author } = v.parse(manifestSchema, manifest);
  if (!isAllowed(license)) {
    throw new Error(`${name} ${version} may not be bundled: its license is ${license || "not named"}.`);
  }
  const holder = (typeof author === "string" ? author : author.name).replace(/ *[<(].*$/, "");
  const texts = licenseTexts(folder, license, holder || `the authors of ${name}`);
  if (texts.length === 0) {
    throw new Error(`${name} ${version} may not be bundled: it has no text of its license.`);
  }
  return { name, version, license, texts };
}

/** From files, else from the README, else the standard text: some packages only name their license. */
function licenseTexts(folder: string, license: string, holder: string): string[] {
  const files = licenseFiles(folder).map((file) => readFileSync(join(folder, file), "utf8").trim());
  if (files.length > 0) return files;
  const text = licenseInReadme(folder) ?? standardText(license, holder);
  return text === undefined ? [] : [text];
}

function licenseInReadme(folder: string): string | undefined {
  const file = join(folder, "README.md");
  if (!existsSync(file)) return undefined;
  const lines = readFileSync(file, "utf8").split(/\r?\n/);
  const start = lines.findLastIndex((line) => /^(#+ *)?licen[cs]e:?$/i.test(line.trim()));
  const text =
    start === -1
      ? ""
      : lines
          .slice(start + 1)
          .join("\n")
          .replace(/^[-=]+$/m, "")
          .trim();
  return text.includes("Permission is hereby granted") ? text : undefined;
}

/** An expression with `OR` needs one allowed license; every other expression with several is refused. */
function isAllowed(license: string): boolean {
  const choices = license.replace(/^\((.*)\)$/, "$1").split(" OR ");
  return choices.some((choice) => allowedLicenses.includes(choice));
}

function licenseFiles(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isFile() && /^(licen[cs]e|copying|notice)([-._].*)?$/i.test(entry.name))
    .map(({ name }) => name)
    .sort();
}
