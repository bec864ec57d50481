import assert from "node:assert/strict";
import fc from "fast-check";
import { parseDate } from "../../../../../webview-ui/wizard/schedule/parseDate.ts";

describe("the date that a person types in the wizard", () => {
  it("is read as YYYY-MM-DD in every language", () => {
    for (const language of ["en", "de", "ja", "ar"]) {
      assert.equal(parseDate(" 2026-12-24 ", language), "2026-12-24");
      assert.equal(parseDate("2026-1-2", language), "2026-01-02");
    }
  });

  it("is read in the order of the language", () => {
    assert.equal(parseDate("12/24/2026", "en-US"), "2026-12-24");
    assert.equal(parseDate("24/12/2026", "en-GB"), "2026-12-24");
    assert.equal(parseDate("24.12.2026", "de"), "2026-12-24");
    assert.equal(parseDate("3. 4. 2026", "de"), "2026-04-03");
    assert.equal(parseDate("3.4.2026", "en-US"), "2026-03-04");
  });

  it("stays as it is while it is no whole date, so that nothing typed is lost", () => {
    for (const text of ["", "1", "12/24", "12/24/20", "12/24-2026", "tomorrow"]) {
      assert.equal(parseDate(text, "en-US"), text);
    }
  });

  it("reads what the language itself writes", () =>
    fc.assert(
      fc.property(
        fc.date({ min: new Date("2026-01-01"), max: new Date("2099-12-31"), noInvalidDate: true }),
        fc.constantFrom("en-US", "en-GB", "de", "fr", "es", "pt-BR", "it", "pl", "tr", "nl"),
        (date, language) => {
          const written = new Intl.DateTimeFormat(language, {
            year: "numeric",
            month: "2-digit",
            day: "2-digit",
            timeZone: "UTC",
          }).format(date);
          assert.equal(parseDate(written, language), date.toISOString().slice(0, 10), written);
        },
      ),
    ));
});
