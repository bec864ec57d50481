import assert from "node:assert/strict";
import fc from "fast-check";
import { formatPlan } from "../../../../../src/model/plan/file/formatPlan.ts";
import type { ReleasePlan } from "../../../../../src/model/plan/releasePlan.ts";
import { arbitraryPlan } from "../../../../support/arbitrary/arbitraryPlan.ts";
import { releasePlan } from "../../../../support/fixtures/releasePlan.ts";
import { shuffledKeys } from "../../../../support/shuffledKeys.ts";

const documented = `{
  "planVersion": 1,
  "name": "December release",
  "notes": "Orders are created faster.",
  "target": {
    "backend": "platform",
    "baseUrl": "https://api.boomi.com",
    "accountId": "acme-1AB2C3",
    "scheduleWith": "workspace"
  },
  "date": "2026-12-01",
  "timeZone": "America/New_York",
  "packs": [
    {
      "packId": "p-orders",
      "name": "Order to Cash",
      "replaces": {
        "date": "2026-12-24",
        "timeZone": "America/New_York"
      },
      "components": [
        {
          "componentId": "c-create",
          "name": "Create Order",
          "from": "1.0",
          "to": "2.0",
          "packageId": "k-create-2"
        },
        {
          "componentId": "c-old",
          "name": "Old Process",
          "from": "1.0",
          "to": null
        }
      ]
    }
  ]
}
`;

/** The plan of the fixture with these components. */
function planOf(components: ReleasePlan["packs"][number]["components"]): ReleasePlan {
  const [pack] = releasePlan().packs;
  assert.ok(pack);
  return { ...releasePlan(), packs: [{ ...pack, components }] };
}

describe("the file of a release plan", () => {
  it("has two spaces, the documented order of keys, and a newline at the end", () => {
    const [create, , old] = releasePlan().packs[0]?.components ?? [];
    assert.ok(create && old);
    assert.equal(formatPlan(planOf([old, create])), documented);
  });

  it("lists components by name and id by code unit, whatever the locale of the machine", () => {
    const named = (name: string, componentId: string) => ({ componentId, name, from: "1", to: "1" });
    const sorted = [
      named("", "2"),
      named("Orders 10", "9"),
      named("Orders 2", "10"),
      named("Orders 2", "9"),
      named("Z", "Z"),
      named("a", "a"),
      named("ä", "ä"),
      named("\u{1F600}", "B"),
      named("\uFF21", "A"),
    ];
    fc.assert(
      fc.property(fc.shuffledSubarray(sorted, { minLength: sorted.length }), (components) => {
        const text = formatPlan(planOf(components));
        const ids = [...text.matchAll(/"componentId": "(.*)"/g)].map(([, id]) => id);
        assert.deepEqual(
          ids,
          sorted.map(({ componentId }) => componentId),
        );
      }),
    );
  });

  it("is the same for the same plan, whatever the order of its keys", () => {
    fc.assert(
      fc.property(arbitraryPlan, fc.gen(), (plan, g) => {
        assert.equal(formatPlan(shuffledKeys(plan, g)), formatPlan(plan));
      }),
    );
  });
});
