import assert from "node:assert/strict";
import { Credentials } from "../../../../src/session/account/credentials.ts";
import { EditorState, EditorSecrets } from "../../../support/editor/editorSecrets.ts";
import { rejectsWith } from "../../../support/rejectsWith.ts";

const account = { baseUrl: "https://api.boomi.com", accountId: "account-1", overrideAccount: "" };
const otherAccount = { ...account, accountId: "account-2" };
const connectionOf = (user: string, to = account) => ({ ...to, user, token: `token of ${user}` });

describe("the credentials of Boomi accounts", () => {
  let secrets: EditorSecrets;
  let globalState: EditorState;
  let credentials: Credentials;

  beforeEach(() => {
    secrets = new EditorSecrets();
    globalState = new EditorState();
    credentials = new Credentials({ secrets, globalState });
  });

  const inNewWindow = () => new Credentials({ secrets, globalState });

  it("are those of the user who signed in last, for this account alone", async () => {
    assert.equal(await credentials.find(account), undefined);
    await credentials.store(connectionOf("ann@example.com"));
    await credentials.store(connectionOf("bob@example.com"));
    assert.deepEqual(await inNewWindow().find(account), connectionOf("bob@example.com"));
    assert.equal(await credentials.find(otherAccount), undefined);
    assert.equal(await credentials.find({ ...account, baseUrl: "https://elsewhere.example" }), undefined);
  });

  it("lose the tokens of all users of the account at sign-out, and of no other account", async () => {
    for (const user of ["ann@example.com", "bob@example.com", "ann@example.com"]) {
      await credentials.store(connectionOf(user));
    }
    await credentials.store(connectionOf("ann@example.com", otherAccount));
    assert.deepEqual(await inNewWindow().delete(account), ["ann@example.com", "bob@example.com"]);
    assert.deepEqual(secrets.all, ["token of ann@example.com"]);
    assert.equal(await credentials.find(account), undefined);
    assert.ok(await credentials.find(otherAccount));
    assert.deepEqual(await credentials.delete(account), []);
    assert.equal(credentials.lastUserOf(account), "ann@example.com");
  });

  it("last until the window closes if the secret storage does not accept the token", async () => {
    secrets.refuses = () => true;
    assert.equal(await credentials.store(connectionOf("ann@example.com")), "The keychain is locked");
    assert.deepEqual(await credentials.find(account), connectionOf("ann@example.com"));
    assert.deepEqual(secrets.all, []);
    secrets.refuses = () => false;
    assert.equal(await inNewWindow().find(account), undefined);
    assert.equal(await credentials.store(connectionOf("ann@example.com")), undefined);
    assert.deepEqual(await inNewWindow().find(account), connectionOf("ann@example.com"));
  });

  it("say that the secret storage refuses to return the token, and what to do", async () => {
    await credentials.store(connectionOf("ann@example.com"));
    secrets.refuses = (operation) => operation === "get";
    await rejectsWith(credentials.find(account), "Unauthorized", /keychain is locked\./, /sign in again/);
  });

  it("name the users whose token was not deleted, and delete the others'", async () => {
    for (const user of ["ann@example.com", "bob@example.com", "cat@example.com"]) {
      await credentials.store(connectionOf(user));
    }
    secrets.refuses = (operation, key) => operation === "delete" && key.includes("bob");
    await rejectsWith(
      credentials.delete(account),
      "StoreUnavailable",
      /of bob@example\.com:/,
      /sign out again/,
    );
    assert.deepEqual(secrets.all, ["token of bob@example.com"]);
    secrets.refuses = (operation) => operation === "get";
    assert.deepEqual(await credentials.delete(account), ["bob@example.com"]);
    assert.deepEqual(secrets.all, []);
  });
});
