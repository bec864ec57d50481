import * as v from "valibot";
import { IntegrationPacksError } from "../../../errors/errors.ts";
import { readAnswer } from "./answers.ts";
import type { PlatformClient } from "./platformClient.ts";
import { platformErrors } from "./platformErrors.ts";
import { pageSchema } from "./readers.ts";

/** A filter of a query, in the platform's own form. */
export type Expression =
  | { readonly operator: "EQUALS"; readonly property: string; readonly argument: readonly [string] }
  | { readonly operator: "and" | "or"; readonly nestedExpression: readonly Expression[] };

/** The rows of a query. */
export interface QueryRows<T> {
  readonly rows: readonly T[];
  /** How many rows came that cannot be read. */
  readonly unreadable: number;
}

/** What a query may take before it is given up: whatever a server answers, reading ends. */
const most = { rows: 100_000, pages: 2_000, characters: 256 * 1024 * 1024, milliseconds: 600_000 };

export function equals(property: string, value: string): Expression {
  return { operator: "EQUALS", property, argument: [value] };
}

/** One of the values; a single one needs no grouping. */
export function oneOf(property: string, values: readonly string[]): Expression {
  const nestedExpression = values.map((value) => equals(property, value));
  const [only, ...others] = nestedExpression;
  return only && others.length === 0 ? only : { operator: "or", nestedExpression };
}

/**
 * All rows that the filter admits, page by page: the token of each page is only in the one before. One that expired on the
 * way starts the query once more, so that no row is missing and none comes twice. A row that cannot be read is counted.
 */
export async function query<T>(
  client: PlatformClient,
  object: string,
  row: v.GenericSchema<unknown, T>,
  filter?: Expression,
): Promise<QueryRows<T>> {
  const read = async () => readRows(client, object, row, await queryOnce(client, object, filter));
  try {
    return await read();
  } catch (error) {
    if (!(error instanceof ExpiredToken)) throw error;
  }
  try {
    return await read();
  } catch (error) {
    throw error instanceof ExpiredToken ? error.reason : error;
  }
}

class ExpiredToken extends Error {
  readonly reason: IntegrationPacksError;

  constructor(reason: IntegrationPacksError) {
    super(reason.message);
    this.reason = reason;
  }
}

function readRows<T>(
  client: PlatformClient,
  object: string,
  schema: v.GenericSchema<unknown, T>,
  content: readonly unknown[],
): QueryRows<T> {
  const rows: T[] = [];
  for (const one of content) {
    const row = v.safeParse(schema, one);
    if (row.success) rows.push(row.output);
  }
  const unreadable = content.length - rows.length;
  if (unreadable > 0) client.warn(`${object}: ${unreadable} of ${content.length} rows could not be read`);
  return { rows, unreadable };
}

async function queryOnce(
  client: PlatformClient,
  object: string,
  filter: Expression | undefined,
): Promise<unknown[]> {
  const started = client.now();
  const rows: unknown[] = [];
  const tokens = new Set<string>();
  let characters = 0;
  let answer = await client.read(object, {
    method: "POST",
    path: `${object}/query`,
    ...(filter && { body: JSON.stringify({ QueryFilter: { expression: filter } }) }),
  });
  for (;;) {
    const { result, queryToken } = readAnswer(answer, pageSchema, object);
    for (const one of result) rows.push(one);
    characters += answer.body.length;
    if (queryToken === "") return rows;
    const isEndless =
      tokens.has(queryToken) ||
      tokens.size >= most.pages ||
      rows.length > most.rows ||
      characters > most.characters ||
      client.now() - started > most.milliseconds;
    if (isEndless) throw platformErrors.endless(object);
    tokens.add(queryToken);
    answer = await nextPage(client, object, queryToken);
  }
}

async function nextPage(client: PlatformClient, object: string, token: string) {
  const path = `${object}/queryMore`;
  try {
    return await client.read(object, { method: "POST", path, body: token, contentType: "text/plain" });
  } catch (error) {
    const isRejected =
      error instanceof IntegrationPacksError &&
      (error.code === "InvalidRequest" || error.code === "NotFound");
    throw isRejected ? new ExpiredToken(error) : error;
  }
}

/** Gives a failure to find something the words of what was looked for. */
export async function orNotFound<T>(asked: Promise<T>, notFound: () => Error): Promise<T> {
  try {
    return await asked;
  } catch (error) {
    throw hasCode(error, "NotFound") ? notFound() : error;
  }
}

/** What was asked for, or nothing where there is no such thing. */
export async function orUndefined<T>(asked: Promise<T>): Promise<T | undefined> {
  return asked.catch((error: unknown) => {
    if (hasCode(error, "NotFound")) return undefined;
    throw error;
  });
}

/** What was asked for, or something else where the user has not the privilege for it. */
export async function orIfForbidden<T, U>(
  asked: Promise<T>,
  otherwise: (reason: IntegrationPacksError) => U | Promise<U>,
): Promise<T | U> {
  return asked.catch((error: unknown) => {
    if (error instanceof IntegrationPacksError && error.code === "Forbidden") return otherwise(error);
    throw error;
  });
}

function hasCode(error: unknown, code: IntegrationPacksError["code"]): boolean {
  return error instanceof IntegrationPacksError && error.code === code;
}
