import type { PlatformModes } from "./modes.ts";
import { Pages } from "./pages.ts";
import { EmptyAnswer, isRow, textOf, type PlatformObject, type Row } from "./platformObject.ts";
import { parseFilter } from "./queryFilter.ts";
import { badRequest, MissingObject, Refusal } from "./refusal.ts";
import type { LoggedRequest } from "./requestLog.ts";
import { componentXml } from "./wireXml.ts";

/** What is answered, before it becomes text. */
export interface Answer {
  readonly status: number;
  /** The name of the object in the answer, for XML. */
  readonly name: string;
  /** Left out where the answer has no content. */
  readonly row?: Row;
  /** The whole answer, where it is XML whatever the client asks for. */
  readonly xml?: string;
}

/** Carries requests out. */
export class Answers {
  readonly pages = new Pages();
  readonly #objects: ReadonlyMap<string, PlatformObject>;
  readonly #modes: () => PlatformModes;

  constructor(objects: ReadonlyMap<string, PlatformObject>, modes: () => PlatformModes) {
    this.#objects = objects;
    this.#modes = modes;
  }

  /** @throws `Refusal` */
  answer(request: LoggedRequest): Answer {
    const { object: name, action, id, body } = request;
    const object = this.#objects.get(name);
    if (!object) throw new Refusal(404, `There is no object ${name}.`);
    const row = isRow(body) ? body : {};
    switch (action) {
      case "query":
        return found("QueryResult", this.#query(name, object, body));
      case "queryMore":
        if (typeof body !== "string")
          throw badRequest("The body of queryMore is a query token as text/plain.");
        return found("QueryResult", this.pages.next(name, body));
      case "bulk":
        return this.#bulk(name, object, row);
      case "get":
        return this.#get(name, object, id);
      case "create":
        return found(name, named(name, supported(object.create, name, action)(row)));
      case "update":
        return found(name, named(name, supported(object.update, name, action)(id, row)));
      case "delete":
        if (!supported(object.delete, name, action)(id)) throw new MissingObject(name, id);
        return this.#modes().deletion === "empty" ? { status: 204, name } : found("Result", {});
      case "unknown":
        throw new Refusal(405, "The method is not allowed.");
    }
  }

  #query(name: string, object: PlatformObject, body: unknown): Row {
    const matches = parseFilter(body, object.filters);
    const isUnfiltered = !isRow(body);
    if (isUnfiltered && object.needsFilter?.() === true) throw badRequest("A filter is required.");
    const rows = [...supported(object.rows, name, "query")()].filter(matches);
    const alongside = object.alongside?.(rows) ?? [];
    return this.pages.first(name, [...alongside, ...rows.map((row) => named(name, row))]);
  }

  #get(name: string, object: PlatformObject, id: string): Answer {
    const row = supported(object.get, name, "get")(id);
    if (!row) throw new MissingObject(name, id);
    if (row instanceof EmptyAnswer) return { status: row.status, name };
    return {
      status: statusOf(row),
      name,
      row: named(name, row),
      ...(object.toXml && { xml: object.toXml(row) }),
    };
  }

  #bulk(name: string, object: PlatformObject, body: Row): Answer {
    const get = supported(object.get, name, "bulk");
    const limit = supported(object.bulkLimit, name, "bulk");
    const requested = Array.isArray(body["request"]) ? body["request"].filter(isRow) : [];
    if (textOf(body, "type") !== "GET") throw badRequest("Bulk requests of this kind are not supported.");
    if (requested.length > limit) throw badRequest(`A bulk request names at most ${limit} ids.`);
    const rows = requested.map((one, index) => this.#bulkItem(name, get, textOf(one, "id"), index));
    if (this.#modes().bulkItems === "reversedWithoutIds") rows.reverse();
    const answer = found("BulkResult", { "@type": "BulkResult", response: rows });
    return object.toXml ? { ...answer, xml: bulkXml(rows) } : answer;
  }

  #bulkItem(name: string, get: NonNullable<PlatformObject["get"]>, id: string, index: number): Row {
    const { bulkItems, missing } = this.#modes();
    const result = get(id);
    const place = bulkItems === "withIds" ? { index, id } : {};
    if (!result) {
      return { ...place, id, statusCode: missing, errorMessage: new MissingObject(name, id).message };
    }
    if (result instanceof EmptyAnswer) return { ...place, id, statusCode: result.status };
    return { ...place, statusCode: statusOf(result), Result: named(name, result) };
  }
}

function found(name: string, row: Row): Answer {
  return { status: 200, name, row };
}

function statusOf(row: Row): number {
  return typeof row["responseStatusCode"] === "number" ? row["responseStatusCode"] : 200;
}

function named(name: string, row: Row): Row {
  return { "@type": name, ...row };
}

function supported<T>(member: T | undefined, name: string, action: string): T {
  if (member === undefined) throw badRequest(`${name} does not support ${action}.`);
  return member;
}

function bulkXml(rows: readonly Row[]): string {
  const responses = rows.map(({ index, statusCode, Result: result }) => {
    const component = isRow(result) ? componentXml(result).replace(/^<\?xml[^>]*>\s*/, "") : "";
    return `<bns:response index="${String(index)}" statusCode="${String(statusCode)}">${component}</bns:response>`;
  });
  return `<bns:BulkResult xmlns:bns="http://api.platform.boomi.com/">${responses.join("")}</bns:BulkResult>`;
}
