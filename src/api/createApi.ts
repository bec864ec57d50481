import { lazy } from "../base/lazy.ts";
import type { ApiCalls, ApiDependencies } from "./apiCalls.ts";
import { checkListener, checkText, copyArgument, copyUri } from "./copyArgument.ts";
import type { Event } from "../base/event.ts";
import type { ApiEvent, IntegrationPacksApi } from "./integrationPacksApi.ts";
import { outcomeReport } from "../model/plan/report/outcomeReport.ts";
import { toApiPackRelease } from "./toApiRelease.ts";

/** Copies an argument. @throws `InvalidRequest` */
type Copy = (value: unknown) => unknown;

const text =
  (name: string): Copy =>
  (value) =>
    checkText(value, name);
const data =
  (name: string): Copy =>
  (value) =>
    copyArgument(value, name);

type FindMethod<Result> = (calls: ApiCalls) => (...args: unknown[]) => Promise<Result>;

/**
 * The exported API on whichever backend is active. Arguments are copied before the first wait. The code that checks and uses
 * them is loaded with the first call.
 */
export function createApi(dependencies: ApiDependencies): IntegrationPacksApi {
  const { backend } = dependencies;
  const load = lazy(async () => (await import("./apiCalls.ts")).apiCalls(dependencies));

  /** A method that copies its arguments before it loads its code. */
  const method =
    <Result>(find: FindMethod<Result>, ...copies: Copy[]) =>
    async (...args: unknown[]): Promise<Result> => {
      const copied = copies.map((copy, at) => copy(args[at]));
      return find(await load())(...copied);
    };
  const ofPack = <Result>(find: FindMethod<Result>, ...copies: Copy[]) =>
    method(find, text("packId"), ...copies);

  return {
    apiVersion: 1,
    listPacks: method((calls) => calls.listPacks),
    getPack: ofPack((calls) => calls.getPack),
    listVersions: method((calls) => calls.listVersions, text("componentId")),
    getVersion: method((calls) => calls.getVersion, text("packageId")),
    release: method((calls) => calls.release, data("request")),
    schedule: method((calls) => calls.schedule, data("request")),
    cancelSchedule: ofPack((calls) => calls.cancelSchedule),
    history: ofPack((calls) => calls.history),
    draftPlan: method((calls) => calls.draftPlan, data("request")),
    checkPlan: method((calls) => calls.checkPlan, data("plan")),
    applyPlan: method((calls) => calls.applyPlan, data("plan"), text("planHash")),

    manage: {
      createPack: method(({ manage }) => manage.createPack, data("pack")),
      editPack: ofPack(({ manage }) => manage.editPack, data("edit")),
      deletePack: ofPack(({ manage }) => manage.deletePack),
      addComponents: ofPack(({ manage }) => manage.addComponents, data("componentIds")),
      removeComponent: ofPack(({ manage }) => manage.removeComponent, text("componentId")),
      undeleteComponent: ofPack(({ manage }) => manage.undeleteComponent, text("componentId")),
      setPendingVersion: ofPack(
        ({ manage }) => manage.setPendingVersion,
        text("componentId"),
        text("version"),
      ),
      addToAccountGroup: ofPack(({ manage }) => manage.addToAccountGroup, text("groupId")),
      removeFromAccountGroup: ofPack(({ manage }) => manage.removeFromAccountGroup, text("groupId")),
      applyPendingUpdate: ofPack(({ manage }) => manage.applyPendingUpdate, text("accountId")),
      importSnapshot: async (uri) => {
        const file = copyUri(uri, "uri");
        await (await load()).manage.importSnapshot(file);
      },
      exportSnapshot: async (uri) => {
        const file = copyUri(uri, "uri");
        await (await load()).manage.exportSnapshot(file);
      },
      loadSampleData: method(({ manage }) => manage.loadSampleData),
    },

    onDidRelease: publish(backend.onDidRelease, toApiPackRelease),
    onDidApplyPlan: publish(backend.onDidApplyPlan, outcomeReport),
  };
}

/** The published form of an event. */
function publish<T, Published>(event: Event<T>, toPublished: (value: T) => Published): ApiEvent<Published> {
  return (listener) => {
    checkListener(listener);
    return event((value) => listener(toPublished(value)));
  };
}
