import assert from "node:assert/strict";
import type { IntegrationPack } from "../../../../../src/model/pack/pack.ts";
import type { CheckBasis, PlanEvent } from "../../../../../src/model/plan/check/checkBasis.ts";
import { checkPlan, checkPlannedPack } from "../../../../../src/model/plan/check/checkPlan.ts";
import type { PackCheck } from "../../../../../src/model/plan/check/planCheck.ts";
import { draftPlan, type PlanHeading } from "../../../../../src/model/plan/draftPlan.ts";
import type { PlannedPack, ReleasePlan } from "../../../../../src/model/plan/releasePlan.ts";
import type { ComponentVersions } from "../../../../../src/model/release/release.ts";
import type { ScheduledRelease } from "../../../../../src/model/schedule/scheduledRelease.ts";
import { knownVersions, scheduledRelease } from "../../../../support/arbitrary/arbitraryChoices.ts";
import { component, packOf } from "../../../../support/arbitrary/arbitraryPack.ts";
import { checkBasis } from "../../../../support/fixtures/checkBasis.ts";
import { emptyHash, otherHash } from "../../../../support/fixtures/planHashes.ts";

const local = { target: { backend: "local" } } as const;
const dated = { ...local, date: "2026-12-01", timeZone: "America/New_York" };

/** Released as 1, to be released as 2. */
const pack = packOf(component("a", { currentVersion: "1", latestVersion: "2" }));
const released = packOf(component("a", { currentVersion: "2" }));

function draft(
  heading: PlanHeading = local,
  of = pack,
  versions: ComponentVersions = { a: "2" },
): ReleasePlan {
  return draftPlan([{ pack: of, versions }], knownVersions, heading);
}

function check(plan: ReleasePlan, of: IntegrationPack, differences: Partial<CheckBasis> = {}): PackCheck {
  const [checked] = checkPlan(plan, emptyHash, checkBasis([of], differences)).packs;
  assert.ok(checked);
  return checked;
}

/** Asserts the state of the pack, and that its differences match these patterns, one each. */
function assertState(checked: PackCheck, state: PackCheck["state"], ...differences: readonly RegExp[]): void {
  assert.equal(checked.state, state, checked.differences.join(" "));
  assert.equal(checked.differences.length, differences.length, checked.differences.join(" "));
  differences.forEach((pattern, at) => assert.match(checked.differences[at] ?? "", pattern));
}

const history = (...events: readonly PlanEvent[]): Partial<CheckBasis> => ({
  history: new Map([["p", events]]),
});

describe("the report of a check", () => {
  it("says what would change in each pack, the unchanged components included", () => {
    const changing = packOf(
      component("a", { currentVersion: "1" }),
      component("b"),
      component("c", { currentVersion: "2" }),
      component("1", { currentVersion: "4", deleted: true }),
      component("constructor", { currentVersion: "4" }),
    );
    const plan = draft(local, changing, { a: "2", b: "1", c: "1", constructor: "4" });
    const change = (componentId: string, kind: string, from: string, to: string | null, branch = "main") => ({
      componentId,
      name: `The ${componentId}`,
      kind,
      from,
      to,
      branch,
    });
    assert.deepEqual(checkPlan(plan, emptyHash, checkBasis([changing], { accounts: new Map([["p", 12]]) })), {
      formatVersion: 1,
      planHash: emptyHash,
      fits: true,
      packs: [
        {
          packId: "p",
          name: "Orders",
          state: "ready",
          changes: [
            change("a", "upgrade", "1", "2"),
            change("b", "new", "", "1"),
            change("c", "rollBack", "2", "1"),
            change("1", "removed", "4", null, ""),
            change("constructor", "unchanged", "4", "4"),
          ],
          differences: [],
          accounts: 12,
        },
      ],
    });
  });

  it("names packs and components as they are named now, and leaves out accounts that are not known", () => {
    const renamed = {
      ...packOf(component("a", { currentVersion: "1", componentName: "New" })),
      name: "ORDERS",
    };
    const checked = check(draft(), renamed);
    assert.equal(checked.name, "ORDERS");
    assert.equal(checked.changes[0]?.name, "New");
    assert.ok(!("accounts" in checked));
    assertState(checked, "ready", /^"The a" is named "New" now\.$/);
  });

  it("rule 13: fits only if every pack is ready or already so", () => {
    const other = { ...pack, packId: "q", name: "Invoices" };
    const plan = draftPlan(
      [pack, other].map((each) => ({ pack: each, versions: { a: "2" } })),
      knownVersions,
      local,
    );
    const fits = (...packs: readonly IntegrationPack[]) => checkPlan(plan, emptyHash, checkBasis(packs)).fits;
    assert.ok(fits(pack, other));
    assert.ok(fits(released, other));
    assert.ok(!fits(pack));
    assert.ok(!fits(pack, { ...other, name: "Another" }));
  });

  it("treats hostile names as text", () => {
    const hostile = '[x](command:evil) <img src=x onerror=alert(1)> "‮';
    const plan = draft(local, packOf(component("a", { currentVersion: "1", componentName: hostile })));
    const checked = check(plan, packOf(component("a", { currentVersion: "9", componentName: hostile })));
    assert.equal(checked.changes[0]?.name, hostile);
    assert.deepEqual(checked.differences, [`The current version of "${hostile}" is 9, not 1.`]);
  });

  it("can be made of one pack alone, right before it is sent", () => {
    const plan = draft();
    const [planned] = plan.packs;
    assert.ok(planned);
    const basis = checkBasis([pack]);
    assert.deepEqual(
      checkPlannedPack(plan, emptyHash, planned, basis),
      checkPlan(plan, emptyHash, basis).packs[0],
    );
  });
});

