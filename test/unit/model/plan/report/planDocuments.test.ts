import assert from "node:assert/strict";
import MarkdownIt from "markdown-it";
import type { PlanOutcome } from "../../../../../src/model/plan/application/planOutcome.ts";
import type { PlanCheck } from "../../../../../src/model/plan/check/planCheck.ts";
import type { ReleasePlan } from "../../../../../src/model/plan/releasePlan.ts";
import { checkMarkdown } from "../../../../../src/model/plan/report/checkMarkdown.ts";
import { checkText } from "../../../../../src/model/plan/report/checkText.ts";
import { outcomeMarkdown } from "../../../../../src/model/plan/report/outcomeMarkdown.ts";
import { outcomeText } from "../../../../../src/model/plan/report/outcomeText.ts";
import { plannedComponentIds, planNotes } from "../../../../../src/model/plan/report/planNotes.ts";
import { actingCharacters, hostileText } from "../../../../support/fixtures/hostileText.ts";
import { packagedVersion } from "../../../../support/fixtures/packagedVersion.ts";
import { emptyHash } from "../../../../support/fixtures/planHashes.ts";
import { releasePlan } from "../../../../support/fixtures/releasePlan.ts";

const check: PlanCheck = {
  formatVersion: 1,
  planHash: emptyHash,
  fits: false,
  packs: [
    {
      packId: "p-orders",
      name: "Order to Cash",
      state: "drift",
      changes: [
        {
          componentId: "c",
          name: "Create Order",
          kind: "upgrade",
          from: "1.0",
          to: "2.0",
          branch: "main",
        },
        { componentId: "n", name: "New Process", kind: "new", from: "", to: "1.0", branch: "fix" },
        { componentId: "o", name: "Old Process", kind: "removed", from: "1.0", to: null, branch: "" },
        { componentId: "s", name: "Same Process", kind: "unchanged", from: "3", to: "3", branch: "main" },
      ],
      differences: ['The current version of "Create Order" is 1.1, not 1.0.'],
      accounts: 12,
    },
    { packId: "p-invoices", name: "Invoices", state: "alreadySo", changes: [], differences: [] },
  ],
};

const outcome: PlanOutcome = {
  formatVersion: 1,
  planHash: emptyHash,
  packs: [
    { packId: "p", name: "Order to Cash", outcome: "released", releaseId: "r-1" },
    { packId: "q", name: "Invoices", outcome: "failed", code: "Conflict", message: "It changed." },
    { packId: "s", name: "Returns", outcome: "notSent" },
  ],
};

/** A plan, its check and its outcome whose every text is hostile. */
function hostile(): { plan: ReleasePlan; check: PlanCheck; outcome: PlanOutcome } {
  const plan = releasePlan();
  return {
    plan: {
      ...plan,
      name: hostileText,
      notes: hostileText,
      packs: plan.packs.map((pack) => ({
        ...pack,
        name: hostileText,
        components: pack.components.map((component) => ({
          ...component,
          name: hostileText,
          from: component.from && hostileText,
        })),
      })),
    },
    check: {
      ...check,
      packs: check.packs.map((pack) => ({
        ...pack,
        name: hostileText,
        differences: [hostileText],
        changes: pack.changes.map((change) => ({
          ...change,
          name: hostileText,
          from: hostileText,
          to: hostileText,
          branch: hostileText,
        })),
      })),
    },
    outcome: {
      ...outcome,
      packs: outcome.packs.map((pack) => ({
        ...pack,
        name: hostileText,
        releaseId: hostileText,
        message: hostileText,
      })),
    },
  };
}

describe("a check as a document", () => {
  it("is Markdown for a review: what fits, what differs, and what changes in each pack", () => {
    assert.equal(
      checkMarkdown(releasePlan(), check),
      [
        "# Release Plan: December release",
        "",
        "**The plan does not fit. Nothing can be released with it.**",
        "",
        "> Orders are created faster.",
        "",
        "- Released: on 2026-12-01 (America/New\\_York)",
        "- Packs: 2",
        `- Plan hash: \`${emptyHash}\``,
        "",
        "## Order to Cash: the plan no longer fits",
        "",
        '- The current version of "Create Order" is 1.1, not 1.0.',
        "",
        "| Component | Before | After | Change | Branch |",
        "| --- | --- | --- | --- | --- |",
        "| Create Order | 1.0 | 2.0 | upgrade | main |",
        "| New Process | – | 1.0 | new | fix |",
        "| Old Process | 1.0 | – | removed | – |",
        "",
        "1 component stays unchanged. 12 accounts get this release.",
        "",
        "## Invoices: already so",
        "",
      ].join("\n"),
    );
  });

  it("is text for a terminal", () => {
    assert.equal(
      checkText(releasePlan(), check),
      [
        "Release Plan: December release",
        "Released: on 2026-12-01 (America/New_York)",
        `Plan hash: ${emptyHash}`,
        "The plan does not fit. Nothing can be released with it.",
        "",
        "Order to Cash: the plan no longer fits",
        '  ! The current version of "Create Order" is 1.1, not 1.0.',
        "  Create Order 1.0 → 2.0",
        "  New Process 1.0 new",
        "  Old Process 1.0 removed",
        "  1 component stays unchanged.",
        "  12 accounts get this release.",
        "",
        "Invoices: already so",
        "",
      ].join("\n"),
    );
  });
});

