import assert from "node:assert/strict";
import type * as v from "valibot";
import { bulk } from "../../../../src/backend/platform/http/bulk.ts";
import { objectKinds, type ObjectKind } from "../../../../src/backend/platform/http/objectKinds.ts";
import { query } from "../../../../src/backend/platform/http/queries.ts";
import * as readers from "../../../../src/backend/platform/http/readers.ts";
import { ReleaseStatusReader } from "../../../../src/backend/platform/releases/releaseStatus.ts";
import { IntegrationPacksError } from "../../../../src/errors/errors.ts";
import { ids } from "../../../support/fixtures/store.ts";
import { on, type Fault } from "../../../support/platform/standIn/faults.ts";
import { isRow, listOf, type Row } from "../../../support/platform/standIn/platformObject.ts";
import {
  publishedExamples,
  publishedExamplesFile,
  type PublishedExample,
} from "../../../support/platform/published/publishedExamples.ts";
import { answered, scriptedClient } from "../../../support/platform/scripted/scriptedClient.ts";
import {
  changes,
  lastSentComponents,
  withPlatform,
  type OnPlatform,
} from "../../../support/platform/withPlatform.ts";

const rowSchemas: Readonly<Record<string, v.GenericSchema>> = {
  Account: readers.accountSchema,
  AccountGroup: readers.accountGroupSchema,
  AccountGroupAccount: readers.groupAccountSchema,
  AccountGroupIntegrationPack: readers.groupPackSchema,
  ComponentMetadata: readers.metadataSchema,
  DeployedPackage: readers.deployedPackageSchema,
  Environment: readers.environmentSchema,
  IntegrationPackEnvironmentAttachment: readers.packAttachmentSchema,
  IntegrationPackInstance: readers.packInstanceSchema,
  PackagedComponent: readers.packagedComponentSchema,
  PublisherIntegrationPack: readers.packSchema,
};

const found = publishedExamplesFile() !== undefined;

describe("Boomi's own examples (put their file beside the project or in BOOMI_EXAMPLES)", function () {
  this.timeout(60_000);
  before("look for the file", function () {
    if (!found) this.skip();
  });

  const examples = publishedExamples();
  const of = (object: string, ...actions: readonly string[]) =>
    examples.filter((example) => example.object === object && actions.includes(example.action));

  it("are there for what the client reads", () => {
    for (const object of Object.keys(rowSchemas)) assert.ok(of(object, "query").length > 0, object);
    assert.ok(of("PublisherIntegrationPack", "get", "bulk").length > 1);
    assert.ok(of("ReleaseIntegrationPackStatus", "get").length > 0);
  });

  for (const [object, schema] of Object.entries(rowSchemas)) {
    it(`lose no row of ${object}`, async () => {
      for (const { status, content } of of(object, "query", "queryMore")) {
        const { rows, unreadable } = await query(
          scriptedClient(() => answered(status, content)).client,
          object,
          schema,
        );
        const { result } = content;
        assert.ok(Array.isArray(result));
        assert.deepEqual([rows.length, unreadable], [result.length, 0]);
      }
    });
  }

  it("are read, each as the object that was asked for", async () => {
    const assertReads = <T>(kind: ObjectKind<T>) => assertRead(kind, of(kind.object, "get"));
    await assertReads(objectKinds.account);
    await assertReads(objectKinds.accountGroup);
    await assertReads(objectKinds.componentMetadata);
    await assertReads(objectKinds.environment);
    await assertReads(objectKinds.manifest);
    await assertReads(objectKinds.packagedComponent);
    await assertReads(objectKinds.publisherIntegrationPack);
    await assertReads(objectKinds.releaseStatus);
  });

  it("are attributed in bulk answers, where what succeeded has no id of its own", async () => {
    for (const { status, content } of of("PublisherIntegrationPack", "bulk")) {
      const items = Array.isArray(content["response"]) ? content["response"].filter(isRow) : [];
      const asked = items.map((item) => idIn(item["Result"]) || String(item["id"]));
      // Neither the order in which they were asked for nor that in which they come counts.
      for (const order of [asked, asked.toReversed()]) {
        const { client } = scriptedClient(() => answered(status, content));
        const answers = await bulk(client, objectKinds.publisherIntegrationPack, order);
        const statuses = new Map(answers.map((answer) => [answer.id, answer.status]));
        assert.deepEqual(
          asked.map((id) => statuses.get(id)),
          items.map(({ statusCode }) => statusCode),
        );
        for (const { id, value } of answers) assert.ok(value === undefined || value.id === id);
      }
    }
  });

  it("of the status of a release are interpreted without their versions", async () => {
    for (const { status, content } of of("ReleaseIntegrationPackStatus", "get")) {
      const reader = new ReleaseStatusReader(scriptedClient(() => answered(status, content)).client);
      assert.deepEqual(await reader.get(String(content["requestId"])), { kind: "released" });
    }
  });

  it("of releases that were accepted say which request follows them", async () => {
    const accepted = of("ReleaseIntegrationPack", "create", "update");
    assert.ok(accepted.length > 1);
    for (const { object, status, content } of accepted) {
      const { client } = scriptedClient(() => answered(status, content));
      const sent = await client.sendOnce(
        object,
        { method: "POST", path: object, body: "{}" },
        readers.releaseSchema,
      );
      assert.deepEqual(sent, { kind: "done", value: { requestId: content["requestId"] } });
    }
  });

  describe("of packs", () => {
    const packs = [
      ...of("PublisherIntegrationPack", "get", "create", "update").map(({ content }) => content),
      ...of("PublisherIntegrationPack", "query", "queryMore").flatMap(({ content }) =>
        rowsIn(content, "result"),
      ),
      ...of("PublisherIntegrationPack", "bulk").flatMap(({ content }) =>
        rowsIn(content, "response")
          .map(({ Result }) => Result)
          .filter(isRow),
      ),
    ];

    it("are shown with every component", () =>
      forEachPack(packs, async ({ backend }, pack) => {
        const { components } = await backend.getPack(idIn(pack));
        assert.deepEqual(components.map(({ componentId }) => componentId).sort(), componentsIn(pack));
      }));

    it("lose no component by an edit or a release that nobody named", async () => {
      let sent = 0;
      await forEachPack(packs, async (parts, pack) => {
        const { backend } = parts;
        const packId = idIn(pack);
        const components = componentsIn(pack);
        sent += await sentChanges(parts, components, () =>
          backend.editing.editPack(packId, { description: "Another one" }),
        );
        sent += await sentChanges(parts, [...components, ids.invoice].sort(), () =>
          backend.editing.addComponents(packId, [ids.invoice]),
        );
        for (const componentId of components) {
          const others = components.filter((id) => id !== componentId);
          sent += await sentChanges(parts, others, () =>
            backend.editing.removeComponent(packId, componentId),
          );
          sent += await sentChanges(parts, components, () =>
            backend.editing.undeleteComponent(packId, componentId),
          );
        }
        sent += await sentChanges(parts, components, () => backend.release({ packId }));
      });
      assert.ok(sent > packs.length, `only ${sent} changes were sent`);
    });
  });
});

