import { randomInt } from "node:crypto";
import { faultsVariable } from "../../support/mocha/faultsVariable.ts";
import { summarize } from "../../support/mocha/summarize.ts";

const [chosenLength = "short", chosenSeed = ""] = (process.env[faultsVariable] ?? "").split(":");
const isFull = chosenLength === "full";

/** The seed of all random choices in the fault tests. The same seed makes the same faults in the same order. */
export const seed = chosenSeed === "" ? randomInt(2 ** 31) : Number(chosenSeed);

summarize(
  `seed: ${seed} (${isFull ? "full" : "short"}); to repeat: npm run test:faults -- ${isFull ? "--full " : ""}--seed ${seed}`,
);

/**
 * Returns the number of runs or the duration in ms for this run: `full` with `npm run test:faults -- --full`, else
 * `short`.
 */
export function extent(short: number, full: number): number {
  return isFull ? full : short;
}
