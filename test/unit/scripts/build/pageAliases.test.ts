import assert from "node:assert/strict";
import { build } from "esbuild";
import type * as ReleaseWindows from "../../../../src/model/schedule/releaseWindow.ts";
import { releaseWindow } from "../../../../src/model/schedule/releaseWindow.ts";
import { pageAliases } from "../../../../scripts/build/pageAliases.ts";
import { day } from "../../../support/time/durations.ts";
import { allZones, datesAroundChanges } from "../../../support/time/zones.ts";

type ReleaseWindowModule = typeof ReleaseWindows;

/** `releaseWindow.ts` as the pages get it. */
async function bundled(): Promise<{ module: ReleaseWindowModule; text: string }> {
  const { outputFiles } = await build({
    entryPoints: ["src/model/schedule/releaseWindow.ts"],
    bundle: true,
    write: false,
    format: "esm",
    platform: "browser",
    alias: pageAliases,
  });
  const text = outputFiles.map((file) => file.text).join("");
  const module = (await import(
    `data:text/javascript;base64,${Buffer.from(text).toString("base64")}`
  )) as ReleaseWindowModule;
  return { module, text };
}

describe("rule 7: the release window in the pages", function () {
  this.timeout(60_000);

  it("is that of the extension in every zone, around every clock change of five years, without date-fns-tz", async () => {
    const { module, text } = await bundled();
    assert.ok(!text.includes("node_modules/date-fns-tz"));
    const today = Date.now();
    const steady = Array.from({ length: 60 }, (_, index) =>
      new Date(today + index * 31 * day).toISOString().slice(0, 10),
    );
    let changes = 0;
    for (const timeZone of allZones) {
      const around = datesAroundChanges(timeZone, today, today + 5 * 366 * day);
      changes += around.length;
      for (const date of [...around, ...steady]) {
        assert.deepEqual(
          module.releaseWindow(date, timeZone),
          releaseWindow(date, timeZone),
          `${date} in ${timeZone}`,
        );
      }
    }
    assert.ok(changes > 4000, `only ${changes} dates around changes were found`);
  });

  it("does not exist for a date that the zone skips", async () => {
    const { module } = await bundled();
    assert.throws(() => module.releaseWindow("2011-12-30", "Pacific/Apia"), /2011-12-30/);
    assert.equal(
      module.releaseWindow("2011-12-31", "Pacific/Apia").start.toISOString(),
      "2011-12-30T10:00:00.000Z",
    );
  });
});
