import assert from "node:assert/strict";
import { AccountGroupReader } from "../../../../../src/backend/platform/packs/accountGroupReader.ts";
import { Omissions } from "../../../../../src/backend/platform/packs/omissions.ts";
import type { HttpAnswer } from "../../../../../src/backend/platform/http/transport.ts";
import { answered, scriptedClient } from "../../../../support/platform/scripted/scriptedClient.ts";
import { rejectsWith } from "../../../../support/rejectsWith.ts";

const groupQuery = "AccountGroup/query";
const sharedQuery = "AccountGroupIntegrationPack/query";
const memberQuery = "AccountGroupAccount/query";
const accountBulk = "Account/bulk";

const sharing = (accountGroupId: string, integrationPackId: string) => ({
  id: `${accountGroupId}-${integrationPackId}`,
  accountGroupId,
  integrationPackId,
});
const member = (accountGroupId: string, accountId: string) => ({ accountGroupId, accountId });

/** Answers by path; a list is the result of a query. */
const content: Readonly<Record<string, HttpAnswer | readonly unknown[]>> = {
  [groupQuery]: [
    { id: "g2", name: "West" },
    { id: "g1", name: "East" },
    { id: "g3", name: "" },
  ],
  [sharedQuery]: [sharing("g1", "p"), sharing("g2", "p"), sharing("g2", "q")],
  [memberQuery]: [member("g1", "a1"), member("g2", "a1"), member("g2", "a2"), member("g9", "a9")],
  [accountBulk]: answered(200, {
    response: [{ statusCode: 200, Result: { accountId: "a1", name: "Acme" } }],
  }),
  "AccountGroup/g1": answered(200, { id: "g1", name: "East" }),
  "AccountGroup/g3": answered(200, { id: "g3", name: "" }),
};

/** A reader of these groups, on content that a test changes, and the paths that it asks for. */
function readerOf(changes: Readonly<Record<string, HttpAnswer | readonly unknown[]>> = {}) {
  const answers = { ...content, ...changes };
  const asked: string[] = [];
  const { client, timing } = scriptedClient(({ path, body }) => {
    asked.push(path);
    const answer =
      answers[path === sharedQuery && body !== undefined ? `${path} filtered` : path] ?? answers[path];
    if (!answer) return answered(404);
    return "status" in answer ? answer : answered(200, { result: answer });
  });
  const omissions = new Omissions();
  const reader = new AccountGroupReader({ client, now: () => timing.now(), omissions });
  return { reader, asked, timing, omissions };
}

describe("account groups", () => {
  it("are listed by name, once a minute; one without a name has its id", async () => {
    const { reader, asked, timing } = readerOf();
    const names = (await reader.listGroups()).map(({ groupId, name }) => [groupId, name].join(" "));
    assert.deepEqual(names, ["g1 East", "g3 g3", "g2 West"]);
    timing.advance(59_999);
    await reader.listGroups();
    assert.deepEqual(asked, [groupQuery]);
    timing.advance(1);
    await reader.listGroups();
    reader.clear();
    await reader.listGroups();
    assert.equal(asked.length, 3);
  });

  it("are those that packs are shared with, for a user who may not read them", async () => {
    const { reader } = readerOf({ [groupQuery]: answered(403) });
    assert.deepEqual(await reader.listGroups(), [
      { groupId: "g1", name: "g1" },
      { groupId: "g2", name: "g2" },
    ]);
  });

  it("need the privilege to read them when what is shared cannot be read either", async () => {
    const { reader } = readerOf({ [groupQuery]: answered(403), [sharedQuery]: answered(500) });
    await rejectsWith(reader.listGroups(), "Forbidden", /ACCOUNT_ADMIN/);
  });

  it("cannot be listed when the platform cannot be reached", async () => {
    await rejectsWith(readerOf({ [groupQuery]: answered(500) }).reader.listGroups(), "Unreachable");
  });

  it("have their id as a name when they have none, or may not be read", async () => {
    const { reader } = readerOf({ "AccountGroup/g2": answered(403) });
    assert.deepEqual(await reader.getGroup("g1"), { groupId: "g1", name: "East" });
    assert.deepEqual(await reader.getGroup("g2"), { groupId: "g2", name: "g2" });
    assert.deepEqual(await reader.getGroup("g3"), { groupId: "g3", name: "g3" });
    await rejectsWith(reader.getGroup("g9"), "NotFound", /g9/);
  });

  it("count their rows that cannot be read, each list by itself", async () => {
    const unreadable = [{ name: "Without an ID" }];
    const { reader, omissions } = readerOf({
      [groupQuery]: unreadable,
      [sharedQuery]: unreadable,
      [memberQuery]: [...unreadable, ...unreadable],
    });
    await reader.listGroups();
    assert.match(omissions.sentence ?? "", /: 1\./);
    await reader.listShared();
    assert.match(omissions.sentence ?? "", /: 2\./);
    await reader.listMembers();
    assert.match(omissions.sentence ?? "", /: 4\./);
  });
});

