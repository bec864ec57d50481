import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import type {
  ApiComponent,
  ApiDeployment,
  ApiErrorCode,
  ApiIncludedComponent,
  ApiPack,
  ApiPackRelease,
  ApiRelease,
  ApiSchedule,
  ApiVersion,
  IntegrationPacksApi,
} from "../../../src/api/integrationPacksApi.ts";
import type { ManageApi } from "../../../src/api/manageApi.ts";
import type {
  ApiPackCheck,
  ApiPackOutcome,
  ApiPlanCheck,
  ApiPlannedChange,
  ApiPlannedComponent,
  ApiPlannedPack,
  ApiPlanOutcome,
  ApiPlanReference,
  ApiReleasePlan,
} from "../../../src/api/planApi.ts";
import type { ErrorCode } from "../../../src/errors/errors.ts";
import type { Deployment } from "../../../src/model/pack/packagedVersion.ts";
import type { SnapshotIncludedComponent, SnapshotVersion } from "../../../src/model/snapshot/snapshot.ts";
import { ActiveBackend } from "../../../src/session/activeBackend.ts";
import { ids, store } from "../../support/fixtures/store.ts";
import { apiOn } from "../../support/store/apiOn.ts";
import { LocalStores } from "../../support/store/localStores.ts";
import { withUnknownFields } from "../../support/withUnknownFields.ts";

/** All keys of a type. A missing key or an extra one does not compile. */
type KeysOf<T> = Readonly<Record<keyof T, true>>;

/** `true` if both unions are the same. */
type Same<One, Other> = [One, Other] extends [Other, One] ? true : false;

const apiKeys: KeysOf<IntegrationPacksApi> = {
  apiVersion: true,
  listPacks: true,
  getPack: true,
  listVersions: true,
  getVersion: true,
  release: true,
  schedule: true,
  cancelSchedule: true,
  history: true,
  onDidRelease: true,
  draftPlan: true,
  checkPlan: true,
  applyPlan: true,
  onDidApplyPlan: true,
  manage: true,
};
const manageKeys: KeysOf<ManageApi> = {
  createPack: true,
  editPack: true,
  deletePack: true,
  addComponents: true,
  removeComponent: true,
  undeleteComponent: true,
  setPendingVersion: true,
  addToAccountGroup: true,
  removeFromAccountGroup: true,
  applyPendingUpdate: true,
  importSnapshot: true,
  exportSnapshot: true,
  loadSampleData: true,
};
const packKeys: KeysOf<ApiPack> = {
  packId: true,
  name: true,
  description: true,
  installationType: true,
  deploymentModel: true,
  components: true,
  scheduled: true,
};
const componentKeys: KeysOf<ApiComponent> = {
  componentId: true,
  componentName: true,
  componentType: true,
  currentVersion: true,
  pendingVersion: true,
  latestVersion: true,
  deleted: true,
};
const scheduleKeys: KeysOf<ApiSchedule> = {
  date: true,
  timeZone: true,
  versions: true,
  windowStart: true,
  windowEnd: true,
};
const releaseKeys: KeysOf<ApiRelease> = {
  releaseId: true,
  releasedAt: true,
  releasedBy: true,
  trigger: true,
  versions: true,
  plan: true,
};
const planReferenceKeys: KeysOf<ApiPlanReference> = { planHash: true, name: true };
const planKeys: KeysOf<ApiReleasePlan> = {
  planVersion: true,
  name: true,
  notes: true,
  target: true,
  date: true,
  timeZone: true,
  packs: true,
};
const plannedPackKeys: KeysOf<ApiPlannedPack> = {
  packId: true,
  name: true,
  replaces: true,
  components: true,
};
const plannedComponentKeys: KeysOf<ApiPlannedComponent> = {
  componentId: true,
  name: true,
  from: true,
  to: true,
  packageId: true,
};
const planCheckKeys: KeysOf<ApiPlanCheck> = {
  formatVersion: true,
  planHash: true,
  fits: true,
  packs: true,
};
const packCheckKeys: KeysOf<ApiPackCheck> = {
  packId: true,
  name: true,
  state: true,
  changes: true,
  differences: true,
  accounts: true,
};
const changeKeys: KeysOf<ApiPlannedChange> = {
  componentId: true,
  name: true,
  kind: true,
  from: true,
  to: true,
  branch: true,
};
const planOutcomeKeys: KeysOf<ApiPlanOutcome> = { formatVersion: true, planHash: true, packs: true };
const packOutcomeKeys: KeysOf<ApiPackOutcome> = {
  packId: true,
  name: true,
  outcome: true,
  releaseId: true,
  code: true,
  message: true,
};
const packReleaseKeys: KeysOf<ApiPackRelease> = { packId: true, ...releaseKeys };

