import { createHash } from "node:crypto";
import { mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import * as v from "valibot";
import type { Log } from "../../../base/log.ts";
import { messageOf } from "../../../base/messageOf.ts";
import type { InstallationReading } from "../../../model/installation/installationReading.ts";
import { installationReadingSchema } from "./installationReadingSchema.ts";

/** Options of the readings. */
export interface InstallationReadingsOptions {
  /** The folder for the readings of all accounts; left out where they are not needed after this session. */
  readonly folder: string | undefined;
  /** The account that is worked on. */
  readonly accountKey: string;
  readonly log: Pick<Log, "warn">;
}

/**
 * Stores the latest reading of each pack, with a file for each: it took a request for each account. A file that is lost or
 * damaged only means that the pack is read again.
 */
export class InstallationReadings {
  readonly #folder: string | undefined;
  readonly #log: Pick<Log, "warn">;
  readonly #latest = new Map<string, InstallationReading>();

  constructor({ folder, accountKey, log }: InstallationReadingsOptions) {
    this.#folder = folder === undefined ? undefined : join(folder, hash(accountKey));
    this.#log = log;
  }

  /** The latest reading of the pack, from whichever window; nothing where there is none. */
  async load(packId: string): Promise<InstallationReading | undefined> {
    return (await this.#read(packId)) ?? this.#latest.get(packId);
  }

  async save(reading: InstallationReading): Promise<void> {
    this.#latest.set(reading.packId, reading);
    if (this.#folder === undefined) return;
    const file = this.#fileOf(this.#folder, reading.packId);
    const written = `${file}.${crypto.randomUUID()}`;
    try {
      await mkdir(this.#folder, { recursive: true });
      await writeFile(written, JSON.stringify(reading), { mode: 0o600 });
      await rename(written, file);
    } catch (error) {
      this.#log.warn(`The installations of a pack are not stored: ${messageOf(error)}`);
      await rm(written).catch(() => undefined);
    }
  }

  async #read(packId: string): Promise<InstallationReading | undefined> {
    if (this.#folder === undefined) return undefined;
    try {
      const text = await readFile(this.#fileOf(this.#folder, packId), "utf8");
      const reading = v.safeParse(installationReadingSchema, JSON.parse(text));
      return reading.success && reading.output.packId === packId ? reading.output : undefined;
    } catch {
      return undefined;
    }
  }

  #fileOf(folder: string, packId: string): string {
    return join(folder, `${hash(packId)}.json`);
  }
}

/** Ids come from outside and may be no names of files. */
function hash(text: string): string {
  return createHash("sha256").update(text).digest("hex").slice(0, 32);
}
