import { writeFileSync } from "node:fs";
import * as v from "valibot";
import { bundledPackages, type BundleContent } from "./bundledPackages.ts";
import { readLicense, type LicensedPackage } from "./readLicense.ts";

const manifestSchema = v.object({ name: v.string(), version: v.string() });

/** A software bill of materials in the form CycloneDX 1.6: what is in the bundles, by package URL. The same for the same bundles. */
export function billOfMaterials(manifest: unknown, packages: readonly LicensedPackage[]): object {
  const { name, version } = v.parse(manifestSchema, manifest);
  return {
    bomFormat: "CycloneDX",
    specVersion: "1.6",
    version: 1,
    metadata: { component: { type: "application", name, version, "bom-ref": purl({ name, version }) } },
    components: packages.map(({ name: packageName, version: packageVersion, license }) => ({
      type: "library",
      name: packageName,
      version: packageVersion,
      "bom-ref": purl({ name: packageName, version: packageVersion }),
      purl: purl({ name: packageName, version: packageVersion }),
      licenses: [/ /.test(license) ? { expression: license } : { license: { id: license } }],
    })),
  };
}

/** Writes the bill of materials of the bundles. */
export function writeBillOfMaterials(
  file: string,
  manifest: unknown,
  bundles: readonly BundleContent[],
): void {
  const content = billOfMaterials(manifest, bundledPackages(bundles).map(readLicense));
  writeFileSync(file, `${JSON.stringify(content, null, 2)}\n`);
}

/** https://github.com/package-url/purl-spec */
function purl({ name, version }: Pick<LicensedPackage, "name" | "version">): string {
  return `pkg:npm/${name.replace("@", "%40")}@${version}`;
}
