// A program that asks for a folder of the cache, and prints its path. It fills the folder in two steps.
// Arguments: a file to which it adds a line when it begins to fill, and a file for whose existence it waits between the steps.
import { appendFileSync, existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { cachedFolder } from "../../../scripts/install/cachedFolder.ts";
import { until } from "../time/until.ts";

const [begun = "", mayFinish = ""] = process.argv.slice(2);

const folder = await cachedFolder({
  name: "thing-1",
  title: "Thing 1",
  size: 10,
  async fill(unfinished) {
    writeFileSync(join(unfinished, "first"), "1");
    appendFileSync(begun, "begun\n");
    await until("permission to finish", () => existsSync(mayFinish) || undefined);
    writeFileSync(join(unfinished, "second"), "2");
  },
});
process.stdout.write(folder);
