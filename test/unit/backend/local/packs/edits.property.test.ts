import assert from "node:assert/strict";
import fc from "fast-check";
import { DatabaseSync } from "node:sqlite";
import type { LocalBackend } from "../../../../../src/backend/local/localBackend.ts";
import { IntegrationPacksError } from "../../../../../src/errors/errors.ts";
import { maximumComponents } from "../../../../../src/model/pack/pack.ts";
import { parseSnapshot } from "../../../../../src/model/snapshot/parseSnapshot.ts";
import { arbitraryStore } from "../../../../support/arbitrary/arbitraryStore.ts";
import { store } from "../../../../support/fixtures/store.ts";
import { LocalStores } from "../../../../support/store/localStores.ts";

/** Picks one of the texts or an unknown one. */
type Pick = (texts: readonly string[]) => string;

interface Known {
  readonly packs: string[];
  readonly components: string[];
  readonly packages: string[];
  readonly versions: string[];
  readonly groups: string[];
  readonly accounts: string[];
}

const names = ["Orders", "ORDERS ", "Returns", "", "ä", "A\u0308", "x".repeat(300)];
const texts = ["1.0", "1.0 ", "__proto__", "2", ""];

/** Every edit that a user can make, on random ids of the store. */
const edits: readonly ((
  backend: LocalBackend,
  known: Known,
  pick: Pick,
  coin: boolean,
) => Promise<unknown>)[] = [
  ({ editing }, _, pick, coin) =>
    editing.createPack({ name: pick(names), description: "", installationType: coin ? "SINGLE" : "MULTI" }),
  ({ editing }, { packs }, pick, coin) =>
    editing.editPack(pick(packs), coin ? { name: pick(names) } : { description: "d".repeat(501) }),
  ({ editing }, { packs }, pick) => editing.deletePack(pick(packs)),
  ({ editing }, { packs, components }, pick, coin) =>
    editing.addComponents(pick(packs), coin ? components : [pick(components)]),
  async ({ editing }, { packs }, pick) => {
    const packId = pick(packs);
    const offered = (await editing.listAddableComponents(packId)).map(({ componentId }) => componentId);
    if (offered.length > 0) await editing.addComponents(packId, offered);
  },
  ({ editing }, { packs, components }, pick) => editing.removeComponent(pick(packs), pick(components)),
  ({ editing }, { packs, components }, pick) => editing.undeleteComponent(pick(packs), pick(components)),
  ({ editing }, { packs, components, versions }, pick) =>
    editing.setPendingVersion(pick(packs), pick(components), pick(versions)),
  ({ accountGroups }, { packs, groups }, pick) => accountGroups.addPack(pick(packs), pick(groups)),
  ({ accountGroups }, { packs, groups }, pick) => accountGroups.removePack(pick(packs), pick(groups)),
  ({ managedAccounts }, _, pick) => managedAccounts.createGroup(pick(names)),
  ({ managedAccounts }, { groups }, pick) => managedAccounts.deleteGroup(pick(groups)),
  ({ managedAccounts }, { groups }, pick) => managedAccounts.createAccount(pick(groups), pick(names)),
  ({ managedAccounts }, { accounts }, pick) => managedAccounts.deleteAccount(pick(accounts)),
  ({ managedAccounts }, { packs, accounts }, pick) => managedAccounts.install(pick(packs), pick(accounts)),
  ({ managedAccounts }, { packs, accounts }, pick) => managedAccounts.uninstall(pick(packs), pick(accounts)),
  ({ packaging }, { components }, pick, coin) =>
    packaging.createVersion({
      component: coin
        ? { componentId: pick(components) }
        : { name: pick(names), type: "process", folder: "" },
      packageVersion: pick(texts),
      notes: "",
      shareable: true,
      xml: "",
    }),
  ({ packaging }, { packages }, pick) => packaging.deleteVersion(pick(packages)),
  ({ packaging }, { packages }, pick) => packaging.restoreVersion(pick(packages)),
  (backend, { packs }, pick, coin) => backend.release({ packId: pick(packs), replaceScheduled: coin }),
  ({ schedules }, { packs }, pick, coin) =>
    schedules.schedule({ packId: pick(packs), date: "2027-01-01", timeZone: "UTC", replaceScheduled: coin }),
  ({ schedules }, { packs }, pick) => schedules.cancel(pick(packs)),
  async ({ schedules }, { packs, accounts }, pick) =>
    schedules.applyPendingUpdate?.(pick(packs), pick(accounts)),
];

