import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, renameSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type * as vscode from "vscode";
import { openLocalBackend } from "../../../../src/backend/local/localBackend.ts";
import { ActiveBackend } from "../../../../src/session/activeBackend.ts";
import type { earlierStores as EarlierStoresOf } from "../../../../src/session/store/earlierStores.ts";
import type { localBackendOptions as LocalBackendOptionsOf } from "../../../../src/session/store/localBackendOptions.ts";
import { provideEditorApi } from "../../../support/editor/editorPanel.ts";
import { editorSettings } from "../../../support/editor/editorSettings.ts";
import { store } from "../../../support/fixtures/store.ts";
import { rejectsWith } from "../../../support/rejectsWith.ts";

describe("the store of a folder that was renamed", () => {
  let earlierStores: typeof EarlierStoresOf;
  let localBackendOptions: typeof LocalBackendOptionsOf;
  let workspace: { workspaceFolders: { uri: { scheme: string; fsPath: string } }[] | undefined };
  let uriOf: (path: string) => vscode.Uri;
  let folder: string;

  before(async () => {
    provideEditorApi();
    ({ earlierStores } = await import("../../../../src/session/store/earlierStores.ts"));
    ({ localBackendOptions } = await import("../../../../src/session/store/localBackendOptions.ts"));
    ({ workspace } = await import("../../../support/editor/editorApi.ts"));
    const vscode = await import("vscode");
    uriOf = (path) => vscode.Uri.file(path);
  });
  beforeEach(() => {
    editorSettings.reset();
    folder = mkdtempSync(join(tmpdir(), "integration-packs-renamed-"));
    mkdirSync(join(folder, "before"));
  });
  afterEach(() => {
    editorSettings.reset();
    workspace.workspaceFolders = undefined;
    rmSync(folder, { recursive: true, force: true });
  });

  /** Opens a folder as VS Code does: with a storage of its own for each path. */
  function openFolder(name: string) {
    workspace.workspaceFolders = [{ uri: uriOf(join(folder, name)) }];
    const storage = uriOf(join(folder, "workspaceStorage", `hash-of-${name}`, "packworks.integration-packs"));
    const context = { storageUri: storage, globalStorageUri: uriOf(join(folder, "globalStorage")) };
    return { context, backend: new ActiveBackend(() => openLocalBackend(localBackendOptions(context))) };
  }

  it("is found and used from the folder with the new name", async () => {
    const earlier = openFolder("before");
    const first = await earlier.backend.get();
    await first.snapshots?.import(store());
    await earlier.backend.reopen();
    renameSync(join(folder, "before"), join(folder, "after"));

    const { context, backend } = openFolder("after");
    assert.deepEqual(await (await backend.get()).listPacks(), []);
    const stores = await earlierStores(context, backend);
    const [found, ...others] = stores.list();
    assert.equal(found?.owner.workspaceFolder, join(folder, "before"));
    assert.deepEqual([others, found.relation], [[], "missingFolder"]);
    await stores.use(found);
    assert.equal((await (await backend.get()).listPacks()).length, 6);
    backend.dispose();
    earlier.backend.dispose();
  });

  it("is not looked for where the store has a place of its own, or without a folder", async () => {
    const { context, backend } = openFolder("before");
    editorSettings.set("integrationPacks.local.storePath", "/data/store.db");
    await rejectsWith(earlierStores(context, backend), "Unsupported", /storePath/);
    editorSettings.reset();
    workspace.workspaceFolders = undefined;
    await rejectsWith(earlierStores(context, backend), "Unsupported", /Open a folder/);
  });
});
