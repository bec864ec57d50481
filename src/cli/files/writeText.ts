import * as l10n from "@vscode/l10n";
import { rename, rm, writeFile } from "node:fs/promises";
import { resolve } from "node:path";
import { messageOf } from "../../base/messageOf.ts";
import { errors } from "../../errors/errors.ts";
import type { Surroundings } from "../terminal/surroundings.ts";

/**
 * Writes a UTF-8 text file; overwrites it. An existing file is replaced completely or, as on a full disk, not at all.
 *
 * @throws `InvalidRequest` that names the file and the reason
 */
export async function writeText(
  file: string,
  text: string,
  { workingFolder }: Pick<Surroundings, "workingFolder">,
): Promise<void> {
  const path = resolve(workingFolder, file);
  const unfinished = `${path}.${process.pid}.tmp`;
  try {
    await writeFile(unfinished, text, { flush: true });
    await rename(unfinished, path);
  } catch (error) {
    await rm(unfinished, { force: true }).catch(() => undefined);
    throw errors.invalidRequest(l10n.t('"{0}" could not be written: {1}', file, messageOf(error)));
  }
}