async function knownIn(backend: LocalBackend): Promise<Known> {
  const { components, packs, accountGroups } = await backend.snapshots.export();
  const versions = components.flatMap((component) => component.versions);
  return {
    packs: packs.map(({ packId }) => packId),
    components: components.map(({ componentId }) => componentId),
    packages: versions.map(({ packageId }) => packageId),
    versions: versions.map(({ packageVersion }) => packageVersion),
    groups: accountGroups.map(({ groupId }) => groupId),
    accounts: accountGroups.flatMap(({ accounts }) => accounts.map(({ accountId }) => accountId)),
  };
}

describe("any sequence of edits in the local store", () => {
  let stores: LocalStores;
  beforeEach(() => (stores = new LocalStores()));
  afterEach(() => stores.dispose());

  it("follows the rules: each edit succeeds or is refused with a reason, and the store can be exported and imported", async () => {
    const backend = await stores.open();
    const copy = await stores.open({ file: `${stores.file}.copy` });
    const file = new DatabaseSync(stores.file);
    const outcomes = new Map<string, number>();
    const count = (outcome: string) => outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);

    const followsRules = fc.asyncProperty(fc.gen(), async (g) => {
      await backend.snapshots.import(g(fc.boolean) ? arbitraryStore(g) : store());
      const steps = g(() =>
        fc.array(fc.tuple(fc.constantFrom(...edits), fc.boolean()), { maxLength: 15, size: "max" }),
      );
      const pick: Pick = (among) => g(() => fc.constantFrom(...among, ...among, "nowhere"));
      for (const [edit, coin] of steps) {
        const before = await backend.snapshots.export();
        try {
          await edit(backend, await knownIn(backend), pick, coin);
          count("succeeded");
        } catch (error) {
          assert.ok(error instanceof IntegrationPacksError, String(error));
          assert.notEqual(error.code, "StoreUnavailable", error.message);
          assert.deepEqual(await backend.snapshots.export(), before);
          count(error.code);
        }
      }
      const exported = parseSnapshot(JSON.stringify(await backend.snapshots.export()));
      await copy.snapshots.import(exported);
      assert.deepEqual(await copy.snapshots.export(), exported);
      assert.deepEqual(await copy.listPacks(), await backend.listPacks());
      assert.deepEqual(
        await copy.accountGroups.listAccountGroups(),
        await backend.accountGroups.listAccountGroups(),
      );
      for (const { components } of exported.packs) assert.ok(components.length <= maximumComponents);
      assert.deepEqual(faultsIn(file), []);
    });
    await fc.assert(followsRules, { numRuns: 60, endOnFailure: true });
    file.close();
    for (const outcome of ["succeeded", "NotFound", "InvalidRequest"]) {
      assert.ok(outcomes.has(outcome), `no edit ended in ${outcome}: ${JSON.stringify([...outcomes])}`);
    }
  }).timeout(120_000);
});

/**
 * Faults that a snapshot does not show: broken references, accounts without a group, pending versions of another
 * component or that cannot be chosen.
 */
function faultsIn(file: DatabaseSync): unknown[] {
  return [
    "PRAGMA foreign_key_check",
    "SELECT account_id FROM account WHERE account_key NOT IN (SELECT account_key FROM group_account)",
    `SELECT * FROM pack_component JOIN packaged_version ON version_key = pending_key
    WHERE pack_component.component_key <> packaged_version.component_key`,
    `SELECT * FROM pack_component JOIN packaged_version ON version_key = pending_key
      JOIN latest_release USING (pack_key)
    WHERE (packaged_version.deleted = 1 OR shareable = 0) AND version_key NOT IN
      (SELECT version_key FROM release_version WHERE release_version.release_key = latest_release.release_key)`,
  ].flatMap((query) => file.prepare(query).all());
}
