import assert from "node:assert/strict";
import { rolloutMarkdown } from "../../../../src/model/overview/rolloutMarkdown.ts";

const readAt = "2026-03-01T08:00:00Z";
const account = (accountName: string, state: "current" | "behind") => ({
  accountId: accountName,
  accountName,
  state,
});

describe("the rollout of an overview that is passed on", () => {
  it("names the accounts of each state as text, sorted, with the time of the reading", () => {
    const accounts = [account("Bolt *x*", "current"), account("Acme", "current"), account("Zeta", "behind")];
    assert.equal(
      rolloutMarkdown({ readAt, accounts, asksEachAccount: false }),
      [
        "Installed in 3 accounts: 2 current, 1 behind.",
        "- current: Acme, Bolt \\*x\\*\n- behind: Zeta",
        "What accounts ran before the last release was not recorded.",
        "As of 2026-03-01 08:00 UTC",
      ].join("\n\n"),
    );
  });

  it("names fifty accounts of a state at most", () => {
    const textOf = (length: number) => {
      const accounts = Array.from({ length }, (_, at) => account(`A${100 + at}`, "current"));
      return rolloutMarkdown({ readAt, accounts, asksEachAccount: false });
    };
    assert.match(textOf(53), /A149 and 3 more\n/);
    assert.doesNotMatch(textOf(53), /A150/);
    assert.match(textOf(50), /A148, A149\n/);
  });

  it("says that nothing was read, or that no account has the pack", () => {
    assert.match(rolloutMarkdown(undefined), /was not read yet/);
    assert.equal(
      rolloutMarkdown({ readAt, accounts: [], asksEachAccount: true }),
      "No account has this pack, and it is shared with none.\n\nAs of 2026-03-01 08:00 UTC",
    );
  });
});
