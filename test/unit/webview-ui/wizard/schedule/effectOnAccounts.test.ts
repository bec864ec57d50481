import assert from "node:assert/strict";
import type { WizardCapabilities } from "../../../../../src/protocol/wizard/wizardPack.ts";
import type { WizardStart } from "../../../../../src/protocol/wizard/wizardStart.ts";
import { effectOnAccounts } from "../../../../../webview-ui/wizard/schedule/effectOnAccounts.ts";
import { after, component, packMessage, packOf, start } from "../../../../support/wizardMessages.ts";

describe("rule 7: what the wizard promises the accounts", () => {
  const pack = packOf([component("a")]);
  const promise = (option: WizardStart["option"], pendingUpdates: WizardCapabilities["pendingUpdates"]) => {
    const shown = { ...pack, capabilities: { ...pack.capabilities, pendingUpdates } };
    return effectOnAccounts(after(start({ option }), packMessage(shown)), shown);
  };

  it("is an immediate update, with an immediate release", () => {
    assert.equal(
      promise("immediate", "here"),
      "Updates all accounts that have the pack installed immediately.",
    );
  });

  it("is a pending update until the date, where accounts see one", () => {
    for (const pendingUpdates of ["here", "byAccounts"] as const) {
      assert.match(promise("date", pendingUpdates), /get a pending update now\. It is applied automatically/);
    }
  });

  it("is the update on the date alone, where nobody but this product knows of the scheduled release", () => {
    assert.match(promise("date", "none"), /^Updates all accounts .* on that date\.$/);
    assert.doesNotMatch(promise("date", "none"), /pending/);
  });

  it("has the number of accounts where it is known", () => {
    const counted = (count: number, option: WizardStart["option"]) => {
      const installations = Array.from({ length: count }, (_, at) => ({
        accountId: String(at),
        accountName: `Account ${at}`,
        releaseId: "r",
        pendingUpdate: false,
      }));
      const state = after(start({ option }), packMessage(pack));
      return effectOnAccounts(
        { ...state, received: { ...state.received, sharing: { groups: [], installations } } },
        pack,
      );
    };
    assert.equal(counted(0, "immediate"), "No account has this pack installed yet.");
    assert.equal(counted(1, "immediate"), "Updates 1 account immediately.");
    assert.equal(counted(3, "immediate"), "Updates 3 accounts immediately.");
    assert.match(counted(1, "date"), /^1 account gets a pending update now\./);
    assert.match(counted(3, "date"), /^3 accounts get a pending update now\./);
  });
});
