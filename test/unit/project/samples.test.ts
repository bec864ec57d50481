import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { isDeepStrictEqual } from "node:util";
import { samples } from "../../../scripts/samples/samples.ts";
import { openLocalBackend, type LocalBackend } from "../../../src/backend/local/localBackend.ts";
import { canBeReleased, type IntegrationPack } from "../../../src/model/pack/pack.ts";
import type { PackagedVersion } from "../../../src/model/pack/packagedVersion.ts";
import { releaseChanges, type ReleaseChange } from "../../../src/model/release/releaseChanges.ts";
import { defaultReleaseBranch } from "../../../src/model/pack/branch.ts";
import { preselectedVersions } from "../../../src/model/release/preselectedVersions.ts";
import { parseSnapshot } from "../../../src/model/snapshot/parseSnapshot.ts";

const file = fileURLToPath(new URL("../../../media/samples.integration-packs.json", import.meta.url));
const text = readFileSync(file, "utf8");

describe("the sample packs as a file", () => {
  it("are a valid snapshot", () => {
    assert.equal(parseSnapshot(text).packs.length, 5);
  });

  it("are what scripts/makeSamples.ts makes", () => {
    assert.ok(isDeepStrictEqual(JSON.parse(text), samples), "run: npm run script scripts/makeSamples.ts");
  });

  it("stay small, as they ship with the extension", () => {
    assert.ok(statSync(file).size < 120_000, `${statSync(file).size} bytes`);
  });

  it("have dates from January to November 2026, and no scheduled release", () => {
    const dates = [...text.matchAll(/"(\d{4}-\d{2})-\d{2}T/g)].map((match) => match[1] ?? "");
    assert.ok(dates.length > 100);
    assert.deepEqual(
      dates.filter((date) => date < "2026-01" || date > "2026-11"),
      [],
    );
    assert.deepEqual(
      samples.packs.filter(({ scheduled }) => scheduled),
      [],
    );
  });

  it("have only versions in a release that are older than the release", () => {
    const created = new Map(
      samples.components.map(({ componentId, versions }) => [
        componentId,
        new Map(versions.map(({ packageVersion, createdDate }) => [packageVersion, createdDate])),
      ]),
    );
    for (const { releases = [] } of samples.packs) {
      for (const { releasedAt, versions } of releases) {
        for (const [componentId, version] of Object.entries(versions)) {
          const createdDate = created.get(componentId)?.get(version) ?? "";
          assert.ok(createdDate !== "" && createdDate < releasedAt, `${version} of ${componentId}`);
        }
      }
    }
  });

  it("rule 6: have the newest release in every installation", () => {
    const newest = new Map(
      samples.packs.map(({ packId, releases }) => [packId, releases?.at(-1)?.releaseId]),
    );
    assert.ok(samples.installations.length > 0);
    for (const { packId, releaseId } of samples.installations) assert.equal(releaseId, newest.get(packId));
  });

  it("have at most one active version of a component in an environment", () => {
    for (const { name, versions } of samples.components) {
      const active = versions.flatMap(({ deployments = [] }) =>
        deployments.filter((deployment) => deployment.active).map(({ environment }) => environment),
      );
      assert.equal(new Set(active).size, active.length, name);
    }
  });
});

describe("the sample packs in the local store", () => {
  const folder = mkdtempSync(join(tmpdir(), "sample-packs-"));
  let backend: LocalBackend;
  let packs: IntegrationPack[];
  let versions: ReadonlyMap<string, readonly PackagedVersion[]>;

  before(async () => {
    backend = await openLocalBackend({
      file: join(folder, "store.db"),
      user: "tester",
      clock: () => new Date("2026-11-24T12:00:00Z"),
    });
    await backend.snapshots.import(parseSnapshot(text));
    packs = await backend.listPacks();
    versions = await backend.listVersions(samples.components.map(({ componentId }) => componentId));
  });

  after(() => {
    backend.dispose();
    rmSync(folder, { recursive: true, force: true });
  });

  const packNamed = (name: string): IntegrationPack => {
    const pack = packs.find((one) => one.name === name);
    assert.ok(pack, name);
    return pack;
  };
  const findVersion = (componentId: string, packageVersion: string) =>
    versions.get(componentId)?.find((version) => version.packageVersion === packageVersion);
  const preselected = (pack: IntegrationPack) =>
    preselectedVersions(pack, {
      releaseBranch: defaultReleaseBranch,
      versionsOf: (componentId) => versions.get(componentId) ?? [],
    });
  const changes = (pack: IntegrationPack, chosen = preselected(pack)): ReleaseChange[] =>
    releaseChanges(pack, chosen, findVersion);
  const kinds = (pack: IntegrationPack) =>
    Object.fromEntries(changes(pack).map(({ componentName, kind }) => [componentName, kind]));

  it("rule 4: can all be released but one", () => {
    const releasable = packs.filter(canBeReleased).map(({ name }) => name);
    assert.deepEqual(releasable, [
      "Employee Lifecycle",
      "Order to Cash",
      "Product Catalog Sync",
      "Supplier EDI Exchange",
    ]);
  });

  it("Order to Cash: has an upgrade, a pending version, a new component, and unchanged components", () => {
    const pack = packNamed("Order to Cash");
    assert.deepEqual(kinds(pack), {
      "Create Sales Order": "upgrade",
      "Handle Errors": "unchanged",
      "Match Payments": "new",
      "Order Status API": "upgrade",
      "Send Invoice": "unchanged",
    });
    const api = pack.components.find(({ componentName }) => componentName === "Order Status API");
    assert.equal(api?.pendingVersion, "1.1");
    assert.equal(api.latestVersion, "1.2");
  });

  it("Order to Cash: has a component to roll back, whose older version runs in Production", async () => {
    const pack = packNamed("Order to Cash");
    const invoice = pack.components.find(({ componentName }) => componentName === "Send Invoice");
    assert.ok(invoice);
    const chosen = { ...preselected(pack), [invoice.componentId]: "1.3" };
    const change = changes(pack, chosen).find(({ componentId }) => componentId === invoice.componentId);
    assert.deepEqual([change?.kind, change?.from, change?.to], ["rollBack", "2.0", "1.3"]);
    const older = findVersion(invoice.componentId, "1.3");
    assert.ok(older);
    const [latest] = await backend.listDeployments(older.packageId);
    assert.equal(latest?.environment, "Production");
    assert.equal(latest.active, true);
  });

  it("Customer Onboarding: has nothing to release, although newer versions exist that cannot be chosen", () => {
    const pack = packNamed("Customer Onboarding");
    assert.deepEqual(new Set(Object.values(kinds(pack))), new Set(["unchanged"]));
    const newest = pack.components.map(({ componentId }) => versions.get(componentId)?.[0]);
    assert.ok(newest.some((version) => version?.shareable === false));
    assert.ok(newest.some((version) => version?.deleted === true));
  });

  it("Product Catalog Sync: has multiple attachments and was never released", async () => {
    const pack = packNamed("Product Catalog Sync");
    assert.equal(pack.installationType, "MULTI");
    assert.deepEqual(new Set(Object.values(kinds(pack))), new Set(["new"]));
    assert.deepEqual(await backend.history(pack.packId), []);
  });

  it("Employee Lifecycle: has a component that is marked Deleted, and no other change", () => {
    const expected = {
      "Export Roster Nightly": "removed",
      "Hire Employee": "unchanged",
      "Offboard Employee": "unchanged",
    };
    assert.deepEqual(kinds(packNamed("Employee Lifecycle")), expected);
  });

  it("Supplier EDI Exchange: is a legacy pack with an upgrade, and shared with no group", async () => {
    const pack = packNamed("Supplier EDI Exchange");
    assert.equal(pack.deploymentModel, "legacy");
    assert.deepEqual(kinds(pack), { "Send Purchase Orders": "upgrade", "Supplier Portal API": "unchanged" });
    assert.deepEqual((await backend.getSharing(pack.packId)).groups, []);
  });

  it("have histories of two to five releases, one of them scheduled", async () => {
    const histories = await Promise.all(packs.map(({ packId }) => backend.history(packId)));
    assert.deepEqual(
      histories.map(({ length }) => length),
      [3, 3, 4, 0, 2],
    );
    assert.equal(histories.flat().filter(({ trigger }) => trigger === "scheduled").length, 1);
  });

  it("show what changed in a map between the released and the latest version", async () => {
    const component = packNamed("Order to Cash").components.find(
      ({ componentName }) => componentName === "Create Sales Order",
    );
    assert.ok(component);
    const xml = await Promise.all(
      [component.currentVersion, component.latestVersion].map(async (packageVersion) => {
        const packageId = findVersion(component.componentId, packageVersion)?.packageId ?? "";
        const included = await backend.listIncludedComponents(packageId);
        assert.equal(included[0]?.componentId, component.componentId);
        const map = included.find(({ type }) => type === "transform.map");
        return backend.getComponentXml(packageId, map?.componentId ?? "");
      }),
    );
    assert.deepEqual(
      xml.map((document) => document.includes('fromNamePath="vatId"')),
      [false, true],
    );
  });
});
