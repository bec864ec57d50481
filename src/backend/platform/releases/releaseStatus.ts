import type * as v from "valibot";
import { IntegrationPacksError } from "../../../errors/errors.ts";
import { isNotReady, readAnswer } from "../http/answers.ts";
import { bulk } from "../http/bulk.ts";
import type { PlatformClient } from "../http/platformClient.ts";
import { platformErrors } from "../http/platformErrors.ts";
import { answersQuestion, objectKinds } from "../http/objectKinds.ts";
import type { statusSchema } from "../http/readers.ts";
import type { HttpAnswer } from "../http/transport.ts";
import { inOneLine } from "../http/serverText.ts";
import { urlPart } from "../http/urlPart.ts";

const kind = objectKinds.releaseStatus;
const { object } = kind;

type StatusRow = v.InferOutput<typeof statusSchema>;

/**
 * What the platform says about a release that was requested. It names no versions: what the user confirmed is what counts,
 * whatever versions an answer contains.
 *
 * - `running`: the platform works on it, or says nothing that ends it
 * - `scheduled`: it waits for its date, `yyyy-MM-dd`, `""` where the answer has none
 * - `released`, `failed`: it has ended
 * - `gone`: the platform no longer reports it; only the pack itself shows whether it was released
 */
export type ReleaseStatus =
  | { readonly kind: "running" }
  | { readonly kind: "scheduled"; readonly date: string }
  | { readonly kind: "released" }
  | { readonly kind: "failed"; readonly reason: string }
  | { readonly kind: "gone" };

/** Reads how releases stand, by the ids of their requests. */
export class ReleaseStatusReader {
  readonly #client: PlatformClient;

  constructor(client: PlatformClient) {
    this.#client = client;
  }

  /** @throws `Unreachable` also when the answer is about another request; never `NotFound`, which is `gone` */
  async get(requestId: string): Promise<ReleaseStatus> {
    try {
      const path = `${object}/${urlPart(requestId)}`;
      const answer = await this.#client.read(object, { method: "GET", path }, { acceptsNotReady: true });
      return interpretAnswer(answer, requestId);
    } catch (error) {
      if (isGone(error)) return { kind: "gone" };
      throw error;
    }
  }

  /** Those of the requests that the platform said something about; a hundred requests are one call. */
  async list(requestIds: readonly string[]): Promise<ReadonlyMap<string, ReleaseStatus>> {
    const statuses = new Map<string, ReleaseStatus>();
    for (const { id, status, value } of await bulk(this.#client, kind, requestIds)) {
      const interpreted = interpretItem(status, value);
      if (interpreted) statuses.set(id, interpreted);
    }
    return statuses;
  }
}

function isGone(error: unknown): boolean {
  return error instanceof IntegrationPacksError && error.code === "NotFound";
}

function interpretAnswer(answer: HttpAnswer, requestId: string): ReleaseStatus {
  const { status } = answer;
  if (status === 204) return { kind: "gone" };
  if (isNotReady(answer)) return { kind: "running" };
  const row = readAnswer(answer, kind.schema, object);
  if (!answersQuestion(kind, row, requestId)) throw platformErrors.otherObject(object);
  return interpretRow(status, row);
}

function interpretItem(status: number, row: StatusRow | undefined): ReleaseStatus | undefined {
  if (status === 204 || status === 400 || status === 404 || status === 410) return { kind: "gone" };
  if (status === 202 && !row) return { kind: "running" };
  return row && status < 300 ? interpretRow(status, row) : undefined;
}

/** 202 means that it has not ended, whatever else the answer says. A word that nobody knows ends nothing. */
function interpretRow(status: number, row: StatusRow): ReleaseStatus {
  const { releaseStatus, releaseOnDate, message, errorMessage } = row;
  if (releaseStatus === "SCHEDULED") return { kind: "scheduled", date: releaseOnDate.slice(0, 10) };
  if (status === 202) return { kind: "running" };
  if (releaseStatus === "SUCCESS") return { kind: "released" };
  if (releaseStatus === "ERROR") return { kind: "failed", reason: inOneLine(message || errorMessage) };
  return { kind: "running" };
}
