import assert from "node:assert/strict";
import fc from "fast-check";
import { canBeReleased, type IntegrationPack, type PackComponent } from "../../../src/model/pack.ts";
import { canBeChosen, newestFirst, type PackagedVersion } from "../../../src/model/packagedVersion.ts";
import {
  changeOf,
  packFingerprint,
  planRelease,
  preselectedVersion,
  preselectedVersions,
  resolveVersions,
} from "../../../src/model/releasePlan.ts";
import { resolveScheduledVersions } from "../../../src/model/scheduledVersions.ts";
import { IntegrationPacksError } from "../../../src/errors.ts";
import { throwsWith } from "../../support/rejections.ts";

const texts = ["1", "2", "3", "4"];

/** Version 1 is the oldest; 3 is not shareable, 4 is deleted. */
function findVersion(componentId: string, packageVersion: string): PackagedVersion | undefined {
  const at = texts.indexOf(packageVersion);
  if (at < 0 || componentId === "unversioned") return undefined;
  return {
    packageId: `${componentId}/${packageVersion}`,
    componentId,
    componentName: componentId,
    componentType: "process",
    packageVersion,
    componentVersion: at,
    createdDate: `2026-01-0${at + 1}T00:00:00Z`,
    createdBy: "dev@example.com",
    notes: "",
    shareable: packageVersion !== "3",
    deleted: packageVersion === "4",
    branchName: "main",
    folder: "",
  };
}

function component(componentId: string, differences: Partial<PackComponent> = {}): PackComponent {
  return {
    componentId,
    componentName: `The ${componentId}`,
    componentType: "process",
    currentVersion: "",
    pendingVersion: "",
    latestVersion: "",
    deleted: false,
    ...differences,
  };
}

function packOf(...components: readonly PackComponent[]): IntegrationPack {
  return {
    packId: "p",
    name: "Orders",
    description: "",
    installationType: "SINGLE",
    deploymentModel: "packaged",
    components,
  };
}

const maybeText = fc.constantFrom("", ...texts);
const anyComponents = fc.uniqueArray(
  fc.record({
    componentId: fc.constantFrom("a", "b", "__proto__", "constructor", "1"),
    componentName: fc.constant("A component"),
    componentType: fc.constant("process" as const),
    currentVersion: maybeText,
    pendingVersion: maybeText,
    latestVersion: fc.constantFrom("", "1", "2"),
    deleted: fc.boolean(),
  }),
  { selector: ({ componentId }) => componentId },
);
const anyPack = anyComponents.map((components) => packOf(...components));
const anyRequest = fc.dictionary(fc.constantFrom("a", "b", "1"), fc.constantFrom(...texts));

describe("rule 5: the preselection", () => {
  it("is the pending version, else the latest, else the current one", () => {
    const all = { currentVersion: "1", pendingVersion: "2", latestVersion: "3" };
    assert.equal(preselectedVersion(component("c", all)), "2");
    assert.equal(preselectedVersion(component("c", { ...all, pendingVersion: "" })), "3");
    assert.equal(preselectedVersion(component("c", { currentVersion: "1" })), "1");
    assert.equal(preselectedVersion(component("c")), "");
  });

  it("has exactly the components that stay", () =>
    fc.assert(
      fc.property(anyPack, (pack) => {
        const staying = pack.components
          .filter(({ deleted }) => !deleted)
          .map(({ componentId }) => componentId);
        assert.deepEqual(Object.keys(preselectedVersions(pack)).sort(), staying.sort());
      }),
    ));
});

