import assert from "node:assert/strict";
import { hashPlan } from "../../../../../src/backend/hashPlan.ts";
import type { PlatformBackend } from "../../../../../src/backend/platform/platformBackend.ts";
import type { ReleasePlan } from "../../../../../src/model/plan/releasePlan.ts";
import { ids, store } from "../../../../support/fixtures/store.ts";
import { documentedModes } from "../../../../support/platform/standIn/modes.ts";
import { PlatformBackends } from "../../../../support/platform/platformBackends.ts";
import { rejectsWith } from "../../../../support/rejectsWith.ts";

/** What to do is said with the reason of the rejection. */
const explained = [
  /was not (released|scheduled)/,
  /never released .*: Send Invoice\. .*add them to the release/,
];

describe("a release that leaves out a component that was never released", () => {
  let backends: PlatformBackends;
  afterEach(() => backends.dispose());

  /** Opens a backend on a platform on which a component was added to Up to Date after this plan was drafted. */
  async function openWithPlan(
    unreleasedComponents: "required" | "optional",
    heading: Partial<ReleasePlan> = {},
  ): Promise<{ backend: PlatformBackend; plan: ReleasePlan }> {
    backends = await PlatformBackends.start(store(), {
      modes: { ...documentedModes, unreleasedComponents },
    });
    const backend = await backends.open();
    const { plan } = await backend.plans.draft({ packIds: [ids.upToDate, ids.neverReleased] });
    await backend.editing.addComponents(ids.upToDate, [ids.invoice]);
    const [first = assert.fail(), ...others] = plan.packs;
    const components = first.components.map(({ packageId: _id, ...component }) => ({
      ...component,
      to: "1.1",
    }));
    return { backend, plan: { ...plan, ...heading, packs: [{ ...first, components }, ...others] } };
  }

  const apply = async ({ backend, plan }: Awaited<ReturnType<typeof openWithPlan>>) =>
    (await backend.plans.apply(plan, { planHash: hashPlan(plan) })).packs;

  it("is made from a plan where the platform allows it", async () => {
    const opened = await openWithPlan("optional");
    assert.deepEqual(
      (await apply(opened)).map(({ outcome }) => outcome),
      ["released", "released"],
    );
    const { components } = await opened.backend.getPack(ids.upToDate);
    assert.deepEqual(components.find(({ componentId }) => componentId === ids.invoice)?.currentVersion, "");
  });

  for (const [name, heading] of [
    ["released", {}],
    ["scheduled", { date: "2026-06-20" }],
  ] as const) {
    it(`is not ${name} where the platform requires all components, and the outcome says what to do`, async () => {
      const [failed, next] = await apply(await openWithPlan("required", heading));
      assert.deepEqual(
        [failed?.outcome, failed?.code, next?.outcome],
        ["failed", "InvalidRequest", "notSent"],
      );
      for (const pattern of explained) assert.match(failed?.message ?? "", pattern);
    });
  }

  it("is explained also without a plan, and only for what the platform rejects", async () => {
    const { backend } = await openWithPlan("required");
    const request = { packId: ids.upToDate, leftOut: [ids.invoice], preselect: false };
    await rejectsWith(
      backend.release({ ...request, versions: { [ids.createOrder]: "1.0" } }),
      "InvalidRequest",
      ...explained,
    );
    await backend.release({
      packId: ids.upToDate,
      versions: { [ids.createOrder]: "1.0", [ids.invoice]: "b" },
    });
    const { components } = await backend.getPack(ids.upToDate);
    assert.deepEqual(
      components.map(({ currentVersion }) => currentVersion),
      ["1.0", "b"],
    );
  });
});
