import assert from "node:assert/strict";
import fc from "fast-check";
import type { IntegrationPack, PackComponent } from "../../../src/model/pack.ts";
import type { PackagedVersion } from "../../../src/model/packagedVersion.ts";
import { packFingerprint } from "../../../src/model/releasePlan.ts";
import type { WizardMessage, WizardPack, WizardStart } from "../../../src/wizard/protocol.ts";
import { receive } from "../../../webview-ui/wizard/receive.ts";
import {
  acceptChanges,
  chosenVersions,
  initialState,
  pickVersion,
  tryAgain,
  type WizardState,
} from "../../../webview-ui/wizard/wizardState.ts";

const component = (componentId: string, differences: Partial<PackComponent> = {}): PackComponent => ({
  componentId,
  componentName: `Component ${componentId}`,
  componentType: "process",
  currentVersion: "1.0",
  pendingVersion: "",
  latestVersion: "1.1",
  deleted: false,
  ...differences,
});

const packOf = (
  components: readonly PackComponent[],
  differences: Partial<IntegrationPack> = {},
): WizardPack => ({
  pack: {
    packId: "p",
    name: "Order to Cash",
    description: "",
    installationType: "SINGLE",
    deploymentModel: "packaged",
    components,
    ...differences,
  },
  capabilities: { canSchedule: true, appliesPendingUpdates: true, actions: [] },
  timeZone: "Europe/Berlin",
});

const version = (packageVersion: string, differences: Partial<PackagedVersion> = {}): PackagedVersion => ({
  packageId: `k-${packageVersion}`,
  componentId: "a",
  componentName: "Component a",
  componentType: "process",
  packageVersion,
  componentVersion: 1,
  createdDate: "2026-01-01T00:00:00Z",
  createdBy: "dev@example.com",
  notes: "",
  shareable: true,
  deleted: false,
  branchName: "main",
  folder: "",
  ...differences,
});

const start = (differences: Partial<WizardStart> = {}): WizardMessage => ({
  type: "start",
  start: { option: "immediate", ...differences },
});
const packMessage = (pack: WizardPack): WizardMessage => ({ type: "pack", ...pack });
const versionsMessage = (versions: readonly PackagedVersion[]): WizardMessage => ({
  type: "versions",
  versions: { a: versions },
});

const after = (...messages: readonly WizardMessage[]) => messages.reduce(receive, initialState());
const pressed = (state: WizardState): WizardState => ({
  ...state,
  kept: { ...state.kept, step: "schedule", submission: { state: "underWay" } },
});
/** What the page goes on with when it was hidden or the window reloaded. */
const reloaded = ({ kept }: WizardState) => initialState(structuredClone(kept));

const both = [version("1.1"), version("1.0")];

