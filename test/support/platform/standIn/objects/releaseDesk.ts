import { randomUUID } from "node:crypto";
import type { PackedComponent, PlatformPack, PlatformState, ReleaseRequestState } from "./state.ts";

/** What the desk needs to know of the world; tests change it while the stand-in runs. */
export interface ReleaseConditions {
  now(): Date;
  /** The zone of the account's user, in which dates begin. */
  readonly timeZone: string;
  /** How often a release is seen running before it is done. */
  readonly looksUntilDone: number;
  /** How long a release runs at least, in ms. */
  readonly releasesRunFor: number;
  /** Whether the next releases end in an error. */
  readonly releasesFail: boolean;
  /** Whether a pack shows the versions of its scheduled release as pending. */
  readonly scheduledIsPending: boolean;
  /** Whether a scheduled release that is changed keeps its request id. */
  readonly keepsRequestIds: boolean;
}

/**
 * Takes releases and carries them out. A release runs until it was looked at often enough, by asking for its status or
 * for its pack; a scheduled one is carried out when its date has begun.
 */
export class ReleaseDesk {
  readonly #state: PlatformState;
  readonly #conditions: ReleaseConditions;

  constructor(state: PlatformState, conditions: ReleaseConditions) {
    this.#state = state;
    this.#conditions = conditions;
  }

  /** The calendar date of now, `yyyy-MM-dd`. */
  get today(): string {
    return dateIn(this.#conditions.timeZone, this.#conditions.now());
  }

  /** The request that waits or runs for a pack. */
  openRequest(pack: PlatformPack): ReleaseRequestState | undefined {
    this.#runDue();
    return this.#open(pack);
  }

  /** Takes a release: scheduled with a date, otherwise at once. `changed` is the scheduled one that becomes it. */
  take(
    pack: PlatformPack,
    versions: ReadonlyMap<string, string>,
    date: string | undefined,
    changed?: ReleaseRequestState,
  ): ReleaseRequestState {
    const earlier = this.#conditions.keepsRequestIds ? changed?.requestId : undefined;
    const request: ReleaseRequestState = {
      requestId: earlier ?? `release-${randomUUID()}`,
      packId: pack.id,
      packName: pack.name,
      installationType: pack.installationType,
      versions,
      replaced: new Map(),
      status: date === undefined ? "IN_PROGRESS" : "SCHEDULED",
      date,
      startedAt: this.#conditions.now().getTime(),
      looksUntilDone: this.#conditions.looksUntilDone,
    };
    this.drop(pack);
    this.#state.releaseRequests.set(request.requestId, request);
    pack.openRequestId = request.requestId;
    return request;
  }

  /** Forgets what waits for a pack. */
  drop(pack: PlatformPack): void {
    if (pack.openRequestId !== undefined) this.#state.releaseRequests.delete(pack.openRequestId);
    pack.openRequestId = undefined;
  }

  /** Somebody looks at a pack or, without an id, at all of them: what runs comes a step nearer to its end. */
  look(packId?: string): void {
    this.#runDue();
    for (const request of this.#running()) {
      if (packId === undefined || request.packId === packId) this.#step(request);
    }
  }

  /** Somebody asks for the status of a release. */
  lookAt(requestId: string): ReleaseRequestState | undefined {
    this.#runDue();
    const request = this.#state.releaseRequests.get(requestId);
    if (request?.status === "IN_PROGRESS") this.#step(request);
    return request;
  }

  /** What a pack shows as pending for one of its components. */
  pendingVersion(pack: PlatformPack, component: PackedComponent): string {
    const open = this.#open(pack);
    return this.#conditions.scheduledIsPending && open?.status === "SCHEDULED"
      ? (open.versions.get(component.componentId) ?? "")
      : component.pendingVersion;
  }

  #open(pack: PlatformPack): ReleaseRequestState | undefined {
    const { openRequestId } = pack;
    return openRequestId === undefined ? undefined : this.#state.releaseRequests.get(openRequestId);
  }

  #running(): ReleaseRequestState[] {
    return [...this.#state.releaseRequests.values()].filter(({ status }) => status === "IN_PROGRESS");
  }

  #runDue(): void {
    const { today } = this;
    for (const request of this.#state.releaseRequests.values()) {
      if (request.status === "SCHEDULED" && request.date !== undefined && request.date <= today) {
        this.#finish(request);
      }
    }
  }

  #step(request: ReleaseRequestState): void {
    const runs = this.#conditions.now().getTime() - request.startedAt;
    if (runs < this.#conditions.releasesRunFor) return;
    if (request.looksUntilDone > 0) request.looksUntilDone -= 1;
    else this.#finish(request);
  }

  #finish(request: ReleaseRequestState): void {
    const pack = this.#state.packs.get(request.packId);
    if (pack) pack.openRequestId = undefined;
    if (!pack || this.#conditions.releasesFail) {
      request.status = "ERROR";
      return;
    }
    request.status = "SUCCESS";
    pack.wasReleased = true;
    pack.components = pack.components
      .filter(({ deleted }) => !deleted)
      .map((component) => {
        const version = request.versions.get(component.componentId);
        if (version === undefined) return component;
        request.replaced.set(component.componentId, component.currentVersion);
        return { ...component, currentVersion: version, pendingVersion: "" };
      });
  }
}

function dateIn(timeZone: string, instant: Date): string {
  return new Intl.DateTimeFormat("en-CA", { timeZone, dateStyle: "short" }).format(instant);
}
