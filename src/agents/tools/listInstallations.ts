import * as v from "valibot";
import type { BackendReads } from "../../backend/backendReads.ts";
import type { InstallationReading } from "../../model/installation/installationReading.ts";
import { readingNotes } from "../../model/installation/readingSummary.ts";
import { installationsReport } from "../../model/report/installationsReport.ts";
import { installationsSchema } from "../../model/report/reportSchemas.ts";
import { utcText } from "../../model/text/utcText.ts";
import { idField, offsetField } from "./inputFields.ts";
import { positionFields } from "./outputFields.ts";
import { pageOf } from "./page.ts";
import { defineTool } from "./tool.ts";

/** Lists which accounts have which packs. */
export const listInstallations = defineTool({
  name: "list_installations",
  title: "List Installations",
  description:
    "Lists which accounts have an integration pack installed, or all packs without a packId. On a Boomi account, each account is asked by a request of its own, so name a packId where you can. state: current, behind (an earlier release; missing lists the later ones), updatePending, appliedEarly (a scheduled release was applied before its date), installed (which release it runs is not reported), notInstalled, or notAsked (the account could not be asked; notAsked says why).",
  input: v.strictObject({
    packId: v.optional(idField("The packId of the pack, as list_packs answers it. Left out for all packs.")),
    offset: offsetField,
  }),
  output: v.strictObject({
    ...installationsSchema.entries,
    ...positionFields,
    limits: v.optional(
      v.pipe(v.array(v.string()), v.description("What of the installations is not known, as sentences.")),
    ),
  }),
  async run({ backend }, { packId, offset = 0 }) {
    const open = await backend();
    const readings = await readingsOf(open, packId, offset > 0);
    const { installations, ...report } = installationsReport(readings);
    const { rows, position } = pageOf(installations, offset);
    const limits = new Set(readings.flatMap((reading) => notesOf(reading, packId !== undefined)));
    return { ...report, installations: rows, ...position, ...(limits.size > 0 && { limits: [...limits] }) };
  },
});

/** `isContinued`: the first page was answered before, so that the accounts are not asked again. */
async function readingsOf(
  backend: BackendReads,
  packId: string | undefined,
  isContinued: boolean,
): Promise<readonly InstallationReading[]> {
  const packIds = packId === undefined ? await releasedPacks(backend) : [packId];
  if (!isContinued) return backend.installations.read(packIds);
  const latest = await Promise.all(packIds.map((each) => backend.installations.latest(each)));
  const known = latest.filter((reading) => reading !== undefined);
  return known.length === packIds.length ? known : backend.installations.read(packIds);
}

/** No other pack is installed anywhere. */
async function releasedPacks(backend: BackendReads): Promise<string[]> {
  const packs = await backend.listPackSummaries();
  return packs.filter(({ released }) => released).map(({ packId }) => packId);
}

/** Boomi's rule: of one pack with the release that it gets, of all packs in general. */
function notesOf({ accounts, latestRelease }: InstallationReading, isOnlyPack: boolean): string[] {
  return readingNotes({ accounts, ...(isOnlyPack && latestRelease && { latestRelease }) }, utcText);
}
