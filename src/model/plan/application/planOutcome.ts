import type { ErrorCode } from "../../../errors/errors.ts";
import { planErrors } from "../../../errors/planErrors.ts";
import type { NamedPack } from "../../pack/pack.ts";
import type { PlanHash } from "../file/planHash.ts";
import type { PackProgress, PlanApplication } from "./planApplication.ts";

/** The report of an application. Command line and API answer it as JSON. */
export interface PlanOutcome {
  readonly formatVersion: 1;
  readonly planHash: PlanHash;
  /** In the order of the plan. */
  readonly packs: readonly PackOutcome[];
}

/** How one pack of a plan ended (rule 15). */
export interface PackOutcome extends NamedPack {
  readonly outcome: "released" | "scheduled" | "alreadySo" | "failed" | "unknown" | "notSent";
  /** The id of the release, or of what was sent where the outcome is unknown. Left out where nothing was sent. */
  readonly releaseId?: string;
  /** Why it failed or is unknown. Left out otherwise. */
  readonly code?: ErrorCode;
  /** Why it failed or is unknown, for users. Left out otherwise. */
  readonly message?: string;
}

/** Reports how each pack ended. If the application did not end, a pack that is being sent is unknown. */
export function planOutcome({ planHash, packs }: PlanApplication): PlanOutcome {
  return { formatVersion: 1, planHash, packs: packs.map(packOutcome) };
}

function packOutcome(pack: PackProgress): PackOutcome {
  const { packId, name } = pack;
  switch (pack.stage) {
    case "notSent":
    case "claimed":
      return { packId, name, outcome: "notSent" };
    case "sending": {
      const { code, message } = planErrors.stillSending(name);
      return { packId, name, outcome: "unknown", code, message };
    }
    case "alreadySo":
    case "scheduled":
      return { packId, name, outcome: pack.stage };
    case "released":
      return { packId, name, outcome: "released", releaseId: pack.releaseId };
    case "failed":
      return { packId, name, outcome: "failed", code: pack.code, message: pack.message };
    case "unknown": {
      const { releaseId, code, message } = pack;
      return {
        packId,
        name,
        outcome: "unknown",
        ...(releaseId !== undefined && { releaseId }),
        code,
        message,
      };
    }
  }
}
