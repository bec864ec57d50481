import assert from "node:assert/strict";
import { receiveMessage } from "../../../../../webview-ui/wizard/state/receive/receiveMessage.ts";
import { chosenVersions, pickVersion } from "../../../../../webview-ui/wizard/state/chosenVersions.ts";
import { awaitsVersions, toScheduleStep } from "../../../../../webview-ui/wizard/state/preselection.ts";
import { acceptChanges } from "../../../../../webview-ui/wizard/state/receive/receivePack.ts";
import {
  after,
  component,
  packMessage,
  packOf,
  start,
  version,
  versionsMessage,
} from "../../../../support/wizardMessages.ts";

describe("the wizard's state", () => {
  describe("preselects (rule 5)", () => {
    it("the pending version, else the latest, else the current one", () => {
      const { stored } = after(
        packMessage(
          packOf([
            component("a", { pendingVersion: "0.9" }),
            component("b"),
            component("c", { latestVersion: "" }),
          ]),
        ),
      );
      assert.deepEqual(chosenVersions(stored), { a: "0.9", b: "1.1", c: "1.0" });
    });

    it("the same for a component whose id is a member of every object", () => {
      const { stored } = after(packMessage(packOf([component("constructor")])));
      assert.deepEqual(Object.entries(chosenVersions(stored)), [["constructor", "1.1"]]);
    });

    it("nothing for a component that is marked Deleted", () => {
      const { stored } = after(packMessage(packOf([component("a"), component("b", { deleted: true })])));
      assert.deepEqual(chosenVersions(stored), { a: "1.1" });
    });

    it("the versions that it was opened with", () => {
      const { stored } = after(start({ versions: { a: "0.8" } }), packMessage(packOf([component("a")])));
      assert.deepEqual(chosenVersions(stored), { a: "0.8" });
    });

    it("the current version of components that the release to roll back to lacks", () => {
      const { stored } = after(
        start({ versions: { a: "0.8" }, rollBackTo: "2026-01-01T00:00:00Z" }),
        packMessage(packOf([component("a"), component("b")])),
      );
      assert.deepEqual(chosenVersions(stored), { a: "0.8", b: "1.0" });
    });
  });

  describe("preselects by branches (rule 5)", () => {
    const pack = packOf([component("a", { latestVersion: "hotfix-7" })]);
    const versions = [
      version("hotfix-7", { branchName: "hotfix", createdDate: "2026-01-03T00:00:00Z" }),
      version("1.1", { createdDate: "2026-01-02T00:00:00Z" }),
      version("1.0"),
    ];

    it("once the versions are read, and waits for them", () => {
      const waiting = after(packMessage(pack));
      assert.equal(awaitsVersions(waiting), true);
      const state = receiveMessage(waiting, versionsMessage(versions));
      assert.equal(awaitsVersions(state), false);
      assert.deepEqual(chosenVersions(state.stored), { a: "1.1" });
    });

    it("by the branch that the settings name", () => {
      const { stored } = after(packMessage({ ...pack, releaseBranch: "HOTFIX" }), versionsMessage(versions));
      assert.deepEqual(chosenVersions(stored), { a: "hotfix-7" });
    });

    it("as the pack offers where the versions cannot be read, until they can", () => {
      const failed = after(packMessage(pack), { type: "versionsFailed", message: "No privilege" });
      assert.equal(awaitsVersions(failed), false);
      assert.deepEqual(chosenVersions(failed.stored), { a: "hotfix-7" });
      const retried = receiveMessage(failed, versionsMessage(versions));
      const { stored } = receiveMessage(retried, packMessage(pack));
      assert.deepEqual(chosenVersions(stored), { a: "1.1" });
    });

    it("never after the user went on", () => {
      const failed = after(packMessage(pack), { type: "versionsFailed", message: "No privilege" });
      const next = { ...failed, stored: toScheduleStep(failed.stored) };
      const state = receiveMessage(next, versionsMessage(versions));
      assert.deepEqual(chosenVersions(state.stored), { a: "hotfix-7" });
    });

    it("never over what the user picked", () => {
      const waiting = after(packMessage(pack));
      const picked = { ...waiting, stored: pickVersion(waiting.stored, "a", "hotfix-7") };
      const state = receiveMessage(picked, versionsMessage(versions));
      assert.deepEqual(chosenVersions(state.stored), { a: "hotfix-7" });
    });

    it("anew after changes, by versions that are read after them", () => {
      const changed = packOf([component("a", { latestVersion: "hotfix-7" }), component("b")]);
      const state = after(packMessage(pack), versionsMessage(versions), packMessage(changed));
      const accepted = acceptChanges(state);
      assert.equal(awaitsVersions(accepted), true);
      const { stored } = receiveMessage(accepted, versionsMessage(versions));
      assert.deepEqual(chosenVersions(stored), { a: "1.1", b: "1.1" });
    });
  });

  it("does not change the selection when a version is packaged later (rule 12)", () => {
    const { stored } = after(
      packMessage(packOf([component("a")])),
      packMessage(packOf([component("a", { latestVersion: "2.0" })])),
    );
    assert.equal(stored.notice, undefined);
    assert.deepEqual(chosenVersions(stored), { a: "1.1" });
    assert.equal(stored.shown?.pack.components[0]?.latestVersion, "2.0");
  });

  it("shows a pack that was in doubt as it is read next, because nothing of it was confirmed", () => {
    const leaving = packOf([component("a", { deleted: true }), component("b")], { doubt: "leaving" });
    const clear = packOf([component("a"), component("b")]);
    const { stored } = after(packMessage(leaving), packMessage(clear));
    assert.equal(stored.notice, undefined);
    assert.deepEqual(stored.shown, clear);
    assert.deepEqual(chosenVersions(stored), { a: "1.1", b: "1.1" });
  });

  it("shows a pack that comes to be in doubt, whatever was shown before", () => {
    const clear = packOf([component("a")]);
    const incomplete = packOf([component("a")], { doubt: "incomplete" });
    assert.equal(after(packMessage(clear), packMessage(incomplete)).stored.shown?.pack.doubt, "incomplete");
  });

  describe("when others changed the pack", () => {
    const before = packOf([component("a"), component("b")]);
    const released = packOf([component("a", { currentVersion: "1.1", latestVersion: "" }), component("b")]);

    it("shows what changed, and goes on only after the user agrees", () => {
      const state = after(packMessage(before), packMessage(released));
      assert.deepEqual(state.stored.notice?.changes, [
        '"Component a" was released: version "1.1" instead of "1.0".',
      ]);
      assert.deepEqual(state.stored.shown, before);
      const accepted = acceptChanges({ ...state, stored: { ...state.stored, step: "schedule" } });
      assert.deepEqual(accepted.stored.shown, released);
      assert.equal(accepted.stored.notice, undefined);
      assert.equal(accepted.stored.step, "versions");
    });

    it("keeps what the user chose", () => {
      let state = after(packMessage(before));
      state = { ...state, stored: pickVersion(state.stored, "b", "0.7") };
      state = acceptChanges(receiveMessage(state, packMessage(released)));
      assert.deepEqual(chosenVersions(state.stored), { a: "1.1", b: "0.7" });
    });

    it("shows no notice when the pack changes back", () => {
      const state = after(packMessage(before), packMessage(released), packMessage(before));
      assert.equal(state.stored.notice, undefined);
      assert.equal(state.stored.arrived, undefined);
    });
  });

  describe("for a version that can no longer be released", () => {
    it("names the version and leaves the choice to the user", () => {
      for (const gone of [[], [version("1.1", { deleted: true })], [version("1.1", { shareable: false })]]) {
        const { stored } = after(packMessage(packOf([component("a")])), versionsMessage(gone));
        assert.deepEqual(stored.unavailable, { a: "1.1" });
        assert.deepEqual(chosenVersions(stored), { a: "" });
        assert.deepEqual(chosenVersions(pickVersion(stored, "a", "1.0")), { a: "1.0" });
      }
    });

    it("keeps the current version even if it was deleted", () => {
      const { stored } = after(
        packMessage(packOf([component("a", { latestVersion: "" })])),
        versionsMessage([version("1.0", { deleted: true })]),
      );
      assert.deepEqual(chosenVersions(stored), { a: "1.0" });
    });
  });
});
