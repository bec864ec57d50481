import assert from "node:assert/strict";
import type { InstallationReading } from "../../../../src/model/installation/installationReading.ts";
import { installationsReport } from "../../../../src/model/report/installationsReport.ts";
import { ids, now, store } from "../../../support/fixtures/store.ts";
import { LocalStores } from "../../../support/store/localStores.ts";
import { platformReading } from "../../../support/fixtures/installations.ts";

describe("the report of installations for programs", () => {
  const stores = new LocalStores();
  after(() => stores.dispose());

  it("names each account of each pack with the release that it runs and those that it lacks", async () => {
    const { installations } = await stores.openWith(store());
    const report = installationsReport(await installations.read([ids.orderToCash, ids.scheduled]));
    assert.equal(report.formatVersion, 1);
    assert.deepEqual(
      report.installations.map(({ packId, accountName, state, releaseId, missing }) => [
        packId,
        accountName,
        state,
        releaseId,
        missing?.length,
      ]),
      [
        [ids.orderToCash, "Acme", "behind", "r-order-1", 1],
        [ids.orderToCash, "Bolt", "current", "r-order-2", undefined],
        [ids.scheduled, "Acme", "appliedEarly", "r-scheduled-1", undefined],
        [ids.scheduled, "Bolt", "updatePending", "r-scheduled-1", undefined],
      ],
    );
    assert.deepEqual(
      new Set(report.installations.map(({ readAt }) => Date.parse(readAt))),
      new Set([now.getTime()]),
    );
    assert.deepEqual(JSON.parse(JSON.stringify(report)), report);
  });

  it("names the source of each version, and why an account could not be asked", () => {
    const { installations } = installationsReport([platformReading]);
    assert.deepEqual(
      installations.map(({ accountName, state }) => [accountName, state]),
      [
        ["Acme", "installed"],
        ["Bolt", "notInstalled"],
        ["Zeta | Co", "notAsked"],
      ],
    );
    assert.deepEqual(installations[0]?.versions, [
      {
        componentId: "c-create",
        componentName: "Create Order",
        packageVersion: "1.1",
        environment: "Production",
        deployedAt: "2026-05-01T10:00:00Z",
        source: "DeployedPackage",
      },
    ]);
    assert.equal(installations[0].count, 2);
    assert.deepEqual(installations[2]?.notAsked, {
      reason: "refused",
      code: "Forbidden",
      message: "No access.",
    });
    assert.ok(installations.every((row) => row.releaseId === undefined && row.releasedAt === undefined));
  });

  it("publishes no field that it does not name", () => {
    const widen = <T extends object>(value: T): T & { unknownField: string } => ({
      ...value,
      unknownField: "of the model",
    });
    const widened: InstallationReading = widen({
      ...platformReading,
      accounts: platformReading.accounts.map((account) =>
        widen({
          ...account,
          release: widen({ releaseId: "r", releasedAt: "2026-01-01T00:00:00Z" }),
          missing: [widen({ releaseId: "s", releasedAt: "2026-02-01T00:00:00Z" })],
          ...(account.versions && { versions: account.versions.map(widen) }),
          ...(account.notAsked && { notAsked: widen(account.notAsked) }),
        }),
      ),
    });
    assert.ok(!JSON.stringify(installationsReport([widened])).includes("unknownField"));
  });
});
