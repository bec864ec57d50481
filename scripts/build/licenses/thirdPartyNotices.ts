import { mkdirSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { bundledPackages, type BundleContent } from "./bundledPackages.ts";
import { readLicense, type LicensedPackage } from "./readLicense.ts";

/** The name of the file beside a bundle. */
export const noticesFile = "ThirdPartyNotices.txt";

/** The notices of packages, as text. */
export function thirdPartyNotices(packages: readonly LicensedPackage[]): string {
  const heading =
    "The programs in this package contain code of the following packages, under their licenses.";
  const sections = packages.map(({ name, version, license, texts }) =>
    [`${name} ${version} (${license})`, ...texts].join("\n\n"),
  );
  return `${[heading, ...sections].join(`\n\n${"-".repeat(80)}\n\n`)}\n`;
}

/**
 * Writes the notices of everything that is in the bundles.
 *
 * @throws for a package that may not be bundled
 */
export function writeThirdPartyNotices(file: string, bundles: readonly BundleContent[]): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, thirdPartyNotices(bundledPackages(bundles).map(readLicense)));
}
