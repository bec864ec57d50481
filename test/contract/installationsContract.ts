import assert from "node:assert/strict";
import type { InstallationProgress } from "../../src/backend/facets/installationFacet.ts";
import { isInstalled } from "../../src/model/installation/countInstallations.ts";
import type { Snapshot } from "../../src/model/snapshot/snapshot.ts";
import { ids, now, store } from "../support/fixtures/store.ts";
import { rejectsWith } from "../support/rejectsWith.ts";
import type { ContractPart } from "./harness.ts";

export const installationsContract: ContractPart = (withBackend) => {
  describe("installations", () => {
    it("lists each account of the pack's groups, sorted by name, with the time of the reading", () =>
      withBackend(async ({ installations }) => {
        const [reading, ...others] = await installations.read([ids.orderToCash]);
        assert.ok(reading);
        assert.deepEqual(others, []);
        assert.deepEqual([reading.packId, reading.name], [ids.orderToCash, "Order to Cash"]);
        assert.equal(Date.parse(reading.readAt), now.getTime());
        assert.deepEqual(
          reading.accounts.map(({ accountId, accountName, state }) => [
            accountId,
            accountName,
            isInstalled(state),
          ]),
          [
            ["a-acme", "Acme", true],
            ["a-bolt", "Bolt", true],
            ["a-zeta", "Zeta", false],
          ],
        );
        assert.equal(reading.accounts[2]?.state, "notInstalled");
      }, withZeta()));

    it("shows the release that each account runs, if the backend knows it, else only that it has the pack", () =>
      withBackend(async ({ installations }) => {
        const readings = await installations.read([ids.orderToCash, ids.scheduled]);
        const states = readings.flatMap(({ name, accounts }) =>
          accounts.map(({ accountName, state, release, missing }) => [
            name,
            accountName,
            state,
            release?.releaseId,
            missing?.map(({ releaseId }) => releaseId),
          ]),
        );
        assert.deepEqual(
          states,
          installations.asksEachAccount
            ? [
                ["Order to Cash", "Acme", "installed", undefined, undefined],
                ["Order to Cash", "Bolt", "installed", undefined, undefined],
                ["Scheduled", "Acme", "installed", undefined, undefined],
                ["Scheduled", "Bolt", "installed", undefined, undefined],
              ]
            : [
                ["Order to Cash", "Acme", "behind", "r-order-1", ["r-order-2"]],
                ["Order to Cash", "Bolt", "current", "r-order-2", undefined],
                ["Scheduled", "Acme", "appliedEarly", "r-scheduled-1", undefined],
                ["Scheduled", "Bolt", "updatePending", "r-scheduled-1", undefined],
              ],
        );
      }));

    it("names the latest release, if the backend knows it", () =>
      withBackend(async (backend) => {
        const { releaseId } = await backend.release({ packId: ids.orderToCash });
        const [reading] = await backend.installations.read([ids.orderToCash]);
        assert.equal(reading?.latestRelease?.releaseId, releaseId);
      }));

    it("records what each account had before the last release, if it knows what accounts run", () =>
      withBackend(async (backend) => {
        const { installations } = backend;
        const statesBefore = async (packId: string) => {
          const [reading] = await installations.read([packId]);
          return reading?.accounts.map(({ stateBefore }) => stateBefore);
        };
        assert.deepEqual(await statesBefore(ids.orderToCash), [undefined, undefined]);
        await backend.release({ packId: ids.orderToCash });
        const isKnown = !installations.asksEachAccount;
        const knownAs = (...states: readonly string[]) => (isKnown ? states : states.map(() => undefined));
        assert.deepEqual(await statesBefore(ids.orderToCash), knownAs("behind", "current"));
        await backend.release({ packId: ids.scheduled, replaceScheduled: true });
        assert.deepEqual(await statesBefore(ids.scheduled), knownAs("appliedEarly", "updatePending"));
      }));

    it("reports every account once while it reads", () =>
      withBackend(async ({ installations }) => {
        const progress: InstallationProgress[] = [];
        const onProgress = (each: InstallationProgress) => void progress.push(each);
        const readings = await installations.read([ids.orderToCash, ids.scheduled], { onProgress });
        const { asked, total } = progress.at(-1) ?? {};
        assert.deepEqual([asked, total], [3, 3]);
        const found = progress.flatMap((each) => each.found).map(keyOf);
        const expected = readings.flatMap(({ packId, accounts }) =>
          accounts.map((account) => keyOf({ ...account, packId })),
        );
        assert.deepEqual(found.sort(), expected.sort());
      }, withZeta()));

    it("has the latest reading of a pack at hand", () =>
      withBackend(async ({ installations }) => {
        assert.equal(
          (await installations.latest(ids.orderToCash)) === undefined,
          installations.asksEachAccount,
        );
        const [reading] = await installations.read([ids.orderToCash]);
        assert.deepEqual(await installations.latest(ids.orderToCash), reading);
      }));

    it("reads where the pack is installed in one account", () =>
      withBackend(async ({ installations }) => {
        await installations.read([ids.orderToCash]);
        const account = await installations.readDetails(ids.orderToCash, "a-acme");
        assert.equal(account?.accountName, "Acme");
        assert.deepEqual(
          account.environments,
          installations.asksEachAccount ? ["Acme Production"] : undefined,
        );
        assert.equal(await installations.readDetails(ids.orderToCash, "a-unknown"), undefined);
      }));

    it("finds no account for a pack that is shared with none", () =>
      withBackend(async ({ installations }) => {
        const [reading] = await installations.read([ids.upToDate]);
        assert.deepEqual(reading?.accounts, []);
      }));

    it("rejects an unknown pack", () =>
      withBackend(async ({ installations }) => {
        await rejectsWith(installations.read([ids.orderToCash, "no-pack"]), "NotFound");
      }));
  });
};

/** The store with an account that has nothing installed. */
function withZeta(): Snapshot {
  const content = store();
  return {
    ...content,
    accountGroups: content.accountGroups.map((group) => ({
      ...group,
      accounts: [...group.accounts, { accountId: "a-zeta", name: "Zeta" }],
    })),
  };
}

function keyOf({ packId, accountId, state }: InstallationProgress["found"][number]): string {
  return `${packId} ${accountId} ${state}`;
}