describe("an outcome as a document", () => {
  it("is Markdown that says how each pack ended, and why", () => {
    assert.equal(
      outcomeMarkdown(releasePlan(), outcome),
      [
        "# Release Plan: December release",
        "",
        "| Pack | Outcome | Release ID |",
        "| --- | --- | --- |",
        "| Order to Cash | released | r-1 |",
        "| Invoices | failed | – |",
        "| Returns | not sent | – |",
        "",
        "**Invoices**: It changed.",
        "",
        `Plan hash: \`${emptyHash}\``,
        "",
      ].join("\n"),
    );
  });

  it("is text for a terminal", () => {
    assert.equal(
      outcomeText({}, outcome),
      [
        "Release Plan",
        `Plan hash: ${emptyHash}`,
        "Order to Cash: released (r-1)",
        "Invoices: failed",
        "  It changed.",
        "Returns: not sent",
        "",
      ].join("\n"),
    );
  });
});

describe("the notes of a plan", () => {
  const known = new Map([
    [
      "c-create",
      [
        packagedVersion("c-create", "Create Order", "2.0", "2026-03-01T09:00:00Z", { notes: "Second" }),
        packagedVersion("c-create", "Create Order", "1.5", "2026-02-01T09:00:00Z", { notes: "Between" }),
        packagedVersion("c-create", "Create Order", "1.0", "2026-01-01T09:00:00Z", { notes: "First" }),
      ],
    ],
  ]);

  it("cover every pack with the notes of every version in between", () => {
    const notes = planNotes(releasePlan(), known);
    assert.match(
      notes,
      /^# Release Notes: December release\n\n> Orders are created faster\.\n\nReleased: on 2026-12-01 /,
    );
    assert.match(
      notes,
      /\n## Order to Cash\n\n\| Component[^]*\n### Create Order: 1\.0 → 2\.0\n\n#### 1\.5\n[^]*Between[^]*#### 2\.0\n[^]*Second/,
    );
    assert.match(notes, /\n### Removed\n\n- Old Process 1\.0\n/);
    assert.match(notes, /\n## Invoices\n/);
    assert.doesNotMatch(notes, /First/);
  });

  it("need the versions of every component once", () => {
    const plan = releasePlan();
    const twice = { packs: [...plan.packs, ...plan.packs] };
    assert.deepEqual(plannedComponentIds(twice), ["c-create", "c-new", "c-old", "c-same", "c-invoice"]);
  });
});

describe("texts from outside in the documents of a plan", () => {
  const { plan, check: hostileCheck, outcome: hostileOutcome } = hostile();
  const markdown = new MarkdownIt({ html: true, linkify: true });
  markdown.linkify.set({ fuzzyLink: false });
  const allowed = /^(text|strong_(open|close)|code_inline|hardbreak|softbreak)$/;

  for (const [name, document] of [
    ["check", checkMarkdown(plan, hostileCheck)],
    ["outcome", outcomeMarkdown(plan, hostileOutcome)],
    ["notes", planNotes(plan, new Map())],
  ] as const) {
    it(`show literally in Markdown: ${name}`, () => {
      const tokens = markdown.parse(document, {});
      const inline = tokens.flatMap(({ children }) => children ?? []);
      assert.ok(inline.length > 10);
      assert.deepEqual(
        inline.map(({ type }) => type).filter((type) => !allowed.test(type)),
        [],
      );
      assert.deepEqual(
        inline
          .filter(({ type }) => type === "code_inline")
          .map(({ content }) => content)
          .filter((content) => content !== emptyHash),
        [],
      );
      assert.ok(tokens.every(({ type }) => type !== "html_block"));
      assert.doesNotMatch(document.replaceAll("\n", ""), actingCharacters);
    });
  }

  for (const [name, document] of [
    ["check", checkText(plan, hostileCheck)],
    ["outcome", outcomeText(plan, hostileOutcome)],
  ] as const) {
    it(`show visibly in a terminal: ${name}`, () => {
      assert.ok(document.includes("‹U+202E›"));
      assert.doesNotMatch(document.replaceAll("\n", ""), actingCharacters);
    });
  }
});
