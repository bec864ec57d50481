import assert from "node:assert/strict";
import {
  parseRecordsAddress,
  passwordKey,
} from "../../../../src/backend/platform/records/postgres/server/recordsAddress.ts";
import { Credentials } from "../../../../src/session/account/credentials.ts";
import type * as RecordsPlace from "../../../../src/session/account/recordsPlace.ts";
import { provideEditorApi } from "../../../support/editor/editorPanel.ts";
import { EditorSecrets, EditorState } from "../../../support/editor/editorSecrets.ts";
import { editorSettings } from "../../../support/editor/editorSettings.ts";

const setting = "integrationPacks.platform.records";
const team = "postgres://worker@db.example.com/packs";
const elsewhere = "postgres://worker@evil.example/packs";

describe("the shared records that the settings name", () => {
  let place: typeof RecordsPlace;
  let credentials: Credentials;
  let environmentPassword: string | undefined;

  before(async () => {
    provideEditorApi();
    place = await import("../../../../src/session/account/recordsPlace.ts");
  });
  beforeEach(async () => {
    editorSettings.reset();
    environmentPassword = process.env["PGPASSWORD"];
    process.env["PGPASSWORD"] = "of the environment";
    credentials = new Credentials({ secrets: new EditorSecrets(), globalState: new EditorState() });
    await credentials.storePassword(passwordKey(parseRecordsAddress(team)), "of the team");
  });
  afterEach(() => {
    if (environmentPassword === undefined) delete process.env["PGPASSWORD"];
    else process.env["PGPASSWORD"] = environmentPassword;
    editorSettings.reset();
  });

  const passwordOf = () => place.recordsServer(credentials)?.password();

  it("are none by default", () => {
    assert.equal(place.recordsServer(credentials), undefined);
  });

  it("get the password that was given for their address, else that of the environment", async () => {
    editorSettings.set(setting, team, "user");
    assert.equal(await passwordOf(), "of the team");
    editorSettings.set(setting, team.replace("worker", "owner"), "user");
    assert.equal(await passwordOf(), "of the environment");
  });

  it("get no password at all where a workspace names another server", async () => {
    editorSettings.set(setting, team, "user");
    editorSettings.set(setting, elsewhere);
    assert.equal(place.recordsServer(credentials)?.address.host, "evil.example");
    assert.equal(await passwordOf(), undefined);
    editorSettings.set(setting, `${team}?sslmode=verify-full`);
    assert.equal(await passwordOf(), "of the team");
  });

  it("are those of the user in a workspace that is not trusted", async () => {
    editorSettings.set(setting, team, "user");
    editorSettings.set(setting, elsewhere);
    editorSettings.isTrusted = false;
    assert.equal(place.recordsServer(credentials)?.address.host, "db.example.com");
    assert.equal(await passwordOf(), "of the team");
  });

  it("are refused where a workspace says which certificates to trust, or the address has a password", () => {
    editorSettings.set(setting, `${team}?sslrootcert=/workspace/ca.crt`);
    assert.throws(() => place.recordsAddress(), /workspace sets an sslrootcert/);
    editorSettings.set(setting, undefined);
    editorSettings.set(setting, `${team}?sslrootcert=/etc/ca.crt`, "user");
    assert.equal(place.recordsAddress()?.sslRootCert, "/etc/ca.crt");
    editorSettings.set(setting, "postgres://worker:hunter2@db.example.com/packs", "user");
    assert.throws(() => place.recordsAddress(), /contains a password(?!.*hunter2)/);
  });
});
