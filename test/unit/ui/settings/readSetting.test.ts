import assert from "node:assert/strict";
import type { Settings } from "../../../../src/contributions.ts";
import type { isSet as IsSet, readSetting as ReadSetting } from "../../../../src/ui/settings/readSetting.ts";
import { provideEditorApi } from "../../../support/editor/editorPanel.ts";
import { editorSettings } from "../../../support/editor/editorSettings.ts";

const wrongForAll: readonly unknown[] = [null, {}, [], { length: 1 }, true, Number.NaN, ["local"]];

describe("reading settings", () => {
  let readSetting: typeof ReadSetting;
  let isSet: typeof IsSet;
  let names: readonly (keyof Settings)[];
  let restricted: readonly (keyof Settings)[];

  before(async () => {
    provideEditorApi();
    ({ isSet, readSetting } = await import("../../../../src/ui/settings/readSetting.ts"));
    ({ settingNames: names, restrictedSettings: restricted } =
      await import("../../../../src/ui/settings/settingRules.ts"));
  });
  beforeEach(() => editorSettings.reset());
  after(() => editorSettings.reset());

  it("knows every setting of the manifest, and reads its default", () => {
    assert.deepEqual([...names].sort(), editorSettings.names.sort());
    for (const name of names) assert.equal(readSetting(name), editorSettings.defaultOf(name));
    assert.deepEqual([...restricted].sort(), editorSettings.restrictedNames.sort());
  });

  it("reads a renamed setting by its earlier name where the new one is not set", async () => {
    const { affectsSetting } = await import("../../../../src/ui/settings/earlierNames.ts");
    const [key, earlier] = ["integrationPacks.local.storePath", "integrationPacks.storeFile"] as const;
    const renamed = { [key]: earlier };
    assert.equal(isSet(key, renamed), false);
    editorSettings.set(earlier, "data/packs.db");
    assert.equal(readSetting(key, renamed), "data/packs.db");
    assert.equal(isSet(key, renamed), true);
    // Without the table, nobody asks for the earlier name.
    assert.equal(readSetting(key), "");
    // A restricted setting is restricted by either name.
    editorSettings.isTrusted = false;
    assert.equal(readSetting(key, renamed), "");
    editorSettings.isTrusted = true;
    editorSettings.set(key, "packs.db");
    assert.equal(readSetting(key, renamed), "packs.db");
    const change = { affectsConfiguration: (section: string) => section === earlier };
    assert.deepEqual([affectsSetting(change, key, renamed), affectsSetting(change, key)], [true, false]);
  });

  it("rejects a value of another type with the name of the setting", () => {
    for (const name of names) {
      const isNumber = typeof editorSettings.defaultOf(name) === "number";
      for (const value of [...wrongForAll, isNumber ? "5" : 5]) {
        editorSettings.set(name, value);
        assert.throws(
          () => readSetting(name),
          (error: Error & { code?: string }) =>
            error.code === "InvalidRequest" && error.message.includes(name),
          `${name}: ${String(value)}`,
        );
      }
    }
  });

  it("rejects a word that the setting does not have, and names those that it has", () => {
    const places = ["integrationPacks.backend", "integrationPacks.platform.scheduleWith"] as const;
    for (const name of places) {
      editorSettings.set(name, "cloud");
      assert.throws(() => readSetting(name), /"platform"/);
    }
  });

  it("reads the next value of an address that was cleared", () => {
    const name = "integrationPacks.platform.baseUrl";
    editorSettings.set(name, " ");
    assert.equal(readSetting(name), editorSettings.defaultOf(name));
    assert.equal(isSet(name), false);
    editorSettings.set(name, "https://boomi.example.com", "user");
    assert.equal(readSetting(name), "https://boomi.example.com");
    assert.equal(isSet(name), true);
  });

  it("reads only the user's value of a restricted setting in a workspace that is not trusted", () => {
    const name = "integrationPacks.local.storePath";
    editorSettings.set(name, "/workspace.db");
    editorSettings.isTrusted = false;
    assert.equal(readSetting(name), "");
    editorSettings.set(name, "/user.db", "user");
    assert.equal(readSetting(name), "/user.db");
    editorSettings.set(name, 7, "user");
    assert.throws(() => readSetting(name), /storePath/);
  });
});
