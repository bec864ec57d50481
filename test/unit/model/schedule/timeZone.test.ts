import assert from "node:assert/strict";
import { isTimeZone, systemTimeZone } from "../../../../src/model/schedule/timeZone.ts";
import { timeZoneProblem } from "../../../../src/model/schedule/timeZoneProblem.ts";
import { withSystemZone } from "../../../support/time/withSystemZone.ts";

describe("the time zone of the system", () => {
  it("is the one that the system has", () => {
    for (const zone of ["UTC", "Europe/Berlin", "America/Vancouver"]) {
      withSystemZone(zone, () => assert.equal(systemTimeZone(), zone));
    }
  });

  it("is unknown where the runtime has no IANA name for it", () => {
    for (const zone of [":/etc/localtime", "UTC0", "", "Mars/Olympus"]) {
      withSystemZone(zone, () => assert.equal(systemTimeZone(), undefined, zone));
    }
  });
});

describe("a time zone", () => {
  it("is one only if the runtime knows its name", () => {
    for (const name of ["Etc/Unknown", "Mars/Olympus", "undefined", "", "+02:00", undefined, null, {}, 1]) {
      assert.equal(isTimeZone(name), false, JSON.stringify(name));
    }
  });

  it("that is not known has a problem that names it and what to do", () => {
    assert.match(timeZoneProblem("Etc/Unknown") ?? "", /"Etc\/Unknown".*Select Time Zone….*timeZone/);
    assert.equal(timeZoneProblem("Europe/Berlin"), undefined);
  });
});
