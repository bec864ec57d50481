import assert from "node:assert/strict";
import type { schedulerTimeZone as SchedulerTimeZone } from "../../../../src/ui/settings/settings.ts";
import { provideEditorApi } from "../../../support/editor/editorPanel.ts";
import { editorSettings } from "../../../support/editor/editorSettings.ts";
import { throwsWith } from "../../../support/rejectsWith.ts";
import { withSystemZone } from "../../../support/time/withSystemZone.ts";

const setting = "integrationPacks.scheduler.timeZone";

describe("the time zone of release dates", () => {
  let schedulerTimeZone: typeof SchedulerTimeZone;

  before(async () => {
    provideEditorApi();
    ({ schedulerTimeZone } = await import("../../../../src/ui/settings/settings.ts"));
  });
  beforeEach(() => editorSettings.reset());
  after(() => editorSettings.reset());

  it("is the setting's, or the system's when the setting is empty", () => {
    withSystemZone("America/Vancouver", () => {
      assert.equal(schedulerTimeZone(), "America/Vancouver");
      editorSettings.set(setting, " Europe/Berlin ");
      assert.equal(schedulerTimeZone(), "Europe/Berlin");
    });
  });

  it("is rejected if the runtime does not know the setting's or the system's", () => {
    editorSettings.set(setting, "Mars/Olympus");
    throwsWith(schedulerTimeZone, "InvalidRequest", /"Mars\/Olympus"/, /Select Time Zone…/);
    editorSettings.set(setting, "");
    for (const zone of [":/etc/localtime", "UTC0"]) {
      withSystemZone(zone, () =>
        throwsWith(schedulerTimeZone, "InvalidRequest", /time zone of this computer is not known/),
      );
    }
  });
});