describe("a pack that is already so", () => {
  it("has the plan's versions, whatever else is different: that is decided before drift", () => {
    assertState(check(draft(), released), "alreadySo");
    const marked = packOf(component("a", { currentVersion: "2", deleted: true, pendingVersion: "1" }));
    assertState(check(draft(), { ...marked, name: "Another", scheduled: scheduledRelease() }), "alreadySo");
    const added = packOf(...released.components, component("b", { latestVersion: "1" }));
    assertState(check(draft(), added), "alreadySo");
    assertState(check(draft(dated), released), "alreadySo");
    assertState(check(draft(dated), released, { now: new Date("2027-01-01T00:00:00Z") }), "alreadySo");
  });

  it("lost the components that leave", () => {
    const leaving = packOf(
      component("a", { currentVersion: "1" }),
      component("b", { currentVersion: "1", deleted: true }),
    );
    const plan = draft(local, leaving, { a: "1" });
    assertState(check(plan, packOf(component("a", { currentVersion: "1" }))), "alreadySo");
    assertState(check(plan, leaving), "ready");
    const back = packOf(component("a", { currentVersion: "1" }), component("b", { latestVersion: "1" }));
    assertState(check(plan, back), "alreadySo");
  });

  it("is one that the plan does not change", () => {
    assertState(check(draft(local, released), released), "alreadySo");
  });

  it("does not have another component released", () => {
    const more = packOf(...released.components, component("b", { currentVersion: "1" }));
    assertState(check(draft(), more), "drift", /current version of "The a"/, /"The b" was added/);
  });

  it("waits for the plan's date with the plan's versions", () => {
    const schedule = { date: "2026-12-01", versions: { a: "2" } };
    const scheduled = (differences: Partial<ScheduledRelease> = {}) => ({
      ...pack,
      scheduled: scheduledRelease({ ...schedule, ...differences }),
    });
    assertState(check(draft(dated), scheduled()), "alreadySo");
    assertState(check(draft(dated), scheduled({ state: "releasing" })), "alreadySo");
    const others: Partial<ScheduledRelease>[] = [
      { date: "2026-12-02" },
      { timeZone: "UTC" },
      { versions: { a: "1" } },
      { versions: { a: "2", b: "1" } },
      { state: "failed" },
      { state: "missed" },
      { state: "unknown" },
    ];
    for (const other of others) {
      assertState(check(draft(dated), scheduled(other)), "drift", /^A release is scheduled for/);
    }
    assertState(check(draft(), scheduled()), "drift", /^A release is scheduled for/);
  });

  it("waits on the platform, which takes no zone, with any", () => {
    const target = {
      backend: "platform",
      baseUrl: "https://x",
      accountId: "x",
      scheduleWith: "platform",
    } as const;
    const scheduled = { ...pack, scheduled: scheduledRelease({ date: "2026-12-01", versions: { a: "2" } }) };
    assertState(check(draft({ target, date: "2026-12-01" }), scheduled), "alreadySo");
  });
});

describe("rule 17: what was taken back", () => {
  const under = (kind: PlanEvent["kind"]): PlanEvent => ({ planHash: emptyHash, kind });

  it("is drift: a release under the plan that was rolled back", () => {
    assertState(
      check(draft(), pack, history(under("released"))),
      "drift",
      /released under this plan.*taken back/,
    );
    assertState(check(draft(), released, history(under("released"))), "alreadySo");
  });

  it("is drift: a schedule under the plan that was cancelled, changed, failed or missed", () => {
    const plan = draft(dated);
    const scheduledThen = history(under("scheduled"));
    assertState(check(plan, pack, scheduledThen), "drift", /scheduled under this plan/);
    const failed = {
      ...pack,
      scheduled: scheduledRelease({ date: "2026-12-01", versions: { a: "2" }, state: "failed" }),
    };
    assertState(
      check(plan, failed, scheduledThen),
      "drift",
      /scheduled under this plan/,
      /^A release is scheduled/,
    );
    assertState(check(plan, released, scheduledThen), "alreadySo");
  });

  it("is drift under that hash only, and not where the release was not made", () => {
    const other: PlanEvent = { planHash: otherHash, kind: "released" };
    assertState(check(draft(), pack, history(other)), "ready");
    assertState(check(draft(), pack, { history: new Map([["q", [under("released")]]]) }), "ready");
    assertState(check(draft(), pack, history(under("unknown"))), "ready");
  });
});

