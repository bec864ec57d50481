import assert from "node:assert/strict";
import type { Backend } from "../../src/backend/backend.ts";
import { readPreselectedVersions } from "../../src/backend/readPreselectedVersions.ts";
import { branched, branchedStore } from "../support/fixtures/branchedStore.ts";
import type { ContractPart } from "./harness.ts";

const { packId, hotfixed, featured, unbranched } = branched;

export const preselectionContract: ContractPart = (withBackend) => {
  describe("the preselection (rule 5)", () => {
    const release = async (backend: Backend, releaseBranch?: string) => {
      const branch = releaseBranch !== undefined && { releaseBranch };
      return (await backend.release({ packId, ...branch })).versions;
    };

    it("is of the branch main unless the request names another one", () =>
      withBackend(async (backend) => {
        const expected = { [hotfixed]: "1.1", [featured]: "2.0", [unbranched]: "1.1" };
        assert.deepEqual(await release(backend), expected);
      }, branchedStore()));

    it("is of the branch that the request names, whatever its letter case", () =>
      withBackend(async (backend) => {
        const expected = { [hotfixed]: "hotfix-7", [featured]: "2.0", [unbranched]: "1.1" };
        assert.deepEqual(await release(backend, "HotFix"), expected);
      }, branchedStore()));

    it("is the latest version of any branch where no branch is preferred", () =>
      withBackend(async (backend) => {
        const expected = { [hotfixed]: "hotfix-7", [featured]: "2.0", [unbranched]: "1.1" };
        assert.deepEqual(await release(backend, ""), expected);
      }, branchedStore()));

    it("gives way to the versions of the request", () =>
      withBackend(async (backend) => {
        const { versions } = await backend.release({ packId, versions: { [hotfixed]: "hotfix-7" } });
        assert.deepEqual(versions, { [hotfixed]: "hotfix-7", [featured]: "2.0", [unbranched]: "1.1" });
      }, branchedStore()));

    it("is the same for a scheduled release, and for whoever asks before", () =>
      withBackend(async (backend) => {
        const preselected = await readPreselectedVersions(backend, await backend.getPack(packId), "main");
        assert.deepEqual(preselected, { [hotfixed]: "1.1", [featured]: "2.0", [unbranched]: "1.1" });
        if (!backend.schedules) return;
        const when = { date: "2026-06-20", timeZone: "UTC" };
        const scheduled = await backend.schedules.schedule({ packId, ...when });
        assert.deepEqual(scheduled.versions, preselected);
      }, branchedStore()));
  });
};
