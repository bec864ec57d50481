import assert from "node:assert/strict";
import type { IntegrationPack } from "../../../../src/model/pack/pack.ts";
import type { ScheduledRelease, ScheduleState } from "../../../../src/model/schedule/scheduledRelease.ts";
import { provideEditorApi } from "../../../support/editor/editorPanel.ts";
import { callUnchecked } from "../../../support/callUnchecked.ts";

const pack: IntegrationPack = {
  packId: "p",
  name: "Orders",
  description: "",
  installationType: "SINGLE",
  deploymentModel: "packaged",
  components: [],
};

const scheduled: ScheduledRelease = {
  date: "2096-12-01",
  timeZone: "UTC",
  windowStart: "2096-12-01T00:00:00Z",
  windowEnd: "2096-12-01T01:00:00Z",
  state: "scheduled",
  scheduledBy: "planner@example.com",
  scheduledAt: "2026-06-01T08:00:00Z",
  versions: {},
};

describe("the question before a scheduled release is cancelled", () => {
  before(() => provideEditorApi());

  async function question(state: ScheduleState, announcesUpdates = true): Promise<unknown> {
    const { cancelSchedule } = await import("../../../../src/commands/release/cancelSchedule.ts");
    const found = { pack, scheduled: { ...scheduled, state }, schedules: { announcesUpdates } };
    return callUnchecked(cancelSchedule, "question", undefined, found);
  }

  it("says that nothing will be released", async () => {
    assert.deepEqual(await question("scheduled"), {
      message: 'Cancel the scheduled release of "Orders"?',
      detail: [
        "It is scheduled for Dec 1, 2096 (UTC). Nothing will be released. Updates that accounts have not applied are withdrawn.",
      ],
      button: "Cancel Scheduled Release",
    });
  });

  it("does not mention updates where accounts see none before the date", async () => {
    assert.doesNotMatch(JSON.stringify(await question("scheduled", false)), /[Uu]pdates/);
  });

  it("does not say that a failed or missed one is still scheduled", async () => {
    for (const state of ["failed", "missed"] as const) {
      assert.match(
        JSON.stringify(await question(state)),
        /It was scheduled for Dec 1, 2096 \(UTC\) and has not been released/,
      );
    }
  });

  it("says that one that Boomi no longer reports is only removed from the list", async () => {
    const asked = JSON.stringify(await question("unknown"));
    assert.match(asked, /^\{"message":"Remove the scheduled release of \\"Orders\\" from the list\?"/);
    assert.match(asked, /no longer reports.*changes nothing in Boomi/);
    assert.match(asked, /"button":"Remove from List"/);
    assert.doesNotMatch(asked, /Nothing will be released|withdrawn/);
  });
});
