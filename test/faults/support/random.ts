import { seed } from "./extent.ts";
import { SeededRandom } from "./seededRandom.ts";

/** Random choices that depend on the seed of the run and a name, so that the tests do not affect each other. */
export class Random extends SeededRandom {
  constructor(name: string) {
    super(name, seed);
  }
}
