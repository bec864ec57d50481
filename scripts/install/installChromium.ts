import { createReadStream, createWriteStream } from "node:fs";
import { chmod, mkdir, rm, writeFile } from "node:fs/promises";
import { delimiter, join } from "node:path";
import { pipeline } from "node:stream/promises";
import { createBrotliDecompress } from "node:zlib";
import { run } from "../programs/commands.ts";
import { cachedFolder } from "./cachedFolder.ts";
import { installPackage } from "./npm.ts";
import { chromiumRelease, chromiumSize } from "./versions.ts";

/** A browser, and what it needs in its environment. */
export interface InstalledBrowser {
  readonly executable: string;
  readonly env: Readonly<Record<string, string>>;
}

/** The fonts of the package, and those of the system, for what the package's have no characters for. */
const fontConfiguration = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir prefix="relative">fonts</dir>
  <dir>/usr/share/fonts</dir>
  <dir prefix="xdg">fonts</dir>
  <cachedir prefix="xdg">fontconfig</cachedir>
</fontconfig>
`;

/** Whether there is a Chromium to install for this system. */
export function canInstallChromium(): boolean {
  return process.platform === "linux" && process.arch === "x64";
}

/** Gives a Chromium, installing it into the cache at first use. @throws UserError where the user can fix the cause */
export async function installChromium(): Promise<InstalledBrowser> {
  const { version } = chromiumRelease;
  const folder = await cachedFolder({
    name: `chromium-${version}`,
    title: `Chromium ${version}`,
    size: chromiumSize,
    fill,
  });
  const libraries = [join(folder, "lib"), process.env.LD_LIBRARY_PATH].filter(Boolean).join(delimiter);
  return {
    executable: join(folder, "chromium"),
    env: { LD_LIBRARY_PATH: libraries, FONTCONFIG_FILE: join(folder, "fonts.conf") },
  };
}

async function fill(folder: string): Promise<void> {
  const download = join(folder, "download");
  await mkdir(download);
  await installPackage(download, chromiumRelease);
  const packed = join(download, "node_modules", chromiumRelease.name, "bin");
  await decompress(join(packed, "chromium.br"), join(folder, "chromium"));
  await chmod(join(folder, "chromium"), 0o755);
  // lib/, the libraries that not every system has; rendering without a graphics card, beside Chromium; fonts/
  for (const name of ["al2023", "swiftshader", "fonts"]) {
    const archive = join(download, `${name}.tar`);
    // By a file: tar closes a pipe before all of it is written.
    await decompress(join(packed, `${name}.tar.br`), archive);
    await run("tar", ["-x", "-f", archive, "-C", folder, "--no-same-owner"]);
  }
  await writeFile(join(folder, "fonts.conf"), fontConfiguration);
  await rm(download, { recursive: true });
}

function decompress(file: string, target: string): Promise<void> {
  return pipeline(createReadStream(file), createBrotliDecompress(), createWriteStream(target));
}