describe("the wizard's state", () => {
  describe("preselects (rule 5)", () => {
    it("the pending version, else the latest, else the current one", () => {
      const { kept } = after(
        packMessage(
          packOf([
            component("a", { pendingVersion: "0.9" }),
            component("b"),
            component("c", { latestVersion: "" }),
          ]),
        ),
      );
      assert.deepEqual(chosenVersions(kept), { a: "0.9", b: "1.1", c: "1.0" });
    });

    it("the same for a component whose id every object has as a name", () => {
      const { kept } = after(packMessage(packOf([component("constructor")])));
      assert.deepEqual(Object.entries(chosenVersions(kept)), [["constructor", "1.1"]]);
    });

    it("nothing for a component that is marked Deleted", () => {
      const { kept } = after(packMessage(packOf([component("a"), component("b", { deleted: true })])));
      assert.deepEqual(chosenVersions(kept), { a: "1.1" });
    });

    it("the versions that it was opened with", () => {
      const { kept } = after(start({ versions: { a: "0.8" } }), packMessage(packOf([component("a")])));
      assert.deepEqual(chosenVersions(kept), { a: "0.8" });
    });

    it("in a roll-back, the current version of what was not in that release", () => {
      const { kept } = after(
        start({ versions: { a: "0.8" }, rollBackTo: "2026-01-01T00:00:00Z" }),
        packMessage(packOf([component("a"), component("b")])),
      );
      assert.deepEqual(chosenVersions(kept), { a: "0.8", b: "1.0" });
    });
  });

  it("does not let a version that is packaged meanwhile change what is shown (rule 12)", () => {
    const { kept } = after(
      packMessage(packOf([component("a")])),
      packMessage(packOf([component("a", { latestVersion: "2.0" })])),
    );
    assert.equal(kept.notice, undefined);
    assert.deepEqual(chosenVersions(kept), { a: "1.1" });
    assert.equal(kept.shown?.pack.components[0]?.latestVersion, "2.0");
  });

  describe("when the pack changed underneath", () => {
    const before = packOf([component("a"), component("b")]);
    const released = packOf([component("a", { currentVersion: "1.1", latestVersion: "" }), component("b")]);

    it("says what changed, and goes on only when the user agrees", () => {
      const state = after(packMessage(before), packMessage(released));
      assert.deepEqual(state.kept.notice?.changes, [
        '"Component a" was released: version "1.1" instead of "1.0".',
      ]);
      assert.deepEqual(state.kept.shown, before);
      const accepted = acceptChanges({ ...state, kept: { ...state.kept, step: "schedule" } });
      assert.deepEqual(accepted.kept.shown, released);
      assert.equal(accepted.kept.notice, undefined);
      assert.equal(accepted.kept.step, "versions");
    });

    it("keeps what the user chose", () => {
      let state = after(packMessage(before));
      state = { ...state, kept: pickVersion(state.kept, "b", "0.7") };
      state = acceptChanges(receive(state, packMessage(released)));
      assert.deepEqual(chosenVersions(state.kept), { a: "1.1", b: "0.7" });
    });

    it("says nothing when it changed back", () => {
      const state = after(packMessage(before), packMessage(released), packMessage(before));
      assert.equal(state.kept.notice, undefined);
      assert.equal(state.kept.arrived, undefined);
    });
  });

  describe("of a version that cannot be released any more", () => {
    it("names it and leaves the choice to the user", () => {
      for (const gone of [[], [version("1.1", { deleted: true })], [version("1.1", { shareable: false })]]) {
        const { kept } = after(packMessage(packOf([component("a")])), versionsMessage(gone));
        assert.deepEqual(kept.unavailable, { a: "1.1" });
        assert.deepEqual(chosenVersions(kept), { a: "" });
        assert.deepEqual(chosenVersions(pickVersion(kept, "a", "1.0")), { a: "1.0" });
      }
    });

    it("lets the current one stay, whatever became of it", () => {
      const { kept } = after(
        packMessage(packOf([component("a", { latestVersion: "" })])),
        versionsMessage([version("1.0", { deleted: true })]),
      );
      assert.deepEqual(chosenVersions(kept), { a: "1.0" });
    });
  });

  describe("after the button was pressed", () => {
    const shown = packOf([component("a")]);
    const made = packOf([component("a", { currentVersion: "1.1", latestVersion: "" })]);
    const released: WizardMessage = {
      type: "released",
      releaseId: "r-1",
      releasedAt: "2026-02-01T00:00:00Z",
    };
    const waiting = () => pressed(after(packMessage(shown), versionsMessage(both)));

    it("takes the pack's own release for no change underneath", () => {
      const state = [packMessage(made), released].reduce(receive, waiting());
      assert.equal(state.kept.notice, undefined);
      assert.equal(state.kept.outcome?.kind, "released");
      assert.deepEqual(
        state.kept.outcome.changes.map(({ from, to, kind }) => [from, to, kind]),
        [["1.0", "1.1", "upgrade"]],
      );
    });

    it("keeps every choice when it is rejected", () => {
      const rejected: WizardMessage = { type: "rejected", code: "StoreUnavailable", message: "locked" };
      const state = receive(waiting(), rejected);
      assert.equal(state.kept.submission?.state, "rejected");
      assert.deepEqual(chosenVersions(tryAgain(state.kept)), { a: "1.1" });
      assert.equal(tryAgain(state.kept).step, "schedule");
    });

    it("tells what changed once it was rejected for a change", () => {
      const conflict: WizardMessage = { type: "rejected", code: "Conflict", message: "changed" };
      const other = packOf([component("a", { currentVersion: "0.9" })]);
      const state = [packMessage(other), conflict].reduce(receive, waiting());
      assert.equal(state.kept.notice?.changes.length, 1);
    });

    it("shows what came of it after the page was hidden", () => {
      const state = [released, packMessage(made)].reduce(receive, reloaded(waiting()));
      assert.equal(state.kept.outcome?.kind, "released");
    });

    it("goes on waiting when it is still under way", () => {
      const progress: WizardMessage = { type: "progress", step: "Releasing…" };
      const state = [progress, packMessage(shown)].reduce(receive, reloaded(waiting()));
      assert.equal(state.kept.submission?.state, "underWay");
    });

    it("says that it was interrupted when nobody knows, and what the pack shows", () => {
      const notMade = receive(reloaded(waiting()), packMessage(shown));
      assert.deepEqual(notMade.kept.notice, { changes: [], interrupted: true });
      const wasMade = receive(reloaded(waiting()), packMessage(made));
      assert.equal(wasMade.kept.notice?.interrupted, true);
      assert.equal(wasMade.kept.notice.changes.length, 1);
      assert.equal(acceptChanges(wasMade).kept.submission, undefined);
    });

    it("does not begin anew", () => {
      const state = waiting();
      assert.equal(receive(state, start({ option: "date" })), state);
    });

    it("begins anew on the pack as it is then, once the outcome was shown", () => {
      const done = receive(waiting(), released);
      const { kept } = [start(), packMessage(made)].reduce(receive, done);
      assert.equal(kept.outcome, undefined);
      assert.equal(kept.notice, undefined);
      assert.deepEqual(chosenVersions(kept), { a: "1.1" });
    });

    it("takes an outcome that was heard before for nothing new", () => {
      const again = receive(after(packMessage(shown)), released);
      assert.equal(again.kept.outcome, undefined);
    });
  });

  it("comes back as it was, whatever happened before", () => {
    const pack = fc
      .record({
        current: fc.constantFrom("", "1.0", "1.1"),
        pending: fc.constantFrom("", "1.1"),
        deleted: fc.boolean(),
      })
      .map(({ current, pending, deleted }) =>
        packMessage(
          packOf([
            component("a", { currentVersion: current, pendingVersion: pending, deleted }),
            component("b"),
          ]),
        ),
      );
    const message = fc.oneof(
      pack,
      fc.constantFrom(start(), start({ option: "date", date: "2027-01-01" }), versionsMessage(both)),
    );
    fc.assert(
      fc.property(fc.array(message, { maxLength: 8 }), (messages) => {
        const state = after(...messages);
        assert.deepEqual(reloaded(state).kept, state.kept);
      }),
    );
  });

  it("never shows a pack without telling what differs from the one shown before", () => {
    const packs = fc
      .array(fc.constantFrom("", "1.0", "1.1"), { minLength: 1, maxLength: 6 })
      .map((versions) => versions.map((currentVersion) => packOf([component("a", { currentVersion })])));
    fc.assert(
      fc.property(packs, (readings) => {
        const [first] = readings;
        const { kept } = after(...readings.map(packMessage));
        const last = readings.at(-1);
        assert.ok(first && last && kept.shown);
        const differs = packFingerprint(first.pack) !== packFingerprint(last.pack);
        assert.equal(kept.notice !== undefined, differs);
        assert.equal(packFingerprint(kept.shown.pack), packFingerprint(first.pack));
      }),
    );
  });
});
