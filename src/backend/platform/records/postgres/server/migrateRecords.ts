import { setTimeout as pause } from "node:timers/promises";
import { integer } from "../../../../sqlite/rows.ts";
import { formatSql, schemaSteps, type SchemaStep } from "./recordsSchema.ts";
import type { Query } from "./recordsServer.ts";
import { codeOf } from "./serverErrors.ts";

/** The numbers of a format before and after a migration; 0 for an empty database. */
export interface Migration {
  readonly before: number;
  readonly after: number;
}

/** Reads the number of the format; nothing where its row is missing. */
export async function readFormat(query: Query): Promise<number | undefined> {
  const [row] = await query("SELECT version FROM integration_packs.format");
  return row && integer(row, "version");
}

/**
 * Makes the steps that the records lack, in one transaction that holds the row of the format: of two programs that do so, the
 * second one waits and finds nothing to do.
 */
export async function migrateRecords(
  query: Query,
  steps: readonly SchemaStep[] = schemaSteps,
): Promise<Migration> {
  await createFormat(query);
  await query("BEGIN");
  try {
    const [row = {}] = await query("SELECT version FROM integration_packs.format FOR UPDATE");
    const before = integer(row, "version");
    const missing = steps.slice(before);
    for (const { sql } of missing) await query(sql);
    const latest = missing.at(-1);
    if (latest) {
      await query("UPDATE integration_packs.format SET version = $1, writable_from = $2", [
        steps.length,
        latest.writableFrom,
      ]);
    }
    await query("COMMIT");
    return { before, after: Math.max(before, steps.length) };
  } catch (error) {
    await query("ROLLBACK").catch(() => undefined);
    throw error;
  }
}

/** PostgreSQL reports a conflict of two programs that create the same at the same time, also with IF NOT EXISTS. */
const createdByAnother = new Set(["23505", "42P06", "42P07"]);

async function createFormat(query: Query): Promise<void> {
  for (let tries = 1; ; tries++) {
    try {
      await query(formatSql);
      return;
    } catch (error) {
      if (tries === 10 || !createdByAnother.has(codeOf(error))) throw error;
    }
    await pause(20);
  }
}
