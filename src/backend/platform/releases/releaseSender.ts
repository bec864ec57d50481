import * as l10n from "@vscode/l10n";
import type { PlanReference } from "../../../model/plan/planReference.ts";
import type { ComponentVersions, PackRelease, ReleaseTrigger } from "../../../model/release/release.ts";
import type { RunPermission } from "../../scheduleQueue.ts";
import type { PlatformPack } from "../packs/packReader.ts";
import { platformReleaseErrors } from "../platformReleaseErrors.ts";
import type { ScheduleRecord } from "../records/scheduleRecord.ts";
import type { AttemptOutcomes } from "./attemptOutcomes.ts";
import { explainRejection } from "./explainRejection.ts";
import { isScheduledElsewhere } from "./isScheduledElsewhere.ts";
import type { Progress, ReleaseFollower } from "./releaseFollower.ts";
import type { Route } from "./releaseBody.ts";
import type { RequestSender } from "./requestSender.ts";

/** Dependencies of `ReleaseSender`. */
export interface ReleaseSenderDependencies {
  readonly requests: RequestSender;
  readonly outcomes: AttemptOutcomes;
  readonly follower: ReleaseFollower;
}

/** A release that was checked and is to be made now. */
export interface ImmediateRelease {
  readonly pack: PlatformPack;
  /** Of every component that stays. */
  readonly versions: ComponentVersions;
  readonly trigger: ReleaseTrigger;
  readonly confirmedBy: string;
  /** Who claimed the pack. */
  readonly holder: string;
  /** The scheduled release that it runs or replaces. */
  readonly scheduled: ScheduleRecord | undefined;
  /** Whether a scheduled release that this workspace does not know may be replaced. */
  readonly mayReplace: boolean;
  readonly permission?: RunPermission;
  readonly acknowledged: readonly string[];
  /** The release plan that it comes from; left out where it comes from none. */
  readonly plan?: PlanReference | undefined;
}

/** Releases claimed packs at once and follows each release to its end. */
export class ReleaseSender {
  readonly #dependencies: ReleaseSenderDependencies;

  constructor(dependencies: ReleaseSenderDependencies) {
    this.#dependencies = dependencies;
  }

  /** @throws as `Backend.release`, for everything from the sending on */
  async release(release: ImmediateRelease, onProgress: Progress = () => undefined): Promise<PackRelease> {
    const { requests, outcomes, follower } = this.#dependencies;
    const { pack, versions, trigger, confirmedBy, scheduled, plan, ...conditions } = release;
    onProgress(l10n.t("Sending the release to Boomi…"));
    const sent = await requests.send({
      ...conditions,
      pack,
      attempt: {
        versions,
        trigger,
        sentBy: confirmedBy,
        scheduleId: scheduled?.scheduleId ?? "",
        ...(plan && { plan }),
      },
      date: { releaseSchedule: "IMMEDIATELY" },
      routes: routesFor(scheduled, release.mayReplace),
    });
    switch (sent.kind) {
      case "rejected":
        throw isScheduledElsewhere(sent.error, scheduled)
          ? platformReleaseErrors.scheduledElsewhere(pack.name, sent.error.message)
          : platformReleaseErrors.notReleased(pack.name, explainRejection(pack, versions, sent.error));
      case "unknown":
        onProgress(l10n.t("The answer was lost. Looking at the pack…"));
        return follower.search(sent.attempt, sent.error);
      case "accepted":
        return follower.follow(await outcomes.accepted(sent.attempt, sent.requestId), onProgress);
    }
  }
}

/**
 * The routes for a request of a pack. Boomi changes a scheduled release only while there is one, and refuses a second one. A
 * workspace knows neither what was scheduled elsewhere nor, when it is `unknown`, whether its own is still there.
 */
export function routesFor(
  scheduled: ScheduleRecord | undefined,
  mayReplace: boolean,
): readonly [Route, ...Route[]] {
  if (scheduled?.keeper === "platform") return ["update", "create"];
  // With one of the workspace's own, what the person confirmed to replace is that one.
  return mayReplace && !scheduled ? ["create", "update"] : ["create"];
}
