import { randomInt } from "node:crypto";
import { faultsVariable } from "../../support/mocha/faultsVariable.ts";
import { summarize } from "../../support/mocha/summarize.ts";

const [chosenLength = "short", chosenSeed = ""] = (process.env[faultsVariable] ?? "").split(":");
const isFull = chosenLength === "full";

/** What every random choice of the tests of faults follows from: the same seed makes the same faults in the same order. */
export const seed = chosenSeed === "" ? randomInt(2 ** 31) : Number(chosenSeed);

summarize(
  `seed: ${seed} (${isFull ? "full" : "short"}); again with npm run test:faults -- ${isFull ? "--full " : ""}--seed ${seed}`,
);

/** A number of runs, or a duration in ms: the one for a quick look, or the one for `npm run test:faults -- --full`. */
export function extent(short: number, full: number): number {
  return isFull ? full : short;
}
