import { setImmediate as turn } from "node:timers/promises";
import { InstallationReadings } from "../../../../src/backend/platform/installations/installationReadings.ts";
import { PlatformInstallations } from "../../../../src/backend/platform/installations/platformInstallations.ts";
import type { HttpAnswer } from "../../../../src/backend/platform/http/transport.ts";
import { AccountGroupReader } from "../../../../src/backend/platform/packs/accountGroupReader.ts";
import { Omissions } from "../../../../src/backend/platform/packs/omissions.ts";
import type { InstallationReading } from "../../../../src/model/installation/installationReading.ts";
import type { PackRelease } from "../../../../src/model/release/release.ts";
import { answered, clientWith } from "./scriptedClient.ts";
import { scriptedComponent, scriptedPacks } from "./scriptedPacks.ts";

/** The release of the pack `p` that its components show. */
export const release: PackRelease = {
  packId: "p",
  releaseId: "r-1",
  releasedAt: "2026-06-01T12:00:00Z",
  releasedBy: "dev@example.com",
  trigger: "immediate",
  versions: { a: "1" },
};
export const latestRelease = { releaseId: "r-1", releasedAt: "2026-06-01T12:00:00Z" };
/** What an account answers that has installed the pack `p`. */
export const installed = answered(200, { result: [{ id: "i1", integrationPackId: "p" }] });
const empty = answered(200, { result: [] });

/** Installations in the accounts `a1`, "Bolt", and `a2`, "Acme", of one group, and `a3` of another; a test may change what an account answers. */
export function scriptedInstallations({
  releases = [release],
}: { readonly releases?: readonly PackRelease[] } = {}) {
  const { client, timing } = clientWith({
    "AccountGroupIntegrationPack/query": [
      { id: "1", accountGroupId: "g", integrationPackId: "p" },
      { id: "2", accountGroupId: "g", integrationPackId: "q" },
      { id: "3", accountGroupId: "h", integrationPackId: "s" },
    ],
    "AccountGroupAccount/query": [
      { accountGroupId: "g", accountId: "a1" },
      { accountGroupId: "g", accountId: "a2" },
      { accountGroupId: "h", accountId: "a3" },
    ],
    "Account/bulk": answered(200, {
      response: [
        { statusCode: 200, Result: { accountId: "a1", name: "Bolt" } },
        { statusCode: 200, Result: { accountId: "a2", name: "Acme" } },
      ],
    }),
  });
  const answers = new Map<string, () => HttpAnswer>();
  const asked: string[] = [];
  const packs = scriptedPacks({
    p: { name: "Orders", components: [scriptedComponent("a")] },
    q: { components: [] },
    s: { components: [] },
  });
  const readings = new InstallationReadings({
    folder: undefined,
    accountKey: "k",
    log: { warn: () => undefined },
  });
  const history = [...releases];
  const facet = new PlatformInstallations({
    client,
    transportTo: (accountId) => (request) => {
      asked.push([accountId, request.path].join(" "));
      return Promise.resolve((answers.get(accountId) ?? (() => empty))());
    },
    groups: new AccountGroupReader({ client, now: () => timing.now(), omissions: new Omissions() }),
    packs: packs.reader,
    records: { history: (packId) => Promise.resolve(history.filter((each) => each.packId === packId)) },
    readings,
    accountsAtOnce: 1,
    clock: () => new Date("2026-06-10T12:00:00Z"),
  });
  return { facet, answers, asked, readings, packs, history, client };
}

/** The packs whose readings were stored, which takes a turn of the event loop from now on. */
export function savedLate(readings: InstallationReadings): readonly string[] {
  const saved: string[] = [];
  const save = readings.save.bind(readings);
  readings.save = async (reading) => {
    await turn();
    await save(reading);
    saved.push(reading.packId);
  };
  return saved;
}

/** The accounts of a reading as `name state`. */
export const statesOf = (reading: InstallationReading | undefined) =>
  reading?.accounts.map(({ accountName, state }) => [accountName, state].join(" "));
