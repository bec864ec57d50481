import assert from "node:assert/strict";
import { Emitter } from "../../../../src/base/event.ts";
import type { ContainerHint as Hint } from "../../../../src/session/store/containerHint.ts";
import type { LocalBackend } from "../../../../src/backend/local/localBackend.ts";
import type { recordedCalls } from "../../../support/editor/editorApi.ts";
import { CountingLog, provideEditorApi } from "../../../support/editor/editorPanel.ts";
import { EditorState } from "../../../support/editor/editorSecrets.ts";
import { editorSettings } from "../../../support/editor/editorSettings.ts";
import { store } from "../../../support/fixtures/store.ts";
import { PlatformBackends } from "../../../support/platform/platformBackends.ts";
import { LocalStores } from "../../../support/store/localStores.ts";

describe("the hint at a store in a container", () => {
  let calls: typeof recordedCalls;
  let ContainerHint: typeof Hint;
  let stores: LocalStores;
  let backend: LocalBackend;
  let state: EditorState;
  const changed = new Emitter<void>();

  before(async () => {
    provideEditorApi();
    ({ recordedCalls: calls } = await import("../../../support/editor/editorApi.ts"));
    ({ ContainerHint } = await import("../../../../src/session/store/containerHint.ts"));
  });
  beforeEach(async () => {
    stores = new LocalStores();
    backend = await stores.open();
    state = new EditorState();
    editorSettings.reset();
    calls.warnings.length = 0;
  });
  afterEach(() => {
    editorSettings.reset();
    stores.dispose();
  });

  const start = (remoteName: string | undefined) =>
    new ContainerHint({
      backend: { onDidChange: changed.event, get: () => Promise.resolve(backend) },
      remoteName,
      state,
      log: new CountingLog(),
    });

  for (const remoteName of ["dev-container", "attached-container", "codespaces"]) {
    it(`comes once, when the store has a pack: ${remoteName}`, async () => {
      const hint = start(remoteName);
      await hint.whenIdle;
      assert.deepEqual(calls.warnings, []);
      await backend.snapshots.import(store());
      changed.fire();
      changed.fire();
      await hint.whenIdle;
      assert.equal(calls.warnings.length, 1);
      assert.match(calls.warnings.join(), /inside the container.*lost/);
      hint.dispose();
      const next = start(remoteName);
      changed.fire();
      await next.whenIdle;
      assert.equal(calls.warnings.length, 1);
    });
  }

  for (const remoteName of [undefined, "ssh-remote", "wsl", "tunnel"]) {
    it(`does not come elsewhere: ${remoteName ?? "this computer"}`, async () => {
      await backend.snapshots.import(store());
      const hint = start(remoteName);
      changed.fire();
      await hint.whenIdle;
      assert.deepEqual(calls.warnings, []);
      hint.dispose();
    });
  }

  it("does not come where the store has a path", async () => {
    editorSettings.set("integrationPacks.local.storePath", "/mnt/packs.db");
    await backend.snapshots.import(store());
    const hint = start("dev-container");
    await hint.whenIdle;
    assert.deepEqual(calls.warnings, []);
    hint.dispose();
  });

  it("comes for scheduled releases of a Boomi account, unless their records are shared", async () => {
    const backends = await PlatformBackends.start(store());
    try {
      const platform = await backends.open({ scheduleWith: "workspace" });
      editorSettings.set("integrationPacks.backend", "platform");
      const hint = new ContainerHint({
        backend: { onDidChange: changed.event, get: () => Promise.resolve(platform) },
        remoteName: "codespaces",
        state,
        log: new CountingLog(),
      });
      await hint.whenIdle;
      assert.deepEqual(calls.warnings, []);
      const pack = (await platform.listPacks()).find(({ name }) => name === "Order to Cash");
      assert.ok(pack);
      await platform.schedules.schedule({ packId: pack.packId, date: "2026-12-01", timeZone: "UTC" });
      editorSettings.set("integrationPacks.platform.records", "postgres://packs@localhost/packs");
      changed.fire();
      await hint.whenIdle;
      assert.deepEqual(calls.warnings, []);
      editorSettings.set("integrationPacks.platform.records", "");
      changed.fire();
      await hint.whenIdle;
      assert.match(calls.warnings.join(), /^The scheduled releases.*inside the container/);
      hint.dispose();
    } finally {
      await backends.dispose();
    }
  });
});
