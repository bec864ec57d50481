import type { ErrorCode } from "../../../errors/errors.ts";
import { planErrors } from "../../../errors/planErrors.ts";
import type { NamedPack } from "../../pack/pack.ts";
import type { PlanCheck } from "../check/planCheck.ts";
import type { PlanHash } from "../file/planHash.ts";
import { maySendAgain, type EarlierSending } from "./earlierSending.ts";

/** How far the application of a plan is. `reduceApplication` moves it on. */
export interface PlanApplication {
  readonly planHash: PlanHash;
  /** In the order of the plan, in which they are sent. */
  readonly packs: readonly PackProgress[];
  /** Whether a person asked to stop after the pack that is being sent. */
  readonly isStopping: boolean;
}

/** How far one pack is. */
export type PackProgress = NamedPack & PackStep;

/**
 * The stage of a pack, with what is known of it.
 *
 * - `notSent`: nothing happened yet, or the plan stopped before
 * - `claimed`: nobody else sends it
 * - `sending`: it was recorded that it is sent; its outcome is awaited
 * - the others never change: they are outcomes (rule 15)
 */
export type PackStep =
  | { readonly stage: "notSent" | "claimed" | "sending" | "alreadySo" | "scheduled" }
  | { readonly stage: "released"; readonly releaseId: string }
  | { readonly stage: "failed"; readonly code: ErrorCode; readonly message: string }
  | {
      readonly stage: "unknown";
      readonly code: ErrorCode;
      readonly message: string;
      /** The id of what was sent; left out where it is not known. */
      readonly releaseId?: string;
    };

/**
 * Starts to apply a plan, or to continue it (rule 16). Packs that are already so are skipped. If the outcome of an earlier
 * sending is still unknown, nothing is sent. `confirmedHash`: the hash of the plan that was reviewed. `earlier`: the packs
 * that were sent under this plan before and are not so.
 *
 * @throws `Conflict` for another hash, or when the plan does not fit (rule 13)
 */
export function startApplication(
  check: PlanCheck,
  confirmedHash: string,
  earlier: readonly EarlierSending[] = [],
): PlanApplication {
  const { planHash, fits } = check;
  if (planHash !== confirmedHash) throw planErrors.otherHash(planHash, confirmedHash);
  if (!fits) throw planErrors.doesNotFit(reasonsOf(check));
  const unknown = new Map(earlier.filter((each) => !maySendAgain(each)).map((each) => [each.packId, each]));
  const packs = check.packs.map(({ packId, name, state }): PackProgress => {
    if (state === "alreadySo") return { packId, name, stage: "alreadySo" };
    const sent = unknown.get(packId);
    if (!sent) return { packId, name, stage: "notSent" };
    const { code, message } = planErrors.earlierUnknown(name);
    const { releaseId } = sent;
    return { packId, name, stage: "unknown", code, message, ...(releaseId !== undefined && { releaseId }) };
  });
  return { planHash, packs, isStopping: false };
}

function reasonsOf({ packs }: PlanCheck): string[] {
  return packs
    .filter(({ state }) => state === "drift" || state === "refused")
    .flatMap(({ name, differences }) => differences.map((difference) => `"${name}": ${difference}`));
}
