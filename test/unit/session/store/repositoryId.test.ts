import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { repositoryId } from "../../../../src/session/store/repositoryId.ts";

describe("the id of a folder's repository", () => {
  let folder: string;
  beforeEach(() => (folder = mkdtempSync(join(tmpdir(), "integration-packs-repository-"))));
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  function idWith(config: string): string {
    mkdirSync(join(folder, ".git"), { recursive: true });
    writeFileSync(join(folder, ".git", "config"), config);
    return repositoryId(folder);
  }
  const originAt = (address: string) =>
    `[core]\n\tbare = false\n[remote "upstream"]\n\turl = https://x.example/other\n[remote "origin"]\n\turl = ${address}\n\tfetch = +refs\n`;

  it("is the same for clones of one repository, and another for another one", () => {
    const id = idWith(originAt("https://git.example/team/packs"));
    assert.match(id, /^[0-9a-f]{64}$/);
    for (const address of [
      "https://git.example/team/packs.git",
      "https://git.example/team/packs/",
      "https://dev:secret@git.example/team/packs.git",
    ]) {
      assert.equal(idWith(originAt(address)), id);
    }
    assert.notEqual(idWith(originAt("https://git.example/team/others")), id);
    assert.notEqual(idWith(originAt("git@git.example:team/packs.git")), "");
  });

  it("is empty without a repository or without an origin", () => {
    assert.equal(repositoryId(folder), "");
    assert.equal(
      idWith('[core]\n\tbare = false\n[remote "upstream"]\n\turl = https://x.example/other\n'),
      "",
    );
    rmSync(join(folder, ".git"), { recursive: true });
    writeFileSync(join(folder, ".git"), "gitdir: /elsewhere\n");
    assert.equal(repositoryId(folder), "");
  });
});
