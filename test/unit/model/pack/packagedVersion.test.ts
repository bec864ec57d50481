import assert from "node:assert/strict";
import { canBeChosen, newestFirst } from "../../../../src/model/pack/packagedVersion.ts";

describe("packaged versions", () => {
  const made = (createdDate: string, componentVersion: number) => ({ createdDate, componentVersion });

  it("are sorted by instant, whatever the time zone, then by revision", () => {
    const sorted = [
      made("2026-01-02T00:00:00Z", 1),
      made("2026-01-01T23:00:00-02:00", 9),
      made("2026-01-02T00:00:00Z", 3),
      made("2026-01-02T01:00:00+01:00", 2),
    ].sort(newestFirst);
    assert.deepEqual(
      sorted.map(({ componentVersion }) => componentVersion),
      [9, 3, 2, 1],
    );
  });

  it("rule 2: can be chosen if they are shareable and not deleted", () => {
    const chosen = [true, false].flatMap((shareable) =>
      [true, false].map((deleted) => canBeChosen({ shareable, deleted })),
    );
    assert.deepEqual(chosen, [false, true, false, false]);
  });
});
