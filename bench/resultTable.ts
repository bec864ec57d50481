import type { Measure, Samples } from "./measure.ts";

/** A measure with its result. Values are medians. */
export interface Line {
  readonly name: string;
  readonly unit: string;
  readonly ours: number;
  /** The quartiles: half of the runs are between them. */
  readonly oursSpread: readonly [number, number];
  readonly floorName: string;
  readonly floor: number | undefined;
  readonly ratio: number | undefined;
  readonly target: number;
  readonly isMet: boolean;
}

/** The result of a measure from the values of its runs. */
export function toLine({ name, unit, floor: floorName, target }: Measure, samples: Samples): Line {
  const ours = quantile(samples.ours, 0.5);
  const floor = samples.floor.length > 0 ? quantile(samples.floor, 0.5) : undefined;
  const ratio = floor === undefined ? undefined : ours / floor;
  return {
    name,
    unit,
    ours,
    oursSpread: [quantile(samples.ours, 0.25), quantile(samples.ours, 0.75)],
    floorName,
    floor,
    ratio,
    target,
    isMet: (ratio ?? ours) <= target,
  };
}

/** Formats the results as a Markdown table. */
export function formatTable(lines: readonly Line[]): string {
  const rows = lines.map((line) => [
    line.name,
    `${rounded(line.ours)} ${line.unit} (${line.oursSpread.map(rounded).join("–")})`,
    line.floor === undefined ? "–" : `${rounded(line.floor)} ${line.unit}: ${line.floorName}`,
    line.ratio === undefined ? "–" : rounded(line.ratio),
    `≤ ${line.target}${line.ratio === undefined ? ` ${line.unit}` : ""}`,
    line.isMet ? "met" : "missed",
  ]);
  const head = ["measure", "ours (middle half)", "floor", "ratio", "target", ""];
  return [head, head.map(() => "---"), ...rows].map((cells) => `| ${cells.join(" | ")} |`).join("\n");
}

function quantile(values: readonly number[], at: number): number {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.floor((sorted.length - 1) * at)] ?? Number.NaN;
}

function rounded(value: number): string {
  return value >= 100 ? value.toFixed(0) : value.toPrecision(3);
}
