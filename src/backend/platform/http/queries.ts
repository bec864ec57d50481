import type * as v from "valibot";
import { IntegrationPacksError } from "../../../errors/errors.ts";
import { readAnswer } from "./answers.ts";
import type { PlatformClient } from "./platformClient.ts";
import { pageSchema } from "./readers.ts";

/** A filter of a query, in the platform's own form. */
export type Expression =
  | { readonly operator: "EQUALS"; readonly property: string; readonly argument: readonly [string] }
  | { readonly operator: "and" | "or"; readonly nestedExpression: readonly Expression[] };

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
 * way starts the query once more, so that no row is missing and none comes twice.
 */
export async function query<T>(
  client: PlatformClient,
  object: string,
  row: v.GenericSchema<unknown, T>,
  filter?: Expression,
): Promise<T[]> {
  try {
    return await queryOnce(client, object, row, filter);
  } catch (error) {
    if (!(error instanceof ExpiredToken)) throw error;
  }
  try {
    return await queryOnce(client, object, row, filter);
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

async function queryOnce<T>(
  client: PlatformClient,
  object: string,
  row: v.GenericSchema<unknown, T>,
  filter: Expression | undefined,
): Promise<T[]> {
  const schema = pageSchema(row);
  const first = await client.read(object, {
    method: "POST",
    path: `${object}/query`,
    ...(filter && { body: JSON.stringify({ QueryFilter: { expression: filter } }) }),
  });
  const page = readAnswer(first, schema, object);
  const rows = [...page.result];
  for (let token = page.queryToken; token !== "";) {
    const next = readAnswer(await nextPage(client, object, token), schema, object);
    for (const one of next.result) rows.push(one);
    token = next.queryToken;
  }
  return rows;
}

async function nextPage(client: PlatformClient, object: string, token: string) {
  const path = `${object}/queryMore`;
  try {
    return await client.read(object, { method: "POST", path, body: token, contentType: "text/plain" });
  } catch (error) {
    const rejected =
      error instanceof IntegrationPacksError &&
      (error.code === "InvalidRequest" || error.code === "NotFound");
    throw rejected ? new ExpiredToken(error) : error;
  }
}

/** Gives a failure to find something the words of what was looked for. */
export async function orNotFound<T>(asked: Promise<T>, notFound: () => Error): Promise<T> {
  try {
    return await asked;
  } catch (error) {
    throw error instanceof IntegrationPacksError && error.code === "NotFound" ? notFound() : error;
  }
}

/** What was asked for, or nothing where there is no such thing. */
export async function orUndefined<T>(asked: Promise<T>): Promise<T | undefined> {
  try {
    return await asked;
  } catch (error) {
    if (error instanceof IntegrationPacksError && error.code === "NotFound") return undefined;
    throw error;
  }
}
