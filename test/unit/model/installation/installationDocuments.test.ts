import assert from "node:assert/strict";
import {
  countInstallations,
  countRollout,
  installedCount,
} from "../../../../src/model/installation/countInstallations.ts";
import type { InstallationReading } from "../../../../src/model/installation/installationReading.ts";
import { installationsCsv } from "../../../../src/model/installation/installationsCsv.ts";
import { readingNotes, readingSummary } from "../../../../src/model/installation/readingSummary.ts";
import { utcText } from "../../../../src/model/text/utcText.ts";
import { localReading, platformReading } from "../../../support/fixtures/installations.ts";

describe("the number of accounts", () => {
  it("in each state", () => {
    assert.deepEqual(countInstallations([...localReading.accounts, ...platformReading.accounts]), {
      current: 1,
      behind: 1,
      updatePending: 1,
      appliedEarly: 1,
      installed: 1,
      notInstalled: 2,
      notAsked: 1,
    });
  });

  it("for a rollout bar leaves out accounts without the pack, and calls what nobody reports unknown", () => {
    assert.deepEqual(countRollout(localReading.accounts), {
      current: 1,
      behind: 1,
      updatePending: 1,
      appliedEarly: 1,
      unknown: 0,
    });
    assert.equal(countRollout(platformReading.accounts).unknown, 2);
  });

  it("with the pack does not count those that could not be asked", () => {
    assert.equal(installedCount(localReading.accounts), 4);
    assert.equal(installedCount(platformReading.accounts), 1);
  });
});

describe("a reading in a sentence", () => {
  it("counts the accounts in each state", () => {
    assert.equal(
      readingSummary(localReading),
      "Installed in 4 accounts: 1 current, 1 behind, 1 update pending, 1 applied early, 1 not installed.",
    );
    assert.equal(
      readingSummary(platformReading),
      "Installed in 1 account: 1 installed, 1 not installed, 1 could not be asked.",
    );
    assert.match(readingSummary({ accounts: [] }), /No account has this pack/);
  });

  it("is followed by Boomi's rule only where the release of an account is not reported", () => {
    assert.deepEqual(readingNotes(localReading, utcText), []);
    assert.deepEqual(readingNotes(platformReading, utcText), [
      "Boomi does not report which release an account runs. By its rule, an installation gets the release of 2026-06-01 09:00 UTC.",
    ]);
    const [rule] = readingNotes({ accounts: platformReading.accounts }, utcText);
    assert.match(rule ?? "", /gets each release of the pack\.$/);
  });
});

describe("installations as CSV", () => {
  const lines = (reading: InstallationReading) => installationsCsv([reading]).split("\r\n");

  it("have a header and a line for each account, by name on every machine", () => {
    const [header, acme, bolt, zeta, end, ...rest] = lines(platformReading);
    assert.equal(
      header,
      "\uFEFFPack,Pack ID,Account,Account ID,State,Release ID,Released At,Missing Releases,Times Installed,Environments,Versions,Remarks,Read",
    );
    assert.equal(
      acme,
      'Order to Cash,p-order,Acme,a-acme,installed,,,,2,Production; Test,"Create Order 1.1 in Production (deployed package of the account, 2026-05-01T10:00:00Z)","Boomi does not report which release an account runs. By its rule, an installation gets the release of 2026-06-01T09:00:00.000Z.",2026-06-10T12:00:00.000Z',
    );
    assert.equal(bolt, "Order to Cash,p-order,Bolt,a-bolt,not installed,,,,,,,,2026-06-10T12:00:00.000Z");
    assert.equal(
      zeta,
      "Order to Cash,p-order,Zeta | Co,a-zeta,could not be asked,,,,,,,No access.,2026-06-10T12:00:00.000Z",
    );
    assert.deepEqual([end, rest], ["", []]);
  });

  it("name the release that an account runs and those that it lacks", () => {
    assert.equal(
      lines(localReading)[1],
      "Order to Cash,p-order,Acme,a-acme,behind,r-1,2026-04-01T09:00:00.000Z,2026-06-01T09:00:00.000Z; 2026-05-01T09:00:00.000Z,,,,,2026-06-10T12:00:00.000Z",
    );
  });

  for (const [name, expected] of [
    ["=HYPERLINK(1)", "'=HYPERLINK(1)"],
    [" +1", "' +1"],
    ["-1", "'-1"],
    ["@SUM(1)", "'@SUM(1)"],
    ['A "quoted", name', '"A ""quoted"", name"'],
    ["two\nlines", "two lines"],
    ["right\u202Eleft", "right‹U+202E›left"],
  ] as const) {
    it(`are safe in a spreadsheet for the name ${JSON.stringify(name)}`, () => {
      const accounts = [{ accountId: "a", accountName: name, state: "notInstalled" as const }];
      const line = lines({ ...localReading, accounts })[1] ?? "";
      assert.equal(line, `Order to Cash,p-order,${expected},a,not installed,,,,,,,,2026-06-10T12:00:00.000Z`);
    });
  }
});
