import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openLocalBackend, type LocalBackend } from "../../../src/backend/local/localBackend.ts";
import { ids, store } from "../fixtures/store.ts";
import { copyDatabase } from "./copyDatabase.ts";
import { packFixture } from "./formatFixtures.ts";

/** The pack of the fixture whose scheduled release is due on 2026-06-20 in Berlin. */
export const duePack = "Made by the Program";

/** Fills a store as people do, and stores it as the fixture of today's format. */
export async function writeStoreFixture(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "integration-packs-fixture-"));
  const file = join(folder, "store.db");
  const clock = { now: new Date("2026-06-10T12:00:00Z") };
  const backend = await openLocalBackend({ file, user: "dev@example.com", clock: () => clock.now });
  await backend.snapshots.import(store());
  await addPack(backend);
  await scheduleAndEnd(backend, (instant) => (clock.now = new Date(instant)));
  const content = await backend.snapshots.export();
  backend.dispose();
  const copy = join(folder, "copy.db");
  packFixture("store", copyDatabase(file, copy), copy, content);
  rmSync(folder, { recursive: true });
}

/** A pack that is released, shared, installed and scheduled, with a pilot that applied the update early. */
async function addPack(backend: LocalBackend): Promise<void> {
  const { editing, managedAccounts, accountGroups, packaging, schedules } = backend;
  const packId = await editing.createPack({
    name: duePack,
    description: "With a release, a group and a schedule",
    installationType: "SINGLE",
    deploymentModel: "packaged",
  });
  await editing.addComponents(packId, [ids.cancelOrder, ids.invoice]);
  await backend.release({ packId });
  const groupId = await managedAccounts.createGroup("Pilots");
  const accountId = await managedAccounts.createAccount(groupId, "Corner Shop");
  await accountGroups.addPack(packId, groupId);
  await managedAccounts.install(packId, accountId);
  await packaging.createVersion({
    component: { componentId: ids.cancelOrder },
    packageVersion: "1.1",
    notes: "Second version",
    shareable: true,
    xml: "<Component/>",
  });
  await editing.setPendingVersion(packId, ids.invoice, "a");
  await schedules.schedule({ packId, date: "2026-06-20", timeZone: "Europe/Berlin" });
  await schedules.applyPendingUpdate?.(packId, accountId);
}

/** A scheduled release of each outcome: cancelled, released, failed, missed. */
async function scheduleAndEnd(backend: LocalBackend, setClock: (instant: string) => void): Promise<void> {
  const { editing, schedules } = backend;
  const { queue } = schedules;
  assert.ok(queue);
  const schedule = (packId: string, date: string, timeZone = "UTC") =>
    schedules.schedule({ packId, date, timeZone });
  const queued = async (packId: string) => {
    const found = await queue.find(packId);
    assert.ok(found, packId);
    return found;
  };
  await editing.setPendingVersion(ids.upToDate, ids.createOrder, "1.1");
  await schedule(ids.upToDate, "2026-06-12");
  await schedule(ids.legacy, "2026-06-13", "America/New_York");
  await schedule(ids.neverReleased, "2026-06-14");
  await schedules.cancel(ids.neverReleased);
  await schedule(ids.orderToCash, "2026-06-11");
  setClock("2026-06-11T00:10:00Z");
  await queue.release(await queued(ids.orderToCash), "inWindow");
  setClock("2026-06-12T00:10:00Z");
  await queue.fail(await queued(ids.upToDate), {
    problem: "The disk was full.",
    problemCode: "StoreUnavailable",
  });
  setClock("2026-06-14T12:00:00Z");
  await queue.miss(await queued(ids.legacy));
}
