import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Progress } from "../../../../scripts/install/progress.ts";
import { until } from "../../../support/time/until.ts";

describe("the progress of installations", () => {
  let folder: string;
  let text: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "integration-packs-progress-"));
    text = "";
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const progressOn = (isTTY: boolean) => new Progress({ isTTY, write: (part: string) => (text += part) }, 1);
  const shows = (part: string) => until(part, () => text.includes(part) || undefined);
  const grow = (bytes: number) => writeFileSync(join(folder, "file"), Buffer.alloc(bytes));
  const installation = () => ({ title: "Thing 1", folder, size: 2_000_000 });

  it("is a line at the start, at each quarter and at the end where there is no terminal", async () => {
    await progressOn(false).show(installation(), async () => {
      grow(600_000);
      await shows("30 %");
      grow(700_000);
      grow(1_200_000);
      await shows("60 %");
    });
    assert.match(
      text,
      /^Installing Thing 1, once: about 2 MB\.\nThing 1: 30 %\nThing 1: 60 %\nInstalled Thing 1 in \d+ s\.\n$/,
    );
  });

  it("is a line that changes on a terminal, and that is gone at the end", async () => {
    await progressOn(true).show(installation(), async () => {
      grow(600_000);
      await shows("Thing 1: 30 %");
      grow(700_000);
      await shows("Thing 1: 35 %");
    });
    // What a terminal shows: each of these goes back to the start of the line and clears it.
    const lines = text.split("\n").map((line) => line.split("\r\u001b[K").at(-1));
    assert.match(
      lines.join("\n"),
      /^Installing Thing 1, once: about 2 MB\.\nInstalled Thing 1 in \d+ s\.\n$/,
    );
  });

  it("shows several installations at once in one line on a terminal", async () => {
    const progress = progressOn(true);
    await progress.show(installation(), () =>
      progress.show({ title: "Thing 2", folder, size: 1_000_000 }, async () => {
        grow(600_000);
        await until("both", () => /Thing [12]: (30|60) %, Thing [12]: (30|60) %/.test(text) || undefined);
      }),
    );
    assert.match(text, /Installed Thing 2 in \d+ s\.\n/);
  });

  it("never says that an installation is complete before it is", async () => {
    await progressOn(false).show(installation(), async () => {
      grow(2_100_000);
      await shows("%");
    });
    assert.match(text, /Thing 1: 99 %\n/);
  });

  it("says nothing of an end when the installation fails", async () => {
    const failure = new Error("a fault");
    await assert.rejects(
      progressOn(false).show(installation(), () => Promise.reject(failure)),
      failure,
    );
    assert.doesNotMatch(text, /Installed/);
  });
});