describe("what a release does to a component", () => {
  const kinds = (differences: Partial<PackComponent>, to: string) =>
    changeOf(component("c", differences), to, findVersion);

  it("is told by age, never by the text of the version", () => {
    assert.equal(kinds({}, "1"), "new");
    assert.equal(kinds({ currentVersion: "1" }, "1"), "unchanged");
    assert.equal(kinds({ currentVersion: "1" }, "2"), "upgrade");
    assert.equal(kinds({ currentVersion: "2" }, "1"), "rollBack");
    assert.equal(kinds({ currentVersion: "2", deleted: true }, ""), "removed");
    assert.equal(kinds({ deleted: true }, "1"), "removed");
  });

  it("is an upgrade to the latest version even when the versions are not at hand", () => {
    const latest = component("unversioned", { currentVersion: "9", latestVersion: "10" });
    assert.equal(changeOf(latest, "10", findVersion), "upgrade");
  });

  it("agrees with the order of versions: an older one is a roll-back, a newer one an upgrade", () =>
    fc.assert(
      fc.property(fc.constantFrom(...texts), fc.constantFrom(...texts), (from, to) => {
        const one = findVersion("c", from);
        const other = findVersion("c", to);
        assert.ok(one && other);
        const order = newestFirst(one, other);
        const expected = order === 0 ? "unchanged" : order < 0 ? "rollBack" : "upgrade";
        assert.equal(kinds({ currentVersion: from }, to), expected);
      }),
    ));

  it("is summed up for every component of the pack in its order, as it would be released", () =>
    fc.assert(
      fc.property(anyPack, anyRequest, (pack, requested) => {
        const plan = planRelease(pack, requested, findVersion);
        assert.deepEqual(
          plan.map(({ componentId }) => componentId),
          pack.components.map(({ componentId }) => componentId),
        );
        const resolved = outcomeOf(() => resolveVersions(pack, requested, findVersion));
        if (resolved instanceof IntegrationPacksError) return;
        for (const { componentId, from, to, kind } of plan) {
          assert.equal(kind === "removed" ? undefined : to, versionIn(resolved, componentId));
          assert.equal(kind === "unchanged", from === to && kind !== "removed");
        }
        assert.ok(plan.some(({ kind }) => kind !== "unchanged"));
      }),
    ));
});

describe("the versions that a release carries", () => {
  it("are those of every component that stays; each can be chosen or is the current one", () => {
    let resolvedOnce = 0;
    fc.assert(
      fc.property(anyPack, anyRequest, (pack, requested) => {
        const resolved = outcomeOf(() => resolveVersions(pack, requested, findVersion));
        if (resolved instanceof IntegrationPacksError) return;
        resolvedOnce += 1;
        const staying = pack.components.filter(({ deleted }) => !deleted);
        assert.deepEqual(Object.keys(resolved).sort(), staying.map(({ componentId }) => componentId).sort());
        for (const { componentId, currentVersion } of staying) {
          const text: string = versionIn(resolved, componentId) ?? "";
          const version = findVersion(componentId, text);
          assert.ok(text === currentVersion || (version && canBeChosen(version)));
          if (Object.hasOwn(requested, componentId)) assert.equal(text, requested[componentId]);
        }
        const changes = pack.components.some(
          ({ componentId, currentVersion, deleted }) =>
            deleted || versionIn(resolved, componentId) !== currentVersion,
        );
        assert.ok(changes);
      }),
      { numRuns: 500 },
    );
    assert.ok(resolvedOnce > 20);
  });

  it("rule 4: where the pack cannot be released, there is nothing to release, or no component", () =>
    fc.assert(
      fc.property(anyPack, (pack) => {
        if (canBeReleased(pack)) return;
        const outcome = outcomeOf(() => resolveVersions(pack, {}, findVersion));
        assert.ok(outcome instanceof IntegrationPacksError);
        const empty = pack.components.length === 0;
        assert.equal(outcome.code, empty ? "InvalidRequest" : "NothingToRelease");
      }),
    ));

  it("are refused with the reason and what to do", () => {
    const pack = packOf(
      component("a", { currentVersion: "1", latestVersion: "2" }),
      component("b", { deleted: true }),
    );
    const resolve = (requested: Record<string, string>) => () =>
      resolveVersions(pack, requested, findVersion);
    throwsWith(resolve({ c: "1" }), "NotFound", /"c"/, /add it to the pack/);
    throwsWith(resolve({ b: "1" }), "InvalidRequest", /Undelete/);
    throwsWith(resolve({ a: "9" }), "NotFound", /"9"/, /Choose/);
    throwsWith(resolve({ a: "3" }), "InvalidRequest", /not shareable/);
    throwsWith(resolve({ a: "4" }), "InvalidRequest", /deleted/);
    throwsWith(resolve({ a: "" }), "InvalidRequest", /Choose a shareable version/);
    const unchanged = packOf(component("a", { currentVersion: "1" }));
    throwsWith(() => resolveVersions(unchanged, {}, findVersion), "NothingToRelease", /Choose another/);
  });
});