describe("the packs that are shared with account groups", () => {
  it("are read once a minute, and anew once that was changed from here", async () => {
    const { reader, asked, timing } = readerOf();
    assert.equal((await reader.listShared()).length, 3);
    timing.advance(59_999);
    await reader.listShared();
    assert.equal(asked.length, 1);
    reader.forgetShared();
    await reader.listShared();
    timing.advance(60_000);
    await reader.listShared();
    reader.clear();
    await reader.listShared();
    assert.equal(asked.length, 4);
  });

  it("are read by the ids of the groups where the platform requires a filter", async () => {
    const { reader, asked, omissions } = readerOf({
      [sharedQuery]: answered(400, { message: "A filter is required." }),
      [`${sharedQuery} filtered`]: [sharing("g1", "p"), { name: "Without an ID" }],
    });
    assert.equal((await reader.listShared()).length, 1);
    assert.match(omissions.sentence ?? "", /: 1\./);
    reader.forgetShared();
    await reader.listShared();
    assert.deepEqual(asked, [sharedQuery, groupQuery, sharedQuery, sharedQuery]);
  });

  it("are not asked for in another way after any other failure", async () => {
    for (const [status, code] of [
      [403, "Forbidden"],
      [404, "NotFound"],
      [500, "Unreachable"],
    ] as const) {
      const { reader, asked } = readerOf({ [sharedQuery]: answered(status) });
      await rejectsWith(reader.listShared(), code);
      assert.ok(!asked.includes(groupQuery), code);
    }
  });

  it("are found by pack and group, whatever else is answered", async () => {
    const { reader } = readerOf();
    assert.equal((await reader.findShared("p", "g2"))?.id, "g2-p");
    assert.equal(await reader.findShared("q", "g1"), undefined);
    assert.equal(await reader.findShared("p", "g9"), undefined);
  });
});

describe("the accounts of account groups", () => {
  it("have their names, else their ids", async () => {
    const { reader } = readerOf();
    assert.deepEqual(
      (await reader.listMembers()).map(({ accountGroupId, name }) => [accountGroupId, name].join(" ")),
      ["g1 Acme", "g2 Acme", "g2 a2", "g9 a9"],
    );
    const { reader: other } = readerOf({ [accountBulk]: answered(403) });
    assert.deepEqual(
      (await other.listMembers()).map(({ name }) => name),
      ["a1", "a1", "a2", "a9"],
    );
  });

  it("are counted once for each pack that is shared with one of them", async () => {
    const { reader } = readerOf();
    assert.deepEqual(
      await reader.countAccounts(),
      new Map([
        ["p", 2],
        ["q", 2],
      ]),
    );
    const { reader: alone } = readerOf({ [sharedQuery]: [sharing("g1", "p"), sharing("g3", "q")] });
    assert.deepEqual(
      await alone.countAccounts(),
      new Map([
        ["p", 1],
        ["q", 0],
      ]),
    );
  });

  it("are not counted for a user who may not read them, and only then", async () => {
    for (const hidden of [sharedQuery, memberQuery]) {
      assert.equal(await readerOf({ [hidden]: answered(403) }).reader.countAccounts(), undefined);
    }
    await rejectsWith(readerOf({ [memberQuery]: answered(500) }).reader.countAccounts(), "Unreachable");
  });
});
