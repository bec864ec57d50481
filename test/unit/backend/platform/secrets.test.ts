import assert from "node:assert/strict";
import { checkSignIn } from "../../../../src/backend/platform/account/checkSignIn.ts";
import {
  tokenKey,
  type PlatformConnection,
} from "../../../../src/backend/platform/account/platformConnection.ts";
import { ids, store } from "../../../support/fixtures/store.ts";
import { every, on } from "../../../support/platform/standIn/faults.ts";
import { PlatformBackends } from "../../../support/platform/platformBackends.ts";
import { everythingIn, filesWith, formsOf } from "../../../support/secrets.ts";

describe("the API token, from signing in to a failed release", function () {
  this.timeout(60_000);
  let backends: PlatformBackends;
  before("start the stand-in of the platform", async () => {
    backends = await PlatformBackends.start(store());
  });
  after("stop it", () => backends.dispose());

  it("is in no log, error, key or record", async () => {
    const { platform, folder } = backends;
    const { accountId, email: user, token } = platform.access;
    const connection: PlatformConnection = {
      baseUrl: platform.baseUrl,
      accountId,
      overrideAccount: "",
      user,
      token,
    };
    /** All that could be kept or shown, with a word by which each is known to be there. */
    const seen: string[] = [];
    const see = (what: unknown) => void seen.push(everythingIn(what));
    const seeFailure = async (failing: Promise<unknown>) => {
      const failure = await failing.then(
        () => undefined,
        (error: unknown) => error,
      );
      assert.ok(failure instanceof Error, "it did not fail");
      see(failure);
    };
    const log = { info: see, warn: see, error: see };

    await checkSignIn(connection);
    platform.faults.plan(every, { kind: "answer", status: 401 });
    await seeFailure(checkSignIn(connection));
    const backend = await backends.open({ connection, log });
    see(await backend.listPacks());
    await backend.release({ packId: ids.orderToCash });
    platform.conditions.releasesFail = true;
    await seeFailure(backend.release({ packId: ids.neverReleased }));
    platform.conditions.releasesFail = false;
    platform.faults.plan(on("ReleaseIntegrationPack", "create"), { kind: "cutBefore" }, Infinity);
    await seeFailure(backend.release({ packId: ids.neverReleased }));
    platform.faults.clear();
    platform.faults.plan(every, { kind: "answer", status: 503 }, Infinity);
    backend.refresh();
    await seeFailure(backend.listPacks());
    see(tokenKey(connection));

    const secrets = formsOf(user, token);
    assert.ok(
      seen.some((text) => text.includes(accountId)),
      "the account shows nowhere, so nothing was looked at",
    );
    assert.ok(seen.length > 10, `${seen.length} texts`);
    assert.deepEqual(
      seen.filter((text) => secrets.some((secret) => text.includes(secret))),
      [],
    );
    // The write-ahead log holds what the database does not yet.
    assert.notDeepEqual(filesWith(folder, [ids.orderToCash]), [], "no record of the release was kept");
    assert.deepEqual(filesWith(folder, secrets), []);
  });
});
