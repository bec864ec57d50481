import type * as v from "valibot";
import { readAnswer } from "./answers.ts";
import type { ObjectKind } from "./objectKinds.ts";
import type { PlatformClient } from "./platformClient.ts";
import { orIfForbidden } from "./queries.ts";
import { bulkSchema } from "./readers.ts";

/** How many ids one bulk call may name. */
const bulkSize = 100;

/** What the platform answers for one of the ids: each has a status of its own. */
export interface BulkItem<T> {
  /** As it was asked for. */
  readonly id: string;
  readonly status: number;
  /** Nothing where the item failed or cannot be read. */
  readonly value: T | undefined;
}

/** The objects with these ids, a hundred a call; those that the platform does not give are left out. */
export async function bulkGet<T>(
  client: PlatformClient,
  kind: ObjectKind<T>,
  ids: readonly string[],
): Promise<Map<string, T>> {
  const found = new Map<string, T>();
  for (const { id, status, value } of await bulk(client, kind, ids)) {
    if (status < 300 && value !== undefined) found.set(id, value);
  }
  return found;
}

/** As `bulkGet`; nothing where the user has not the privilege: what is shown then has ids in place of names. */
export async function bulkGetIfAllowed<T>(
  client: PlatformClient,
  kind: ObjectKind<T>,
  ids: readonly string[],
): Promise<Map<string, T>> {
  return orIfForbidden(bulkGet(client, kind, ids), (reason) => {
    client.warn(`${kind.object} is not shown: ${reason.message}`);
    return new Map<string, T>();
  });
}

/** What the platform answers for these ids, a hundred a call; ids to which no item of the answer belongs are left out. */
export async function bulk<T>(
  client: PlatformClient,
  kind: ObjectKind<T>,
  ids: readonly string[],
): Promise<BulkItem<T>[]> {
  const { object, schema } = kind;
  const answers = await Promise.all(
    chunksOf([...new Set(ids)], bulkSize).map(async (chunk) => {
      const body = JSON.stringify({ type: "GET", request: chunk.map((id) => ({ id })) });
      const answer = await client.read(object, { method: "POST", path: `${object}/bulk`, body });
      return attribute(kind, chunk, readAnswer(answer, bulkSchema(schema), object).response);
    }),
  );
  return answers.flat();
}

type Row<T> = v.InferOutput<ReturnType<typeof bulkSchema<T>>>["response"][number];

/**
 * Finds the id that each item answers: by the id inside its result, else by its own. An item without any is attributed by its
 * position, and only in an answer that has an item for each id, and names none out of its place.
 */
function attribute<T>(kind: ObjectKind<T>, asked: readonly string[], rows: readonly Row<T>[]): BulkItem<T>[] {
  const named = rows.map((row) => namedId(kind, asked, row));
  const isWhole = rows.length === asked.length;
  const isInOrder = rows.every((row, at) => named[at] === undefined || named[at] === placeOf(asked, row, at));
  const items = new Map<string, BulkItem<T>>();
  rows.forEach((row, at) => {
    const id =
      named[at] ?? (isWhole && isInOrder && !hasIds(kind, row) ? placeOf(asked, row, at) : undefined);
    if (id === undefined || items.has(id)) return;
    items.set(id, { id, status: row.statusCode, value: row.Result });
  });
  return [...items.values()];
}

/** The asked id that the item names; nothing where it names none, or one that nobody asked for. */
function namedId<T>(
  kind: ObjectKind<T>,
  asked: readonly string[],
  { id, Result }: Row<T>,
): string | undefined {
  const ids = Result === undefined ? [] : kind.idsOf(Result);
  if (ids.length > 0) return asked.find((one) => ids.includes(one));
  return asked.includes(id) ? id : undefined;
}

function hasIds<T>(kind: ObjectKind<T>, { id, Result }: Row<T>): boolean {
  return id !== "" || (Result !== undefined && kind.idsOf(Result).length > 0);
}

function placeOf<T>(asked: readonly string[], { index }: Row<T>, at: number): string | undefined {
  return asked[index ?? at];
}

export function chunksOf<T>(items: readonly T[], size: number): T[][] {
  const chunks: T[][] = [];
  for (let at = 0; at < items.length; at += size) chunks.push(items.slice(at, at + size));
  return chunks;
}
