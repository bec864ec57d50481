import assert from "node:assert/strict";
import { DatabaseSync } from "node:sqlite";
import { BigStore } from "../bigStore.ts";
import { alternate, timed, type Measure } from "../measure.ts";
import { bareListStatement } from "./bareList.ts";

export const packListMeasure: Measure = {
  name: "Reading the list of packs",
  floor: "the same rows by one bare SQL statement",
  unit: "ms",
  target: 2,
  run: async ({ runs, packs }) => {
    const store = await BigStore.create(packs);
    const bare = new DatabaseSync(store.file, { readOnly: true });
    try {
      return await alternate(
        runs,
        () => timed(async () => assert.equal((await store.backend.listPackSummaries()).length, packs)),
        () => timed(() => assert.equal(bare.prepare(bareListStatement).all().length, packs)),
      );
    } finally {
      bare.close();
      store.dispose();
    }
  },
};
