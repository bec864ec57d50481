import type { checkTrust as CheckTrust } from "../../../src/session/checkTrust.ts";
import { provideEditorApi } from "../../support/editor/editorPanel.ts";
import { editorSettings } from "../../support/editor/editorSettings.ts";
import { releasePlan } from "../../support/fixtures/releasePlan.ts";
import { throwsWith } from "../../support/rejectsWith.ts";

describe("rule 18: a plan of a workspace that is not trusted", () => {
  let checkTrust: typeof CheckTrust;
  const local = { ...releasePlan(), target: { backend: "local" } } as const;

  before(async () => {
    provideEditorApi();
    ({ checkTrust } = await import("../../../src/session/checkTrust.ts"));
  });
  beforeEach(() => editorSettings.reset());
  after(() => editorSettings.reset());

  it("is only used for the local store", () => {
    editorSettings.isTrusted = false;
    throwsWith(() => checkTrust(releasePlan()), "InvalidRequest", /Restricted Mode.*Trust the workspace/);
    checkTrust(local);
  });

  it("is used for the platform once the workspace is trusted", () => {
    checkTrust(releasePlan());
    checkTrust(local);
  });
});