async function assertRead<T>(kind: ObjectKind<T>, examples: readonly PublishedExample[]): Promise<void> {
  for (const { status, content } of examples) {
    const { client } = scriptedClient(() => answered(status, content));
    const value = await client.get(kind, exampleId(kind.object, content));
    assert.ok(value !== undefined);
    await assert.rejects(client.get({ ...kind, idsOf: () => ["another"] }, "asked"), { code: "Unreachable" });
  }
}

function exampleId(object: string, content: Row): string {
  const { id, accountId, packageId, requestId, componentId, version } = content;
  if (object === "Account") return String(accountId);
  if (object === "ComponentMetadata") return `${String(componentId)}~${String(version)}`;
  return String(id ?? packageId ?? requestId);
}

/** Runs the test for each of the packs on a stand-in that answers as the example does, whatever is asked of a pack. */
async function forEachPack(
  packs: readonly Row[],
  test: (parts: OnPlatform, pack: Row) => Promise<void>,
): Promise<void> {
  assert.ok(packs.length > 5);
  for (const pack of packs) {
    await withPlatform(async (parts) => {
      const { faults } = parts.platform;
      faults.plan(on("PublisherIntegrationPack", "get"), answer(pack), Infinity);
      faults.plan(
        on("PublisherIntegrationPack", "query"),
        answer({ result: [pack], numberOfResults: 1 }),
        Infinity,
      );
      faults.plan(on("PublisherIntegrationPack", "update"), answer(pack), Infinity);
      await test(parts, pack);
    });
  }
}

/** How many changes were sent: none, with an error for users, or one with exactly these components. */
async function sentChanges(
  { platform }: OnPlatform,
  components: readonly string[],
  work: () => Promise<unknown>,
): Promise<number> {
  platform.log.length = 0;
  const failure = await work().then(
    () => undefined,
    (error: unknown) => error,
  );
  if (failure !== undefined) assert.ok(failure instanceof IntegrationPacksError);
  const sent = changes(platform);
  if (sent.length > 0) assert.deepEqual(lastSentComponents(platform), components);
  else assert.ok(failure !== undefined);
  return sent.length;
}

function answer(content: Row): Fault {
  return {
    kind: "answer",
    status: 200,
    body: JSON.stringify(content),
    headers: { "content-type": "application/json" },
  };
}

function idIn(pack: unknown): string {
  return isRow(pack) && typeof pack["id"] === "string" ? pack["id"] : "";
}

function componentsIn(pack: Row): string[] {
  const components = listOf(pack, "PublisherPackagedComponents", "PublisherPackagedComponent") ?? [];
  return components.map(({ componentId }) => String(componentId)).sort();
}

function rowsIn(content: Row, key: string): Row[] {
  const rows = content[key];
  return Array.isArray(rows) ? rows.filter(isRow) : [];
}
