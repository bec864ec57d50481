import assert from "node:assert/strict";
import type { PlanOutcome } from "../../../../../src/model/plan/application/planOutcome.ts";
import type { PlanCheck } from "../../../../../src/model/plan/check/planCheck.ts";
import { checkReport } from "../../../../../src/model/plan/report/checkReport.ts";
import { outcomeReport } from "../../../../../src/model/plan/report/outcomeReport.ts";
import { emptyHash } from "../../../../support/fixtures/planHashes.ts";
import { withUnknownFields } from "../../../../support/withUnknownFields.ts";

const check: PlanCheck = {
  formatVersion: 1,
  planHash: emptyHash,
  fits: false,
  packs: [
    {
      packId: "p",
      name: "Order to Cash",
      state: "drift",
      changes: [
        {
          componentId: "c",
          name: "Create Order",
          kind: "upgrade",
          from: "1.0",
          to: "2.0",
          branch: "main",
        },
        { componentId: "o", name: "Old Process", kind: "removed", from: "1.0", to: null, branch: "" },
      ],
      differences: ['The current version of "Create Order" is 1.1, not 1.0.'],
      accounts: 12,
    },
    { packId: "q", name: "Invoices", state: "ready", changes: [], differences: [] },
  ],
};

const outcome: PlanOutcome = {
  formatVersion: 1,
  planHash: emptyHash,
  packs: [
    { packId: "p", name: "Order to Cash", outcome: "released", releaseId: "r" },
    { packId: "q", name: "Invoices", outcome: "failed", code: "Conflict", message: "It changed." },
    { packId: "s", name: "Returns", outcome: "notSent" },
  ],
};

/** With a field in every record that is not documented. */
const extended = withUnknownFields({ check: () => check, outcome: () => outcome });

describe("the JSON of a release plan", () => {
  it("has the documented keys of a check, in the documented order, and no others", () => {
    assert.equal(JSON.stringify(checkReport(extended.check())), JSON.stringify(check));
  });

  it("has the documented keys of an outcome, in the documented order, and no others", () => {
    assert.equal(JSON.stringify(outcomeReport(extended.outcome())), JSON.stringify(outcome));
  });
});
