import assert from "node:assert/strict";
import type { PlatformPack } from "../../../../../src/backend/platform/packs/packReader.ts";
import { updatePack } from "../../../../../src/backend/platform/packs/updatePack.ts";
import type { PackEdit } from "../../../../../src/model/pack/packEdit.ts";
import { answered, scriptedClient } from "../../../../support/platform/scripted/scriptedClient.ts";
import { rejectsWith } from "../../../../support/rejectsWith.ts";

const pack: PlatformPack = {
  packId: "p",
  name: "Orders",
  description: "All orders",
  installationType: "MULTI",
  deploymentModel: "packaged",
  components: [],
};

/** What is sent to change the pack. */
async function sentFor(changes: PackEdit, changed: PlatformPack = pack, answer: unknown = { id: "p" }) {
  const { client, requests } = scriptedClient(() => answered(200, answer));
  await updatePack(client, changed, ["a", "b"], changes);
  return JSON.parse(requests[0]?.body ?? "") as unknown;
}

describe("an update of a pack", () => {
  const unchanged = {
    id: "p",
    name: "Orders",
    Description: "All orders",
    installationType: "MULTI",
    operationType: "ADD",
    PublisherPackagedComponents: {
      PublisherPackagedComponent: [{ componentId: "a" }, { componentId: "b" }],
    },
  };

  it("sends the components that stay, and what is not changed as it is", async () => {
    assert.deepEqual(await sentFor({}), unchanged);
    assert.deepEqual(await sentFor({ name: "Returns" }), { ...unchanged, name: "Returns" });
    assert.deepEqual(await sentFor({ description: "" }), { ...unchanged, Description: "" });
  });

  it("does not send a description that was in no answer, unless that is the change", async () => {
    const lacking = { ...pack, description: "", lacksDescription: true } as const;
    const { Description: _, ...others } = unchanged;
    assert.deepEqual(await sentFor({}, lacking), others);
    assert.deepEqual(await sentFor({ description: "New" }, lacking), { ...unchanged, Description: "New" });
  });

  it("is unknown when the answer is about another pack, and done when it is about none", async () => {
    for (const answer of [{ id: "p" }, { id: "" }, {}, ""]) {
      assert.deepEqual(await sentFor({}, pack, answer), unchanged);
    }
    await rejectsWith(sentFor({}, pack, { id: "q" }), "Unreachable", /may have been carried out/);
  });
});
