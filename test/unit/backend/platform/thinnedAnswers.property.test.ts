import assert from "node:assert/strict";
import fc from "fast-check";
import { IntegrationPacksError } from "../../../../src/errors/errors.ts";
import type { HttpRequest } from "../../../../src/backend/platform/http/transport.ts";
import { AccountGroupReader } from "../../../../src/backend/platform/packs/accountGroupReader.ts";
import { Omissions } from "../../../../src/backend/platform/packs/omissions.ts";
import { VersionReader } from "../../../../src/backend/platform/packs/versionReader.ts";
import { ReleaseStatusReader } from "../../../../src/backend/platform/releases/releaseStatus.ts";
import { isRow, type Row } from "../../../support/platform/standIn/platformObject.ts";
import { answered, scriptedClient } from "../../../support/platform/scripted/scriptedClient.ts";

const most = 12;
const componentIds = Array.from({ length: most }, (_, at) => `c-${at}`);

/** What happens to the rows of an answer on their way: which one comes when, which ones are missing, broken or nameless. */
interface Mutation {
  readonly order: readonly number[];
  readonly missing: readonly boolean[];
  readonly broken: readonly boolean[];
  readonly nameless: readonly boolean[];
}

const masks = fc.array(fc.boolean(), { minLength: most, maxLength: most });
const mutations: fc.Arbitrary<Mutation> = fc.record({
  order: fc.shuffledSubarray([...componentIds.keys()], { minLength: most, maxLength: most }),
  missing: masks,
  broken: masks,
  nameless: masks,
});

/** The rows after the mutation. `nameless` takes the ids from an item of a bulk answer that stays in its place. */
function mutated(
  rows: readonly Row[],
  { order, missing, broken, nameless }: Mutation,
  isBulk: boolean,
): Row[] {
  const isOrdered = isBulk && nameless.some((one) => one);
  const indexes = isOrdered ? [...rows.keys()] : order.filter((at) => at < rows.length);
  return indexes
    .filter((at) => missing[at] !== true)
    .map((at) => {
      const row = rows[at] ?? {};
      if (broken[at] === true)
        return isBulk ? { ...row, statusCode: 400, Result: undefined } : { broken: true };
      const { id: _, index: __, ...withoutIds } = row;
      return isOrdered && nameless[at] === true ? withoutIds : row;
    });
}

const requestedIds = ({ body = "" }: HttpRequest): string[] => {
  const content: unknown = JSON.parse(body);
  const request = isRow(content) ? content["request"] : undefined;
  return Array.isArray(request) ? request.filter(isRow).map(({ id }) => String(id)) : [];
};

const isBulk = ({ path }: HttpRequest) => path.endsWith("/bulk");

function bulkRows(request: HttpRequest, resultOf: (id: string) => Row): Row[] {
  return requestedIds(request).map((id, index) => ({ index, id, statusCode: 200, Result: resultOf(id) }));
}

function answering(mutation: Mutation, rowsFor: (request: HttpRequest) => readonly Row[]) {
  return scriptedClient((request) => {
    const rows = mutated(rowsFor(request), mutation, isBulk(request));
    return answered(
      200,
      isBulk(request) ? { response: rows } : { result: rows, numberOfResults: rows.length },
    );
  });
}

describe("answers of which rows are reordered, missing, broken or nameless", function () {
  this.timeout(60_000);

  it("never give a component the name, the folder or the version of another one", () =>
    fc.assert(
      fc.asyncProperty(mutations, async (mutation) => {
        const { client } = answering(mutation, (request) =>
          isBulk(request)
            ? bulkRows(request, (componentId) => ({
                componentId,
                version: 1,
                name: `Name of ${componentId}`,
                folderName: `Folder of ${componentId}`,
              }))
            : componentIds.map((componentId) => ({
                packageId: `package of ${componentId}`,
                componentId,
                packageVersion: `1 of ${componentId}`,
              })),
        );
        const packs = { findComponent: () => undefined };
        const reader = new VersionReader({
          client,
          packs,
          now: () => client.now(),
          omissions: new Omissions(),
        });
        for (const componentId of componentIds) {
          const versions = await reader.list([componentId]).catch((error: unknown) => {
            assert.ok(error instanceof IntegrationPacksError && error.code === "NotFound", String(error));
            return new Map<string, never[]>();
          });
          for (const version of versions.get(componentId) ?? []) {
            assert.equal(version.componentId, componentId);
            assert.equal(version.packageId, `package of ${componentId}`);
            assert.ok(
              [`Name of ${componentId}`, componentId].includes(version.componentName),
              version.componentName,
            );
            assert.ok([`Folder of ${componentId}`, ""].includes(version.folder), version.folder);
          }
        }
        const all = await reader.list(componentIds).catch(() => new Map<string, never[]>());
        for (const [componentId, versions] of all) {
          for (const version of versions) assert.ok(version.packageVersion === `1 of ${componentId}`);
        }
      }),
    ));

  it("never give an account the name of another one, nor a group what is another one's", () =>
    fc.assert(
      fc.asyncProperty(mutations, async (mutation) => {
        const { client } = answering(mutation, (request) => {
          if (isBulk(request))
            return bulkRows(request, (accountId) => ({ accountId, name: `Name of ${accountId}` }));
          const [object] = request.path.split("/");
          return componentIds.map((id) => {
            if (object === "AccountGroup") return { id, name: `Name of ${id}` };
            if (object === "AccountGroupAccount")
              return { accountGroupId: id, accountId: `account of ${id}` };
            return { id: `sharing of ${id}`, accountGroupId: id, integrationPackId: `pack of ${id}` };
          });
        });
        const reader = new AccountGroupReader({
          client,
          now: () => client.now(),
          omissions: new Omissions(),
        });
        for (const { groupId, name } of await reader.listGroups()) assert.equal(name, `Name of ${groupId}`);
        for (const { accountGroupId, accountId, name } of await reader.listMembers()) {
          assert.equal(accountId, `account of ${accountGroupId}`);
          assert.ok([`Name of ${accountId}`, accountId].includes(name), name);
        }
        for (const row of await reader.listShared()) {
          assert.equal(row.integrationPackId, `pack of ${row.accountGroupId}`);
        }
      }),
    ));

  it("never give a release the status of another one", () =>
    fc.assert(
      fc.asyncProperty(mutations, async (mutation) => {
        const { client } = answering(mutation, (request) =>
          bulkRows(request, (requestId) => ({
            requestId,
            releaseStatus: Number(requestId.slice(2)) % 2 === 0 ? "SUCCESS" : "IN_PROGRESS",
          })),
        );
        for (const [requestId, { kind }] of await new ReleaseStatusReader(client).list(componentIds)) {
          const at = Number(requestId.slice(2));
          const own = mutation.broken[at] === true ? "gone" : at % 2 === 0 ? "released" : "running";
          assert.equal(kind, own);
        }
      }),
    ));
});
