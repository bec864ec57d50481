import type { ErrorCode } from "../../../errors/errors.ts";
import { compareCodeUnits } from "../../text/compareCodeUnits.ts";
import type { PackProgress, PackStep, PlanApplication } from "./planApplication.ts";

/** Something that happened while a plan is applied. */
export type ApplicationEvent =
  /** All packs that are to be sent were claimed in one transaction. */
  | { readonly kind: "claimed" }
  /** It was recorded that the pack is sent. */
  | { readonly kind: "sending"; readonly packId: string }
  | { readonly kind: "released"; readonly packId: string; readonly releaseId: string }
  | { readonly kind: "scheduled"; readonly packId: string }
  /** The pack was certainly not released: before it was sent, or by its answer. */
  | PackFailure<"failed">
  | (PackFailure<"unknown"> & {
      /** The id of what was sent; left out where it is not known. */
      readonly releaseId?: string;
    })
  /** The pack is as the plan wants it, as it was read right before it would be sent. */
  | { readonly kind: "alreadySo"; readonly packId: string }
  /** A person asked to stop after the pack that is being sent. */
  | { readonly kind: "stop" };

interface PackFailure<Kind extends string> {
  readonly kind: Kind;
  readonly packId: string;
  readonly code: ErrorCode;
  readonly message: string;
}

/**
 * Moves the application on by an event. The first pack that was not released stops the plan, and so does a person; what was
 * not sent by then stays not sent (rule 14). An event that cannot happen at this point changes nothing, so that no outcome
 * is overwritten and no pack is sent out of turn: send only what is `sending` afterwards.
 *
 * The local store applies a plan in one transaction: there, `sending` and `released` of all packs follow its commit, and
 * `failed` of one of them its failure.
 */
export function reduceApplication(application: PlanApplication, event: ApplicationEvent): PlanApplication {
  switch (event.kind) {
    case "claimed":
      return hasStopped(application) ? application : claimAll(application);
    case "sending":
      return event.packId === nextPack(application)?.packId
        ? move(application, event.packId, ["claimed"], { stage: "sending" })
        : application;
    case "released":
      return move(application, event.packId, ["sending"], { stage: "released", releaseId: event.releaseId });
    case "scheduled":
      return move(application, event.packId, ["sending"], { stage: "scheduled" });
    case "failed":
      return move(application, event.packId, ["claimed", "sending"], failedStep(event));
    case "unknown":
      return move(application, event.packId, ["sending"], unknownStep(event));
    case "alreadySo":
      return move(application, event.packId, ["claimed"], { stage: "alreadySo" });
    case "stop":
      return settle({ ...application, isStopping: true });
  }
}

/** The pack to send next: the first claimed one, while nothing is being sent and nothing stopped the plan. */
export function nextPack(application: PlanApplication): PackProgress | undefined {
  if (hasStopped(application) || isSending(application)) return undefined;
  return application.packs.find(({ stage }) => stage === "claimed");
}

/** The ids of the packs to claim before the first is sent, in the order in which everybody claims: that of the ids. */
export function packsToClaim(application: PlanApplication): string[] {
  if (hasStopped(application)) return [];
  return application.packs
    .filter(({ stage }) => stage === "notSent")
    .map(({ packId }) => packId)
    .sort(compareCodeUnits);
}

/** Whether nothing more happens: every pack has its outcome, or the plan stopped. */
export function isFinished(application: PlanApplication): boolean {
  if (isSending(application)) return false;
  return (
    hasStopped(application) ||
    application.packs.every(({ stage }) => stage !== "notSent" && stage !== "claimed")
  );
}

function hasStopped({ packs, isStopping }: PlanApplication): boolean {
  return isStopping || packs.some(({ stage }) => stage === "failed" || stage === "unknown");
}

function isSending({ packs }: PlanApplication): boolean {
  return packs.some(({ stage }) => stage === "sending");
}

function claimAll(application: PlanApplication): PlanApplication {
  const packs = application.packs.map((pack) =>
    pack.stage === "notSent" ? withStep(pack, { stage: "claimed" }) : pack,
  );
  return { ...application, packs };
}

/** Moves a pack on from one of the stages. */
function move(
  application: PlanApplication,
  packId: string,
  from: readonly PackStep["stage"][],
  step: PackStep,
): PlanApplication {
  const moved = application.packs.find((pack) => pack.packId === packId && from.includes(pack.stage));
  if (!moved) return application;
  const packs = application.packs.map((pack) => (pack === moved ? withStep(pack, step) : pack));
  return settle({ ...application, packs });
}

/** Once the plan stopped and nothing is being sent, what was claimed is not sent. */
function settle(application: PlanApplication): PlanApplication {
  if (!hasStopped(application) || isSending(application)) return application;
  const packs = application.packs.map((pack) =>
    pack.stage === "claimed" ? withStep(pack, { stage: "notSent" }) : pack,
  );
  return { ...application, packs };
}

function withStep({ packId, name }: PackProgress, step: PackStep): PackProgress {
  return { packId, name, ...step };
}

function failedStep({ code, message }: Extract<ApplicationEvent, { kind: "failed" }>): PackStep {
  return { stage: "failed", code, message };
}

function unknownStep({ code, message, releaseId }: Extract<ApplicationEvent, { kind: "unknown" }>): PackStep {
  return { stage: "unknown", code, message, ...(releaseId !== undefined && { releaseId }) };
}
