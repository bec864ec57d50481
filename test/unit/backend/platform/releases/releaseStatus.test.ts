import assert from "node:assert/strict";
import {
  ReleaseStatusReader,
  type ReleaseStatus,
} from "../../../../../src/backend/platform/releases/releaseStatus.ts";
import type { HttpAnswer } from "../../../../../src/backend/platform/http/transport.ts";
import { rejectsWith } from "../../../../support/rejectsWith.ts";
import { answered, scriptedClient } from "../../../../support/platform/scripted/scriptedClient.ts";

const running: ReleaseStatus = { kind: "running" };
const released: ReleaseStatus = { kind: "released" };
const gone: ReleaseStatus = { kind: "gone" };
const invalid = "Release request ID r1 is invalid. Provide a valid ID.";

function readerOf(answer: HttpAnswer): ReleaseStatusReader {
  return new ReleaseStatusReader(scriptedClient(() => answer).client);
}

describe("the status of a release", () => {
  const cases: readonly (readonly [string, HttpAnswer, ReleaseStatus])[] = [
    ["202 with an empty body is running", answered(202), running],
    ["202 in progress is running", answered(202, { requestId: "r1", releaseStatus: "IN_PROGRESS" }), running],
    ["202 is running whatever its body says", answered(202, { releaseStatus: "SUCCESS" }), running],
    [
      "the other spelling is running",
      answered(200, { requestId: "r1", releaseStatus: "INPROGRESS" }),
      running,
    ],
    [
      "a word that nobody knows is running",
      answered(200, { requestId: "r1", releaseStatus: "QUEUED" }),
      running,
    ],
    [
      "202 that waits for its date is scheduled",
      answered(202, { requestId: "r1", releaseStatus: "SCHEDULED", releaseOnDate: "2026-07-01" }),
      { kind: "scheduled", date: "2026-07-01" },
    ],
    [
      "a date with a time is that date",
      answered(200, { releaseStatus: "SCHEDULED", releaseOnDate: "2026-07-01T00:00:00Z" }),
      { kind: "scheduled", date: "2026-07-01" },
    ],
    ["a success is released", answered(200, { requestId: "r1", releaseStatus: "SUCCESS" }), released],
    [
      "a success without the id of its request is released",
      answered(200, { releaseStatus: "SUCCESS" }),
      released,
    ],
    [
      "an error is failed with its reason",
      answered(200, { requestId: "r1", releaseStatus: "ERROR", message: "Out of space." }),
      { kind: "failed", reason: "Out of space." },
    ],
    [
      "a long reason is one line of at most 500 characters",
      answered(200, { releaseStatus: "ERROR", errorMessage: `Out\n of ${"space ".repeat(200)}` }),
      { kind: "failed", reason: `${`Out of ${"space ".repeat(200)}`.slice(0, 500)}…` },
    ],
    ["204 is gone", answered(204), gone],
    ["400 is gone", answered(400, { message: invalid }), gone],
    ["404 is gone", answered(404, { message: "There is nothing." }), gone],
    ["410 is gone", answered(410), gone],
  ];
  for (const [name, answer, status] of cases) {
    it(name, async () => assert.deepEqual(await readerOf(answer).get("r1"), status));
  }

  it("never contains versions, whatever the answer says of them", async () => {
    const components = { ReleasePackagedComponent: [{ componentId: "a", version: "9.9" }] };
    const body = { requestId: "r1", releaseStatus: "SUCCESS", ReleasePackagedComponents: components };
    assert.deepEqual(Object.keys(await readerOf(answered(200, body)).get("r1")), ["kind"]);
  });

  for (const status of [200, 202]) {
    it(`is not believed from a ${status} about another request`, () =>
      rejectsWith(
        readerOf(answered(status, { requestId: "r2", releaseStatus: "SUCCESS" })).get("r1"),
        "Unreachable",
        /another/,
      ));
  }

  it("cannot be read from an answer that was cut off, a page or a denial", async () => {
    await rejectsWith(readerOf(answered(200, '{"requestId":"r1","releaseSt')).get("r1"), "Unreachable");
    await rejectsWith(readerOf(answered(202, "<html>wait</html>")).get("r1"), "Unreachable");
    await rejectsWith(readerOf(answered(400, { message: "Access denied." })).get("r1"), "Forbidden");
    await rejectsWith(readerOf(answered(403)).get("r1"), "Forbidden");
  });
});

describe("the status of many releases", () => {
  const list = async (ids: readonly string[], response: readonly unknown[]) => [
    ...(await readerOf(answered(200, { response })).list(ids)),
  ];
  const item = (requestId: string, releaseStatus: string, statusCode = 200) => ({
    statusCode,
    Result: { requestId, releaseStatus },
  });

  it("is attributed by the id inside each result, in whatever order they come", async () => {
    const statuses = await list(
      ["r1", "r2", "r3"],
      [item("r3", "ERROR"), item("r1", "SUCCESS"), item("r2", "IN_PROGRESS")],
    );
    assert.deepEqual(
      new Map(statuses),
      new Map<string, ReleaseStatus>([
        ["r1", released],
        ["r2", running],
        ["r3", { kind: "failed", reason: "" }],
      ]),
    );
  });

  it("is running for 202 without a result, and gone for 204, 400, 404 and 410", async () => {
    const codes = [202, 204, 400, 404, 410];
    const ids = codes.map((code) => `r${code}`);
    const statuses = await list(
      ids,
      codes.map((statusCode) => ({ id: `r${statusCode}`, statusCode })),
    );
    assert.deepEqual(
      statuses.map(([, { kind }]) => kind),
      ["running", "gone", "gone", "gone", "gone"],
    );
  });

  it("is attributed by position alone where no item has an id", async () => {
    assert.deepEqual(await list(["r1", "r2"], [{ statusCode: 400 }, { statusCode: 202 }]), [
      ["r1", gone],
      ["r2", running],
    ]);
  });

  it("is attributed by nothing where ids come out of order and an item has none", async () => {
    assert.deepEqual(await list(["r1", "r2"], [{ statusCode: 400 }, item("r1", "SUCCESS")]), [
      ["r1", released],
    ]);
  });

  it("leaves out what is about other requests, what failed, and what cannot be read", async () => {
    const response = [
      item("r9", "SUCCESS"),
      { id: "r2", statusCode: 500 },
      { id: "r3", statusCode: 403 },
      item("r6", "SUCCESS", 300),
      { id: "r4", statusCode: 200, Result: 7 },
      item("r5", "SUCCESS"),
    ];
    assert.deepEqual(await list(["r1", "r2", "r3", "r4", "r5", "r6"], response), [["r5", released]]);
  });

  it("leaves out an item that names one request and contains another", async () => {
    assert.deepEqual(await list(["r1"], [{ id: "r1", ...item("r2", "SUCCESS") }]), []);
  });
});
