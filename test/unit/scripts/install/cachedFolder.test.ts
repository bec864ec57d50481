import assert from "node:assert/strict";
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { cachedFolder, type CachedFolder } from "../../../../scripts/install/cachedFolder.ts";
import { Progress } from "../../../../scripts/install/progress.ts";
import { UserError } from "../../../../scripts/userError.ts";
import { TemporaryCache } from "../../../support/install/temporaryCache.ts";
import { withoutPrivileges } from "../../../support/store/withoutPrivileges.ts";
import { itOnPosix } from "../../../support/mocha/itOnPosix.ts";

const silent = new Progress({ write: () => undefined });

describe("a folder of the editor's cache", () => {
  let cache: TemporaryCache;
  beforeEach(() => (cache = new TemporaryCache()));
  afterEach(() => cache.dispose());

  const thing: CachedFolder = {
    name: "thing-1",
    title: "Thing 1",
    size: 10,
    fill: (folder) => writeFile(join(folder, "content"), "complete"),
  };
  const get = (changes: Partial<CachedFolder> = {}) => cachedFolder({ ...thing, ...changes }, silent);

  it("is filled once, also when it is asked for twice at the same time", async () => {
    let fills = 0;
    const fill = (folder: string) => {
      fills += 1;
      return thing.fill(folder);
    };
    const [first, second] = await Promise.all([get({ fill }), get({ fill })]);
    assert.deepEqual([second, await get({ fill })], [first, first]);
    assert.equal(fills, 1);
    assert.equal(readFileSync(join(first, "content"), "utf8"), "complete");
  });

  it("is not there, and leaves nothing, when filling it fails; the next attempt fills it", async () => {
    const failure = new Error("a fault");
    const fill = async (folder: string) => {
      await thing.fill(folder);
      throw failure;
    };
    await assert.rejects(get({ fill }), failure);
    assert.deepEqual(cache.names(), []);
    await get();
    assert.deepEqual(cache.names(), ["thing-1"]);
  });

  it("is filled although an earlier layout has a folder of the same name, and leaves that alone", async () => {
    for (const place of [cache.folder, join(cache.folder, "layout-1")]) {
      mkdirSync(join(place, "thing-1"), { recursive: true });
      writeFileSync(join(place, "thing-1/content"), "of an earlier layout");
    }
    const folder = await get();
    assert.equal(readFileSync(join(folder, "content"), "utf8"), "complete");
    assert.equal(readFileSync(join(cache.folder, "thing-1/content"), "utf8"), "of an earlier layout");
    assert.equal(
      readFileSync(join(cache.folder, "layout-1/thing-1/content"), "utf8"),
      "of an earlier layout",
    );
  });

  itOnPosix("is still given when the cache has become read-only", async () => {
    const folder = await get();
    for (const readOnly of [dirname(folder), cache.folder]) chmodSync(readOnly, 0o555);
    await withoutPrivileges(async () => assert.equal(await get(), folder));
  });

  itOnPosix(
    "cannot be filled in a cache that cannot be written: one line names the cache and the setting",
    async () => {
      chmodSync(cache.folder, 0o555);
      await withoutPrivileges(() =>
        assertOneLine(get(), "EACCES", cache.folder, "INTEGRATION_PACKS_EDITOR_CACHE"),
      );
      assert.deepEqual(readdirSync(cache.folder), []);
    },
  );

  it("cannot be filled in a cache that is a file: one line says so", async () => {
    process.env.INTEGRATION_PACKS_EDITOR_CACHE = join(cache.folder, "file");
    writeFileSync(join(cache.folder, "file"), "");
    await assertOneLine(get(), "ENOTDIR", join(cache.folder, "file"));
  });

  itOnPosix("cannot be filled when the lock file belongs to another user: one line names it", async () => {
    const layout = dirname(await get({ name: "another" }));
    const lock = join(layout, "thing-1.lock");
    writeFileSync(lock, "", { mode: 0o600 });
    for (const folder of [cache.folder, layout]) chmodSync(folder, 0o777);
    chmodSync(lock, 0o000);
    await withoutPrivileges(() => assertOneLine(get(), lock, "cannot be used"));
  });

  it("cannot be filled without space: one line names the cache and what was installed", async () => {
    // Every write to this device fails for want of space.
    const fill = () => writeFile("/dev/full", "content");
    await assertOneLine(get({ fill }), "Thing 1", "no space left", cache.folder);
    assert.deepEqual(cache.names(), []);
  });

  it("names its version, so a later version does not replace it", async () => {
    const first = await get();
    const second = await get({ name: "thing-2" });
    assert.deepEqual([basename(first), basename(second)], ["thing-1", "thing-2"]);
    assert.equal(dirname(first), dirname(second));
    assert.ok(existsSync(first));
  });
});

async function assertOneLine(promise: Promise<unknown>, ...parts: readonly string[]): Promise<void> {
  await assert.rejects(promise, (error: unknown) => {
    assert.ok(error instanceof UserError, String(error));
    assert.doesNotMatch(error.message, /\n/);
    for (const part of parts) assert.ok(error.message.includes(part), `${part} is missing: ${error.message}`);
    return true;
  });
}
