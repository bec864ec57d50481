import fc from "fast-check";
import type { IntegrationPack, PackComponent } from "../../../src/model/pack/pack.ts";
import type { PackChoice } from "../../../src/model/plan/packChoice.ts";
import { versionIn } from "../../../src/model/release/release.ts";
import type { KnownVersions } from "../../../src/model/release/versionChange.ts";
import type { ScheduledRelease } from "../../../src/model/schedule/scheduledRelease.ts";
import { component, findVersion, packOf, versionTexts } from "./arbitraryPack.ts";

// Packs with choices that can be planned, and the versions of their components.

const componentIds = ["a", "b", "c", "__proto__", "constructor", "1"];

/** Every version of every component. Version 3 is not shareable, version 4 is deleted. */
export const knownVersions: KnownVersions = new Map(
  componentIds.map((componentId) => [
    componentId,
    versionTexts.flatMap((text) => findVersion(componentId, text) ?? []).reverse(),
  ]),
);

const choosable = ["1", "2"];
const current = fc.constantFrom("", ...versionTexts);

interface ChosenComponent extends PackComponent {
  readonly chosen: string;
}

const chosenComponent: fc.Arbitrary<ChosenComponent> = fc
  .record({
    componentId: fc.constantFrom(...componentIds),
    currentVersion: current,
    pendingVersion: fc.constantFrom("", ...choosable),
    latestVersion: fc.constantFrom("", ...choosable),
    marked: fc.boolean(),
    chosen: fc.constantFrom("", ...choosable),
  })
  .map(({ componentId, marked, chosen, ...versions }) => ({
    ...component(componentId, { ...versions, deleted: marked && versions.currentVersion !== "" }),
    chosen: chosen || versions.currentVersion || "1",
  }));

/** A scheduled release that waits, of these versions. */
export function scheduledRelease(differences: Partial<ScheduledRelease> = {}): ScheduledRelease {
  return {
    date: "2026-12-24",
    timeZone: "America/New_York",
    versions: {},
    windowStart: "2026-12-24T05:00:00.000Z",
    windowEnd: "2026-12-24T06:00:00.000Z",
    state: "scheduled",
    scheduledBy: "planner@example.com",
    scheduledAt: "2026-06-01T08:00:00.000Z",
    ...differences,
  };
}

/** A pack with a version for each component that stays: one that can be chosen, or the current one. */
export const arbitraryChoice: fc.Arbitrary<PackChoice> = fc
  .record({
    components: fc.uniqueArray(chosenComponent, {
      selector: ({ componentId }) => componentId,
      minLength: 1,
    }),
    isScheduled: fc.boolean(),
  })
  .map(({ components, isScheduled }) => {
    const pack: IntegrationPack = {
      ...packOf(...components.map(({ chosen: _, ...rest }) => rest)),
      ...(isScheduled && { scheduled: scheduledRelease({ versions: { a: "1" } }) }),
    };
    const staying = components.filter(({ deleted }) => !deleted);
    return { pack, versions: Object.fromEntries(staying.map((each) => [each.componentId, each.chosen])) };
  });

/** Several packs, each with its own id and name. */
export const arbitraryChoices: fc.Arbitrary<PackChoice[]> = fc
  .array(arbitraryChoice, { minLength: 1, maxLength: 3 })
  .map((choices) =>
    choices.map(({ pack, versions }, at) => ({
      pack: { ...pack, packId: `p${at}`, name: `Pack ${at}` },
      versions,
    })),
  );

/** Whether a release with the chosen versions would change nothing. */
export function changesNothing({ pack, versions }: PackChoice): boolean {
  return pack.components.every(
    ({ componentId, currentVersion, deleted }) =>
      !deleted && versionIn(versions, componentId) === currentVersion,
  );
}