/** Versions have the keys of a snapshot. This does not compile if a snapshot gets a key that the API does not publish. */
const sameKeys: {
  readonly versions: Same<keyof ApiVersion, keyof SnapshotVersion>;
  readonly includedComponents: Same<keyof ApiIncludedComponent, keyof SnapshotIncludedComponent>;
  readonly deployments: Same<keyof ApiDeployment, keyof Deployment>;
  readonly errorCodes: Same<ApiErrorCode, ErrorCode>;
} = { versions: true, includedComponents: true, deployments: true, errorCodes: true };

describe("the exported API publishes", () => {
  let stores: LocalStores;
  let active: ActiveBackend;
  let api: IntegrationPacksApi;

  beforeEach(async () => {
    stores = new LocalStores();
    (await stores.openWith(store())).dispose();
    active = new ActiveBackend(async () => withUnknownFields(await stores.open()));
    api = apiOn(active);
  });
  afterEach(() => {
    active.dispose();
    stores.dispose();
  });

  it("the methods of the contract", () => {
    assertKeys(api, apiKeys);
    assertKeys(api.manage, manageKeys);
  });

  it("the keys of packs, components and scheduled releases, without additions of the model", async () => {
    const listed = await api.listPacks();
    const pack = await api.getPack(ids.scheduled);
    assert.deepEqual(
      listed.find(({ packId }) => packId === ids.scheduled),
      pack,
    );
    for (const each of listed) {
      const { scheduled, ...others } = packKeys;
      assertKeys(each, each.packId === ids.scheduled ? { ...others, scheduled } : others);
      for (const component of each.components) assertKeys(component, componentKeys);
    }
    assertKeys(pack.scheduled, scheduleKeys);
    assert.deepEqual(pack.scheduled?.versions, { [ids.createOrder]: "1.1" });
  });

  it("the keys of versions as in a snapshot, without additions of the model", async () => {
    assert.deepEqual(Object.values(sameKeys), [true, true, true, true]);
    const { includedComponents, deployments, ...own } = schemaKeys("version");
    for (const version of await api.listVersions(ids.createOrder)) assertKeys(version, own);
    const version = await api.getVersion("k-create-1.0");
    assertKeys(version, { ...own, includedComponents, deployments });
    assert.equal(version.includedComponents?.length, 3);
    for (const each of version.includedComponents ?? []) assertKeys(each, schemaKeys("includedComponent"));
    assert.equal(version.deployments?.length, 2);
    for (const each of version.deployments ?? []) assertKeys(each, schemaKeys("deployment"));
  });

  it("the keys of releases and schedules in results, events and the history, without additions of the model", async () => {
    const announced = new Promise((resolve) => api.onDidRelease(resolve));
    const { plan: _, ...unplanned } = packReleaseKeys;
    assertKeys(await api.release({ packId: ids.orderToCash }), unplanned);
    assertKeys(await announced, unplanned);
    const history = await api.history(ids.orderToCash);
    assert.equal(history.length, 3);
    const { packId: __, ...released } = unplanned;
    for (const release of history) assertKeys(release, released);
    assertKeys(await api.schedule({ packId: ids.neverReleased, date: "2026-07-01" }), scheduleKeys);
  });

  it("the keys of plans, checks, outcomes and plan references, without additions of the model", async () => {
    const plan = await api.draftPlan({ packIds: [ids.scheduled], date: "2026-07-01" });
    const { notes: _, ...heading } = planKeys;
    assertKeys(plan, heading);
    for (const pack of plan.packs) {
      assertKeys(pack, plannedPackKeys);
      for (const component of pack.components) assertKeys(component, plannedComponentKeys);
    }
    const immediate = await api.draftPlan({ packIds: [ids.orderToCash] });
    const check = await api.checkPlan(immediate);
    assertKeys(check, planCheckKeys);
    for (const pack of check.packs) {
      assertKeys(pack, packCheckKeys);
      for (const change of pack.changes) assertKeys(change, changeKeys);
    }
    const announced = new Promise((resolve) => api.onDidApplyPlan(resolve));
    const outcome = await api.applyPlan(immediate, check.planHash);
    assert.deepEqual(await announced, outcome);
    assertKeys(outcome, planOutcomeKeys);
    const { code: __, message: ___, ...released } = packOutcomeKeys;
    for (const pack of outcome.packs) assertKeys(pack, released);
    const [latest] = await api.history(ids.orderToCash);
    assertKeys(latest, releaseKeys);
    assertKeys(latest?.plan, planReferenceKeys);
  });
});

function assertKeys(actual: unknown, expected: Readonly<Record<string, unknown>>): void {
  assert.ok(typeof actual === "object" && actual !== null);
  assert.deepEqual(Object.keys(actual).sort(), Object.keys(expected).sort());
}

/** The keys of a definition in the JSON Schema of snapshots that ships with the extension. */
function schemaKeys(definition: "version" | "includedComponent" | "deployment"): Record<string, unknown> {
  const file = new URL("../../../media/snapshot.schema.json", import.meta.url);
  const schema = JSON.parse(readFileSync(file, "utf8")) as {
    definitions: Record<string, { properties: Record<string, unknown> }>;
  };
  return schema.definitions[definition]?.properties ?? assert.fail(`There is no ${definition}.`);
}
