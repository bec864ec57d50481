/** The size of a run of measures. */
export interface Scale {
  /** How often the product and the floor run, in turn. */
  readonly runs: number;
  readonly packs: number;
  readonly schedules: number;
}

/** The values of each run, in the unit of the measure. */
export interface Samples {
  readonly ours: readonly number[];
  readonly floor: readonly number[];
}

/** A line of the table: a task of the product, compared with a floor, the least that the task could take. */
export interface Measure {
  readonly name: string;
  /** A short description of the floor. */
  readonly floor: string;
  readonly unit: "ms" | "KB" | "MB" | "requests";
  /** The largest allowed ratio of ours to the floor, or the largest allowed value if there is no floor. */
  readonly target: number;
  readonly run: (scale: Scale) => Promise<Samples>;
}

/** Measures the duration of `work`, in ms. */
export async function timed(work: () => unknown): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

/** Runs the two in turn, so that a change of the machine's speed affects both. The first run of each does not count. */
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
