import * as l10n from "@vscode/l10n";
import type { BackendReads } from "../../backend/backendReads.ts";
import { scheduleErrors } from "../../errors/scheduleErrors.ts";
import type { IntegrationPack } from "../../model/pack/pack.ts";
import type { ScheduledRelease } from "../../model/schedule/scheduledRelease.ts";
import { facetOf } from "../../session/facetOf.ts";
import type { Services } from "../command.ts";
import { packIdOf } from "./packIdOf.ts";

/** A pack with a scheduled release. */
export interface ScheduledPack {
  readonly backend: BackendReads;
  readonly schedules: NonNullable<BackendReads["schedules"]>;
  readonly pack: IntegrationPack;
  readonly scheduled: ScheduledRelease;
}

/**
 * The scheduled pack that a command is about: from the arguments, from the row, or picked by a person. Nothing when the person
 * cancels.
 *
 * @throws `NotFound`, `Unsupported`
 */
export async function scheduledPackOf(
  services: Pick<Services, "backend">,
  arg: unknown,
  title: string,
): Promise<ScheduledPack | undefined> {
  const packId = await packIdOf(services, arg, {
    title,
    offer: (pack) => pack.scheduled !== undefined,
    none: l10n.t("No releases are scheduled."),
  });
  if (packId === undefined) return undefined;
  const backend = await services.backend.get();
  const schedules = await facetOf(services, "schedules");
  const pack = await backend.getPack(packId);
  if (!pack.scheduled) throw scheduleErrors.notScheduled(pack.name);
  return { backend, schedules, pack, scheduled: pack.scheduled };
}