describe("a pack that is refused", () => {
  it("does not exist", () => {
    const checked = check(draft(), { ...pack, packId: "q" });
    assertState(checked, "refused", /no integration pack with the ID "p"/);
    assert.equal(checked.name, "Orders");
    assert.equal(checked.changes.length, 1);
  });

  it("is in doubt", () => {
    assertState(check(draft(), { ...pack, doubt: "leaving" }), "refused", /without saying which ones leave/);
    assertState(check(draft(), { ...pack, doubt: "incomplete" }), "refused", /all of its components/);
    assertState(check(draft(), { ...released, doubt: "incomplete" }), "refused", /all of its components/);
    assertState(check(draft(), { ...released, doubt: "leaving" }), "alreadySo");
  });

  it("has no components", () => {
    const empty: PlannedPack = { packId: "p", name: "Orders", components: [] };
    assertState(check({ ...draft(), packs: [empty] }, packOf()), "refused", /no components/);
    assertState(check({ ...draft(), packs: [empty] }, pack), "drift", /"The a" was added/);
  });

  it("has a date that is not after today in the plan's zone, or else in the given one", () => {
    const at = (now: string, heading: PlanHeading = dated, timeZone = "UTC") =>
      check(draft(heading), pack, { now: new Date(now), timeZone });
    assertState(at("2026-12-01T04:59:00Z"), "ready");
    assertState(at("2026-12-01T05:00:00Z"), "refused", /2026-12-01 is not after today in America\/New_York/);
    const target = {
      backend: "platform",
      baseUrl: "https://x",
      accountId: "x",
      scheduleWith: "platform",
    } as const;
    const onPlatform = { target, date: "2026-12-01" };
    assertState(at("2026-11-30T15:00:00Z", onPlatform, "UTC"), "ready");
    assertState(
      at("2026-11-30T15:00:00Z", onPlatform, "Asia/Tokyo"),
      "refused",
      /not after today in Asia\/Tokyo/,
    );
  });

  it("is being released, or has a release of which the outcome is not known", () => {
    const sent = { attemptId: "1", sentAt: "2026-06-10T11:00:00Z", sentBy: "dev@example.com" };
    const running: IntegrationPack = { ...pack, unsettled: { ...sent, state: "running" } };
    const unknown: IntegrationPack = { ...pack, unsettled: { ...sent, state: "unknown" } };
    assertState(check(draft(), running), "refused", /under way/);
    assertState(check(draft(), unknown), "refused", /outcome is not known/);
    const scheduled = { ...pack, scheduled: scheduledRelease({ state: "releasing" }) };
    assertState(check(draft(local, scheduled), scheduled), "refused", /under way/);
  });

  it("rule 16: is ready with a remark if that release was sent under the plan, which is continued", () => {
    const sent = { attemptId: "1", sentAt: "2026-06-10T11:00:00Z", sentBy: "dev@example.com" };
    const unknown: IntegrationPack = { ...pack, unsettled: { ...sent, state: "unknown" } };
    const event: PlanEvent = { planHash: emptyHash, kind: "unknown" };
    assertState(check(draft(), unknown, history(event)), "ready", /outcome is not known/);
    assertState(check(draft(), unknown, history({ ...event, planHash: otherHash })), "refused", /not known/);
  });
});

describe("the versions of a plan", () => {
  it("may be deleted or not shareable where they stay", () => {
    for (const version of ["3", "4"]) {
      const staying = packOf(component("a", { currentVersion: version }), component("b"));
      assertState(check(draft(local, staying, { a: version, b: "1" }), staying), "ready");
    }
  });

  it("count as offered by the pack where nobody may read them, but only those", () => {
    const offered = packOf(
      component("a", { currentVersion: "1", latestVersion: "2" }),
      component("b", { currentVersion: "1", pendingVersion: "2" }),
    );
    const plan = draft(local, offered, { a: "2", b: "2" });
    assertState(check(plan, offered, { versions: new Map() }), "ready");
    const others = packOf(
      component("a", { currentVersion: "1", latestVersion: "9" }),
      component("b", { currentVersion: "1", pendingVersion: "2" }),
    );
    assertState(check(plan, others, { versions: new Map() }), "drift", /"The a" has no version 2/);
  });
});
