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
    const accounts = Array.from({ length: 53 }, (_, at) => account(`A${100 + at}`, "current"));
    const text = rolloutMarkdown({ readAt, accounts, asksEachAccount: false });
    assert.match(text, /A149 and 3 more\n/);
    assert.doesNotMatch(text, /A150/);
  });

  it("says that nothing was read, or that no account has the pack", () => {
    assert.match(rolloutMarkdown(undefined), /was not read yet/);
    assert.match(
      rolloutMarkdown({ readAt, accounts: [], asksEachAccount: true }),
      /^No account has this pack/,
    );
  });
});
