import { t } from "@vscode/l10n";
import { IntegrationPacksError } from "../../../errors/errors.ts";
import type { PackRelease } from "../../../model/release/release.ts";
import type { PlatformClient } from "../http/platformClient.ts";
import type { PackReader } from "../packs/packReader.ts";
import { isReleased, isUnderWay, type ReleaseAttempt } from "../records/attemptRows.ts";
import type { ReleaseAttempts } from "../records/releaseAttempts.ts";
import { releaseBody, releasePath, type ReleaseOrder } from "./releaseBody.ts";
import { platformReleaseErrors } from "./platformReleaseErrors.ts";
import { objectKinds } from "../http/objectKinds.ts";
import { releaseSchema } from "../http/readers.ts";
import type { Timing } from "../http/timing.ts";

/** What making releases takes. */
export interface ReleaseMakerOptions {
  readonly client: PlatformClient;
  readonly packs: PackReader;
  readonly attempts: ReleaseAttempts;
  readonly clock: () => Date;
  readonly timing: Timing;
  /** Told of each release that was made. */
  readonly announce: (release: PackRelease) => void;
  /** Told when a release is over, made or not. */
  readonly onEnd: () => void;
}

type Progress = (step: string) => void;

/** Between looks at a release under way, in ms; then the last one again and again. */
const pollPauses = [200, 400, 800, 1_500, 3_000, 5_000, 8_000];

/** So long is a release followed, in ms, before the user is told that it takes longer. */
const followPatience = 600_000;

/** Between looks at the pack when the answer to a release was lost, in ms. */
const searchPauses = [0, 1_000, 2_000, 4_000, 8_000, 15_000];

/** Releases packs, each one once. The request is sent a single time; what became of it is found out by reading. */
export class ReleaseMaker {
  readonly #options: ReleaseMakerOptions;
  readonly #watched = new Set<number>();
  #underWay = 0;

  constructor(options: ReleaseMakerOptions) {
    this.#options = options;
  }

  /** Whether a release is under way here. */
  get isBusy(): boolean {
    return this.#underWay > 0;
  }

  /** @throws as `Backend.release`, as far as sending goes */
  async make(order: ReleaseOrder, onProgress: Progress = () => undefined): Promise<PackRelease> {
    this.#underWay++;
    try {
      const attempt = await this.#begin(order);
      onProgress(t("Sending the release to Boomi…"));
      return await this.#watch(attempt, () => this.#send(order, attempt, onProgress));
    } finally {
      this.#underWay--;
      this.#options.onEnd();
    }
  }

  /** Waits for the end of a release that the platform took. @throws as `make` */
  follow(attempt: ReleaseAttempt, onProgress: Progress = () => undefined): Promise<PackRelease> {
    return this.#watch(attempt, () => this.#follow(attempt, onProgress));
  }

  /**
   * Finds out, by reading alone, what became of a release whose end is not known; nothing while it is still not.
   *
   * @throws the failure of a release that the platform gave up
   */
  async settle(attempt: ReleaseAttempt): Promise<PackRelease | undefined> {
    const { attempts, packs, clock } = this.#options;
    if (this.#watched.has(attempt.key) || attempt.state === "notReleased") return undefined;
    if (attempt.state === "released") return (await attempts.released(attempt, clock())).release;
    if (attempt.state === "following") {
      const state = await this.#look(attempt);
      if (state === "released") return this.#keepReleased(attempt);
      if (state === "running") return undefined;
    }
    const { components } = await packs.fresh(attempt.packId);
    if (isReleased(components, attempt)) return this.#keepReleased(attempt);
    if (!isUnderWay(attempt, clock().getTime())) await attempts.settle(attempt.key, "unknown");
    return undefined;
  }

  /** Keeps the attempt before anything is sent, so that whatever happens then is found again. */
  async #begin(order: ReleaseOrder): Promise<ReleaseAttempt> {
    const { attempts, packs, clock } = this.#options;
    const { pack, versions, trigger, releasedBy } = order;
    const attempt = await attempts.begin({
      packId: pack.packId,
      packName: pack.name,
      trigger,
      sentAt: clock().toISOString(),
      sentBy: releasedBy,
      versions,
      removed: pack.components.filter(({ deleted }) => deleted).map(({ componentId }) => componentId),
    });
    try {
      await order.onBegun?.(attempt.key);
    } catch (error) {
      await attempts.settle(attempt.key, "notReleased");
      throw error;
    }
    packs.forget(pack.packId);
    return attempt;
  }

