import { Pages } from "./pages.ts";
import { isRow, textOf, type PlatformObject, type Row } from "./platformObject.ts";
import { parseFilter } from "./queryFilter.ts";
import { badRequest, gone, Refusal } from "./refusal.ts";
import type { LoggedRequest } from "./requestLog.ts";
import { componentXml } from "./wireXml.ts";

/** What is answered, before it becomes text. */
export interface Answer {
  readonly status: number;
  /** The name of the object in the answer, for XML. */
  readonly name: string;
  readonly row: Row;
  /** The whole answer, where it is XML whatever the client asks for. */
  readonly xml?: string;
}

/** Carries requests out. */
export class Answers {
  readonly pages = new Pages();
  readonly #objects: ReadonlyMap<string, PlatformObject>;

  constructor(objects: ReadonlyMap<string, PlatformObject>) {
    this.#objects = objects;
  }

  /** @throws `Refusal` */
  answer(request: LoggedRequest): Answer {
    const { object: name, action, id, body } = request;
    const object = this.#objects.get(name);
    if (!object) throw gone("The object", name);
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
        if (!supported(object.delete, name, action)(id)) throw gone(name, id);
        return found("Result", {});
      case "unknown":
        throw new Refusal(405, "The method is not allowed.");
    }
  }

  #query(name: string, object: PlatformObject, body: unknown): Row {
    const matches = parseFilter(body, object.filters);
    const rows = [...supported(object.rows, name, "query")()].filter(matches);
    return this.pages.first(
      name,
      rows.map((row) => named(name, row)),
    );
  }

  #get(name: string, object: PlatformObject, id: string): Answer {
    const row = supported(object.get, name, "get")(id);
    if (!row) throw gone(name, id);
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
    const rows = requested.map((one, index) => {
      const id = textOf(one, "id");
      const result = get(id);
      return result
        ? { index, id, statusCode: statusOf(result), Result: named(name, result) }
        : { index, id, statusCode: 404, errorMessage: `${name} ${id} does not exist.` };
    });
    const answer = found("BulkResult", { "@type": "BulkResult", response: rows });
    return object.toXml ? { ...answer, xml: bulkXml(rows) } : answer;
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
