import assert from "node:assert/strict";
import { versionsToReleaseNow } from "../../../../src/model/schedule/scheduledVersions.ts";
import { component, packOf } from "../../../support/arbitrary/arbitraryPack.ts";

describe("the versions of a scheduled pack that a person releases now", () => {
  it("are the scheduled ones, else the current ones, else the preselected ones", () => {
    const pack = packOf(
      component("scheduled", { currentVersion: "1" }),
      component("undeleted", { currentVersion: "1" }),
      component("added"),
      component("unversioned"),
      component("leaving", { currentVersion: "1", deleted: true }),
    );
    const scheduled = { scheduled: "2", leaving: "2" };
    const preselected = { scheduled: "3", undeleted: "3", added: "3" };
    assert.deepEqual(versionsToReleaseNow(pack, scheduled, preselected), {
      scheduled: "2",
      undeleted: "1",
      added: "3",
      unversioned: "",
    });
  });
});
