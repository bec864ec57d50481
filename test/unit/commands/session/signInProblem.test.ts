import assert from "node:assert/strict";
import { signInProblem } from "../../../../src/commands/session/signInProblem.ts";
import { checkSignIn } from "../../../../src/backend/platform/account/checkSignIn.ts";
import type { PlatformConnection } from "../../../../src/backend/platform/account/platformConnection.ts";
import { addressProblem, regions } from "../../../../src/session/account/regions.ts";
import { store } from "../../../support/fixtures/store.ts";
import { PlatformStandIn, testAccess } from "../../../support/platform/standIn/platformStandIn.ts";

describe("a sign-in that Boomi does not accept", () => {
  let platform: PlatformStandIn;
  before("start the platform", async () => {
    platform = await PlatformStandIn.start(store());
  });
  after("stop the platform", () => platform.stop());

  /** The problem that the sign-in shows; nothing when Boomi accepts it. */
  async function problemWith(change: Partial<PlatformConnection>): Promise<string | undefined> {
    const { accountId, email, token } = testAccess;
    const { baseUrl } = platform;
    const connection = { baseUrl, accountId, overrideAccount: "", user: email, token, ...change };
    try {
      await checkSignIn(connection);
      return undefined;
    } catch (error) {
      return signInProblem(error, connection);
    }
  }

  it("is none with the right answers", async () => {
    assert.equal(await problemWith({}), undefined);
  });

  it("names token, user and region where the user is not known, and never the token", async () => {
    for (const [user, token] of [
      [testAccess.email, "wrong-token"],
      ["other@example.com", testAccess.token],
    ] as const) {
      const problem = (await problemWith({ user, token })) ?? "";
      assert.match(problem, /^Sign-in failed\. Check the token, the user name/);
      assert.ok(problem.includes(user) && problem.includes(new URL(platform.baseUrl).host), problem);
      assert.ok(!problem.includes("wrong-token") && !problem.includes(testAccess.token));
      assert.doesNotMatch(problem, /account ID/);
    }
  });

  it("names the account where the user is right", async () => {
    const problem = (await problemWith({ accountId: "other-account" })) ?? "";
    assert.match(problem, /accepts the user name and the token, but not for the account other-account/);
    assert.match(problem, /Check the account ID/);
  });

  it("names what is in between where Boomi cannot be reached", async () => {
    const problem = (await problemWith({ baseUrl: "http://127.0.0.1:1" })) ?? "";
    assert.match(problem, /^Boomi could not be reached/);
  });
});

describe("the regions that a sign-in offers", () => {
  it("have addresses that are accepted", () => {
    assert.deepEqual(
      regions().map(({ name, baseUrl }) => [name, addressProblem(baseUrl)]),
      [
        ["United States", undefined],
        ["Great Britain", undefined],
      ],
    );
  });

  it("leave out nothing that makes an address safe", () => {
    assert.match(addressProblem("http://api.boomi.com") ?? "", /https:/);
    assert.match(addressProblem("boomi") ?? "", /https:\/\/api\.boomi\.com/);
  });
});
