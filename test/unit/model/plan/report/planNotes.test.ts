import assert from "node:assert/strict";
import { formatDeepLink } from "../../../../../src/model/link/deepLink.ts";
import {
  appliedPlanNotes,
  planNotes,
  versionsBeforePlan,
} from "../../../../../src/model/plan/report/planNotes.ts";
import type { ReleasedByPlan } from "../../../../../src/model/plan/releasedByPlan.ts";
import type { PlannedComponent, ReleasePlan } from "../../../../../src/model/plan/releasePlan.ts";
import type { Release } from "../../../../../src/model/release/release.ts";
import { packOf } from "../../../../support/arbitrary/arbitraryPack.ts";
import { packagedVersion } from "../../../../support/fixtures/packagedVersion.ts";
import { emptyHash } from "../../../../support/fixtures/planHashes.ts";
import { releasePlan } from "../../../../support/fixtures/releasePlan.ts";

const planOf = (...components: readonly PlannedComponent[]): ReleasePlan => ({
  planVersion: 1,
  target: { backend: "local" },
  packs: [{ packId: "p", name: "Orders", components }],
});

/** The paragraphs before the table of the first pack. */
const headOf = (notes: string) => notes.split("\n\n| Component")[0]?.split("\n\n");

describe("the notes of a plan", () => {
  it("have no name, reason and link where there is none", () => {
    assert.deepEqual(headOf(planNotes(planOf(), new Map())), [
      "# Release Notes: Release Plan",
      "Released: immediately",
      "## Orders",
    ]);
    assert.deepEqual(headOf(planNotes({ ...planOf(), notes: " \n" }, new Map())), [
      "# Release Notes: Release Plan",
      "Released: immediately",
      "## Orders",
    ]);
  });

  it("link each pack to the editor where that is wanted", () => {
    const link = formatDeepLink({ kind: "pack", packId: "p" });
    const head = headOf(planNotes({ ...planOf(), name: "June" }, new Map(), { links: true }));
    assert.deepEqual(head, [
      "# Release Notes: June",
      "Released: immediately",
      "## Orders",
      `Open in VS Code: <${link}>`,
    ]);
  });

  it("name components as they are named now, else as the plan names them, else by id", () => {
    const known = new Map([
      ["a", [packagedVersion("a", "Now", "2", "2026-01-01T00:00:00Z")]],
      ["b", []],
    ]);
    const plan = planOf(
      { componentId: "a", name: "Planned", from: "1", to: "2" },
      { componentId: "b", name: "Planned b", from: "1", to: "2" },
      { componentId: "c", name: "", from: "1", to: "2" },
    );
    const rows = planNotes(plan, known).match(/^\| .* \| upgrade \|$/gm);
    assert.deepEqual(rows?.toSorted(), [
      "| Now | 1 | 2 | upgrade |",
      "| Planned b | 1 | 2 | upgrade |",
      "| c | 1 | 2 | upgrade |",
    ]);
  });

  it("start from the versions before the plan, without components that were never released", () => {
    const [orders] = releasePlan().packs;
    assert.ok(orders);
    assert.deepEqual(versionsBeforePlan(orders), { "c-create": "1.0", "c-old": "1.0", "c-same": "3" });
  });
});

describe("the notes of a plan that was applied", () => {
  const releasedAs = (name: string, releasedAt: string, planName?: string): ReleasedByPlan => {
    const release: Release = {
      releaseId: name,
      releasedAt,
      releasedBy: "dev@example.com",
      trigger: "immediate",
      versions: { a: "1" },
      plan: { planHash: emptyHash, ...(planName !== undefined && { name: planName }) },
    };
    return { pack: { ...packOf(), name }, past: { release, latest: true } };
  };

  it("have the name of the plan, the date of its first release, and its packs in their order", () => {
    const released = [
      releasedAs("Second", "2026-06-01T09:05:00Z", "June"),
      releasedAs("First", "2026-06-01T09:00:00Z", "June"),
    ];
    const notes = appliedPlanNotes(released, new Map());
    assert.deepEqual(headOf(notes), ["# Release Notes: June", "Released 2026-06-01 09:00 UTC.", "## First"]);
    assert.ok(notes.includes("\n## Second\n"));
  });

  it("name no pack and no date where nothing was released under the plan", () => {
    assert.equal(appliedPlanNotes([], new Map()).trim(), "# Release Notes: Release Plan");
  });

  it("are those of a release plan where it has no name", () => {
    const notes = appliedPlanNotes([releasedAs("First", "2026-06-01T09:00:00Z")], new Map());
    assert.match(notes, /^# Release Notes: Release Plan\n/);
  });
});
