import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { toolNames } from "../../../src/agents/tools/tool.ts";
import { requestRelease } from "../../../src/agents/vscode/requestRelease.ts";
import { parseDeepLink } from "../../../src/model/link/deepLink.ts";

describe("docs/agents.md", () => {
  const page = readFileSync(new URL("../../../docs/agents.md", import.meta.url), "utf8");

  it("lists every tool, and no other", () => {
    const listed = [...page.matchAll(/^\| `(\w+)` +\|/gm)].map(([, name]) => name);
    assert.deepEqual(listed, [...toolNames, requestRelease.name]);
  });

  it("has configurations that are JSON", () => {
    const configurations = [...page.matchAll(/^```json\n(.*?)^```/gms)].map(([, json = ""]) => json);
    assert.equal(configurations.length, 2);
    for (const json of configurations) assert.ok("mcpServers" in (JSON.parse(json) as object));
  });

  it("shows links that are understood", () => {
    const links = [...page.matchAll(/`vscode:\/\/packworks\.integration-packs(\/[\w/]+)\??([\w=]*)`/g)];
    assert.equal(links.length, 3);
    for (const [, path = "", query = ""] of links) {
      const file = query.replace("PATH", "x.release-plan.json");
      assert.ok(parseDeepLink({ path, query: file, fragment: "" }).kind);
    }
  });
});
