import { randomUUID } from "node:crypto";
import type { Row } from "./platformObject.ts";
import { badRequest } from "./refusal.ts";

const rowsPerPage = 100;

/** The pages of queries. A token belongs to its kind of object, and gives the same page however often it is sent. */
export class Pages {
  readonly #open = new Map<string, { readonly object: string; readonly rows: readonly Row[] }>();

  /** The answer to a query with these results. */
  first(object: string, rows: readonly Row[]): Row {
    const rest = rows.slice(rowsPerPage);
    const page = rows.slice(0, rowsPerPage);
    const answer = { "@type": "QueryResult", result: page, numberOfResults: page.length };
    if (rest.length === 0) return answer;
    const queryToken = randomUUID();
    this.#open.set(queryToken, { object, rows: rest });
    return { ...answer, queryToken };
  }

  next(object: string, token: string): Row {
    const page = this.#open.get(token);
    if (page?.object !== object) throw badRequest("The query token is not valid or has expired.");
    return this.first(object, page.rows);
  }

  /** Makes every token that was given so far invalid. */
  expire(): void {
    this.#open.clear();
  }
}
