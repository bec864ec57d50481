// Loaded before a test program: Node reads the source of one file from another one. The program's threads and child
// processes inherit it.
import { readFileSync } from "node:fs";
import { registerHooks } from "node:module";
import { substituteVariable } from "./substituteVariable.ts";

const [url, substitute] = (process.env[substituteVariable] ?? "").split("\n");

registerHooks({
  load: (loaded, context, nextLoad) => {
    const result = nextLoad(loaded, context);
    return loaded === url && substitute !== undefined
      ? { ...result, source: readFileSync(substitute, "utf8") }
      : result;
  },
});
