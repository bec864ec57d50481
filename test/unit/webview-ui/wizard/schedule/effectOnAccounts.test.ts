import assert from "node:assert/strict";
import type { WizardCapabilities, WizardStart } from "../../../../../src/protocol/wizard.ts";
import { effectOnAccounts } from "../../../../../webview-ui/wizard/schedule/effectOnAccounts.ts";
import { after, component, packMessage, packOf, start } from "../../../../support/wizardMessages.ts";

describe("rule 7: what the wizard promises the accounts", () => {
  const pack = packOf([component("a")]);
  const promise = (option: WizardStart["option"], pendingUpdates: WizardCapabilities["pendingUpdates"]) => {
    const shown = { ...pack, capabilities: { ...pack.capabilities, pendingUpdates } };
    return effectOnAccounts(after(start({ option }), packMessage(shown)), shown);
  };

  it("is the update at once, with an immediate release", () => {
    assert.match(promise("immediate", "here"), /updated at once/);
  });

  it("is a pending update until the date, where accounts see one", () => {
    assert.match(
      promise("date", "here"),
      /pending update until then, which can be applied early for testing/,
    );
    assert.match(
      promise("date", "byAccounts"),
      /pending update until then, which the accounts can apply early/,
    );
  });

  it("is the update on the date alone, where nobody but this product knows of the scheduled release", () => {
    assert.match(promise("date", "none"), /: updated on that date\.$/);
    assert.doesNotMatch(promise("date", "none"), /pending/);
  });
});
