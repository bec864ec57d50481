/** A small change of a source file. */
export interface Mutant {
  /** The path from the project, with slashes. */
  readonly file: string;
  /** Where the replaced text starts in the file, in UTF-16 code units. */
  readonly start: number;
  readonly original: string;
  readonly replacement: string;
  /** Where the changed expression starts. A test that does not execute this position does not notice the change. */
  readonly expressionStart: number;
}

/** The number of the line in which the change starts; the first is 1. */
export function lineOf({ start }: Mutant, source: string): number {
  return source.slice(0, start).split("\n").length;
}

/** The source with the change. */
export function applyMutant({ start, original, replacement }: Mutant, source: string): string {
  return source.slice(0, start) + replacement + source.slice(start + original.length);
}
