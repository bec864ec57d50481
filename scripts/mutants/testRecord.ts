/** The environment variable with the path of the record that `recordTests.ts` reads and completes. */
export const recordVariable = "INTEGRATION_PACKS_TEST_RECORD";

/** A position in a source file, in UTF-16 code units. */
export interface Position {
  readonly url: string;
  readonly offset: number;
}

/** A test that passed, and executed a position. */
export interface ExecutedTest {
  readonly file: string;
  readonly title: string;
  readonly milliseconds: number;
}

/** Which tests executed each position, in the order of the positions. */
export interface TestRecord {
  readonly positions: readonly Position[];
  readonly executedBy: readonly (readonly ExecutedTest[])[];
}
