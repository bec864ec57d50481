import assert from "node:assert/strict";
import { answered } from "../../../../support/platform/scripted/scriptedClient.ts";
import { scriptedVersion, scriptedVersions } from "../../../../support/platform/scripted/scriptedVersions.ts";

const query = "PackagedComponent/query";
const versions = [scriptedVersion("a", "1"), scriptedVersion("a", "2"), scriptedVersion("b", "1")];

type Listed = ReadonlyMap<string, readonly { readonly packageVersion: string }[]>;
const versionsIn = (listed: Listed) =>
  [...listed].map(([id, each]) => [id, each.map(({ packageVersion }) => packageVersion).join()].join(" "));

describe("the versions that a plan may name", () => {
  it("come without names, once a minute, and none for a component that has none", async () => {
    const { reader, asked, timing, omissions } = scriptedVersions({ versions });
    assert.deepEqual(versionsIn(await reader.listForPlan(["a", "c", "a"])), ["a 1,2", "c "]);
    timing.advance(59_999);
    assert.deepEqual(versionsIn(await reader.listForPlan(["a", "b"])), ["a 1,2", "b 1"]);
    assert.deepEqual(asked, [`${query} a,c`, `${query} b`]);
    assert.equal(omissions.sentence, undefined);
  });

  it("are not asked for where all are known", async () => {
    const { reader, asked } = scriptedVersions({ versions });
    await reader.listForPlan(["a"]);
    await reader.listForPlan(["a"]);
    assert.deepEqual((await reader.listForPlan([])).size, 0);
    assert.deepEqual(asked, [`${query} a`]);
    reader.forget("a");
    await reader.listForPlan(["a"]);
    reader.clear();
    await reader.listForPlan(["a"]);
    assert.equal(asked.length, 3);
  });

  it("are those that are known for a user who may not read versions", async () => {
    const { reader, faults } = scriptedVersions({ versions });
    await reader.listForPlan(["a"]);
    faults.set(query, () => answered(403));
    assert.deepEqual(versionsIn(await reader.listForPlan(["a", "b"])), ["a 1,2"]);
  });

  it("count what cannot be read, over all queries", async () => {
    const { reader, faults, omissions } = scriptedVersions({ versions });
    faults.set(query, () => answered(200, { result: [{ componentId: "a" }] }));
    await reader.listForPlan(Array.from({ length: 101 }, (_, at) => `c${at}`));
    assert.match(omissions.sentence ?? "", /: 2\./);
    await reader.listForPlan(["c0"]);
    assert.match(omissions.sentence ?? "", /: 2\./, "as what is shown is not read anew");
  });
});
