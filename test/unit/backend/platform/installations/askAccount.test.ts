import assert from "node:assert/strict";
import { askAccount, type AskedPack } from "../../../../../src/backend/platform/installations/askAccount.ts";
import type { PackComponent } from "../../../../../src/model/pack/pack.ts";
import {
  answered,
  clientWith,
  type ContentByPath,
} from "../../../../support/platform/scripted/scriptedClient.ts";
import { rejectsWith } from "../../../../support/rejectsWith.ts";

const instances = "IntegrationPackInstance/query";
const attachments = "IntegrationPackEnvironmentAttachment/query";
const deployed = "DeployedPackage/query";
const component: PackComponent = {
  componentId: "c",
  componentName: "Order",
  componentType: "process",
  currentVersion: "1",
  pendingVersion: "",
  latestVersion: "",
  deleted: false,
};
const instance = (id: string, integrationPackId: string) => ({ id, integrationPackId });
const packs = new Map(
  ["p", "q"].map((packId): [string, AskedPack] => [
    packId,
    { packId, name: packId, components: [component], latestRelease: undefined },
  ]),
);
const named = { accountId: "a", accountName: "Acme" };

async function ask(content: ContentByPath, withDetails = false, packIds: readonly string[] = ["p", "q"]) {
  const { client, asked } = clientWith(content);
  const answers = await askAccount({ accountId: "a", name: "Acme", packIds }, packs, { client, withDetails });
  return { answers: [...answers], asked };
}

describe("an account that is asked about packs", () => {
  it("has those with an installation, and how many of more than one", async () => {
    const rows = [instance("1", "p"), instance("2", "p")];
    const { answers, asked } = await ask({ [instances]: rows });
    assert.deepEqual(answers, [
      ["p", { ...named, state: "installed", count: 2 }],
      ["q", { ...named, state: "notInstalled" }],
    ]);
    assert.deepEqual(asked, [instances]);
    const [[, single] = assert.fail()] = (await ask({ [instances]: rows.slice(1) })).answers;
    assert.deepEqual(single, { ...named, state: "installed" });
  });

  it("is asked for details of what it has only where they are wanted", async () => {
    const rows = [instance("1", "p")];
    const version = {
      componentId: "c",
      packageVersion: "1",
      deployedDate: "2026-01-01T00:00:00Z",
      active: true,
    };
    const content = { [instances]: rows, [attachments]: [], [deployed]: [version] };
    const { answers, asked } = await ask(content, true);
    const shown = {
      componentId: "c",
      componentName: "Order",
      packageVersion: "1",
      environment: "",
      deployedAt: "2026-01-01T00:00:00Z",
    };
    assert.deepEqual(answers, [
      ["p", { ...named, state: "installed", environments: [], versions: [shown] }],
      ["q", { ...named, state: "notInstalled" }],
    ]);
    assert.deepEqual(asked, [instances, attachments, deployed]);
  });

  it("has what is known already where the details cannot be read", async () => {
    const { answers } = await ask({ [instances]: [instance("1", "p")], [attachments]: answered(500) }, true, [
      "p",
    ]);
    const [[, answer] = assert.fail()] = answers;
    assert.equal(answer.state, "installed");
    assert.match(answer.limits ?? "", /500/);
  });

  it("could not be asked where it refuses or does not answer, and why", async () => {
    for (const [status, reason, code] of [
      [403, "refused", "Forbidden"],
      [404, "refused", "NotFound"],
      [400, "refused", "InvalidRequest"],
      [500, "unanswered", "Unreachable"],
      [503, "unanswered", "RateLimited"],
    ] as const) {
      const { answers } = await ask({ [instances]: answered(status) });
      assert.deepEqual(
        answers.map(([packId, { state, notAsked }]) => [packId, state, notAsked?.reason, notAsked?.code]),
        ["p", "q"].map((packId) => [packId, "notAsked", reason, code]),
      );
      assert.equal(
        answers[0]?.[1].notAsked?.message.startsWith("The account refused: "),
        reason === "refused",
      );
    }
  });

  it("was not asked yet where the reading ends before it answers", async () => {
    const { client } = clientWith({});
    client.dispose();
    const answers = await askAccount({ accountId: "a", name: "Acme", packIds: ["p"] }, packs, {
      client,
      withDetails: false,
    });
    assert.equal(answers.get("p")?.notAsked?.reason, "cancelled");
  });

  it("fails the reading where the sign-in failed, also for the details", async () => {
    await rejectsWith(ask({ [instances]: answered(401) }), "Unauthorized");
    const content = { [instances]: [instance("1", "p")], [attachments]: answered(401) };
    await rejectsWith(ask(content, true), "Unauthorized");
  });
});
