import assert from "node:assert/strict";
import fc from "fast-check";
import {
  formatDeepLink,
  parseDeepLink,
  type DeepLink,
  type LinkParts,
} from "../../../../src/model/link/deepLink.ts";
import { throwsWith } from "../../../support/rejectsWith.ts";

/** The parts of an address, each decoded once, as a `vscode.Uri` has them. */
function partsOf(address: string): LinkParts {
  const { pathname, search, hash } = new URL(address);
  return {
    path: decodeURIComponent(pathname),
    query: decodeURIComponent(search.slice(1)),
    fragment: decodeURIComponent(hash.slice(1)),
  };
}

describe("a link", () => {
  it("leads back to what it was made of", () => {
    const id = fc
      .string({ unit: "binary", minLength: 1, maxLength: 100 })
      .filter((text) => text.isWellFormed() && !/^\.+$/.test(text));
    const name = fc.stringMatching(/^[\w+%#äé][\w +%#äé]*[\w%]$/);
    const link: fc.Arbitrary<DeepLink> = fc.oneof(
      fc.record(
        { kind: fc.constantFrom("pack" as const, "release" as const), packId: id },
        { noNullPrototype: true },
      ),
      fc.array(name, { minLength: 1, maxLength: 4 }).map((names) => ({
        kind: "plan" as const,
        file: `${names.join("/")}.release-plan.json`,
      })),
    );
    fc.assert(
      fc.property(link, (made) => {
        const address = formatDeepLink(made);
        assert.match(address, /^vscode:\/\/packworks\.integration-packs\/[\w./?=%!~*'()-]+$/);
        assert.deepEqual(parseDeepLink(partsOf(address)), made);
      }),
    );
  });

  it("may say in which window it is opened", () => {
    const parts = { path: "/pack/p-1", query: "windowId=_blank", fragment: "" };
    assert.deepEqual(parseDeepLink(parts), { kind: "pack", packId: "p-1" });
  });

  it("names an id of 200 characters and a file of 1,000 at most", () => {
    const packId = "p".repeat(200);
    const link = (path: string, query: string) => parseDeepLink({ path, query, fragment: "" });
    assert.deepEqual(link(`/pack/${packId}`, ""), { kind: "pack", packId });
    throwsWith(() => link(`/pack/${packId}p`, ""), "InvalidRequest");
    const file = ".release-plan.json".padStart(1_000, "x");
    assert.deepEqual(link("/plan", `file=${file}`), { kind: "plan", file });
    throwsWith(() => link("/plan", `file=x${file}`), "InvalidRequest");
  });

  const elsewhere = [
    "../other.release-plan.json",
    "plans/../../other.release-plan.json",
    "plans/./x.release-plan.json",
    "plans/.. /x.release-plan.json",
    "plans/... /x.release-plan.json",
    "/etc/x.release-plan.json",
    "//server/share/x.release-plan.json",
    "\\\\server\\share\\x.release-plan.json",
    "..\\x.release-plan.json",
    "C:/x.release-plan.json",
    "C:x.release-plan.json",
    "file:///x.release-plan.json",
    "vscode-remote://host/x.release-plan.json",
    "~/x.release-plan.json",
    "plans//x.release-plan.json",
    "x.txt:stream.release-plan.json",
    "x\u0000.release-plan.json",
    "x.release-plan.json/",
    "x.release-plan.json ",
    "x.json",
    ".env",
    "",
  ];
  for (const file of elsewhere) {
    it(`opens no file at ${JSON.stringify(file.slice(0, 50))}`, () => {
      throwsWith(
        () => parseDeepLink({ path: "/plan", query: `file=${file}`, fragment: "" }),
        "InvalidRequest",
      );
    });
  }

  const unknown: readonly LinkParts[] = [
    { path: "/", query: "", fragment: "" },
    { path: "/pack/", query: "", fragment: "" },
    { path: "/pack", query: "", fragment: "" },
    { path: "/Pack/p", query: "", fragment: "" },
    { path: "//pack/p", query: "", fragment: "" },
    { path: "/command/integrationPacks.deletePack", query: "", fragment: "" },
    { path: "/apply/p", query: "", fragment: "" },
    { path: "/pack/p", query: "confirmed=true", fragment: "" },
    { path: "/release/p", query: "date=2096-01-01", fragment: "" },
    { path: "/release/p", query: "", fragment: "now" },
    { path: "/plan", query: "", fragment: "" },
    { path: "/plan", query: "file=x.release-plan.json&apply=true", fragment: "" },
    { path: "/plan", query: "file=x.release-plan.json&file=../x.release-plan.json", fragment: "" },
    { path: "/plan", query: "file=x.release-plan.json&file=y.release-plan.json", fragment: "" },
    { path: "/plan/x", query: "file=x.release-plan.json", fragment: "" },
  ];
  for (const parts of unknown) {
    it(`opens nothing at ${parts.path.slice(0, 40)}?${parts.query}#${parts.fragment}`, () => {
      throwsWith(() => parseDeepLink(parts), "InvalidRequest", /Nothing was opened/);
    });
  }
});
