import assert from "node:assert/strict";
import { readDifferences } from "../../../src/comparison/readDifferences.ts";
import { readKnownVersions } from "../../../src/backend/readKnownVersions.ts";
import { databaseErrors } from "../../../src/backend/sqlite/databaseErrors.ts";
import { versionErrors } from "../../../src/errors/versionErrors.ts";
import type { IncludedComponent, PackagedVersion } from "../../../src/model/pack/packagedVersion.ts";
import type { ComponentVersions } from "../../../src/model/release/release.ts";
import { versionChanges, type KnownVersions } from "../../../src/model/release/versionChange.ts";
import { includedComponent, packagedVersion } from "../../support/fixtures/packagedVersion.ts";

const never = new AbortController().signal;

/** Components a and b, each with the versions 1 and 2, and c with 1 alone. */
const known: KnownVersions = new Map([
  ["a", versionsOf("a", "2", "1")],
  ["b", versionsOf("b", "2", "1")],
  ["c", versionsOf("c", "1")],
]);

function versionsOf(id: string, ...texts: readonly string[]): PackagedVersion[] {
  return texts.map((text) => packagedVersion(id, id, text, `2026-0${text}-01T00:00:00Z`));
}

const changed = (before: ComponentVersions, after: ComponentVersions) =>
  versionChanges(before, after, known).filter(({ kind }) => kind !== "unchanged");

/** Lists of included components by package id, and which of them were asked for. */
class Manifests {
  readonly asked: string[] = [];
  readonly #lists: Readonly<Record<string, readonly IncludedComponent[]>>;
  readonly #onAsked: () => void;

  constructor(lists: Readonly<Record<string, readonly IncludedComponent[]>>, onAsked = () => {}) {
    this.#lists = lists;
    this.#onAsked = onAsked;
  }

  listIncludedComponents(packageId: string): Promise<IncludedComponent[]> {
    this.asked.push(packageId);
    this.#onAsked();
    return Promise.resolve([...(this.#lists[packageId] ?? [])]);
  }
}

const one = includedComponent("map");
const two = includedComponent("map", { version: 2 });
const names = (found: Awaited<ReturnType<typeof readDifferences>>) =>
  found?.map(({ change, included }) => [change.componentId, included.map(({ name }) => name)]);

describe("the differences between packaged versions", () => {
  it("are looked for in changed components alone, on the sides that there are", async () => {
    const manifests = new Manifests({ "a-1": [one], "a-2": [two], "c-1": [includedComponent("new")] });
    const progress: number[] = [];
    const found = await readDifferences(
      manifests,
      changed({ a: "1", b: "1" }, { a: "2", b: "1", c: "1" }),
      never,
      () => progress.push(1),
    );
    assert.deepEqual(names(found), [
      ["a", ["map"]],
      ["c", ["new"]],
    ]);
    assert.deepEqual(manifests.asked.sort(), ["a-1", "a-2", "c-1"]);
    assert.equal(progress.length, 2);
  });

  it("show what several components include in the same revisions once", async () => {
    const manifests = new Manifests({ "a-1": [one], "a-2": [two], "b-1": [one], "b-2": [two] });
    const found = await readDifferences(
      manifests,
      changed({ a: "1", b: "1" }, { a: "2", b: "2" }),
      never,
      () => {},
    );
    assert.deepEqual(names(found), [
      ["a", ["map"]],
      ["b", []],
    ]);
  });

  it("are none where a side has no manifest: all of the other would pass for new", async () => {
    const found = await readDifferences(
      new Manifests({ "a-2": [two] }),
      changed({ a: "1" }, { a: "2" }),
      never,
      () => {},
    );
    assert.deepEqual(names(found), [["a", []]]);
  });

  it("are nothing once the search is cancelled, which then asks no more", async () => {
    const controller = new AbortController();
    const many = Object.fromEntries(Array.from({ length: 50 }, (_, at) => [`x${at}`, "1"]));
    const versions = new Map(
      Object.keys(many).map((id) => [id, [packagedVersion(id, id, "1", "2026-01-01T00:00:00Z")]]),
    );
    const manifests = new Manifests({}, () => controller.abort());
    const found = await readDifferences(
      manifests,
      versionChanges({}, many, versions),
      controller.signal,
      () => {},
    );
    assert.equal(found, undefined);
    assert.ok(manifests.asked.length < 50, `${manifests.asked.length} were asked for`);
  });

  it("reject when a manifest cannot be read", async () => {
    const failing = {
      listIncludedComponents: () => Promise.reject(versionErrors.packagedVersionNotFound("a-1")),
    };
    await assert.rejects(
      readDifferences(failing, changed({ a: "1" }, { a: "2" }), never, () => {}),
      { code: "NotFound" },
    );
  });
});

describe("the versions of components of which some are gone", () => {
  const backend = {
    listVersions: (ids: readonly string[]): Promise<KnownVersions> => {
      const gone = ids.find((id) => !known.has(id));
      if (gone !== undefined) return Promise.reject(versionErrors.componentNotFound(gone));
      return Promise.resolve(new Map(ids.map((id) => [id, known.get(id) ?? []])));
    },
  };

  it("are those of the components that there still are", async () => {
    assert.deepEqual([...(await readKnownVersions(backend, ["a", "gone", "c"])).keys()], ["a", "c"]);
    assert.equal((await readKnownVersions(backend, ["gone"])).size, 0);
    assert.equal((await readKnownVersions(backend, [])).size, 0);
  });

  it("are not known, and no empty list, when the backend fails", async () => {
    const failing = { listVersions: () => Promise.reject(databaseErrors.locked("file")) };
    await assert.rejects(readKnownVersions(failing, ["a"]), { code: "StoreUnavailable" });
  });
});
