import assert from "node:assert/strict";
import type { OpenTarget } from "../../../../src/model/plan/checkPlanTarget.ts";
import { planHeading, type PlanDefaults, type PlanWish } from "../../../../src/model/plan/planHeading.ts";

const platform = { backend: "platform", baseUrl: "https://x", accountId: "acme" } as const;
const date = "2026-12-01";

function headingOf(wish: PlanWish, target: OpenTarget, defaults: Partial<PlanDefaults> = {}) {
  const { name: _, ...heading } = planHeading(
    { name: "June", ...wish },
    { target, timeZone: "UTC", now: new Date("2026-06-10T12:00:00.500Z"), ...defaults },
  );
  return heading;
}

describe("the heading of a new plan", () => {
  const local = { backend: "local" } as const;
  const byWorkspace = { scheduleWith: "workspace" } as const;
  const byPlatform = { scheduleWith: "platform" } as const;

  it("has the name and the notes of the wish; without a name, the instant names it", () => {
    const defaults = { target: local, timeZone: "UTC", now: new Date("2026-06-10T12:00:00.500Z") };
    const target = local;
    assert.deepEqual(planHeading({ name: "", notes: "" }, defaults), { name: "", notes: "", target });
    assert.deepEqual(planHeading({}, defaults), {
      name: "Release of 2026-06-10 at 12:00:00 UTC",
      target,
    });
  });

  it("has neither zone nor scheduler without a date, whatever the defaults are", () => {
    assert.deepEqual(headingOf({}, local), { target: local });
    assert.deepEqual(headingOf({}, platform, byWorkspace), { target: platform });
  });

  it("has the zone of the wish, else the default one, where a date is in the local store", () => {
    assert.deepEqual(headingOf({ date }, local), { target: local, date, timeZone: "UTC" });
    const wish = { date, timeZone: "Asia/Tokyo" };
    assert.deepEqual(headingOf(wish, local), { target: local, ...wish });
    assert.deepEqual(headingOf({ date }, local, { timeZone: undefined }), { target: local, date });
  });

  it("has a zone on the platform only where the workspace runs the release", () => {
    const workspaceTarget = { ...platform, ...byWorkspace };
    const platformTarget = { ...platform, ...byPlatform };
    const zoned = { target: workspaceTarget, date, timeZone: "UTC" };
    assert.deepEqual(headingOf({ date }, platform, byWorkspace), zoned);
    assert.deepEqual(headingOf({ date }, platform, byPlatform), { target: platformTarget, date });
    assert.deepEqual(headingOf({ date, ...byWorkspace }, platform, byPlatform), zoned);
    assert.deepEqual(headingOf({ date, ...byPlatform }, platform, byWorkspace), {
      target: platformTarget,
      date,
    });
  });

  it("contains what the wish says even where it does not go together, so that the plan is refused", () => {
    assert.deepEqual(headingOf({ timeZone: "UTC", ...byPlatform }, platform), {
      target: { ...platform, ...byPlatform },
      timeZone: "UTC",
    });
  });
});
