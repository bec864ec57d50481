/** A JSON object as it goes over the wire. */
export type Row = Readonly<Record<string, unknown>>;

/** One kind of object of the API, and what can be done with it; what is left out, the API does not have. */
export interface PlatformObject {
  /** The properties that a query may filter by. */
  readonly filters: readonly string[];
  /** How many ids one bulk request may name. */
  readonly bulkLimit?: number;
  readonly rows?: () => Iterable<Row>;
  /** What a query answers before the rows that match. */
  readonly alongside?: (rows: readonly Row[]) => readonly Row[];
  /** Whether a query without a filter is refused. */
  readonly needsFilter?: () => boolean;
  /** What `GET` and bulk requests answer; `responseStatusCode` in it becomes the status. */
  readonly get?: (id: string) => Row | EmptyAnswer | undefined;
  readonly create?: (body: Row) => Row;
  readonly update?: (id: string, body: Row) => Row;
  /** Whether there was one. */
  readonly delete?: (id: string) => boolean;
  /** Where JSON is never given: the object as XML. */
  readonly toXml?: (row: Row) => string;
}

/** An answer without content. */
export class EmptyAnswer {
  readonly status: 202 | 204;

  constructor(status: 202 | 204) {
    this.status = status;
  }
}

/** A text in a body; `""` where there is none. */
export function textOf(body: Row, key: string): string {
  const value = body[key];
  return typeof value === "string" ? value : "";
}

/** The rows of a list that lies inside an object of its own, such as `PublisherPackagedComponents`. */
export function listOf(body: Row, outer: string, inner: string): Row[] | undefined {
  const holder = body[outer];
  if (!isRow(holder)) return undefined;
  const list = holder[inner];
  if (Array.isArray(list)) return list.filter(isRow);
  return isRow(list) ? [list] : [];
}

export function isRow(value: unknown): value is Row {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
