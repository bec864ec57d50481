import assert from "node:assert/strict";
import type { Installation } from "../../../../../src/model/pack/accountGroup.ts";
import { receiversOf } from "../../../../../webview-ui/wizard/schedule/receivers.ts";

const installation = (accountName: string): Installation => ({
  accountId: accountName,
  accountName,
  releaseId: "r",
  pendingUpdate: false,
});
const group = (name: string) => ({ groupId: name, name });

describe("who receives a release", () => {
  it("is named: account groups, and accounts that have the pack installed", () => {
    assert.deepEqual(
      receiversOf({ groups: [group("Retail"), group("All")], installations: [installation("Acme")] }),
      ["Account groups: Retail, All", "Accounts: Acme"],
    );
  });

  it("is counted from the sixth name on", () => {
    const installations = ["A", "B", "C", "D", "E", "F", "G"].map(installation);
    assert.deepEqual(receiversOf({ groups: [], installations }), ["Accounts: A, B, C, D, E and 2 more"]);
  });

  it("is not said of accounts that are not known", () => {
    assert.deepEqual(receiversOf({ groups: [group("Retail")] }), ["Account groups: Retail"]);
  });
});