  /** While a release is watched here, nobody else here looks after it. */
  async #watch(attempt: ReleaseAttempt, work: () => Promise<PackRelease>): Promise<PackRelease> {
    this.#watched.add(attempt.key);
    try {
      return await work();
    } finally {
      this.#watched.delete(attempt.key);
    }
  }

  async #follow(attempt: ReleaseAttempt, onProgress: Progress): Promise<PackRelease> {
    const { timing } = this.#options;
    const start = timing.now();
    for (let polls = 0; timing.now() - start < followPatience; polls++) {
      const state = await this.#look(attempt);
      if (state === "gone") return this.#search(attempt, undefined);
      if (state === "released") return this.#keepReleased(attempt);
      onProgress(t("Boomi is making the release…"));
      await timing.pause(pollPauses[Math.min(polls, pollPauses.length - 1)] ?? 0);
    }
    throw platformReleaseErrors.stillRunning(attempt.packName);
  }

  async #send(order: ReleaseOrder, attempt: ReleaseAttempt, onProgress: Progress): Promise<PackRelease> {
    const { client, attempts } = this.#options;
    const { pack, versions, replacesPlatformSchedule } = order;
    const path = releasePath(pack.packId, replacesPlatformSchedule);
    const body = JSON.stringify(releaseBody(pack, versions, { releaseSchedule: "IMMEDIATELY" }));
    const sent = await client.sendOnce(
      "ReleaseIntegrationPack",
      { method: "POST", path, body },
      releaseSchema,
    );
    switch (sent.kind) {
      case "rejected":
      case "notSent":
        await attempts.settle(attempt.key, "notReleased");
        throw platformReleaseErrors.notReleased(pack.name, sent.error);
      case "unknown":
        onProgress(t("The answer was lost. Looking at the pack…"));
        return this.#search(attempt, sent.error);
      case "done": {
        const { requestId } = sent.value;
        if (requestId === "") return this.#search(attempt, undefined);
        await attempts.settle(attempt.key, "following", requestId);
        return this.#follow({ ...attempt, requestId, state: "following" }, onProgress);
      }
    }
  }

  /** What the platform says about a release that it took. @throws when it gave up, and `OutcomeUnknown` when it cannot be asked */
  async #look(attempt: ReleaseAttempt): Promise<"released" | "running" | "gone"> {
    const { client, attempts } = this.#options;
    try {
      const status = await client.get(objectKinds.releaseStatus, attempt.requestId);
      if (status.releaseStatus === "SUCCESS") return "released";
      if (status.releaseStatus !== "ERROR") return "running";
      await attempts.settle(attempt.key, "notReleased");
      throw platformReleaseErrors.failed(attempt.packName, status.message || status.errorMessage);
    } catch (error) {
      if (!(error instanceof IntegrationPacksError) || error.code === "InvalidRequest") throw error;
      if (error.code === "NotFound") return "gone";
      throw platformReleaseErrors.followingFailed(attempt.packName, error.message);
    }
  }

  /** The answer was lost: only the pack itself shows the outcome. */
  async #search(attempt: ReleaseAttempt, lost: IntegrationPacksError | undefined): Promise<PackRelease> {
    const { attempts, packs, timing } = this.#options;
    let reason = lost;
    for (const pause of searchPauses) {
      await timing.pause(pause);
      try {
        const { components } = await packs.fresh(attempt.packId);
        if (isReleased(components, attempt)) return await this.#keepReleased(attempt);
      } catch (error) {
        if (!(error instanceof IntegrationPacksError) || error.code === "StoreUnavailable") throw error;
        reason ??= error;
      }
    }
    await attempts.settle(attempt.key, "unknown");
    throw platformReleaseErrors.unknown(attempt.packName, reason?.message ?? "");
  }

  async #keepReleased(attempt: ReleaseAttempt): Promise<PackRelease> {
    const { attempts, packs, clock, announce } = this.#options;
    const { release, isNew } = await attempts.released(attempt, clock());
    packs.forget(attempt.packId);
    if (isNew || this.#watched.has(attempt.key)) announce(release);
    return release;
  }
}
