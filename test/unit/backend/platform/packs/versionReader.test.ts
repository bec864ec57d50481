import assert from "node:assert/strict";
import type { ComponentVersions } from "../../../../../src/model/release/release.ts";
import { answered } from "../../../../support/platform/scripted/scriptedClient.ts";
import { scriptedVersion, scriptedVersions } from "../../../../support/platform/scripted/scriptedVersions.ts";
import { rejectsWith } from "../../../../support/rejectsWith.ts";

const query = "PackagedComponent/query";
const metadata = "ComponentMetadata/bulk";
const names = { a: { name: "Component A", folderName: "Orders" }, b: { name: "Component B" } };
const versions = [scriptedVersion("a", "1"), scriptedVersion("a", "2"), scriptedVersion("b", "1")];

type Listed = ReadonlyMap<string, readonly { readonly packageVersion: string }[]>;
const versionsIn = (listed: Listed) =>
  [...listed].map(([id, each]) => [id, each.map(({ packageVersion }) => packageVersion).join()].join(" "));

describe("the versions of components", () => {
  it("come newest first, with one query and one call for the names of all", async () => {
    const { reader, asked } = scriptedVersions({ versions, names });
    assert.deepEqual(versionsIn(await reader.list(["b", "a", "b"])), ["b 1", "a 2,1"]);
    assert.deepEqual(asked.sort(), [`${metadata} b,a`, `${query} b,a`]);
  });

  it("are asked for once a minute, and only those that are missing", async () => {
    const { reader, asked, timing } = scriptedVersions({ versions, names });
    await reader.list(["a"]);
    timing.advance(59_999);
    await reader.list(["a", "b"]);
    timing.advance(1);
    await reader.list(["a", "b"]);
    assert.deepEqual(
      asked.filter((each) => each.startsWith(query)),
      [`${query} a`, `${query} b`, `${query} a`],
    );
  });

  it("are none for a component that exists, by its name or in a pack", async () => {
    const { reader } = scriptedVersions({ names: { a: { name: "A" } }, inPacks: { b: {} } });
    assert.deepEqual(versionsIn(await reader.list(["a", "b"])), ["a ", "b "]);
  });

  it("are not found for a component that nobody knows", async () => {
    const { reader } = scriptedVersions({ versions, names });
    await rejectsWith(reader.list(["a", "c"]), "NotFound", /c/);
  });

  it("are found for a component without a name that has some", async () => {
    const { reader } = scriptedVersions({ versions });
    assert.deepEqual(versionsIn(await reader.list(["a"])), ["a 2,1"]);
  });

  it("are only those that were asked for, and count what cannot be read", async () => {
    const { reader, faults, omissions } = scriptedVersions({ names });
    faults.set(query, () => answered(200, { result: [...versions, { componentId: "a" }] }));
    const listed = await reader.list(["a"]);
    assert.deepEqual([[...listed.keys()], listed.get("a")?.length], [["a"], 2]);
    assert.match(omissions.sentence ?? "", /: 1\./);
    await reader.list(["a"]);
    await reader.get("a-1");
    assert.match(omissions.sentence ?? "", /: 1\./, "as what is shown is not read anew");
  });

  it("have the name and the folder of the component, else its name in a pack, else its id", async () => {
    const { reader } = scriptedVersions({
      versions: [...versions, scriptedVersion("c", "1")],
      names: { a: names.a },
      inPacks: { a: { componentName: "In a Pack" }, b: { componentName: "In a Pack" } },
    });
    const listed = await reader.list(["a", "b", "c"]);
    assert.deepEqual(
      [...listed.values()].map(([newest]) => [newest?.componentName, newest?.folder]),
      [
        ["Component A", "Orders"],
        ["In a Pack", ""],
        ["c", ""],
      ],
    );
  });

  it("are read anew once they were changed from here, the component's alone", async () => {
    const { reader, asked } = scriptedVersions({ versions, names });
    await reader.list(["a", "b"]);
    reader.forget("a");
    await reader.list(["a", "b"]);
    reader.clear();
    await reader.list(["a", "b"]);
    assert.deepEqual(
      asked.filter((each) => each.startsWith(query)),
      [`${query} a,b`, `${query} a`, `${query} a,b`],
    );
  });
});

describe("one packaged version", () => {
  it("is read by its id, once a minute", async () => {
    const { reader, asked, timing } = scriptedVersions({ versions, names });
    assert.equal((await reader.get("a-1")).componentName, "Component A");
    timing.advance(59_999);
    await reader.get("a-1");
    assert.deepEqual(asked, ["PackagedComponent/a-1", `${metadata} a`]);
    await reader.fresh("a-1");
    assert.equal(asked.length, 4);
  });

  it("is found by a query where it cannot be read by its id", async () => {
    const { reader, faults, asked } = scriptedVersions({ versions, names });
    faults.set("PackagedComponent/a-2", () => answered(404));
    assert.equal((await reader.get("a-2")).packageVersion, "2");
    assert.deepEqual(asked.slice(0, 2), ["PackagedComponent/a-2", `${query} a-2`]);
  });

  it("is not another one that a query gives", async () => {
    const { reader, faults } = scriptedVersions({ names });
    faults.set(query, () => answered(200, { result: versions }));
    await rejectsWith(reader.get("a-9"), "NotFound", /a-9/);
  });

  it("is not looked for in another way when it may not be read", async () => {
    const { reader, faults, asked } = scriptedVersions({ versions, names });
    faults.set("PackagedComponent/a-1", () => answered(403));
    await rejectsWith(reader.get("a-1"), "Forbidden");
    assert.equal(asked.length, 1);
  });

  it("is read anew once it was changed from here", async () => {
    const { reader, asked } = scriptedVersions({ versions, names });
    await reader.get("a-1");
    reader.forget("a");
    await reader.get("a-1");
    assert.equal(asked.length, 2);
    reader.forget("a", "a-1");
    await reader.get("a-1");
    assert.equal(asked.length, 4);
  });
});

describe("the versions that a release may choose", () => {
  const inPacks = { a: { pendingVersion: "1", latestVersion: "2" }, b: { latestVersion: "1" } };
  const forbidden = () => {
    const scripted = scriptedVersions({ versions, names, inPacks });
    scripted.faults.set(query, () => answered(403));
    return scripted;
  };

  it("are all of the components that it changes", async () => {
    const { reader } = scriptedVersions({ versions, names });
    assert.deepEqual(versionsIn(await reader.listForRelease({ a: "9" })), ["a 2,1"]);
  });

  it("are those that packs offer, for a user who may not read versions", async () => {
    const { reader } = forbidden();
    const offered = await reader.listForRelease({ a: "2", b: "1" });
    assert.deepEqual(versionsIn(offered), ["a 1,2", "b 1"]);
    assert.deepEqual(offered.get("b"), [{ packageVersion: "1", shareable: true, deleted: false }]);
  });

  it("must be offered by packs, all of them, for such a user", async () => {
    const choices: readonly ComponentVersions[] = [
      { a: "3" },
      { a: "1", b: "2" },
      { a: "1", c: "1" },
      { b: "" },
    ];
    for (const chosen of choices) {
      await rejectsWith(forbidden().reader.listForRelease(chosen), "Forbidden", /PACKAGE_MANAGEMENT/);
    }
  });

  it("cannot be read when the platform cannot be reached", async () => {
    const { reader, faults } = scriptedVersions({ versions, names, inPacks });
    faults.set(query, () => answered(500));
    await rejectsWith(reader.listForRelease({ a: "1" }), "Unreachable");
  });
});
