import assert from "node:assert/strict";
import { chosenVersions } from "../../../../../webview-ui/wizard/state/chosenVersions.ts";
import { receiveMessage } from "../../../../../webview-ui/wizard/state/receive/receiveMessage.ts";
import type { WizardState } from "../../../../../webview-ui/wizard/state/wizardState.ts";
import { after, component, packMessage, packOf, start } from "../../../../support/wizardMessages.ts";

const pack = (aDeleted: boolean, bDeleted: boolean, currentVersion = "1.0") =>
  packMessage(
    packOf([
      component("a", { deleted: aDeleted, currentVersion }),
      component("b", { deleted: bDeleted }),
      component("c"),
    ]),
  );
const undeleting = (...undeleted: readonly string[]): WizardState => {
  const state = after(start(), pack(true, true));
  return { ...state, stored: { ...state.stored, undeleting: undeleted } };
};
const receive = (state: WizardState, ...messages: readonly ReturnType<typeof pack>[]) =>
  messages.reduce(receiveMessage, state).stored;

describe("Undelete in the wizard (rule 3)", () => {
  it("shows the component again without a notice, however often the pack is read before", () => {
    const stored = receive(undeleting("a", "b"), pack(true, true), pack(false, true), pack(false, false));
    assert.equal(stored.notice, undefined);
    assert.deepEqual(chosenVersions(stored), { a: "1.1", b: "1.1", c: "1.1" });
  });

  it("names what else changed", () => {
    assert.deepEqual(receive(undeleting("a"), pack(false, false)).notice?.changes.length, 2);
    assert.ok(receive(undeleting("a"), pack(false, true, "1.1")).notice);
  });

  it("is a change like any other once it was refused", () => {
    const refusal = { type: "refused", request: "undelete", code: "NotFound", message: "Gone." } as const;
    const state = receiveMessage(undeleting("a"), refusal);
    assert.ok(receive(state, pack(false, true)).notice);
  });
});
