/** How much is measured. */
export interface Scale {
  /** How often each of the two is run, in turn. */
  readonly runs: number;
  readonly packs: number;
  readonly schedules: number;
}

/** Milliseconds, or whatever the measure counts, as they came out run by run. */
export interface Samples {
  readonly ours: readonly number[];
  readonly floor: readonly number[];
}

/** One line of the table: something that the product does against the least that it could take. */
export interface Measure {
  readonly name: string;
  /** What the floor is, in a few words. */
  readonly floor: string;
  readonly unit: "ms" | "KB" | "MB" | "requests";
  /** The largest ratio of ours to the floor, or the largest value where the floor is nothing. */
  readonly target: number;
  readonly run: (scale: Scale) => Promise<Samples>;
}

/** How long the work takes, in ms. */
export async function timed(work: () => unknown): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

/** Runs the two in turn, so that a change of the machine's speed meets both; a first run of each does not count. */
export async function alternate(
  runs: number,
  ours: () => Promise<number>,
  floor: () => Promise<number>,
): Promise<Samples> {
  const samples = { ours: [] as number[], floor: [] as number[] };
  for (let run = 0; run <= runs; run++) {
    const pair = [await ours(), await floor()] as const;
    if (run === 0) continue;
    samples.ours.push(pair[0]);
    samples.floor.push(pair[1]);
  }
  return samples;
}
