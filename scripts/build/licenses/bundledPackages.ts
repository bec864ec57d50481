import type { Metafile } from "esbuild";

/** Which files ended up in a bundle, as the bundler reports it. */
export type BundleContent = Pick<Metafile, "outputs">;

/** The folders of the packages of which something is in the bundles, sorted. */
export function bundledPackages(bundles: readonly BundleContent[]): string[] {
  const folders = bundles
    .flatMap(({ outputs }) => Object.values(outputs))
    .flatMap(({ inputs }) => Object.entries(inputs))
    .filter(([, { bytesInOutput }]) => bytesInOutput > 0)
    .flatMap(([file]) => packageFolder(file) ?? []);
  return [...new Set(folders)].sort();
}

/** The folder of the innermost package that the file belongs to; nothing for a file of the project. */
function packageFolder(file: string): string | undefined {
  return /^(?:[\w-]+:)?(.*\bnode_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(file.replaceAll("\\", "/"))?.[1];
}
