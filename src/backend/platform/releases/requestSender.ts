import type { IntegrationPacksError } from "../../../errors/errors.ts";
import type { RunPermission } from "../../scheduleQueue.ts";
import type { PlatformClient } from "../http/platformClient.ts";
import { releaseSchema } from "../http/readers.ts";
import type { PackReader, PlatformPack } from "../packs/packReader.ts";
import type { NewAttempt, ReleaseAttempt } from "../records/releaseAttempt.ts";
import type { ReleaseRecords } from "../records/releaseRecords.ts";
import type { AttemptOutcomes } from "./attemptOutcomes.ts";
import { releaseBody, releasePath, type ReleaseDate, type Route } from "./releaseBody.ts";

/** Dependencies of `RequestSender`. */
export interface RequestSenderDependencies {
  readonly client: PlatformClient;
  readonly records: ReleaseRecords;
  readonly packs: PackReader;
  readonly outcomes: AttemptOutcomes;
  readonly clock: () => Date;
}

/** A request to release or to schedule a pack. */
export interface ReleaseOrder {
  readonly pack: PlatformPack;
  readonly attempt: Omit<NewAttempt, "packId" | "packName" | "sentAt" | "removed">;
  readonly date: ReleaseDate;
  /** The routes to try: the next one only after the platform proved that it rejected the one before. */
  readonly routes: readonly [Route, ...Route[]];
  /** Who claimed the pack. */
  readonly holder: string;
  /** What lets the scheduled release run; left out where it does not run one. */
  readonly permission?: RunPermission;
  /** The attempts with an unknown outcome that a person confirmed to go on after. */
  readonly acknowledged: readonly string[];
}

/** What came of a request. With `rejected`, nothing was done: the platform rejected it, or it was not sent. */
export type SentRequest =
  | { readonly kind: "rejected"; readonly error: IntegrationPacksError }
  | {
      readonly kind: "unknown";
      readonly attempt: ReleaseAttempt;
      readonly error: IntegrationPacksError | undefined;
    }
  | { readonly kind: "accepted"; readonly attempt: ReleaseAttempt; readonly requestId: string };

/** Sends each request once, and records the intention in the step before the first byte goes out. The pack is claimed. */
export class RequestSender {
  readonly #dependencies: RequestSenderDependencies;

  constructor(dependencies: RequestSenderDependencies) {
    this.#dependencies = dependencies;
  }

  /** @throws `Conflict` and `OutcomeUnknown` as `ReleaseRecords.recordSending`: nothing was sent then */
  async send(order: ReleaseOrder): Promise<SentRequest> {
    const [first, ...others] = order.routes;
    let sent = await this.#sendBy(first, order);
    for (const route of others) {
      if (sent.kind !== "rejected" || !isAboutTheRoute(sent.error)) break;
      // The claim ended with the rejected attempt.
      await this.#dependencies.records.claim([order.pack], order.holder);
      const next = await this.#sendBy(route, order);
      // The platform's first reason is the one that fits what the person asked for.
      sent = next.kind === "rejected" ? sent : next;
    }
    return sent;
  }

  async #sendBy(route: Route, order: ReleaseOrder): Promise<SentRequest> {
    const { client, records, packs, outcomes } = this.#dependencies;
    const { pack, attempt, date } = order;
    const recorded: { attempt?: ReleaseAttempt } = {};
    const path = releasePath(pack.packId, route);
    const body = JSON.stringify(releaseBody(pack, attempt.versions, date));
    const sent = await client.sendOnce(
      "ReleaseIntegrationPack",
      { method: "POST", path, body },
      releaseSchema,
      {
        beforeSending: async () => {
          recorded.attempt = await records.recordSending(this.#toAttempt(order), order);
        },
      },
    );
    packs.forget(pack.packId);
    if (sent.kind === "rejected" || sent.kind === "notSent") {
      if (recorded.attempt) await outcomes.notMade(recorded.attempt);
      return { kind: "rejected", error: sent.error };
    }
    if (!recorded.attempt) throw new TypeError("A request was sent that is not recorded.");
    const answered = recorded.attempt;
    if (sent.kind === "unknown") return { kind: "unknown", attempt: answered, error: sent.error };
    const { requestId } = sent.value;
    // Without its id, the release cannot be followed: only the pack itself can show it.
    return requestId === ""
      ? { kind: "unknown", attempt: answered, error: undefined }
      : { kind: "accepted", attempt: answered, requestId };
  }

  #toAttempt({ pack, attempt }: ReleaseOrder): NewAttempt {
    const leaving = pack.components.filter(({ deleted }) => deleted);
    return {
      ...attempt,
      packId: pack.packId,
      packName: pack.name,
      sentAt: this.#dependencies.clock().toISOString(),
      removed: leaving.map(({ componentId }) => componentId),
    };
  }
}

/** Whether another route may succeed: the platform rejected the request itself, not who sent it. */
function isAboutTheRoute({ code }: IntegrationPacksError): boolean {
  return code === "InvalidRequest" || code === "NotFound";
}
