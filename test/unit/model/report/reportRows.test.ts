import assert from "node:assert/strict";
import {
  summarizePack,
  type IntegrationPack,
  type UnsettledRelease,
} from "../../../../src/model/pack/pack.ts";
import type { PackAccount } from "../../../../src/model/installation/installationReading.ts";
import { sortedForOthers } from "../../../../src/model/installation/sortedForOthers.ts";
import { installationsReport } from "../../../../src/model/report/installationsReport.ts";
import { packContent, packRow } from "../../../../src/model/report/packsReport.ts";
import { releaseRow } from "../../../../src/model/report/releasesReport.ts";
import { scheduleReport } from "../../../../src/model/report/scheduleReport.ts";
import type { Release } from "../../../../src/model/release/release.ts";
import { scheduledRelease } from "../../../support/arbitrary/arbitraryChoices.ts";
import { component, packOf } from "../../../support/arbitrary/arbitraryPack.ts";

const plan = { planHash: "sha256:1", name: "June" };
const unsettled: UnsettledRelease = {
  attemptId: "t-1",
  state: "running",
  sentAt: "2026-06-01T08:00:00Z",
  sentBy: "dev@example.com",
};
const scheduled = scheduledRelease({ versions: { a: "2" } });
const pack = packOf(component("a", { currentVersion: "1" }));

describe("the JSON of a pack", () => {
  const { components, ...properties } = pack;

  it("leaves out what the pack does not have", () => {
    const numbers = { componentCount: 1, changeCount: 0, releasable: false, released: true };
    assert.deepEqual(packRow(summarizePack(pack)), { ...properties, ...numbers });
    assert.deepEqual(packContent(pack), { ...properties, components });
  });

  it("has its last release, its schedule, and the release whose end is not known", () => {
    const all: IntegrationPack = { ...pack, scheduled, unsettled, doubt: "leaving" };
    const row = packRow(summarizePack(all, "2026-05-01T08:00:00Z"));
    assert.equal(row.lastReleasedAt, "2026-05-01T08:00:00Z");
    assert.deepEqual([row.scheduled, row.unsettled], [scheduleReport(scheduled), unsettled]);
    assert.deepEqual(packContent(all), {
      ...properties,
      components,
      scheduled: { ...scheduleReport(scheduled), versions: { a: "2" } },
      unsettled,
      doubt: "leaving",
    });
  });
});

describe("the JSON of a schedule", () => {
  const { date, timeZone, windowStart, windowEnd, state, scheduledBy } = scheduled;
  const report = { date, timeZone, windowStart, windowEnd, state, scheduledBy };

  it("leaves out what it does not have", () => assert.deepEqual(scheduleReport(scheduled), report));

  it("has its problem, its plan, and the differences from what was confirmed", () => {
    const more = { problem: "It changed.", problemCode: "Conflict", differences: ["One."], plan } as const;
    assert.deepEqual(scheduleReport({ ...scheduled, ...more }), { ...report, ...more });
  });
});

describe("the JSON of a release", () => {
  const release: Release = {
    releaseId: "r",
    releasedAt: "2026-06-01T08:00:00Z",
    releasedBy: "dev@example.com",
    trigger: "immediate",
    versions: { a: "1" },
  };

  it("has the plan that it comes from, where it comes from one", () => {
    assert.deepEqual(releaseRow(release), release);
    assert.deepEqual(releaseRow({ ...release, plan }), { ...release, plan });
  });
});

describe("the JSON of an account with a pack", () => {
  const account: PackAccount = { accountId: "a", accountName: "Acme", state: "installed" };
  const rowOf = (differences: Partial<PackAccount>) => {
    const accounts = [{ ...account, ...differences }];
    const { packId, name } = pack;
    return installationsReport([{ packId, name, readAt: "now", accounts }]).installations[0];
  };
  const row = { packId: pack.packId, name: pack.name, ...account, readAt: "now" };

  it("leaves out what is not known", () => assert.deepEqual(rowOf({}), row));

  it("has everything that is known", () => {
    const { release, ...known } = {
      release: { releaseId: "r-1", releasedAt: "2026-05-01T08:00:00Z" },
      missing: [{ releaseId: "r-2", releasedAt: "2026-06-01T08:00:00Z" }],
      count: 0,
      environments: ["Test"],
      limits: "No versions.",
      notAsked: { reason: "cancelled", message: "Cancelled." },
    } as const;
    assert.deepEqual(rowOf({ release, ...known }), { ...row, ...release, ...known });
  });
});

describe("accounts in a document that is passed on", () => {
  it("are sorted by name and then by id", () => {
    const account = (accountName: string, accountId: string): PackAccount => ({
      accountId,
      accountName,
      state: "current",
    });
    const accounts = [account("b", "1"), account("a", "2"), account("a", "1"), account("B", "3")];
    assert.deepEqual(
      sortedForOthers(accounts).map(({ accountName, accountId }) => accountName + accountId),
      ["B3", "a1", "a2", "b1"],
    );
  });
});
