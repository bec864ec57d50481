import { seed } from "./extent.ts";
import { SeededRandom } from "./seededRandom.ts";

/** Random choices that follow from the seed of the run and a name, so that families do not depend on each other. */
export class Random extends SeededRandom {
  constructor(name: string) {
    super(name, seed);
  }
}
