import assert from "node:assert/strict";
import {
  describeAccount,
  describeInstalledCount,
  describeMissing,
} from "../../../../src/model/installation/describeInstallation.ts";
import type { PackAccount, ReleaseDate } from "../../../../src/model/installation/installationReading.ts";
import { utcText } from "../../../../src/model/text/utcText.ts";
import { localReading, platformReading } from "../../../support/fixtures/installations.ts";

const releases = (count: number): ReleaseDate[] =>
  Array.from({ length: count }, (_, at) => ({ releaseId: `r${at}`, releasedAt: "2026-05-01T09:00:00Z" }));

describe("an account with a pack, in words", () => {
  it("lacks as many releases as came after its own", () => {
    assert.equal(describeMissing({}), "");
    assert.equal(describeMissing({ missing: [] }), "");
    assert.equal(describeMissing({ missing: releases(1) }), "behind by 1 release");
    assert.equal(describeMissing({ missing: releases(2) }), "behind by 2 releases");
  });

  it("says how often it has the pack only where that is more than once", () => {
    assert.equal(describeInstalledCount({}), "");
    assert.equal(describeInstalledCount({ count: 1 }), "");
    assert.equal(describeInstalledCount({ count: 2 }), "2 times");
  });

  const details = (accounts: readonly PackAccount[], accountName: string) =>
    accounts
      .filter((account) => account.accountName === accountName)
      .flatMap((account) => describeAccount(account, utcText));

  it("names its release and those that it lacks", () => {
    assert.deepEqual(details(localReading.accounts, "Acme"), [
      "release of 2026-04-01 09:00 UTC",
      "lacks the releases of 2026-06-01 09:00 UTC, 2026-05-01 09:00 UTC",
    ]);
    assert.deepEqual(details(localReading.accounts, "Bolt"), ["release of 2026-06-01 09:00 UTC"]);
  });

  it("names how often, where and in which versions it has the pack", () => {
    assert.deepEqual(details(platformReading.accounts, "Acme"), [
      "2 times",
      "in Production, Test",
      "Create Order 1.1 in Production (deployed package of the account, 2026-05-01 10:00 UTC)",
    ]);
  });

  it("says why it could not be asked, and what could not be read", () => {
    assert.deepEqual(details(platformReading.accounts, "Zeta | Co"), ["No access."]);
    const account = { accountId: "a", accountName: "A", state: "installed", limits: "No versions." } as const;
    assert.deepEqual(describeAccount(account, utcText), ["No versions."]);
  });

  it("has nothing to say where nothing more is known", () => {
    assert.deepEqual(details(platformReading.accounts, "Bolt"), []);
  });
});
