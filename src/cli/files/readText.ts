import * as l10n from "@vscode/l10n";
import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { messageOf } from "../../base/messageOf.ts";
import type { Surroundings } from "../terminal/surroundings.ts";
import { UsageError } from "../usageError.ts";

/** Reads a UTF-8 text file. @throws `UsageError` that names the file and the reason */
export async function readText(
  file: string,
  { workingFolder }: Pick<Surroundings, "workingFolder">,
): Promise<string> {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(await readFile(resolve(workingFolder, file)));
  } catch (error) {
    throw new UsageError(
      l10n.t('"{0}" could not be read: {1}', file, messageOf(error)),
      l10n.t("Name a file that exists and is UTF-8 text."),
      { cause: error },
    );
  }
}
