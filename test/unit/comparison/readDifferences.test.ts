import assert from "node:assert/strict";
import { readDifferences } from "../../../src/comparison/readDifferences.ts";
import { versionErrors } from "../../../src/errors/versionErrors.ts";
import type { IncludedComponent, PackagedVersion } from "../../../src/model/pack/packagedVersion.ts";
import type { ComponentVersions } from "../../../src/model/release/release.ts";
import { versionChanges, type KnownVersions } from "../../../src/model/release/versionChange.ts";
import { includedComponent, packagedVersion } from "../../support/fixtures/packagedVersion.ts";

const never = new AbortController().signal;

/** Components a and b with the versions 1 and 2, and c with version 1 only. */
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

/** Lists of included components by package id. Records which lists were read. */
class Manifests {
  readonly read: string[] = [];
  readonly #lists: Readonly<Record<string, readonly IncludedComponent[]>>;
  readonly #onRead: () => void;

  constructor(lists: Readonly<Record<string, readonly IncludedComponent[]>>, onRead = () => {}) {
    this.#lists = lists;
    this.#onRead = onRead;
  }

  listIncludedComponents(packageId: string): Promise<IncludedComponent[]> {
    this.read.push(packageId);
    this.#onRead();
    return Promise.resolve([...(this.#lists[packageId] ?? [])]);
  }
}

const one = includedComponent("map");
const two = includedComponent("map", { version: 2 });
const names = (found: Awaited<ReturnType<typeof readDifferences>>) =>
  found?.map(({ change, included }) => [change.componentId, included.map(({ name }) => name)]);

describe("the differences between packaged versions", () => {
  it("are read only for changed components, on the sides that have a version", async () => {
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
    assert.deepEqual(manifests.read.sort(), ["a-1", "a-2", "c-1"]);
    assert.equal(progress.length, 2);
  });

  it("list a difference once that several components have", async () => {
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

  it("are empty if one side has no manifest, as everything on the other side would look new", async () => {
    const found = await readDifferences(
      new Manifests({ "a-2": [two] }),
      changed({ a: "1" }, { a: "2" }),
      never,
      () => {},
    );
    assert.deepEqual(names(found), [["a", []]]);
  });

  it("are undefined after cancellation, which stops the reading", async () => {
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
    assert.ok(manifests.read.length < 50, `${manifests.read.length} were read for`);
  });

  it("are rejected if a manifest cannot be read", async () => {
    const failing = {
      listIncludedComponents: () => Promise.reject(versionErrors.packagedVersionNotFound("a-1")),
    };
    await assert.rejects(
      readDifferences(failing, changed({ a: "1" }, { a: "2" }), never, () => {}),
      { code: "NotFound" },
    );
  });
});