describe("rule 12: the versions that a scheduled release carries at its date", () => {
  const scheduled = { a: "2" };
  const resolve = (...components: PackComponent[]) =>
    resolveScheduledVersions(packOf(...components), scheduled, findVersion);

  it("are the scheduled ones, whatever was pending or became the latest since", () => {
    const since = { currentVersion: "1", pendingVersion: "1", latestVersion: "2" };
    assert.deepEqual(resolve(component("a", since)), { a: "2" });
  });

  it("leave out what was added since, and keep the current version of what was undeleted since", () => {
    const added = component("b", { pendingVersion: "1", latestVersion: "2" });
    assert.deepEqual(resolve(component("a"), added), { a: "2" });
    const undeleted = component("b", { currentVersion: "1", latestVersion: "2" });
    assert.deepEqual(resolve(component("a"), undeleted), { a: "2", b: "1" });
  });

  it("leave out what was marked Deleted or taken out since", () => {
    const marked = component("a", { currentVersion: "1", deleted: true });
    assert.deepEqual(resolve(marked, component("b", { currentVersion: "1" })), { b: "1" });
    throwsWith(() => resolve(), "InvalidRequest", /no components/);
  });

  it("are refused when one was deleted since, or all were released since", () => {
    const current = component("a", { currentVersion: "2" });
    throwsWith(() => resolve(current), "NothingToRelease");
    const pack = packOf(component("a", { currentVersion: "1" }));
    throwsWith(() => resolveScheduledVersions(pack, { a: "4" }, findVersion), "InvalidRequest", /deleted/);
  });
});

describe("the fingerprint of a pack", () => {
  const base = component("a", { currentVersion: "1" });

  it("does not depend on order, names, or what is merely offered", () =>
    fc.assert(
      fc.property(anyPack, fc.constantFrom("", "1", "2"), (pack, latestVersion) => {
        const components = [...pack.components]
          .reverse()
          .map((each) => ({ ...each, componentName: "Another", latestVersion }));
        const other = { ...pack, name: "Another", description: "Another", components };
        assert.equal(packFingerprint(other), packFingerprint(pack));
      }),
    ));

  it("changes with everything that a user confirms", () => {
    const schedule = {
      date: "2026-12-01",
      timeZone: "UTC",
      windowStart: "",
      windowEnd: "",
      state: "scheduled",
      scheduledBy: "",
      scheduledAt: "",
      versions: { a: "1" },
    } as const;
    const packs: IntegrationPack[] = [
      packOf(base),
      packOf({ ...base, currentVersion: "2" }),
      packOf({ ...base, pendingVersion: "1" }),
      packOf({ ...base, deleted: true }),
      packOf(),
      packOf(base, component("b")),
      { ...packOf(base), packId: "other" },
      { ...packOf(base), scheduled: schedule },
      { ...packOf(base), scheduled: { ...schedule, date: "2026-12-02" } },
      { ...packOf(base), scheduled: { ...schedule, timeZone: "Asia/Tokyo" } },
      { ...packOf(base), scheduled: { ...schedule, versions: { a: "2" } } },
    ];
    assert.equal(new Set(packs.map(packFingerprint)).size, packs.length);
  });
});

describe("packaged versions", () => {
  const made = (createdDate: string, componentVersion: number) => ({ createdDate, componentVersion });

  it("are sorted by date, whatever zone it is written in, then by revision", () => {
    const sorted = [
      made("2026-01-02T00:00:00Z", 1),
      made("2026-01-01T23:00:00-02:00", 9),
      made("2026-01-02T00:00:00Z", 3),
      made("2026-01-02T01:00:00+01:00", 2),
    ].sort(newestFirst);
    assert.deepEqual(
      sorted.map(({ componentVersion }) => componentVersion),
      [9, 3, 2, 1],
    );
  });

  it("rule 2: can be chosen when they are shareable and not deleted", () => {
    const chosen = [true, false].flatMap((shareable) =>
      [true, false].map((deleted) => canBeChosen({ shareable, deleted })),
    );
    assert.deepEqual(chosen, [false, true, false, false]);
  });
});

/** Of the object itself: an id may be the name of what every object has. */
function versionIn(versions: Readonly<Record<string, string>>, componentId: string): string | undefined {
  return new Map(Object.entries(versions)).get(componentId);
}

/** What comes of it: the result, or the error for users. */
function outcomeOf<T>(work: () => T): T | IntegrationPacksError {
  try {
    return work();
  } catch (error) {
    assert.ok(error instanceof IntegrationPacksError, String(error));
    return error;
  }
}
