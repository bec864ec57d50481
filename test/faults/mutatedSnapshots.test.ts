import assert from "node:assert/strict";
import { rmSync } from "node:fs";
import { IntegrationPacksError } from "../../src/errors/errors.ts";
import type { Snapshot } from "../../src/model/snapshot/snapshot.ts";
import { formatSnapshot } from "../../src/model/snapshot/formatSnapshot.ts";
import { parseSnapshot } from "../../src/model/snapshot/parseSnapshot.ts";
import { store } from "../support/fixtures/store.ts";
import { LocalStores } from "../support/store/localStores.ts";
import { summarize } from "../support/mocha/summarize.ts";
import { Crashes } from "./support/crashes.ts";
import { extent } from "./support/extent.ts";
import { changedText, mutated } from "./support/mutations.ts";
import { Random } from "./support/random.ts";

describe("mutated snapshots", function () {
  this.timeout(extent(120_000, 1_800_000));
  const random = new Random("snapshots");
  const stores = new LocalStores();
  after(() => stores.dispose());

  /** The text of a snapshot file with a mutation in its document or its text. */
  const mutatedText = () =>
    random.below(4) === 0
      ? changedText(formatSnapshot(store()), random)
      : JSON.stringify(mutated(store(), random));

  it("are imported unaltered, or are refused and change nothing", async () => {
    const count = extent(1_500, 20_000);
    const backend = await stores.openWith(store());
    const copy = await stores.open({ file: `${stores.file}-copy` });
    const before = JSON.stringify(await backend.snapshots.export());
    const crashes = new Crashes();
    let imported = 0;
    const importText = async (target: typeof backend, text: string): Promise<boolean> => {
      try {
        const backup = await target.snapshots.import(parseSnapshot(text));
        if (backup !== undefined) rmSync(backup);
        return true;
      } catch (error) {
        const shown = text.slice(0, 300);
        assert.ok(error instanceof IntegrationPacksError, `${String(error)}: ${shown}`);
        assert.equal(error.code, "InvalidRequest", shown);
        assert.match(error.message, /The snapshot was not imported: /, shown);
        return false;
      }
    };
    try {
      for (let tried = 0; tried < count; tried += 1) {
        const text = mutatedText();
        const isImported = await importText(backend, text);
        const after = await backend.snapshots.export();
        if (!isImported) {
          assert.equal(JSON.stringify(after), before, text.slice(0, 300));
          continue;
        }
        imported += 1;
        assert.deepEqual(contents(after), contents(parseSnapshot(text)));
        assert.ok(await importText(copy, formatSnapshot(after)), "an export is not a valid snapshot");
        assert.deepEqual(await copy.snapshots.export(), after);
        assert.ok(await importText(backend, before));
      }
    } finally {
      await crashes.stop();
    }
    assert.deepEqual(crashes.seen, []);
    assert.ok(imported > 0 && imported < count, `${imported} of ${count} imported`);
    assert.equal(Object.getPrototypeOf({}), Object.prototype);
    assert.equal(Reflect.get({}, "isAdmin"), undefined);
    summarize(
      `mutated snapshots: ${count} – ${imported} imported unaltered, ${count - imported} refused; 0 crashes, 0 unrequested changes`,
    );
  });
});

/** The content of a snapshot with sorted lists: every id, and what is released, scheduled and shared. */
function contents({ components, packs, accountGroups, installations }: Snapshot) {
  return {
    versions: components
      .flatMap(({ componentId, versions }) =>
        versions.map(({ packageId, packageVersion, notes, shareable, deleted }) =>
          JSON.stringify([componentId, packageId, packageVersion, notes, shareable, deleted]),
        ),
      )
      .sort(),
    packs: packs
      .map(({ packId, name, description, components: members, releases = [], scheduled }) =>
        JSON.stringify([
          [packId, name, description],
          members
            .map(({ componentId, pendingVersion = "", deleted = false }) => [
              componentId,
              pendingVersion,
              deleted,
            ])
            .sort(),
          releases.map(({ releaseId, versions }) => [releaseId, Object.entries(versions).sort()]).sort(),
          scheduled && [scheduled.date, scheduled.timeZone, Object.entries(scheduled.versions).sort()],
        ]),
      )
      .sort(),
    groups: accountGroups
      .map(({ groupId, name, packIds, accounts }) =>
        JSON.stringify([
          groupId,
          name,
          [...packIds].sort(),
          accounts.map(({ accountId }) => accountId).sort(),
        ]),
      )
      .sort(),
    installations: installations
      .map(({ accountId, packId, releaseId, appliedScheduled }) =>
        JSON.stringify([accountId, packId, releaseId, appliedScheduled]),
      )
      .sort(),
  };
}
