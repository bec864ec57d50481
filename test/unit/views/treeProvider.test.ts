import assert from "node:assert/strict";
import { setImmediate } from "node:timers/promises";
import { Emitter } from "../../../src/base/event.ts";
import {
  DamagedStoreError,
  IntegrationPacksError,
  KeychainError,
  NotSignedInError,
  RecordsUnavailableError,
} from "../../../src/errors/errors.ts";
import type { TreeNode } from "../../../src/views/treeNode.ts";
import type { TreeProvider } from "../../../src/views/treeProvider.ts";
import { CountingLog, provideEditorApi } from "../../support/editor/editorPanel.ts";
import { recordedCalls } from "../../support/editor/editorApi.ts";
import { showings } from "../../support/editor/shownTexts.ts";

const row = (id: string): TreeNode => ({
  id,
  getParent: () => undefined,
  getChildren: () => [],
  getRow: () => ({ label: id, icon: "package", contextValue: "pack" }),
});

describe("the top level of a view", () => {
  const closed = new Emitter<void>();
  let create: (readRoots: () => Promise<TreeNode[]>) => TreeProvider;
  let provider: TreeProvider;

  before(async () => {
    provideEditorApi();
    const [{ TreeProvider }, { ViewProblems }] = await Promise.all([
      import("../../../src/views/treeProvider.ts"),
      import("../../../src/views/viewProblems.ts"),
    ]);
    const backend = { onDidClose: closed.event };
    create = (readRoots) =>
      new TreeProvider({
        viewId: "integrationPacks.packs",
        backend,
        problems: new ViewProblems(new CountingLog()),
        readRoots,
      });
  });
  beforeEach(() => void showings.splice(0));
  afterEach(() => provider.dispose());

  /** The states of the view so far. */
  const states = () =>
    showings
      .filter(({ member }) => member === "executeCommand")
      .map(({ shown }) => shown as readonly [string, string])
      .map(([key, state]) => (key === "integrationPacks.packs.state" ? state : key));

  const ids = async () => (await provider.getChildren()).map(({ id }) => id);

  it("is neither empty nor filled before it was read", async () => {
    let resolve: (rows: TreeNode[]) => void = () => assert.fail();
    provider = create(() => new Promise((settle) => (resolve = settle)));
    const reading = provider.getChildren();
    assert.deepEqual(states(), ["loading"]);
    resolve([]);
    await reading;
    assert.deepEqual(states(), ["loading", "empty"]);
  });

  it("is filled before VS Code gets the rows", async () => {
    provider = create(() => Promise.resolve([row("a")]));
    assert.deepEqual(await ids(), ["a"]);
    assert.deepEqual(states(), ["loading", "filled"]);
  });

  it("has no rows once the backend was closed, then those of the next one", async () => {
    let read = () => Promise.resolve([row("old")]);
    provider = create(() => read());
    assert.deepEqual(await ids(), ["old"]);
    const redrawn = new Promise((resolve) => {
      let count = 0;
      provider.onDidChangeTreeData(() => {
        count += 1;
        if (count === 2) resolve(undefined);
      });
    });
    let answer: (rows: TreeNode[]) => void = () => assert.fail();
    read = () => new Promise((settle) => (answer = settle));
    closed.fire();
    assert.deepEqual(await ids(), []);
    assert.equal(states().at(-1), "loading");
    await redrawn;
    const next = ids();
    answer([row("new")]);
    assert.deepEqual(await next, ["new"]);
    assert.equal(states().at(-1), "filled");
  });

  it("keeps the state of the last reading when an earlier one ends later", async () => {
    const answers: ((rows: TreeNode[]) => void)[] = [];
    provider = create(() => new Promise((settle) => answers.push(settle)));
    const first = provider.getChildren();
    provider.refresh();
    const second = provider.getChildren();
    answers[1]?.([row("a")]);
    await second;
    answers[0]?.([]);
    await first;
    assert.equal(states().at(-1), "filled");
  });

  for (const [name, error, problem, isNotified] of [
    ["signed out", new NotSignedInError("Unauthorized", "m"), "signedOut", false],
    ["a rejected token", new IntegrationPacksError("Unauthorized", "m"), "signInFailed", false],
    ["a locked keychain", new KeychainError("Unauthorized", "m"), "keychainLocked", false],
    ["no network", new IntegrationPacksError("Unreachable", "m"), "unreachable", false],
    ["too many requests", new IntegrationPacksError("RateLimited", "m"), "rateLimited", false],
    ["a missing privilege", new IntegrationPacksError("Forbidden", "m"), "forbidden", true],
    ["a damaged store", new DamagedStoreError("StoreUnavailable", "m"), "damagedStore", true],
    ["a locked store", new IntegrationPacksError("StoreUnavailable", "m"), "storeUnavailable", true],
    ["locked records", new RecordsUnavailableError("StoreUnavailable", "m"), "recordsUnavailable", true],
    ["a wrong setting", new IntegrationPacksError("InvalidRequest", "m"), "unexpected", true],
    ["a fault of the program", new TypeError("m"), "unexpected", true],
  ] as const) {
    it(`says what to do about ${name} in place of the rows`, async () => {
      const { warnings } = recordedCalls;
      warnings.splice(0);
      provider = create(() => Promise.reject(error));
      assert.deepEqual(await ids(), []);
      assert.equal(states().at(-1), `problem ${problem}`);
      provider.refresh();
      await ids();
      await setImmediate();
      assert.equal(
        warnings.length,
        isNotified ? 1 : 0,
        "a reason is notified once, if the welcome text lacks it",
      );
    });
  }
});
