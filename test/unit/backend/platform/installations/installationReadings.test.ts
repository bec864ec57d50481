import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { InstallationReadings } from "../../../../../src/backend/platform/installations/installationReadings.ts";
import type { InstallationReading } from "../../../../../src/model/installation/installationReading.ts";

describe("stored readings of installations", () => {
  const root = mkdtempSync(join(tmpdir(), "integration-packs-readings-"));
  after(() => rmSync(root, { recursive: true, force: true }));

  const reading: InstallationReading = {
    packId: "../pack",
    name: "Pack",
    readAt: "2026-06-10T12:00:00.000Z",
    latestRelease: { releaseId: "r", releasedAt: "2026-06-01T12:00:00.000Z" },
    accounts: [
      {
        accountId: "a",
        accountName: "Acme",
        state: "installed",
        count: 2,
        environments: ["Production"],
        versions: [
          {
            componentId: "c",
            componentName: "Create Order",
            packageVersion: "1.0",
            environment: "Production",
            deployedAt: "2026-05-01T12:00:00Z",
          },
        ],
      },
      {
        accountId: "b",
        accountName: "Bolt",
        state: "notAsked",
        notAsked: { reason: "refused", code: "Forbidden", message: "No." },
      },
    ],
  };
  const warnings: string[] = [];
  const open = (folder: string | undefined, accountKey = "account") =>
    new InstallationReadings({ folder, accountKey, log: { warn: (line) => void warnings.push(line) } });

  it("come back in another window, for the same account only", async () => {
    const folder = join(root, "windows");
    await open(folder).save(reading);
    assert.deepEqual(await open(folder).load(reading.packId), reading);
    assert.equal(await open(folder, "another").load(reading.packId), undefined);
    assert.equal(await open(folder).load("pack"), undefined);
  });

  it("are replaced as a whole, without leftovers", async () => {
    const folder = join(root, "replaced");
    const first = open(folder);
    await first.save(reading);
    await open(folder).save({ ...reading, accounts: [] });
    assert.deepEqual((await first.load(reading.packId))?.accounts, []);
    assert.equal(
      readdirSync(folder, { recursive: true }).filter((name) => String(name).includes(".")).length,
      1,
    );
  });

  for (const [damage, text] of [
    ["no JSON", "{"],
    ["another form", '{"packId":"../pack"}'],
    ["another pack", JSON.stringify({ ...reading, packId: "other" })],
    ["an unknown state", JSON.stringify(reading).replace('"installed"', '"gone"')],
  ] as const) {
    it(`are read again where the file has ${damage}`, async () => {
      const folder = join(root, damage.replaceAll(" ", "-"));
      await open(folder).save(reading);
      const [file] = readdirSync(folder, { recursive: true })
        .map(String)
        .filter((name) => name.endsWith(".json"));
      assert.ok(file);
      writeFileSync(join(folder, file), text);
      assert.equal(await open(folder).load(reading.packId), undefined);
    });
  }

  it("leave nothing behind where the file cannot be replaced", async () => {
    const folder = join(root, "blocked");
    await open(folder).save(reading);
    const files = () => readdirSync(folder, { recursive: true }).map(String);
    const file = files().find((name) => name.endsWith(".json")) ?? assert.fail();
    rmSync(join(folder, file));
    mkdirSync(join(folder, file));
    const before = files();
    await open(folder).save(reading);
    assert.deepEqual(files(), before);
    assert.equal(warnings.pop()?.startsWith("The installations of a pack are not stored: "), true);
  });

  it("last for the session where there is no folder, or it cannot be written", async () => {
    const blocked = join(root, "file");
    writeFileSync(blocked, "");
    for (const folder of [undefined, blocked]) {
      const readings = open(folder);
      await readings.save(reading);
      assert.deepEqual(await readings.load(reading.packId), reading);
    }
    assert.equal(warnings.length, 1);
  });
});
