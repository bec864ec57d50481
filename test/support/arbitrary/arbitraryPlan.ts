import fc from "fast-check";
import type { PlannedComponent, PlannedPack, ReleasePlan } from "../../../src/model/plan/releasePlan.ts";

const awkward = fc.constantFrom("__proto__", "constructor", "1", "a.b", "ä", "Deleted", " ", "<b>", "‮", '"');
const text = fc.oneof(fc.string({ unit: "grapheme", maxLength: 4 }), awkward);
const filled = text.filter((value) => value !== "");
const zone = fc.constantFrom("UTC", "America/New_York", "Asia/Kathmandu");
const date = fc.constantFrom("2026-12-01", "2028-02-29", "1999-01-31");

type Timing = Pick<ReleasePlan, "target" | "date" | "timeZone">;

const platform = fc.record({ baseUrl: filled, accountId: filled });

const timing: fc.Arbitrary<Timing> = fc.oneof(
  fc.constant({ target: { backend: "local" as const } }),
  fc.record({ target: fc.constant({ backend: "local" as const }), date, timeZone: zone }),
  platform.map((account) => ({ target: { backend: "platform" as const, ...account } })),
  fc.record({ account: platform, date }).map(({ account, ...rest }) => ({
    target: { backend: "platform" as const, ...account, scheduleWith: "platform" as const },
    ...rest,
  })),
  fc.record({ account: platform, date, timeZone: zone }).map(({ account, ...rest }) => ({
    target: { backend: "platform" as const, ...account, scheduleWith: "workspace" as const },
    ...rest,
  })),
);

const component: fc.Arbitrary<PlannedComponent> = fc.oneof(
  fc.record(
    { componentId: filled, name: text, from: text, to: filled, packageId: filled },
    { requiredKeys: ["componentId", "name", "from", "to"] },
  ),
  fc.record({ componentId: filled, name: text, from: filled, to: fc.constant(null) }),
);

const pack: fc.Arbitrary<PlannedPack> = fc.record(
  {
    packId: filled,
    name: text,
    replaces: fc.record({ date, timeZone: filled }, { requiredKeys: ["date"] }),
    components: fc
      .uniqueArray(component, { selector: ({ componentId }) => componentId, maxLength: 5 })
      .map(withUniquePackages),
  },
  { requiredKeys: ["packId", "name", "components"] },
);

/** Plans that follow every rule, with components in any order. Names are hostile, and optional keys may be missing. */
export const arbitraryPlan: fc.Arbitrary<ReleasePlan> = fc
  .record(
    {
      name: text,
      notes: text,
      timing,
      packs: fc.uniqueArray(pack, { selector: ({ packId }) => packId, minLength: 1, maxLength: 3 }),
    },
    { requiredKeys: ["timing", "packs"] },
  )
  // Records of fast-check may have no prototype; a copy always has one.
  .map(({ timing: chosen, ...rest }) => structuredClone({ planVersion: 1, ...rest, ...chosen }));

function withUniquePackages(components: readonly PlannedComponent[]): PlannedComponent[] {
  return components.map((each, at) => ({
    ...each,
    ...(each.packageId !== undefined && { packageId: `${each.packageId}${at}` }),
  }));
}
