import assert from "node:assert/strict";
import { readAccountDetails } from "../../../../../src/backend/platform/installations/accountDetails.ts";
import type { PackInstances } from "../../../../../src/backend/platform/installations/accountInstances.ts";
import type { PackComponent } from "../../../../../src/model/pack/pack.ts";
import {
  answered,
  clientWith,
  type ContentByPath,
} from "../../../../support/platform/scripted/scriptedClient.ts";
import { rejectsWith } from "../../../../support/rejectsWith.ts";

const attachments = "IntegrationPackEnvironmentAttachment/query";
const deployed = "DeployedPackage/query";
const environments = "Environment/bulk";

const attachment = (integrationPackInstanceId: string, environmentId: string) => ({
  integrationPackInstanceId,
  environmentId,
});
const deployment = (componentId: string, packageVersion: string, more: object = {}) => ({
  componentId,
  packageVersion,
  environmentId: "e1",
  deployedDate: "2026-01-01T00:00:00Z",
  active: true,
  ...more,
});
const component = (componentId: string, componentName: string): PackComponent => ({
  componentId,
  componentName,
  componentType: "process",
  currentVersion: "1",
  pendingVersion: "",
  latestVersion: "",
  deleted: false,
});

const content: ContentByPath = {
  [attachments]: [],
  [deployed]: [],
  [environments]: answered(200, {
    response: [
      { statusCode: 200, Result: { id: "e1", name: "Test" } },
      { statusCode: 200, Result: { id: "e2", name: "Production" } },
    ],
  }),
};
const installed: PackInstances = { count: 1, instanceIds: ["i1"], processes: [] };

/** The details in an account with this content, and what was asked for. */
async function read(changes: ContentByPath, instances = installed) {
  const { client, asked, requests } = clientWith({ ...content, ...changes });
  const details = await readAccountDetails(client, instances, [
    component("a", "Order"),
    component("b", "Bill"),
  ]);
  return { details, asked, requests };
}

/** The versions as `component version environment`. */
const versionsIn = async (rows: readonly unknown[], processes: PackInstances["processes"] = []) =>
  (await read({ [deployed]: rows }, { ...installed, processes })).details.versions?.map(
    ({ componentId, componentName, packageVersion, environment }) =>
      [componentId, componentName, packageVersion, environment].join(" "),
  );

describe("the environments of an installed pack", () => {
  it("are those that its installations are attached to, once and by name", async () => {
    const rows = [
      attachment("i1", "e1"),
      attachment("i1", "e2"),
      attachment("i1", "e1"),
      attachment("i1", "x"),
      attachment("other", "e3"),
    ];
    const { details, requests } = await read({ [attachments]: rows });
    assert.deepEqual(details, { environments: ["Production", "Test", "x"], versions: [] });
    const bulk = requests.find(({ path }) => path === environments);
    assert.deepEqual([bulk?.body?.includes('"e2"'), bulk?.body?.includes('"e3"')], [true, false]);
  });

  it("are asked for by up to a hundred installations at once, and by none where there is none", async () => {
    const instanceIds = Array.from({ length: 101 }, (_, at) => `i${at}`);
    const many = await read(
      { [attachments]: [attachment("i0", "e1"), attachment("i100", "e2")] },
      { ...installed, instanceIds },
    );
    assert.deepEqual(many.details.environments, ["Production", "Test"]);
    assert.equal(many.asked.filter((path) => path === attachments).length, 2);
    const none = await read({}, { ...installed, instanceIds: [] });
    assert.deepEqual([none.details.environments, none.asked.includes(attachments)], [[], false]);
  });
});

describe("the versions of an installed pack", () => {
  it("are those that active deployed packages of its components name, by component, latest first", async () => {
    const rows = [
      deployment("a", "1"),
      deployment("a", "2", { deployedDate: "2026-01-02T00:00:00Z", environmentId: "e2" }),
      deployment("b", "7", { environmentId: "" }),
      deployment("a", "3", { active: false }),
      deployment("a", ""),
      deployment("other", "4"),
    ];
    assert.deepEqual(await versionsIn(rows), ["b Bill 7 ", "a Order 2 Production", "a Order 1 Test"]);
  });

  it("ask for no name where a package names no environment", async () => {
    const { asked } = await read({ [deployed]: [deployment("a", "1", { environmentId: "" })] });
    assert.ok(!asked.includes(environments));
  });

  it("are also those of the account's wrappers of its components", async () => {
    const processes = [{ originalProcessId: "a", wrapperProcessId: "w", name: "Wrapper" }];
    const rows = [deployment("w", "1"), deployment("a", "2", { deployedDate: "2025-01-01T00:00:00Z" })];
    assert.deepEqual(await versionsIn(rows, processes), ["a Order 1 Test", "a Order 2 Test"]);
  });

  it("have the name of a process that the pack no longer contains, else its id", async () => {
    const of = (originalProcessId: string, wrapperProcessId: string, name: string) =>
      versionsIn(
        [deployment("o", "1"), deployment("w", "2")],
        [{ originalProcessId, wrapperProcessId, name }],
      );
    assert.deepEqual(await of("o", "w", "Old"), ["o Old 1 Test", "o Old 2 Test"]);
    assert.deepEqual(await of("o", "w", ""), ["o o 1 Test", "o o 2 Test"]);
    assert.deepEqual(await of("o", "", ""), ["o o 1 Test"]);
    assert.deepEqual(await of("", "w", "Old"), ["w Old 2 Test"]);
    assert.deepEqual(await of("", "w", ""), ["w w 2 Test"]);
    assert.deepEqual(await of("", "", "Old"), []);
    const processes = [{ originalProcessId: "o", wrapperProcessId: "", name: "" }];
    const { requests } = await read({}, { ...installed, processes });
    const query = requests.find(({ path }) => path === deployed);
    assert.deepEqual(query?.body?.match(/"argument":\["[^"]*"\]/g)?.slice(1), [
      '"argument":["a"]',
      '"argument":["b"]',
      '"argument":["o"]',
    ]);
  });
});

describe("what the user may not read in an account", () => {
  it("is named, and hides nothing else", async () => {
    const hiddenEnvironments = await read({
      [attachments]: answered(403),
      [deployed]: [deployment("a", "1")],
    });
    assert.equal(hiddenEnvironments.details.environments, undefined);
    assert.equal(hiddenEnvironments.details.versions?.length, 1);
    assert.match(hiddenEnvironments.details.limits ?? "", /^Its environments are not shown: [^]*DEPLOY/);
    const hiddenVersions = await read({ [attachments]: [attachment("i1", "e1")], [deployed]: answered(403) });
    assert.deepEqual(hiddenVersions.details.environments, ["Test"]);
    assert.equal(hiddenVersions.details.versions, undefined);
    assert.match(hiddenVersions.details.limits ?? "", /^Its versions are not shown: /);
    const { details } = await read({ [attachments]: answered(403), [deployed]: answered(403) });
    assert.match(details.limits ?? "", /environments are not shown.* Its versions are not shown/);
  });

  it("is not what could not be read for another reason", async () => {
    await rejectsWith(read({ [attachments]: answered(500) }), "Unreachable");
    await rejectsWith(read({ [deployed]: answered(401) }), "Unauthorized");
  });
});
