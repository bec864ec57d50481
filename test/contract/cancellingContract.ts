import assert from "node:assert/strict";
import type { Backend } from "../../src/backend/backend.ts";
import type { ScheduleFacet } from "../../src/backend/facets/scheduleFacet.ts";
import { IntegrationPacksError } from "../../src/errors/errors.ts";
import { ids } from "../support/fixtures/store.ts";
import { rejectsWith } from "../support/rejectsWith.ts";
import { schedulesRunner, type ContractPart, type WithBackend } from "./harness.ts";

const when = { date: "2026-06-20", timeZone: "Europe/Berlin" };

export const cancellingContract: ContractPart = (withBackend) => {
  const withSchedules = schedulesRunner(withBackend);
  const withCheck = checkRunner(withBackend);

  describe("cancelling a scheduled release, if the backend schedules releases", () => {
    it("removes the scheduled release and nothing else, and the pack can be scheduled again", () =>
      withSchedules(async (backend, schedules) => {
        if (schedules.cancelUnsupported !== undefined) return;
        const history = await backend.history(ids.scheduled);
        await schedules.cancel(ids.scheduled);
        assert.equal((await backend.getPack(ids.scheduled)).scheduled, undefined);
        assert.deepEqual(await backend.history(ids.scheduled), history);
        await schedules.schedule({ packId: ids.scheduled, ...when });
        assert.ok((await backend.getPack(ids.scheduled)).scheduled);
      }));

    it("is rejected as Unsupported if the backend cannot cancel, and the schedule stays", () =>
      withSchedules(async (backend, schedules) => {
        const { cancelUnsupported } = schedules;
        if (cancelUnsupported === undefined) return;
        const before = await backend.getPack(ids.scheduled);
        await rejectsWith(schedules.cancel(ids.scheduled), "Unsupported", /cannot cancel/);
        assert.deepEqual(await backend.getPack(ids.scheduled), before);
      }));

    it("rejects an unknown pack and a pack without a scheduled release with NotFound", () =>
      withSchedules(async (_, schedules) => {
        await rejectsWith(schedules.cancel("no-pack"), "NotFound", /no-pack/);
        await rejectsWith(schedules.cancel(ids.orderToCash), "NotFound", /no scheduled release/, /Schedule/);
      }));
  });

  describe("checking whether a scheduled release can be cancelled, if some cannot", () => {
    it("rejects an unknown pack and a pack without a scheduled release, as cancelling does", () =>
      withCheck(async (backend, schedules, check) => {
        const before = await contentOf(backend);
        await rejectsWith(check("no-pack"), "NotFound", /no-pack/);
        await rejectsWith(check(ids.orderToCash), "NotFound", /no scheduled release/, /Schedule/);
        for (const packId of ["no-pack", ids.orderToCash]) {
          const problem = await problemOf(check(packId));
          assert.deepEqual(problem, await problemOf(schedules.cancel(packId)));
        }
        assert.deepEqual(await contentOf(backend), before);
      }));

    it("is rejected if the backend cannot cancel, as cancelling is, and the schedule stays", () =>
      withCheck(async (backend, schedules, check) => {
        if (schedules.cancelUnsupported === undefined) return;
        const before = await contentOf(backend);
        await rejectsWith(check(ids.scheduled), "Unsupported", /cannot cancel/);
        const problem = await problemOf(check(ids.scheduled));
        assert.deepEqual(problem, await problemOf(schedules.cancel(ids.scheduled)));
        assert.deepEqual(await contentOf(backend), before);
      }));

    it("resolves and changes nothing if the release can be cancelled, until it is cancelled", () =>
      withCheck(async (backend, schedules, check) => {
        if (schedules.cancelUnsupported !== undefined) return;
        const before = await contentOf(backend);
        await check(ids.scheduled);
        await check(ids.scheduled);
        assert.deepEqual(await contentOf(backend), before);
        await schedules.cancel(ids.scheduled);
        await rejectsWith(check(ids.scheduled), "NotFound", /no scheduled release/);
      }));
  });
};

/** Everything that cancelling can change. */
async function contentOf(backend: Backend) {
  const packs = await backend.listPacks();
  const histories = await Promise.all(packs.map(({ packId }) => backend.history(packId)));
  return { packs, histories, next: await backend.schedules?.nextScheduled() };
}

/** Code and message of the rejection. */
async function problemOf(promise: Promise<unknown>) {
  const error: unknown = await promise.then(
    () => assert.fail("the promise was not rejected"),
    (reason: unknown) => reason,
  );
  assert.ok(error instanceof IntegrationPacksError, String(error));
  return [error.code, error.message];
}

/** Runs a test if the backend has scheduled releases that can be cancelled and others that cannot. */
function checkRunner(withBackend: WithBackend) {
  return (
    test: (
      backend: Backend,
      schedules: ScheduleFacet,
      check: NonNullable<ScheduleFacet["checkCancellable"]>,
    ) => Promise<void>,
  ) =>
    schedulesRunner(withBackend)(async (backend, schedules) => {
      const check = schedules.checkCancellable?.bind(schedules);
      if (check) await test(backend, schedules, check);
    });
}
