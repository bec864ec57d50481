import { BigStore, packIdOf } from "../bigStore.ts";
import { alternate, timed, type Measure } from "../measure.ts";
import { BareRelease } from "./bareRelease.ts";

export const releaseMeasure: Measure = {
  name: "Releasing a pack of 100 components",
  floor: "the same rows written by bare SQL in one transaction",
  unit: "ms",
  target: 2,
  run: async ({ runs }) => {
    const store = await BigStore.create(4);
    const bare = new BareRelease(store.file);
    const componentIds = (await store.backend.getPack(packIdOf(0))).components.map(
      ({ componentId }) => componentId,
    );
    let turn = 0;
    const nextVersion = () => (turn++ % 2 === 0 ? "1.1" : "1.2");
    try {
      return await alternate(
        runs,
        () => {
          const packageVersion = nextVersion();
          const versions = Object.fromEntries(componentIds.map((id) => [id, packageVersion]));
          return timed(() => store.backend.release({ packId: packIdOf(0), versions }));
        },
        () => timed(() => bare.transaction(() => bare.release(packIdOf(1), "1.1"))),
      );
    } finally {
      bare.close();
      store.dispose();
    }
  },
};
