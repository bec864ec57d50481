import assert from "node:assert/strict";
import type { signOut as SignOut } from "../../../../src/commands/session/signOut.ts";
import { Credentials } from "../../../../src/session/account/credentials.ts";
import type { recordedCalls } from "../../../support/editor/editorApi.ts";
import { provideEditorApi } from "../../../support/editor/editorPanel.ts";
import { EditorState, EditorSecrets } from "../../../support/editor/editorSecrets.ts";
import { editorSettings } from "../../../support/editor/editorSettings.ts";
import { rejectsWith } from "../../../support/rejectsWith.ts";

describe("signing out", () => {
  let calls: typeof recordedCalls;
  let signOut: typeof SignOut;
  let secrets: EditorSecrets;
  let credentials: Credentials;
  let reopened: number;

  before(async () => {
    provideEditorApi();
    ({ recordedCalls: calls } = await import("../../../support/editor/editorApi.ts"));
    ({ signOut } = await import("../../../../src/commands/session/signOut.ts"));
  });
  beforeEach(() => {
    editorSettings.reset();
    editorSettings.set("integrationPacks.platform.accountId", "account-1");
    secrets = new EditorSecrets();
    credentials = new Credentials({ secrets, globalState: new EditorState() });
    calls.messages.length = 0;
    reopened = 0;
  });
  after(() => editorSettings.reset());

  const run = () =>
    signOut({
      credentials,
      backend: {
        reopen: () => {
          reopened += 1;
          return Promise.resolve();
        },
      },
    });

  async function signIn(...users: readonly string[]): Promise<void> {
    for (const user of users) {
      await credentials.store({
        baseUrl: "https://api.boomi.com",
        accountId: "account-1",
        overrideAccount: "",
        user,
        token: "secret",
      });
    }
  }

  it("names everyone whose token was deleted", async () => {
    await run();
    assert.match(calls.messages.at(-1) ?? "", /not signed in/);
    await signIn("ann@example.com");
    await run();
    assert.match(calls.messages.at(-1) ?? "", /token of ann@example\.com was deleted/);
    await signIn("ann@example.com", "bob@example.com");
    await run();
    assert.match(calls.messages.at(-1) ?? "", /2 users were deleted.*ann@example\.com, bob@example\.com/);
    assert.equal(reopened, 3);
    assert.deepEqual(secrets.all, []);
  });

  it("does not say that a token was deleted that is still there", async () => {
    await signIn("ann@example.com");
    secrets.refuses = (operation) => operation === "delete";
    await rejectsWith(run(), "StoreUnavailable", /did not delete the API token of ann@example\.com/);
    assert.deepEqual(calls.messages, []);
    assert.equal(reopened, 1);
  });
});
