import assert from "node:assert/strict";
import type { recordedCalls } from "../../support/editor/editorApi.ts";
import type { EarlierNames } from "../../../src/ui/settings/earlierNames.ts";
import { CountingLog, provideEditorApi } from "../../support/editor/editorPanel.ts";
import { editorSettings } from "../../support/editor/editorSettings.ts";

describe("the notification of wrong settings", () => {
  let calls: typeof recordedCalls;
  let log: CountingLog;
  let watch: (names?: EarlierNames) => { dispose(): void };

  before(async () => {
    provideEditorApi();
    const [editor, { SettingProblems }] = await Promise.all([
      import("../../support/editor/editorApi.ts"),
      import("../../../src/session/settingProblems.ts"),
    ]);
    calls = editor.recordedCalls;
    watch = (names) => new SettingProblems((log = new CountingLog()), names);
  });
  beforeEach(() => {
    editorSettings.reset();
    calls.warnings.length = 0;
  });
  after(() => editorSettings.reset());

  it("names each wrong setting once, at the start and after a change", () => {
    editorSettings.set("integrationPacks.scheduler.missedReleases", "sometimes");
    const watching = watch();
    assert.match(calls.warnings.join(), /missedReleases .*"skip"/);
    editorSettings.set("integrationPacks.platform.requestsPerSecond", "many");
    assert.equal(calls.warnings.length, 2);
    assert.match(calls.warnings[1] ?? "", /requestsPerSecond/);
    assert.doesNotMatch(calls.warnings[1] ?? "", /missedReleases/);
    editorSettings.set("integrationPacks.release", "of another section");
    assert.equal(calls.warnings.length, 2);
    assert.equal(log.warnings, 2);
    watching.dispose();
    editorSettings.set("integrationPacks.backend", 3);
    assert.equal(calls.warnings.length, 2);
  });

  it("names a time zone that is not known here", () => {
    const watching = watch();
    editorSettings.set("integrationPacks.scheduler.timeZone", "Mars/Olympus");
    assert.match(calls.warnings.at(-1) ?? "", /"Mars\/Olympus" is not a time zone/);
    editorSettings.set("integrationPacks.scheduler.timeZone", " Europe/Berlin");
    editorSettings.set("integrationPacks.scheduler.timeZone", "");
    assert.equal(calls.warnings.length, 1);
    watching.dispose();
  });

  it("names a setting that is set by its earlier name, with the new one, once", () => {
    const earlier = "integrationPacks.lateReleases";
    const watching = watch({ "integrationPacks.scheduler.missedReleases": earlier });
    assert.deepEqual(calls.warnings, []);
    editorSettings.set(earlier, "skip");
    editorSettings.set("integrationPacks.release.branch", "release");
    assert.equal(calls.warnings.length, 1);
    assert.match(calls.warnings.join(), /integrationPacks\.lateReleases is now called .*missedReleases/);
    watching.dispose();
  });

  it("says nothing of settings that are right, and again of one that is wrong again", () => {
    const watching = watch();
    assert.deepEqual(calls.warnings, []);
    for (const value of ["cloud", "local", "cloud"]) editorSettings.set("integrationPacks.backend", value);
    assert.equal(calls.warnings.length, 2);
    watching.dispose();
  });
});
